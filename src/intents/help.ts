import { z } from 'zod';
import { helpCard } from '../cards/help-card.ts';
import { verbHelpCard } from '../cards/verb-help-card.ts';
import { type Bilingual, type Language, otherLanguage } from '../knowledge/language.ts';
import { phraseOf } from '../search/analysis.ts';
import { type Command, commands, helpPhrases, namedVerbs, type Verb } from './commands.ts';
import type { Candidate, Intent, Understanding } from './intent.ts';
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

/** What is typed for a verb after its command, with its argument. */
function usageOf({ name }: Command, { names, argument }: Verb, language: Language): string {
  return [`/${name}`, names[language][0], argument?.[language]]
    .filter((part) => part !== undefined)
    .join(' ');
}

const phrases = { en: helpPhrases('en'), fr: helpPhrases('fr') };
const allNames = {
  en: [...names.en, ...phrases.en.keys()],
  fr: [...names.fr, ...phrases.fr.keys()],
};

/** @param topics given when it is called, since the registry that knows them imports this file */
export function createHelp(topics: () => readonly HelpTopic[]): Intent {
  const byName = named('help', names);
  return {
    id: 'help',
    description: { en: 'Says what it can do', fr: 'Dit ce qu’il sait faire' },
    examples: { en: ['help'], fr: ['aide'] },
    names: allNames,
    args: z.strictObject({ verb: z.string().optional() }),
    recognise: (understanding, context) => [
      ...byName(understanding, context),
      ...recogniseVerb(understanding),
    ],
    answer({ verb }, { language }) {
      const found = namedVerbs.find((one) => one.verb.id === verb);
      if (verb !== undefined && !found) return undefined;
      return {
        outcome: 'social',
        card: found ? cardOf(found.command, found.verb, language) : generalCard(topics(), language),
        entries: [],
        sources: [],
      };
    },
  };
}

/** "Help subscribe", « abonner aide ». */
function recogniseVerb(understanding: Understanding): Candidate[] {
  // As it was typed: a word that only a command has is no slip.
  const phrase = phraseOf(understanding.words);
  const verb = phrases.en.get(phrase) ?? phrases.fr.get(phrase);
  if (verb === undefined) return [];
  return [{ intent: 'help', args: { verb }, score: 1, because: `“${phrase}” asks for help with a command` }];
}

function generalCard(topics: readonly HelpTopic[], language: Language) {
  return helpCard({
    language,
    commands: commands.flatMap((command) =>
      command.verbs.map((verb) => ({
        usage: usageOf(command, verb, language),
        description: verb.description[language],
      })),
    ),
    topics: topics.map((topic) => ({
      description: topic.description[language],
      example: topic.example[language],
    })),
  });
}

function cardOf(command: Command, verb: Verb, language: Language) {
  const [, ...others] = verb.names[language];
  return verbHelpCard({
    language,
    verb: verb.id,
    usage: usageOf(command, verb, language),
    description: verb.description[language],
    example: `/${command.name} ${verb.example[language]}`,
    others: [...others, ...verb.names[otherLanguage(language)]].filter(
      (name, index, all) => name !== verb.names[language][0] && all.indexOf(name) === index,
    ),
  });
}
