import { string } from '../cards/strings.ts';
import type { Candidate, Intent } from './intent.ts';
import { answerParts, type FindIntent, partsOf, partsSchema } from './joined.ts';

const eitherId = 'either';

/**
 * Two answers, where the question fits both about as well: one of them alone would be a toss-up. It
 * never recognises a question by itself: the conversation sees the tie.
 *
 * @param find given as a function since the registry that knows all intents imports this file
 */
export function createEither(find: FindIntent): Intent {
  return {
    id: eitherId,
    description: { en: 'Two answers that may fit', fr: 'Deux réponses possibles' },
    examples: { en: ['What does Digital pay?'], fr: ['Que paie Digital ?'] },
    args: partsSchema,
    recognise: () => [],
    answer: (args, context) =>
      answerParts({ intent: eitherId, title: string('eitherTitle', context.language), args }, context, find),
  };
}

/** The candidate that gives two answers, the surer one first. */
export function eitherCandidate(first: Candidate, second: Candidate): Candidate {
  return {
    intent: eitherId,
    args: partsOf([first, second]),
    score: first.score,
    because: `fits two about as well: ${first.because}; and ${second.because}`,
  };
}
