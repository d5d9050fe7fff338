import { z } from 'zod';
import { attribute, attributesOf } from './attribute.ts';
import type { Intent } from './intent.ts';
import { programmeId } from './lookup.ts';

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
    if (!general || understanding.entries.length === 0) return [];
    return attributesOf(programmeId, understanding, context).map((candidate) => ({
      ...candidate,
      intent: 'programme',
      args: { attribute: candidate.args.attribute ?? '' },
    }));
  },
  answer: ({ attribute: id = '' }, context) =>
    attribute.answer({ entry: programmeId, attribute: id }, context),
};
