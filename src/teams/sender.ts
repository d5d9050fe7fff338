/** Delivers notifications to Teams conversations through their stored references. */
import type { ConversationReference, TurnContext } from 'botbuilder';
import type { Logger } from 'pino';
import type { Card } from '../cards/card.ts';
import type { TeamsCredentials } from '../config.ts';
import { endsWithin } from '../ends-within.ts';
import type { OutgoingMessage, Sender, SendResult } from '../notifications/sender.ts';
import { type BotFrameworkAuthentication, createAuthentication, TeamsAdapter } from './adapter.ts';
import { withoutRetries } from './connector.ts';
import { readConversationRecord } from './conversation-record.ts';
import { teamsRateLimits } from './rate-limits.ts';
import { CardLimitError, messageActivity } from './reply.ts';
import { resultOf } from './send-result.ts';
import { isAllowedServiceUrl } from './service-url.ts';
import { toReference } from './speaker.ts';

/** Shorter than a worker's lease. */
const longestRequest = 15_000;

export interface TeamsSenderOptions {
  readonly config: TeamsCredentials | undefined;
  /** The stored record of a conversation. */
  readonly reference: (channel: OutgoingMessage['channel']) => Promise<string | undefined>;
  readonly logger: Logger;
  /** For tests: a local issuer, whose connector is on this machine. */
  readonly authentication?: BotFrameworkAuthentication;
  /** Milliseconds for a request; for tests. */
  readonly timeout?: number;
}

export function createTeamsSender(options: TeamsSenderOptions): Sender {
  const { config, reference, logger, timeout = longestRequest } = options;
  const adapter = new TeamsAdapter(options.authentication ?? createAuthentication(config), logger);
  const allowed = !config ? 'loopback' : options.authentication ? 'both' : 'teams';

  async function within(
    { channel, thread }: Pick<OutgoingMessage, 'channel' | 'thread'>,
    card: Card,
    work: (context: TurnContext, activity: ReturnType<typeof messageActivity>) => Promise<string>,
  ): Promise<SendResult> {
    const stored = await reference(channel);
    const record = stored === undefined ? undefined : readConversationRecord(stored);
    if (!record) return { type: 'suspend', reason: 'no_conversation_reference' };
    if (!isAllowedServiceUrl(record.serviceUrl, allowed)) {
      return { type: 'suspend', reason: 'service_url_not_allowed' };
    }
    const conversing = converse(toReference(record, thread), card, work);
    return (await endsWithin(conversing, timeout)) ? conversing : { type: 'unknown', reason: 'timeout' };
  }

  async function converse(
    to: Partial<ConversationReference>,
    card: Card,
    work: (context: TurnContext, activity: ReturnType<typeof messageActivity>) => Promise<string>,
  ): Promise<SendResult> {
    let result: SendResult | undefined;
    try {
      const activity = messageActivity(card);
      await adapter.continueConversationAsync(config?.appId ?? '', to, async (context) => {
        try {
          withoutRetries(context);
          // Else it would be a reply to a made-up activity.
          Reflect.deleteProperty(context.activity, 'id');
          result = { type: 'sent', messageId: await work(context, activity), status: 200 };
        } catch (error) {
          result = resultOf(error);
        }
      });
    } catch (error) {
      if (error instanceof CardLimitError) return { type: 'fail', reason: error.code };
      // Before the message: no token, or no connection to where tokens come from.
      return result ?? resultOf(error);
    }
    return result ?? { type: 'unknown', reason: 'no_answer' };
  }

  return {
    platform: 'teams',
    limits: teamsRateLimits,
    send: (message) =>
      within(message, message.card, async (context, activity) => {
        const response = await context.sendActivity(activity);
        return response?.id ?? '';
      }),
    edit: (channel, messageId, { card }) =>
      within({ channel }, card, async (context, activity) => {
        await context.updateActivity({ ...activity, id: messageId });
        return messageId;
      }),
  };
}
