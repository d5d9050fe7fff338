/** What somebody asks with a command, a shortcut, a button or a modal, as it is kept until its answer stands. */
import { z } from 'zod';
import { fromWire, toWire } from '../cards/call.ts';

const callSchema = z.unknown().transform((data, context) => {
  const call = fromWire(data);
  if (call) return toWire(call);
  context.addIssue('expected a call');
  return z.NEVER;
});

const askedSchema = z.discriminatedUnion('type', [
  /** What was typed behind a slash command, as Slack sent it. */
  z.object({ type: z.literal('command'), name: z.string(), typed: z.string() }),
  /** A message that somebody wants an answer to, as Slack sent it. */
  z.object({ type: z.literal('message'), markup: z.string() }),
  /** A question of a modal, with the language chosen there. */
  z.object({ type: z.literal('question'), text: z.string(), language: z.enum(['en', 'fr']).optional() }),
  z.object({ type: z.literal('call'), call: callSchema }),
]);

const destinationSchema = z.discriminatedUnion('type', [
  /** Only the person sees it, where they asked. */
  z.object({ type: z.literal('person'), thread: z.string().optional() }),
  /** Everybody in the conversation sees it. */
  z.object({ type: z.literal('conversation'), thread: z.string().optional() }),
  /** In a modal; without an id one is opened for the answer. */
  z.object({ type: z.literal('view'), id: z.string().optional() }),
]);

/**
 * The response address is not part of it: whoever has one can post in the app's name, so it is never
 * written down.
 */
export const interactionSchema = z.object({
  /** Ours: Slack delivers an interaction once. */
  id: z.string(),
  team: z.string(),
  /** `view` where there is none. */
  channel: z.string(),
  person: z.string(),
  asked: askedSchema,
  to: destinationSchema,
});

export type Interaction = Readonly<z.infer<typeof interactionSchema>>;
