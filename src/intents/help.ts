import { z } from 'zod';
import { helpCard } from '../cards/help-card.ts';
import type { Bilingual } from '../knowledge/language.ts';
import { commands } from './commands.ts';
import type { Intent } from './intent.ts';
import { named } from './named.ts';

const names = {
  en: [
    'help',
    'help me',
    'what can you do',
    'what can i ask',
    'what can i ask you',
    'what do you know',
    'what do you do',
    'who are you',
    'what are you',
    'how do you work',
    'how does this work',
    'commands',
    'menu',
    'start',
    'get started',
    'i need help',
    'can you help me',
    'what is this bot',
    'how can you help me',
    'usage',
    'examples',
    'which topics do you cover',
    'what topics do you cover',
    'what can you tell me',
  ],
  fr: [
    'aide',
    'aidez moi',
    'aide moi',
    'a l aide',
    'que peux tu faire',
    'que pouvez vous faire',
    'que sais tu faire',
    'que savez vous faire',
    'qui es tu',
    'qui etes vous',
    'comment ca marche',
    'comment ca fonctionne',
    'commandes',
    'j ai besoin d aide',
    'que puis je demander',
    'qu est ce que tu sais faire',
    'qu est ce que tu peux faire',
    'exemples',
    'tu fais quoi',
    'mode d emploi',
    'comment fonctionnes tu',
    'comment fonctionnez vous',
    'quels sujets connais tu',
    'de quoi peux tu parler',
  ],
};

export interface HelpTopic {
  readonly description: Bilingual;
  readonly example: Bilingual;
}

/** @param topics given when it is called, since the registry that knows them imports this file */
export function createHelp(topics: () => readonly HelpTopic[]): Intent {
  return {
    id: 'help',
    description: { en: 'Says what it can do', fr: 'Dit ce qu’il sait faire' },
    examples: { en: ['help'], fr: ['aide'] },
    names,
    args: z.strictObject({}),
    recognise: named('help', names),
    answer: (_args, { language }) => ({
      outcome: 'social',
      card: helpCard({
        language,
        commands: commands.map((command) => ({
          usage: `/${command.name} ${command.usage[language]}`,
          description: command.description[language],
        })),
        topics: topics().map((topic) => ({
          description: topic.description[language],
          example: topic.example[language],
        })),
      }),
      entries: [],
      sources: [],
    }),
  };
}
