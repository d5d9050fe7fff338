/**
 * The commands, declared once: the router, the help card, Slack's and Teams' manifests and the
 * documentation all read this list.
 */
import { foldPhrase } from '../knowledge/fold.ts';
import { type Bilingual, type Language, languages } from '../knowledge/language.ts';

export interface Verb {
  readonly id:
    | 'help'
    | 'list'
    | 'brief'
    | 'ask'
    | 'cluster'
    | 'topic'
    | 'subscribe'
    | 'unsubscribe'
    | 'subscriptions';
  /** What a person types, lower case; an empty list means that the argument stands alone. */
  readonly names: Bilingual<readonly string[]>;
  readonly argument?: Bilingual;
  readonly description: Bilingual;
  readonly example: Bilingual;
}

export interface Command {
  /** Without the slash. */
  readonly name: string;
  readonly description: Bilingual;
  readonly usage: Bilingual;
  /** The entry a question is about when it names none. */
  readonly about?: string;
  readonly verbs: readonly Verb[];
}

export const commands: readonly Command[] = [
  {
    name: 'supercluster',
    description: {
      en: "Ask about Canada's Global Innovation Clusters",
      fr: 'Question sur les grappes d’innovation mondiales',
    },
    usage: {
      en: 'help [command] | list | <cluster> | brief <subject> | ask <question> | subscribe <topics> | unsubscribe <topics> | subscriptions',
      fr: 'aide [commande] | liste | <grappe> | fiche <sujet> | question <…> | abonner <sujets> | désabonner <sujets> | abonnements',
    },
    verbs: [
      {
        id: 'help',
        names: { en: ['help'], fr: ['aide'] },
        argument: { en: '[command]', fr: '[commande]' },
        description: {
          en: 'What I can do, or how a command works',
          fr: 'Ce que je sais faire, ou l’emploi d’une commande',
        },
        example: { en: 'help subscribe', fr: 'aide abonner' },
      },
      {
        id: 'list',
        names: { en: ['list'], fr: ['liste'] },
        description: { en: 'The five clusters', fr: 'Les cinq grappes' },
        example: { en: 'list', fr: 'liste' },
      },
      {
        id: 'cluster',
        names: { en: [], fr: [] },
        argument: { en: '<cluster>', fr: '<grappe>' },
        description: { en: 'The profile of one cluster', fr: 'Le profil d’une grappe' },
        example: { en: 'NGen', fr: 'NGen' },
      },
      {
        id: 'brief',
        names: { en: ['brief'], fr: ['fiche', 'dossier'] },
        argument: { en: '<cluster, industry or province>', fr: '<grappe, secteur ou province>' },
        description: {
          en: 'Facts, CETA topics, European counterparts and dates',
          fr: 'Faits, AECG, homologues européens et dates',
        },
        example: { en: 'brief agri-food', fr: 'fiche agroalimentaire' },
      },
      {
        id: 'ask',
        names: { en: ['ask'], fr: ['question', 'demander'] },
        argument: { en: '<question>', fr: '<question>' },
        description: { en: 'Ask any question', fr: 'Poser une question' },
        example: { en: 'ask who leads Scale AI?', fr: 'question qui dirige Scale AI ?' },
      },
      {
        id: 'subscribe',
        names: { en: ['subscribe'], fr: ['abonner', "s'abonner", 'abonnez', 'abonne'] },
        argument: {
          en: '<topics> [weekly on Monday at 09:00]',
          fr: '<sujets> [hebdomadaire le lundi à 9\u00A0h]',
        },
        description: {
          en: 'Tell this channel of news about topics',
          fr: 'Informer ce canal des nouveautés sur des sujets',
        },
        example: {
          en: 'subscribe NGen, procurement weekly on Monday at 09:00',
          fr: 'abonner NGen, marchés publics hebdomadaire le lundi à 9\u00A0h',
        },
      },
      {
        id: 'unsubscribe',
        names: { en: ['unsubscribe'], fr: ['désabonner', 'se désabonner', 'désabonnez', 'désabonne'] },
        argument: { en: '<topics or all>', fr: '<sujets ou tout>' },
        description: { en: 'Stop telling this channel of them', fr: 'Ne plus en informer ce canal' },
        example: { en: 'unsubscribe NGen', fr: 'désabonner NGen' },
      },
      {
        id: 'subscriptions',
        names: { en: ['subscriptions'], fr: ['abonnements'] },
        description: { en: 'What this channel is told', fr: 'Ce dont ce canal est informé' },
        example: { en: 'subscriptions', fr: 'abonnements' },
      },
    ],
  },
  {
    name: 'ceta',
    description: {
      en: 'Ask about the EU–Canada trade agreement',
      fr: 'Question sur l’accord commercial AECG',
    },
    usage: { en: 'help | <topic or question>', fr: 'aide | <sujet ou question>' },
    about: 'ceta',
    verbs: [
      {
        id: 'help',
        names: { en: ['help'], fr: ['aide'] },
        description: { en: 'What I can do', fr: 'Ce que je sais faire' },
        example: { en: 'help', fr: 'aide' },
      },
      {
        id: 'topic',
        names: { en: [], fr: [] },
        argument: { en: '<topic or question>', fr: '<sujet ou question>' },
        description: {
          en: 'A topic of CETA, or a question about it',
          fr: 'Un sujet de l’AECG, ou une question',
        },
        example: { en: 'is it in force?', fr: 'est-il en vigueur ?' },
      },
    ],
  },
];

/** What a person types for each verb of subscriptions, and for help with one. */
export const subscriptionVerbs = {
  help: namesOf('help'),
  subscribe: namesOf('subscribe'),
  unsubscribe: namesOf('unsubscribe'),
  subscriptions: namesOf('subscriptions'),
} as const;

function namesOf(id: Verb['id']): Bilingual<readonly string[]> {
  const found = commands.flatMap((command) => command.verbs).find((verb) => verb.id === id);
  if (!found) throw new Error(`the verb ${id} is not declared`);
  return found.names;
}

/** The command of that name (with or without its slash), if it is declared. */
export function findCommand(name: string): Command | undefined {
  const bare = name.replace(/^\//, '').toLowerCase();
  return commands.find((command) => command.name === bare);
}

/** A verb that is typed by a name, with the command it belongs to. */
export interface NamedVerb {
  readonly command: Command;
  readonly verb: Verb;
}

/** Every verb that has a name, each once: a verb that two commands share belongs to the first. */
export const namedVerbs: readonly NamedVerb[] = commands
  .flatMap((command) => command.verbs.map((verb) => ({ command, verb })))
  .filter(
    ({ verb }, index, all) =>
      verb.names.en.length > 0 && all.findIndex((other) => other.verb.id === verb.id) === index,
  );

/**
 * How help with one verb is asked for, folded: `help subscribe` and `subscribe help`, in either language,
 * each with the verb's id.
 */
export function helpPhrases(language: Language): ReadonlyMap<string, Verb['id']> {
  const phrases = new Map<string, Verb['id']>();
  for (const help of namesOf('help')[language]) {
    for (const { verb } of namedVerbs) {
      if (verb.id === 'help') continue;
      for (const name of verb.names[language]) {
        phrases.set(foldPhrase(`${help} ${name}`), verb.id);
        phrases.set(foldPhrase(`${name} ${help}`), verb.id);
      }
    }
  }
  return phrases;
}

/**
 * Removes the verb that only introduces a question (`ask …`, `question …`); every other verb is
 * understood by its intent as any utterance is.
 */
export function questionOf(command: Command, text: string): string {
  const trimmed = text.trim();
  const ask = command.verbs.find((verb) => verb.id === 'ask');
  if (!ask) return trimmed;
  const [first = '', ...rest] = trimmed.split(/\s+/);
  const names = [...ask.names.en, ...ask.names.fr];
  if (rest.length === 0 || !names.includes(first.toLowerCase())) return trimmed;
  // `ask help` asks for help with `ask`.
  const isHelp = languages.some((language) => helpPhrases(language).has(foldPhrase(trimmed)));
  return isHelp ? trimmed : rest.join(' ');
}
