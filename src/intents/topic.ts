import { z } from 'zod';
import type { Intent, IntentContext, Understanding } from './intent.ts';
import { mainSection } from './lookup.ts';
import { onlyAbout } from './only-about.ts';
import { section } from './section.ts';

export const topic: Intent = {
  id: 'topic',
  description: {
    en: 'A topic of CETA or of EU–Canada cooperation',
    fr: 'Un sujet de l’AECG ou de la coopération UE–Canada',
  },
  examples: { en: ['CETA rules of origin', 'ECCP'], fr: ['règles d’origine de l’AECG', 'ECCP'] },
  args: z.strictObject({ entry: z.string() }),
  recognise: (understanding: Understanding, context: IntentContext) =>
    onlyAbout('topic', understanding, context, ['agreement', 'topic', 'platform', 'organisation', 'event']),
  answer({ entry: id = '' }, context) {
    const entry = context.knowledge.entry(id, context.language);
    if (!entry) return undefined;
    return section.answer({ entry: id, section: mainSection(entry).id }, context);
  },
};
