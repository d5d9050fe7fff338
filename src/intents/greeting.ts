import { z } from 'zod';
import { messageCard } from '../cards/message-card.ts';
import { callAction } from '../cards/parts.ts';
import { string } from '../cards/strings.ts';
import type { Intent } from './intent.ts';
import { named } from './named.ts';

const names = {
  en: [
    'hi',
    'hello',
    'hey',
    'hi there',
    'hello there',
    'hey there',
    'good morning',
    'good afternoon',
    'good evening',
    'greetings',
    'howdy',
    'hi bot',
    'hello bot',
  ],
  fr: [
    'bonjour',
    'salut',
    'allo',
    'bonsoir',
    'coucou',
    'bon matin',
    'bonjour a tous',
    'salut toi',
    'allo allo',
    'rebonjour',
  ],
};

export const greeting: Intent = {
  id: 'greeting',
  description: { en: 'Says hello and what it can do', fr: 'Salue et dit ce qu’il sait faire' },
  examples: { en: ['Hello'], fr: ['Bonjour'] },
  names,
  args: z.strictObject({}),
  recognise: named('greeting', names),
  answer(_args, { language }) {
    const ask = (label: string, intent: string, args = {}) => callAction(label, { intent, args, language });
    return {
      outcome: 'social',
      card: messageCard(
        language,
        string('greetingTitle', language),
        string('greeting', language),
        [],
        [
          ask(string('listTitle', language), 'list'),
          ask('CETA / AECG', 'topic', { entry: 'ceta' }),
          ask(string('helpTitle', language), 'help'),
        ],
      ),
      entries: [],
      sources: [],
    };
  },
};
