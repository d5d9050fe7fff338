/** Speaks in another conversation than that of the turn: the experts' channel, the place of a question. */
import type { ConversationReference, TurnContext } from 'botbuilder';
import type { TeamsAdapter } from './adapter.ts';
import { sendCarefully } from './connector.ts';
import { type ConversationRecord, readConversationRecord } from './conversation-record.ts';
import { isAllowedServiceUrl } from './service-url.ts';
import type { Speaker, TeamsChannel } from './services.ts';

/** No stored record, or one whose address may not be used. */
export class NotReachedError extends Error {
  override readonly name = 'NotReachedError';
}

export interface SpeakerOptions {
  readonly adapter: TeamsAdapter;
  /** '' without credentials. */
  readonly appId: string;
  /** The stored record of a conversation. */
  readonly reference: (channel: TeamsChannel) => Promise<string | undefined>;
  readonly allowed: 'teams' | 'loopback' | 'both';
}

export function createSpeaker({ adapter, appId, reference, allowed }: SpeakerOptions): Speaker {
  return {
    async post(channel, thread, message) {
      const record = readConversationRecord((await reference(channel)) ?? '');
      if (!record || !isAllowedServiceUrl(record.serviceUrl, allowed))
        throw new NotReachedError('no usable record');
      const said: { id?: string; error?: unknown } = {};
      await adapter.continueConversationAsync(appId, toReference(record, thread), async (context) => {
        // botbuilder would hand an error to the apology, which speaks in the wrong place.
        try {
          said.id = await say(context, message);
        } catch (error) {
          said.error = error;
        }
      });
      if (said.error !== undefined) throw said.error;
      return said.id ?? '';
    },
  };
}

async function say(context: TurnContext, message: object): Promise<string> {
  sendCarefully(context);
  // Else it would be a reply to a made-up activity.
  Reflect.deleteProperty(context.activity, 'id');
  const response = await context.sendActivity({ type: 'message', ...message });
  return response?.id ?? '';
}

/** In a channel the conversation's id carries the thread; a chat has no threads. */
export function toReference(
  record: ConversationRecord,
  thread: string | undefined,
): Partial<ConversationReference> {
  const { conversationId, conversationType, serviceUrl, channelId, botId, tenantId } = record;
  const isThread = thread !== undefined && conversationType === 'channel';
  return {
    serviceUrl,
    channelId,
    bot: { id: botId, name: '' },
    conversation: {
      id: isThread ? `${conversationId};messageid=${thread}` : conversationId,
      conversationType,
      isGroup: conversationType !== 'personal',
      name: '',
      ...(tenantId !== undefined && { tenantId }),
    },
  };
}
