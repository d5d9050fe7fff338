/** The card of a notification that a second person has to approve. */
import type { Bilingual, Language } from '../knowledge/language.ts';
import { type Card, type CardElement, plain } from './card.ts';
import { formatNumber } from './format.ts';
import { headingElement, type News, newsBody, newsHeading } from './news.ts';

export interface ApprovalCardInput {
  readonly language: Language;
  /** Of the proposal. */
  readonly id: string;
  readonly news: readonly News[];
  readonly note?: string;
  /** Ids. */
  readonly topics: readonly string[];
  /** Id of a person or name of a job. */
  readonly proposedBy: string;
  readonly state: 'awaiting-approval' | 'published' | 'cancelled';
  /** Id of who approved or refused. */
  readonly decidedBy?: string;
  readonly preflight: {
    readonly audience: number;
    readonly skipped: number;
    readonly seconds: number;
    readonly byPlatform: Readonly<Record<string, number>>;
    /** Limits of the platforms that a payload breaks. */
    readonly violations: readonly string[];
  };
}

export const approvalStrings = {
  title: { en: 'To approve: a notification', fr: 'À approuver\u00A0: une notification' },
  approve: { en: 'Approve', fr: 'Approuver' },
  refuse: { en: 'Refuse', fr: 'Refuser' },
  proposedBy: { en: 'Proposed by', fr: 'Proposée par' },
  audience: { en: 'Channels', fr: 'Canaux' },
  skipped: { en: 'Skipped from the start', fr: 'Écartés d’emblée' },
  platforms: { en: 'Platforms', fr: 'Plateformes' },
  topics: { en: 'Topics', fr: 'Sujets' },
  seconds: { en: 'Seconds to send what is due at once', fr: 'Secondes pour l’envoi immédiat' },
  limits: { en: 'Limits of the platforms', fr: 'Limites des plateformes' },
  within: { en: 'all kept', fr: 'toutes respectées' },
  more: { en: 'And {count} more.', fr: 'Et {count} de plus.' },
  note: { en: 'Note: {text}', fr: 'Note\u00A0: {text}' },
  how: {
    en: 'Somebody else than the person who proposed it decides, here: with the buttons, or by “approve {id}” or “refuse {id}”.',
    fr: 'Une autre personne que celle qui l’a proposée décide, ici\u00A0: avec les boutons, ou par «\u00A0approuver {id}\u00A0» ou «\u00A0refuser {id}\u00A0».',
  },
  published: { en: 'Approved by {by}.', fr: 'Approuvée par {by}.' },
  cancelled: { en: 'Refused by {by}.', fr: 'Refusée par {by}.' },
  somebody: { en: 'somebody', fr: 'quelqu’un' },
} as const satisfies Record<string, Bilingual>;

/** More are counted only: what is decided must be readable. */
const toldInFull = 5;

export function approvalCard(input: ApprovalCardInput): Card {
  const { language, news, note, preflight, state } = input;
  const say = (key: keyof typeof approvalStrings, values: Readonly<Record<string, string>> = {}) =>
    approvalStrings[key][language].replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
  const full = news.slice(0, toldInFull);
  const rest = news.length - full.length;
  const { violations } = preflight;
  return {
    language,
    summary: `${say('title')} – ${news.map((one) => newsHeading(one, language)).join(' · ')}`,
    elements: [
      { type: 'title', text: say('title') },
      ...(note === undefined ? [] : [text(say('note', { text: note }))]),
      ...full.flatMap((one) => [headingElement(newsHeading(one, language)), ...newsBody(one, language)]),
      ...(rest > 0 ? [text(say('more', { count: formatNumber(rest, language) }))] : []),
      facts(input, say),
      ...(violations.length > 0 ? [warning(violations.join('\n'))] : []),
      ...(state === 'awaiting-approval' ? decide(input, say) : [standing(input, say)]),
    ],
  };
}

type Say = (key: keyof typeof approvalStrings, values?: Readonly<Record<string, string>>) => string;

function facts({ language, preflight, topics, proposedBy }: ApprovalCardInput, say: Say): CardElement {
  const { audience, skipped, seconds, byPlatform, violations } = preflight;
  const number = (value: number) => formatNumber(value, language);
  const platforms = Object.entries(byPlatform).map(([name, count]) => `${name} ${number(count)}`);
  const rows: readonly (readonly [string, string])[] = [
    [say('proposedBy'), proposedBy],
    [say('audience'), number(audience)],
    [say('skipped'), number(skipped)],
    [say('platforms'), platforms.join(', ')],
    [say('topics'), topics.join(', ')],
    [say('seconds'), number(seconds)],
    [say('limits'), violations.length === 0 ? say('within') : number(violations.length)],
  ];
  const shown = rows.filter(([, value]) => value !== '');
  return { type: 'facts', facts: shown.map(([label, value]) => ({ label, value: plain(value) })) };
}

function decide({ id, language }: ApprovalCardInput, say: Say): CardElement[] {
  const action = (decision: 'approve' | 'refuse') =>
    ({ type: 'decide', label: say(decision), decision, id, language }) as const;
  return [text(say('how', { id })), { type: 'actions', actions: [action('approve'), action('refuse')] }];
}

function standing({ state, decidedBy }: ApprovalCardInput, say: Say): CardElement {
  const by = decidedBy ?? say('somebody');
  const said = say(state === 'published' ? 'published' : 'cancelled', { by });
  return { type: 'notice', tone: 'info', text: plain(said) };
}

function text(words: string): CardElement {
  return { type: 'text', text: plain(words) };
}

function warning(words: string): CardElement {
  return { type: 'notice', tone: 'warning', text: plain(words) };
}
