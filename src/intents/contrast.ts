import { string } from '../cards/strings.ts';
import type { Candidate, Intent } from './intent.ts';
import { answerParts, type FindIntent, partsOf, partsSchema } from './joined.ts';

const contrastId = 'contrast';

/**
 * Two things side by side of which the content states no common facts: each is quoted. It never recognises a
 * question by itself: the conversation finds the two sides and what answers each.
 *
 * @param find given as a function since the registry that knows all intents imports this file
 */
export function createContrast(find: FindIntent): Intent {
  return {
    id: contrastId,
    description: { en: 'Two things side by side', fr: 'Deux choses côte à côte' },
    examples: {
      en: ['What is the difference between CETA and the ECCP?'],
      fr: ['Quelle est la différence entre l’AECG et l’ECCP ?'],
    },
    args: partsSchema,
    recognise: () => [],
    answer: (args, context) =>
      answerParts(
        { intent: contrastId, title: string('contrastTitle', context.language), args },
        context,
        find,
      ),
  };
}

/** The candidate that quotes what answers each side, in the order of the question. */
export function contrastCandidate(sides: readonly Candidate[]): Candidate {
  return {
    intent: contrastId,
    args: partsOf(sides),
    score: Math.min(...sides.map((side) => side.score)),
    because: `sets two things side by side: ${sides.map((side) => side.because).join('; and ')}`,
  };
}
