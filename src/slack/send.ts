/** Delivers messages: publicly through the Web API, privately through an interaction's response address. */
import { setTimeout as delay } from 'node:timers/promises';
import type { RespondArguments, RespondFn } from '@slack/bolt';
import type { MessageMetadata, WebClient } from '@slack/web-api';
import type { Logger } from 'pino';
import { withOrdinaryFeedback } from './feedback.ts';
import type { SlackMessage } from './limits.ts';
import { describeError } from './log.ts';

export interface Target {
  readonly channel: string;
  readonly thread?: string | undefined;
}

/** A person waits for the answer: a longer pause than this is as good as none. */
const longestPause = 3;
const mostPauses = 2;

/** Slack's words for a message whose blocks it will not take; the text alone is still a full answer. */
const refusedBlocks = new Set([
  'invalid_blocks',
  'invalid_blocks_format',
  'msg_blocks_too_long',
  'invalid_attachments',
]);

/** Whether Slack took offence at the blocks, and at nothing else. */
export function isRefusedBlocks({ cause }: { readonly cause?: string }): boolean {
  return refusedBlocks.has(cause ?? '');
}

/** What is tried, in order: as it is, without Slack's newest buttons, and as text alone. */
function* attempts({ blocks }: SlackMessage): Generator<SlackMessage['blocks']> {
  yield blocks;
  const ordinary = withOrdinaryFeedback(blocks);
  if (ordinary) yield ordinary;
  if (blocks.length > 0) yield [];
}

/**
 * Posts where everyone in the conversation sees it. Throws when Slack does not take it.
 *
 * @param metadata by which the message is found again
 * @returns the message's `ts`
 */
export async function post(
  client: WebClient,
  target: Target,
  message: SlackMessage,
  log: Logger,
  metadata?: MessageMetadata,
): Promise<string> {
  const send = (blocks: SlackMessage['blocks']) =>
    withPauses(() =>
      client.chat.postMessage({
        channel: target.channel,
        ...(target.thread !== undefined && { thread_ts: target.thread }),
        text: message.text,
        ...(blocks.length > 0 && { blocks: [...blocks] }),
        ...(metadata && { metadata }),
        // Sources are links: their previews would bury the answer.
        unfurl_links: false,
        unfurl_media: false,
      }),
    );
  let refused: unknown;
  for (const blocks of attempts(message)) {
    try {
      return (await send(blocks)).ts ?? '';
    } catch (error) {
      const problem = describeError(error);
      if (!isRefusedBlocks(problem)) throw error;
      log.error(problem, 'slack: blocks refused, answered more simply');
      refused = error;
    }
  }
  throw refused;
}

/** Waits out short rate limits; the client itself would pause every other answer too. */
async function withPauses<T>(send: () => Promise<T>): Promise<T> {
  for (let pauses = 0; ; pauses += 1) {
    try {
      return await send();
    } catch (error) {
      const problem = describeError(error);
      // Of a response address Bolt tells the status alone.
      const retryAfter = problem.retryAfter ?? (problem.status === 429 ? 1 : undefined);
      if (retryAfter === undefined || retryAfter > longestPause || pauses >= mostPauses) throw error;
      await delay(retryAfter * 1_000);
    }
  }
}

/**
 * Answers a slash command or a button. `options` says who sees it; the original message is kept.
 * Throws when Slack does not take it.
 */
export async function respondWith(
  respond: RespondFn,
  message: SlackMessage,
  options: Pick<RespondArguments, 'response_type' | 'thread_ts'>,
  log: Logger,
): Promise<void> {
  const send = async (blocks: SlackMessage['blocks']) => {
    const given = {
      ...options,
      replace_original: false,
      text: message.text,
      ...(blocks.length > 0 && { blocks: [...blocks] }),
      unfurl_links: false,
      unfurl_media: false,
    } as RespondArguments;
    const response = await withPauses(() => reaching(respond(given)));
    return refusal(await response.text());
  };
  let refused: string | undefined;
  for (const blocks of attempts(message)) {
    refused = await send(blocks);
    if (refused === undefined) return;
    log.error(
      { code: 'slack_respond_refused', cause: refused },
      'slack: blocks refused, answered more simply',
    );
  }
  throw Object.assign(new Error('response refused'), { data: { error: refused } });
}

/** Bolt passes on what `fetch` threw: given the form that the Web API client has for it. */
async function reaching<T>(response: Promise<T>): Promise<T> {
  try {
    return await response;
  } catch (error) {
    // With a status Slack did answer; see Bolt's RespondError.
    if (describeError(error).status !== undefined) throw error;
    throw Object.assign(new Error('response address not reached'), {
      code: 'slack_webapi_request_error',
      original: error,
    });
  }
}

/** A response address answers `ok`, or with status 200 and the reason why it refused. */
function refusal(body: string): string | undefined {
  try {
    const parsed: unknown = JSON.parse(body);
    if (typeof parsed !== 'object' || parsed === null || Reflect.get(parsed, 'ok') !== false)
      return undefined;
    return String(Reflect.get(parsed, 'error'));
  } catch {
    return undefined;
  }
}
