/** `admin subscribers managers`: an administrator says who may subscribe channels, on every platform alike. */
import type { Card } from '../cards/card.ts';
import { messageCard } from '../cards/message-card.ts';
import { foldPhrase } from '../knowledge/fold.ts';
import type { Bilingual, Language } from '../knowledge/language.ts';
import type { Settings, WorkspaceSettings } from '../store/settings.ts';
import type { Tenant } from '../store/tenant.ts';

export interface SubscribersRequest {
  readonly tenant: Tenant;
  readonly person: string;
  readonly text: string;
  /** Ids of the people who are mentioned in the line. */
  readonly people: readonly string[];
  /** Of a line whose words are the same in both. */
  readonly language: Language;
  /** Asked for every such line. */
  readonly isAdministrator: () => Promise<boolean>;
}

export interface SubscribersDesk {
  /** @returns undefined where the text is something else */
  handle(request: SubscribersRequest): Promise<Card | undefined>;
}

export interface SubscribersDeskOptions {
  readonly settings: Settings;
  readonly clock: () => Date;
}

type Who = WorkspaceSettings['subscribers'];
interface SubscribersLine {
  /** Absent where the words name nobody that may be chosen. */
  readonly who: Who | 'show' | undefined;
  readonly language: Language | undefined;
}

const mostListed = 100;
const subjects: Readonly<Record<string, Language>> = { subscribers: 'en', abonnes: 'fr', abonnements: 'fr' };
const choices: Readonly<Record<string, Who>> = {
  ...{ anyone: 'anyone', everyone: 'anyone', everybody: 'anyone', tous: 'anyone', 'tout le monde': 'anyone' },
  ...{ managers: 'managers', gestionnaires: 'managers' },
  ...{ listed: 'listed', only: 'listed', liste: 'listed', seulement: 'listed' },
};

const strings = {
  title: { en: 'Who may subscribe channels', fr: 'Qui peut abonner des canaux' },
  anyone: {
    en: 'Anyone may change the subscriptions of a channel.',
    fr: 'Tout le monde peut modifier les abonnements d’un canal.',
  },
  managers: {
    en: 'Those who manage a channel may change its subscriptions, and the people on the list ({count}).',
    fr: 'Les personnes qui gèrent un canal peuvent modifier ses abonnements, et celles de la liste ({count}).',
  },
  listed: {
    en: 'Only the people on the list ({count}) may change subscriptions.',
    fr: 'Seules les personnes de la liste ({count}) peuvent modifier les abonnements.',
  },
  how: {
    en: 'To change it: admin subscribers anyone, admin subscribers managers, or admin subscribers listed with the people mentioned.',
    fr: 'Pour changer\u00A0: admin abonnés tous, admin abonnés gestionnaires, ou admin abonnés liste avec les personnes mentionnées.',
  },
  nobody: {
    en: 'Mention the people who may subscribe in the same line; nothing has changed.',
    fr: 'Mentionnez dans la même ligne les personnes qui peuvent abonner\u00A0; rien n’a changé.',
  },
  tooMany: {
    en: 'That is more than {count} people; nothing has changed.',
    fr: 'Cela fait plus de {count} personnes\u00A0; rien n’a changé.',
  },
  notAllowed: {
    en: 'Only administrators may say who may subscribe. Please ask one of them.',
    fr: 'Seule l’administration peut dire qui peut abonner. Adressez-vous à elle.',
  },
} as const satisfies Record<string, Bilingual>;

export function createSubscribersDesk({ settings, clock }: SubscribersDeskOptions): SubscribersDesk {
  return {
    async handle({ tenant, person, text, people, isAdministrator, ...request }) {
      const line = readLine(text);
      if (!line) return undefined;
      const language = line.language ?? request.language;
      const { who } = line;
      const say = (key: keyof typeof strings, count = 0) =>
        strings[key][language].replace('{count}', String(count));
      const card = (...sentences: string[]) => messageCard(language, say('title'), sentences.join(' '));
      if (!(await isAdministrator())) return card(say('notAllowed'));
      const current = await settings.of(tenant);
      const { subscribers, listedPeople } = current;
      if (who === undefined || who === 'show') return card(say(subscribers, listedPeople.length), say('how'));
      const named = [...new Set(people)];
      if (who === 'listed' && named.length === 0) return card(say('nobody'));
      if (named.length > mostListed) return card(say('tooMany', mostListed));
      // Who is on the list stays there while another rule holds.
      const listed = who === 'listed' ? named : listedPeople;
      await settings.save(tenant, { ...current, subscribers: who, listedPeople: listed }, person, clock());
      return card(say(who, listed.length));
    },
  };
}

function readLine(text: string): SubscribersLine | undefined {
  const [first, subject, ...rest] = foldPhrase(text.slice(0, 2_000)).split(' ');
  if (first !== 'admin') return undefined;
  if (subject === undefined) return { who: 'show', language: undefined };
  if (!Object.hasOwn(subjects, subject)) return undefined;
  const language = subjects[subject];
  if (rest.length === 0) return { who: 'show', language };
  // Names of people follow.
  const word = [rest.slice(0, 3).join(' '), rest[0] ?? ''].find((words) => Object.hasOwn(choices, words));
  return { who: word === undefined ? undefined : choices[word], language };
}
