/** Delivers notifications to channels of Teams through webhooks of Workflows, where the app is not installed. */
import type { Card } from '../cards/card.ts';
import type { OutgoingMessage, Sender, SendResult } from '../notifications/sender.ts';
import { toTeamsMessage } from './adaptive-card.ts';
import { limitViolations } from './limits.ts';
import { workflowsRateLimits } from './rate-limits.ts';
import { readWebhookAddress } from './webhook-address.ts';
import { resultOfAnswer, resultOfFault, type WebhookAnswer } from './webhook-result.ts';
import { withoutButtons } from './without-buttons.ts';

/** Shorter than a worker's lease. */
const longestRequest = 15_000;
/** Bytes of an error that are read for its code. */
const longestError = 4_096;
/** Beyond this a wish to wait is not believed. */
const longestRetryAfter = 6 * 3_600_000;

export interface WebhookSenderOptions {
  /** The address of a webhook; rejects with the `code` of a secret that does not open. */
  readonly address: (channel: OutgoingMessage['channel']) => Promise<string | undefined>;
  /** Milliseconds for a request. */
  readonly timeout?: number;
}

export function createWebhookSender({ address, timeout = longestRequest }: WebhookSenderOptions): Sender {
  return {
    platform: 'workflows',
    limits: workflowsRateLimits,
    async send({ channel, card }) {
      let stored: string | undefined;
      try {
        stored = await address(channel);
      } catch (error) {
        const code = error instanceof Error && 'code' in error ? String(error.code) : 'unreadable';
        return { type: 'suspend', reason: `webhook_address_${code}` };
      }
      if (stored === undefined) return { type: 'forget', reason: 'webhook_removed' };
      const url = readWebhookAddress(stored);
      if (!url) return { type: 'suspend', reason: 'webhook_address_not_allowed' };
      const message = toWebhookMessage(card);
      if (limitViolations(message.attachments[0].content).length > 0) {
        return { type: 'fail', reason: 'card-limits' };
      }
      return post(url, message, timeout);
    },
  };
}

/**
 * What the template "Send webhook alerts to a channel" expects: it posts the content of each attachment
 * (learn.microsoft.com/connectors/teams/#microsoft-teams-webhook).
 */
export function toWebhookMessage(card: Card) {
  const { contentType, content } = toTeamsMessage(withoutButtons(card)).attachment;
  return { type: 'message', attachments: [{ contentType, contentUrl: null, content }] } as const;
}

async function post(url: URL, message: object, timeout: number): Promise<SendResult> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(message),
      // Another address would not be on the list.
      redirect: 'manual',
      signal: AbortSignal.timeout(timeout),
    });
    return resultOfAnswer(await readAnswer(response));
  } catch (error) {
    return resultOfFault(error);
  }
}

async function readAnswer(response: Response): Promise<WebhookAnswer> {
  const { status, headers } = response;
  const code = response.ok ? undefined : errorCode(await startOf(response));
  if (response.ok) await response.body?.cancel();
  const after = milliseconds(headers.get('retry-after'));
  const runId = headers.get('x-ms-workflow-run-id');
  return {
    status,
    ...(code && { code }),
    ...(after !== undefined && { retryAfter: after }),
    ...(runId && /^[\w-]{1,100}$/.test(runId) && { runId }),
  };
}

/** The first bytes of a body, as text. The status is known: that the rest cannot be read changes nothing. */
async function startOf({ body }: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of body ?? []) {
      chunks.push(chunk);
      size += chunk.length;
      if (size >= longestError) break;
    }
  } catch {
    return '';
  }
  return Buffer.concat(chunks).subarray(0, longestError).toString('utf8');
}

/** `{"error":{"code":"WorkflowTriggerIsNotEnabled","message":"…"}}`; the message may quote anything. */
function errorCode(body: string): string | undefined {
  return /"code"\s*:\s*"(\w{1,80})"/.exec(body)?.[1];
}

/** Seconds, or a date (RFC 9110, 10.2.3). */
function milliseconds(header: string | null): number | undefined {
  if (header === null || header.trim() === '') return undefined;
  const seconds = Number(header);
  const wait = Number.isFinite(seconds) ? seconds * 1_000 : Date.parse(header) - Date.now();
  return Number.isFinite(wait) ? Math.min(longestRetryAfter, Math.max(0, wait)) : undefined;
}
