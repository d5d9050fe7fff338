import { z } from 'zod';
import { attribute, attributesOf } from './attribute.ts';
import type { Intent } from './intent.ts';
import { programmeId } from './lookup.ts';

/** An attribute alone is the question: nothing of it is left unexplained. */
const certainlyBare = 0.949;

/** Words that stand for the programme's clusters as a whole. */
const clusterWords = new Set(
  'cluster clusters supercluster superclusters grappe grappes supergrappe supergrappes'.split(' '),
);

/** A fact about the programme, asked of "the superclusters" in general. */
export const programme: Intent = {
  id: 'programme',
  description: { en: 'A fact about the programme', fr: 'Un fait sur le programme' },
  examples: {
    en: ['Which department is responsible for the superclusters?'],
    fr: ['Quel ministère est responsable des supergrappes ?'],
  },
  args: z.strictObject({ attribute: z.string() }),
  recognise(understanding, context) {
    // A cluster, an agreement or another entry that is named keeps its own facts.
    const general = understanding.entries.every(
      (id) => context.knowledge.entry(id, understanding.language)?.kind === 'term',
    );
    const spokenOf = understanding.words.some((word) => clusterWords.has(word.folded));
    const bare = understanding.mentions.every(
      (mention) => mention.kind === 'attribute' || mention.kind === 'entry',
    );
    if (!general || !(understanding.entries.length > 0 || spokenOf || bare)) return [];
    const candidates = attributesOf(programmeId, understanding, context, clusterWords);
    // "total funding", "how many jobs": only when nothing else is said is the programme meant.
    const certain = spokenOf || understanding.entries.length > 0;
    return candidates
      .filter((candidate) => certain || candidate.score >= certainlyBare)
      .map((candidate) =>
        candidate.intent === 'attribute'
          ? { ...candidate, intent: 'programme', args: { attribute: candidate.args.attribute ?? '' } }
          : candidate,
      );
  },
  answer: ({ attribute: id = '' }, context) =>
    attribute.answer({ entry: programmeId, attribute: id }, context),
};
