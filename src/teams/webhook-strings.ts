/** What is posted to try a webhook. */
import type { Bilingual } from '../knowledge/language.ts';

export const webhookStrings = {
  testTitle: { en: 'Supercluster Guide reaches this channel', fr: 'Supercluster Guide joint ce canal' },
  testText: {
    en: 'This is a test. News about the topics chosen for this channel will be posted here.',
    fr: 'Ceci est un essai. Les nouveautés sur les sujets choisis pour ce canal seront publiées ici.',
  },
} as const satisfies Record<string, Bilingual>;
