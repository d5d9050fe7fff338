/** Delivers notifications to Slack through a client of its own, so that answers never wait for them. */
import { type MessageMetadata, WebClient } from '@slack/web-api';
import type { Logger } from 'pino';
import type { FindResult, OutgoingMessage, Sender, SendResult } from '../notifications/sender.ts';
import { toSlackMessage } from './blocks.ts';
import { clientOptions } from './client-options.ts';
import { findMessage } from './find-message.ts';
import { limitViolations, type SlackMessage } from './limits.ts';
import { describeError } from './log.ts';
import { slackRateLimits } from './rate-limits.ts';
import { isRefusedBlocks } from './send.ts';
import { resultOf } from './send-result.ts';

const eventType = 'supercluster_notification';

export interface SlackSenderOptions {
  /** The bot's token in a workspace; undefined where the app is not installed. */
  readonly token: (workspace: string) => Promise<string | undefined>;
  readonly apiUrl: string;
  readonly logger: Logger;
  /** Milliseconds for a request; for tests. */
  readonly timeout?: number;
}

export function createSlackSender(options: SlackSenderOptions): Sender {
  const { logger } = options;
  const clients = new Map<string, WebClient>();

  async function clientFor(workspace: string): Promise<WebClient | undefined> {
    const token = await options.token(workspace);
    if (token === undefined) return undefined;
    let client = clients.get(token);
    if (!client) {
      if (clients.size >= 500) clients.clear();
      // The outbox repeats and waits: the client must not.
      client = new WebClient(token, {
        ...clientOptions(options.apiUrl, logger, options.timeout),
        retryConfig: { retries: 0 },
      });
      clients.set(token, client);
    }
    return client;
  }

  async function attempt<T extends FindResult | SendResult>(
    workspace: string,
    work: (client: WebClient) => Promise<T>,
  ): Promise<T | Exclude<SendResult, { type: 'sent' }>> {
    let client: WebClient | undefined;
    try {
      client = await clientFor(workspace);
    } catch (error) {
      logger.error(describeError(error), 'slack: the token of a workspace could not be read');
      return { type: 'retry', reason: 'token_unreadable' };
    }
    if (!client) return { type: 'suspend', reason: 'not_installed' };
    try {
      return await work(client);
    } catch (error) {
      return resultOf(error);
    }
  }

  return {
    platform: 'slack',
    limits: slackRateLimits,
    send: ({ channel, thread, deliveryIds, card }) =>
      attempt<SendResult>(channel.workspace, async (client) => {
        const send = (message: SlackMessage) =>
          client.chat.postMessage({
            channel: channel.channel,
            ...(thread !== undefined && { thread_ts: thread }),
            ...contentOf(message),
            metadata: metadataOf(deliveryIds),
            unfurl_links: false,
            unfurl_media: false,
          });
        const { ts } = await withTextAlone(toSlackMessage(card), send, logger);
        return { type: 'sent', messageId: ts ?? '', status: 200 };
      }),
    async find({ channel, thread, deliveryIds }, since) {
      const result = await attempt<FindResult>(channel.workspace, (client) =>
        search(client, channel.channel, thread, deliveryIds, since),
      );
      return result.type === 'unknown' ? { ...result, type: 'retry' } : result;
    },
    edit: ({ workspace, channel }, messageId, { card, deliveryIds }) =>
      attempt<SendResult>(workspace, async (client) => {
        const send = (message: SlackMessage) =>
          client.chat.update({
            channel,
            ts: messageId,
            ...contentOf(message),
            metadata: metadataOf(deliveryIds),
          });
        await withTextAlone(toSlackMessage(card), send, logger);
        return { type: 'sent', messageId, status: 200 };
      }),
  };
}

function contentOf({ text, blocks }: SlackMessage) {
  return { text, ...(blocks.length > 0 && { blocks: [...blocks] }) };
}

function metadataOf(deliveryIds: OutgoingMessage['deliveryIds']): MessageMetadata {
  return { event_type: eventType, event_payload: { delivery_ids: deliveryIds.join(',') } };
}

/** The text is the whole news; where Slack will not take the blocks it goes alone. */
async function withTextAlone<T>(
  message: SlackMessage,
  send: (message: SlackMessage) => Promise<T>,
  logger: Logger,
): Promise<T> {
  try {
    return await send(message);
  } catch (error) {
    const problem = describeError(error);
    if (message.blocks.length === 0 || !isRefusedBlocks(problem)) throw error;
    const violations = limitViolations(message).length;
    logger.error({ ...problem, violations }, 'slack: blocks refused, notification sent as text');
    return await send({ text: message.text, blocks: [] });
  }
}

async function search(
  client: WebClient,
  channel: string,
  thread: string | undefined,
  ids: readonly string[],
  since: Date,
): Promise<FindResult> {
  const isOurs = ({ delivery_ids: standing }: Readonly<Record<string, unknown>>) =>
    typeof standing === 'string' && standing.split(',').some((id) => ids.includes(id));
  const found = await findMessage(client, { channel, thread }, { type: eventType, isOurs }, since);
  return found.type === 'too-many'
    ? { type: 'fail', reason: 'in doubt: too many messages to look through' }
    : found;
}
