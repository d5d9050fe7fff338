import { z } from 'zod';
import type { Card } from '../cards/card.ts';
import { joinedCard } from '../cards/joined-card.ts';
import { string } from '../cards/strings.ts';
import type { Answer, Candidate, Intent, IntentContext } from './intent.ts';

export const joinedId = 'joined';
/** More parts than this are no question but a list of wishes. */
export const mostParts = 3;

/**
 * The answers to the parts of one question. It never recognises a question by itself: the conversation
 * puts it together of parts that are answered each.
 *
 * @param find given as a function since the registry that knows all intents imports this file
 */
export function createJoined(find: FindIntent): Intent {
  return {
    id: joinedId,
    description: { en: 'Several questions at once', fr: 'Plusieurs questions à la fois' },
    examples: {
      en: ['Where is NGen based and how do I join?'],
      fr: ['Où est située NGen et comment y adhérer ?'],
    },
    args: partsSchema,
    recognise: () => [],
    answer: (args, context) =>
      answerParts({ intent: joinedId, title: string('joinedTitle', context.language), args }, context, find),
  };
}

export type FindIntent = (id: string) => Intent | undefined;

/** Intents whose answer is made of others'; they hold no one another. */
const made = new Set([joinedId, 'either', 'contrast']);

/** @returns undefined where one of the parts has no answer any more */
export function answerParts(
  { intent: own, title, args }: { readonly intent: string; readonly title: string; readonly args: Parts },
  context: IntentContext,
  find: FindIntent,
): Answer | undefined {
  const calls = Object.keys(args)
    .sort()
    .map((name) => readPart(args[name] ?? ''));
  const answers = calls.flatMap((call): Answer[] => {
    const intent = made.has(call.intent) ? undefined : find(call.intent);
    const valid = intent?.args.safeParse(call.args).success;
    const answer = valid ? intent?.answer(call.args, context) : undefined;
    return answer ? [answer] : [];
  });
  const [first, ...others] = answers.map((answer) => answer.card);
  if (!first || answers.length !== calls.length) return undefined;
  const cards: [Card, ...Card[]] = [first, ...others];
  return {
    outcome: 'answer',
    card: joinedCard({ title, cards, call: { intent: own, args } }),
    entries: [...new Set(answers.flatMap((answer) => answer.entries))],
    sources: answers.flatMap((answer) => answer.sources),
  };
}

/** `part1` … `part3`, each a call. */
export type Parts = Readonly<Record<string, string>>;

export const partsSchema = z.record(z.string().regex(/^part[1-3]$/), z.string().max(300));

export function partsOf(candidates: readonly Candidate[]): Parts {
  return Object.fromEntries(candidates.map((part, index) => [`part${index + 1}`, writePart(part)]));
}

/** The candidate that gives the answers of several, in the order of the question. */
export function joinCandidates(parts: readonly Candidate[]): Candidate {
  return {
    intent: joinedId,
    args: partsOf(parts),
    score: Math.min(...parts.map((part) => part.score)),
    because: `asks ${parts.length} things: ${parts.map((part) => part.because).join('; and ')}`,
  };
}

function writePart({ intent, args }: Pick<Candidate, 'intent' | 'args'>): string {
  return `${intent}?${new URLSearchParams(args)}`;
}

/** The call that `writePart` wrote. */
export function readPart(text: string): { readonly intent: string; readonly args: Record<string, string> } {
  const [intent = '', query = ''] = text.split('?', 2);
  return { intent, args: Object.fromEntries(new URLSearchParams(query)) };
}
