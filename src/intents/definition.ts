import { z } from 'zod';
import type { Intent, IntentContext, Understanding } from './intent.ts';
import { mainSection } from './lookup.ts';
import { onlyAbout } from './only-about.ts';
import { section } from './section.ts';

export const definition: Intent = {
  id: 'definition',
  description: { en: 'What a term means', fr: 'La définition d’un terme' },
  examples: { en: ['What is a supercluster?'], fr: ['Qu’est-ce qu’une supergrappe ?'] },
  args: z.strictObject({ entry: z.string() }),
  recognise: (understanding: Understanding, context: IntentContext) =>
    onlyAbout('definition', understanding, context, ['term']),
  answer({ entry: id = '' }, context) {
    const entry = context.knowledge.entry(id, context.language);
    if (!entry) return undefined;
    return section.answer({ entry: id, section: mainSection(entry).id }, context);
  },
};
