/** A message event → the question in it, or nothing when it is not for us. */
import { z } from 'zod';

/** Subtypes of messages a person wrote: with a file, or sent from a thread to the channel too. */
const askedSubtypes = new Set(['file_share', 'thread_broadcast']);

const eventSchema = z.object({
  channel: z.string().min(1),
  ts: z.string().min(1),
  thread_ts: z.string().optional(),
  channel_type: z.string().optional(),
  user: z.string(),
  text: z.string().default(''),
  subtype: z.string().optional(),
  bot_id: z.string().optional(),
  bot_profile: z.unknown().optional(),
  hidden: z.boolean().optional(),
  edited: z.unknown().optional(),
});

const envelopeSchema = z.object({
  team_id: z.string().min(1),
  event_id: z.string().optional(),
  authorizations: z.array(z.object({ team_id: z.string().min(1).nullish() })).optional(),
});
type Envelope = z.infer<typeof envelopeSchema>;

/** The workspace that the app is installed in: in a shared channel `team_id` can be somebody else's. */
function teamOf({ team_id, authorizations = [] }: Envelope): string {
  return authorizations[0]?.team_id ?? team_id;
}

/** @returns undefined where the body is no event */
export function readTeam(body: unknown): string | undefined {
  const envelope = envelopeSchema.safeParse(body);
  return envelope.success ? teamOf(envelope.data) : undefined;
}

/** Also how a question is written down while it waits. */
export const incomingSchema = z.object({
  team: z.string(),
  channel: z.string(),
  ts: z.string(),
  thread: z.string().optional(),
  user: z.string(),
  text: z.string(),
  isDirect: z.boolean(),
  eventId: z.string().optional(),
});

export type Incoming = Readonly<z.infer<typeof incomingSchema>>;

/**
 * Reads a message event. Bots (ourselves among them), Slackbot, edits, joins and other subtypes, and
 * hidden messages are not questions.
 */
export function readIncoming(body: unknown, event: unknown): Incoming | undefined {
  const envelope = envelopeSchema.safeParse(body);
  const parsed = eventSchema.safeParse(event);
  if (!envelope.success || !parsed.success) return undefined;
  const message = parsed.data;
  if (message.bot_id !== undefined || message.bot_profile || message.user === 'USLACKBOT') return undefined;
  if (message.subtype !== undefined && !askedSubtypes.has(message.subtype)) return undefined;
  if (message.hidden || message.edited) return undefined;
  return {
    team: teamOf(envelope.data),
    channel: message.channel,
    ts: message.ts,
    user: message.user,
    text: message.text,
    isDirect: message.channel_type === 'im',
    ...(message.thread_ts !== undefined && { thread: message.thread_ts }),
    ...(envelope.data.event_id !== undefined && { eventId: envelope.data.event_id }),
  };
}
