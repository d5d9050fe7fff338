/** A person edits or deletes their question: what Slack tells of it. */
import { z } from 'zod';
import { type Incoming, readIncoming } from './incoming.ts';

const changedSchema = z.object({
  subtype: z.literal('message_changed'),
  channel: z.string().min(1),
  channel_type: z.string().optional(),
  message: z.looseObject({ text: z.string().default('') }),
  previous_message: z.object({ text: z.string().default('') }).optional(),
});
const deletedSchema = z.object({
  subtype: z.literal('message_deleted'),
  channel: z.string().min(1),
  channel_type: z.string().optional(),
  deleted_ts: z.string().min(1),
});

/** The question as it reads now. Slack also tells of previews it added: these change no words. */
export function readEdited(body: unknown, event: unknown): Incoming | undefined {
  const changed = changedSchema.safeParse(event);
  if (!changed.success) return undefined;
  const { channel, channel_type, message, previous_message } = changed.data;
  if (previous_message?.text === message.text) return undefined;
  const { edited: _, ...asAsked } = message;
  return readIncoming(body, { ...asAsked, channel, channel_type });
}

/** A mention whose message was edited comes as a mention again, marked. */
export function readEditedMention(body: unknown, event: unknown): Incoming | undefined {
  const parsed = z.looseObject({ edited: z.looseObject({}) }).safeParse(event);
  if (!parsed.success) return undefined;
  const { edited: _, ...asAsked } = parsed.data;
  return readIncoming(body, asAsked);
}

export interface DeletedMessage {
  readonly channel: string;
  readonly ts: string;
  readonly isDirect: boolean;
}

export function readDeleted(event: unknown): DeletedMessage | undefined {
  const deleted = deletedSchema.safeParse(event);
  if (!deleted.success) return undefined;
  const { channel, channel_type, deleted_ts } = deleted.data;
  return { channel, ts: deleted_ts, isDirect: channel_type === 'im' };
}
