/** The search's own intent: the passage that fits the question best is the answer. */
import { z } from 'zod';
import { pageCount, sectionCard } from '../cards/section-card.ts';
import { stageOf } from '../knowledge/freshness.ts';
import type { Candidate, Intent, IntentContext, Understanding } from './intent.ts';
import { relatedSections } from './lookup.ts';

/** More than the decision looks at: it needs the runner-up and the choices of "did you mean". */
const offered = 5;
const notToday = 0.9;

export const section: Intent = {
  id: 'section',
  description: { en: 'Any question, in your own words', fr: 'Toute question, avec vos mots' },
  examples: {
    en: ['How much money did the superclusters get?', 'Is CETA in force?'],
    fr: ['Combien d’argent les supergrappes ont-elles reçu ?', 'L’AECG est-il en vigueur ?'],
  },
  args: z.strictObject({
    entry: z.string(),
    section: z.string(),
    page: z
      .string()
      .regex(/^[1-9]\d?$/)
      .optional(),
  }),
  recognise: (understanding: Understanding, { knowledge, now }: IntentContext): Candidate[] =>
    understanding.hits.slice(0, offered).map((hit) => {
      const found = knowledge.section(hit.entry, hit.section, understanding.language);
      // What holds today comes before what held once or will hold.
      const today = !found || stageOf(found, now) === 'current';
      return {
        intent: 'section',
        args: { entry: hit.entry, section: hit.section },
        score: today ? hit.confidence : hit.confidence * notToday,
        because: `explains ${percent(hit.coverage)} of the question, ${percent(hit.likeness)} like a known question${today ? '' : ', but does not hold today'}`,
      };
    }),
  answer(
    { entry: entryId = '', section: sectionId = '', page: pageText = '1' },
    { knowledge, language, now },
  ) {
    const entry = knowledge.entry(entryId, language);
    const found = knowledge.section(entryId, sectionId, language);
    if (!entry || !found) return undefined;
    const page = Math.min(Number(pageText), pageCount(found));
    return {
      outcome: 'answer',
      card: sectionCard({
        entry,
        section: found,
        page,
        related: relatedSections(knowledge, entry, sectionId),
        now,
      }),
      entries: [`${entryId}#${sectionId}`],
      sources: found.sources,
    };
  },
};

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
