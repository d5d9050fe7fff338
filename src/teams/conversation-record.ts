/** The least that a later message into a conversation needs: no names, and no SDK object. */
import { z } from 'zod';
import type { TeamsActivity } from './activity.ts';
import { tenantOf } from './activity.ts';

export interface ConversationRecord {
  /** Without `;messageid=…`: the chat or channel, not the thread. */
  readonly conversationId: string;
  readonly conversationType: string;
  readonly serviceUrl: string;
  readonly channelId: string;
  readonly botId: string;
  readonly tenantId?: string;
  readonly teamId?: string;
  /** In a personal chat: the person, by directory id. */
  readonly userAadObjectId?: string;
}

export function toConversationRecord(activity: TeamsActivity): ConversationRecord {
  const conversationType = activity.conversation.conversationType ?? 'personal';
  const tenantId = tenantOf(activity);
  const teamId = activity.channelData?.team?.id;
  const userAadObjectId = conversationType === 'personal' ? activity.from?.aadObjectId : undefined;
  return {
    conversationId: activity.conversation.id.replace(/;messageid=[\s\S]*$/, ''),
    conversationType,
    serviceUrl: activity.serviceUrl,
    channelId: activity.channelId,
    botId: activity.recipient.id,
    ...(tenantId && { tenantId }),
    ...(teamId && { teamId }),
    ...(userAadObjectId && { userAadObjectId }),
  };
}

const recordSchema = z.object({
  conversationId: z.string().min(1),
  conversationType: z.string(),
  serviceUrl: z.string().min(1),
  channelId: z.string(),
  botId: z.string(),
  tenantId: z.string().optional(),
  teamId: z.string().optional(),
  userAadObjectId: z.string().optional(),
});

/** Reads what the store kept; `undefined` for what is none. */
export function readConversationRecord(json: string): ConversationRecord | undefined {
  try {
    return recordSchema.safeParse(JSON.parse(json)).data as ConversationRecord | undefined;
  } catch {
    return undefined;
  }
}
