import { z } from 'zod';
import { messageCard } from '../cards/message-card.ts';
import { string } from '../cards/strings.ts';
import type { Intent } from './intent.ts';
import { named } from './named.ts';

const names = {
  en: [
    'thanks',
    'thank you',
    'thank you very much',
    'thanks a lot',
    'many thanks',
    'thx',
    'ty',
    'great thanks',
    'ok thanks',
    'bye',
    'goodbye',
    'see you',
    'cheers',
    'perfect thanks',
    'thanks bye',
  ],
  fr: [
    'merci',
    'merci beaucoup',
    'merci bien',
    'mille mercis',
    'ok merci',
    'parfait merci',
    'super merci',
    'au revoir',
    'a bientot',
    'a plus',
    'merci au revoir',
    'bonne fin de journee',
  ],
};

export const thanks: Intent = {
  id: 'thanks',
  description: { en: 'Answers thanks and goodbyes', fr: 'Répond aux remerciements et aux au revoir' },
  examples: { en: ['Thank you'], fr: ['Merci'] },
  names,
  args: z.strictObject({}),
  recognise: named('thanks', names),
  answer: (_args, { language }) => ({
    outcome: 'social',
    card: messageCard(language, string('thanksTitle', language), string('thanks', language)),
    entries: [],
    sources: [],
  }),
};
