/** A brief on a cluster, an industry, a technology or a place: all that one wants before a meeting. */

import { z } from 'zod';
import { briefCard } from '../cards/brief-card.ts';
import type { AheadDate } from '../cards/dates.ts';
import { messageCard } from '../cards/message-card.ts';
import { callAction, languageAction } from '../cards/parts.ts';
import { string } from '../cards/strings.ts';
import { sectionAt } from '../knowledge/knowledge.ts';
import type { Entry, EntryKind, Section } from '../knowledge/types.ts';
import { clustersFor, type Term } from '../knowledge/vocabulary.ts';
import { phraseOf } from '../search/analysis.ts';
import type { Answer, Candidate, Intent, IntentContext, Understanding } from './intent.ts';
import { clustersOf, factsAt, findAttribute, findTerm, mainSection } from './lookup.ts';
import { changesAhead } from './next-dates.ts';

/** What a person types before the subject. */
const openers = {
  en: ['brief', 'briefing', 'factsheet', 'fact sheet', 'one pager'],
  // « brief » is said in French too: it tells no language.
  fr: ['fiche', 'dossier', 'brief', 'breffage'],
};
const asks = /\b(brief|briefs|briefing|factsheet|fact sheet|one pager|fiche|dossier|breffage)\b/;
/** "How brief is the form?" asks about something that is brief. */
const asksOtherwise = /^(how|is|are|was|were|does|do|did|why|when|comment|est|pourquoi|quand)\b/;

/** Words beside the subject that add nothing to it. */
const asking = new Set(
  (
    'brief briefs briefing factsheet fact sheet one pager give get make write prepare show send need want please about short quick full country sector industry cluster province region ' +
    'fiche dossier breffage information synthese donne donnez montre montrez prepare preparez fais faites envoie envoyez besoin veux voudrais svp concernant courte rapide complete secteur industrie grappe region'
  ).split(' '),
);
/** Below this share explained, "brief" is another word of another question ("a brief history of …"). */
const leastExplained = 0.95;

/** Facts in the order in which people want them before a meeting. */
const factsOfOne = [
  'headquarters',
  'leader',
  'website',
  'contact',
  'funding',
  'cost-share',
  'membership-fee',
  'members',
];
const factsOfSome = ['headquarters', 'leader', 'funding', 'website'];
/** Of many clusters fewer: each figure brings its source, and a message has room for about twenty. */
const factsOfMany = ['headquarters', 'leader', 'funding'];
const manyClusters = 4;
const mostSubjects = 3;
const mostTopics = 3;
const mostCounterparts = 3;
const mostDates = 4;

export const brief: Intent = {
  id: 'brief',
  description: {
    en: 'A brief on a cluster, an industry or a province',
    fr: 'Une fiche sur une grappe, un secteur ou une province',
  },
  examples: {
    en: ['brief on agri-food', 'brief NGen'],
    fr: ['fiche sur l’agroalimentaire', 'fiche NGen'],
  },
  openers,
  args: z.strictObject({ subject: z.string().optional() }),
  recognise(understanding, { knowledge }) {
    const phrase = phraseOf(understanding.words);
    if (!asks.test(phrase) || asksOtherwise.test(phrase)) return [];
    const names = understanding.mentions.filter(({ kind }) => kind !== 'attribute' && kind !== 'unsupported');
    const explained = understanding.explainedBy(names, asking);
    if (explained < leastExplained) return [];
    return [{ ...targetOf(understanding, (id) => knowledge.entry(id, 'en')?.kind), score: explained }];
  },
  /** `subject`: `cluster:ngen`, `sector:agriculture`, `province:on` …, several joined by commas. */
  answer({ subject = '' }, context) {
    const keys = subject.split(',').filter((key) => key !== '');
    return keys.length === 0 ? whichCard(context) : briefOf(keys.slice(0, mostSubjects), subject, context);
  },
};

/** A brief where a cluster, industry or place is named; another entry has its own card for that. */
function targetOf(
  { entries, mentions }: Understanding,
  kindOf: (id: string) => EntryKind | undefined,
): Omit<Candidate, 'score'> {
  // In the order of the question, then what the thread is about.
  const named = mentions.filter(({ kind }) => kind === 'entry').map(({ id }) => id);
  const clusters = [...new Set([...named, ...entries])]
    .filter((id) => kindOf(id) === 'cluster')
    .map((id) => `cluster:${id}`);
  const terms = mentions
    .filter(({ kind }) => ['sector', 'technology', 'province'].includes(kind))
    .map(({ kind, id }) => `${kind}:${id}`);
  const keys = clusters.length > 0 ? clusters : terms;
  const other = entries.find((id) => kindOf(id) !== 'cluster');
  if (keys.length === 0 && other) {
    const kind = kindOf(other);
    const intent = kind === 'programme' ? 'profile' : kind === 'term' ? 'definition' : 'topic';
    return { intent, args: { entry: other }, because: `asks for a brief on ${other}` };
  }
  const subject = [...new Set(keys)].slice(0, mostSubjects).join(',');
  return {
    intent: 'brief',
    args: subject === '' ? {} : { subject },
    because: subject === '' ? 'asks for a brief on nothing yet' : `asks for a brief on ${subject}`,
  };
}

/** "brief" alone: the five clusters to choose from. */
function whichCard({ knowledge, language }: IntentContext): Answer {
  const choices = clustersOf(knowledge, language).map((entry) =>
    callAction(entry.shortTitle, { intent: 'brief', args: { subject: `cluster:${entry.id}` }, language }),
  );
  const actions = [...choices.slice(0, 5), languageAction({ intent: 'brief', args: {}, language })];
  const title = string('briefWhichTitle', language);
  return {
    outcome: 'social',
    card: messageCard(language, title, string('briefWhich', language), [], actions),
    entries: [],
    sources: [],
  };
}

function briefOf(keys: readonly string[], subject: string, context: IntentContext): Answer | undefined {
  const { knowledge, language, now } = context;
  const terms = keys.flatMap((key) => findTerm(knowledge, key) ?? []);
  const named = keys.flatMap((key) => (key.startsWith('cluster:') ? [key.slice('cluster:'.length)] : []));
  const ids = [...new Set([...named, ...clustersFor(terms)])];
  const entries = ids.flatMap((id) => knowledge.entry(id, language) ?? []);
  if (entries.some((entry) => entry.kind !== 'cluster')) return undefined;
  if (entries.length === 0 && terms.length === 0) return undefined;

  const attributes = attributesFor(entries.length);
  const clusters = entries.map((entry) => ({
    entry,
    main: mainSection(entry),
    facts: attributes.flatMap((id) => {
      const [fact] = factsAt(entry, id, now);
      const attribute = findAttribute(knowledge, id);
      return fact && attribute ? [{ fact, attribute }] : [];
    }),
  }));
  const sections = (links: readonly string[], most: number) =>
    links.slice(0, most).flatMap((link) => sectionAt(knowledge, link, language) ?? []);
  const topics = sections(topicLinks(terms, entries, context), mostTopics);
  const counterparts = sections(counterpartLinks(terms, entries), mostCounterparts);
  const dates = datesOf(entries, [...topics, ...counterparts], context);
  const shown = [...topics, ...counterparts];
  const call = { intent: 'brief', args: { subject }, language };
  const card = briefCard({ language, terms, clusters, topics, counterparts, dates, call, now });
  return {
    outcome: 'answer',
    card,
    entries: [
      ...entries.map((entry) => entry.id),
      ...shown.map((section) => `${section.entry}#${section.id}`),
    ],
    sources: card.elements.flatMap((element) => (element.type === 'sources' ? element.sources : [])),
  };
}

function attributesFor(clusters: number): readonly string[] {
  if (clusters < 2) return factsOfOne;
  return clusters < manyClusters ? factsOfSome : factsOfMany;
}

/** What the terms declare; else what the industries of the clusters do, one of each in turn. */
function topicLinks(
  terms: readonly Term[],
  clusters: readonly Entry[],
  { knowledge }: IntentContext,
): string[] {
  const declared = inTurn(terms.map((term) => term.topics));
  if (declared.length > 0) return declared;
  const ofClusters = clusters.map((entry) =>
    inTurn(entry.sectors.map((id) => findTerm(knowledge, `sector:${id}`)?.topics ?? [])),
  );
  return inTurn(ofClusters);
}

/** What the terms declare, then the clusters' own, one of each in turn. */
function counterpartLinks(terms: readonly Term[], clusters: readonly Entry[]): string[] {
  const declared = inTurn(terms.map((term) => term.counterparts));
  return [...new Set([...declared, ...inTurn(clusters.map((entry) => entry.counterparts))])];
}

/** The first of each list, then the second of each …; what was there before is left out. */
function inTurn(lists: readonly (readonly string[])[]): string[] {
  const longest = Math.max(0, ...lists.map((list) => list.length));
  const rounds = Array.from({ length: longest }, (_, round) => lists.flatMap((list) => list[round] ?? []));
  return [...new Set(rounds.flat())];
}

/** What changes for the clusters, for the entries of the shown sections, and when. */
function datesOf(
  clusters: readonly Entry[],
  shown: readonly Section[],
  { knowledge, language, now }: IntentContext,
): AheadDate[] {
  const ids = new Set(shown.map((section) => section.entry));
  const entries = [...clusters, ...[...ids].flatMap((id) => knowledge.entry(id, language) ?? [])];
  return changesAhead(entries, knowledge, now).slice(0, mostDates);
}
