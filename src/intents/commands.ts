/**
 * The commands, declared once: the router, the help card, Slack's and Teams' manifests and the
 * documentation all read this list.
 */
import type { Bilingual } from '../knowledge/language.ts';

export interface Verb {
  readonly id: 'help' | 'list' | 'brief' | 'ask' | 'cluster' | 'topic';
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
      en: 'help | list | <cluster> | brief <subject> | ask <question>',
      fr: 'aide | liste | <grappe> | fiche <sujet> | question <…>',
    },
    verbs: [
      {
        id: 'help',
        names: { en: ['help'], fr: ['aide'] },
        description: { en: 'What I can do', fr: 'Ce que je sais faire' },
        example: { en: 'help', fr: 'aide' },
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
    ],
  },
  {
    name: 'ceta',
    description: {
      en: 'Ask about the EU–Canada trade agreement',
      fr: 'Question sur l’accord commercial AECG',
    },
    usage: { en: '<topic or question>', fr: '<sujet ou question>' },
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

/** The command of that name (with or without its slash), if it is declared. */
export function findCommand(name: string): Command | undefined {
  const bare = name.replace(/^\//, '').toLowerCase();
  return commands.find((command) => command.name === bare);
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
  return rest.length > 0 && names.includes(first.toLowerCase()) ? rest.join(' ') : trimmed;
}
