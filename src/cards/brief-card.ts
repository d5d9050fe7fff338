import type { Language } from '../knowledge/language.ts';
import type { Entry, Fact, RichText, Section } from '../knowledge/types.ts';
import type { Attribute, Term } from '../knowledge/vocabulary.ts';
import {
  type Card,
  type CardAction,
  type CardElement,
  type IntentCall,
  plain,
  plainText,
  strong,
} from './card.ts';
import { type AheadDate, dateElements } from './dates.ts';
import { coverageSentence } from './find-card.ts';
import { formatDate, formatRichValue, formatValue } from './format.ts';
import {
  actionsElement,
  callAction,
  firstSource,
  languageAction,
  markdownAction,
  opening,
  sectionAction,
  sourcesElement,
} from './parts.ts';
import { firstSentence } from './shorten.ts';
import { enumerate, string } from './strings.ts';

export interface BriefFact {
  readonly attribute: Attribute;
  readonly fact: Fact;
}

export interface BriefCardInput {
  readonly language: Language;
  /** The terms asked for; empty where clusters are named. */
  readonly terms: readonly Term[];
  /** The nearest first; none where no cluster covers the terms. */
  readonly clusters: readonly {
    readonly entry: Entry;
    readonly main: Section;
    readonly facts: readonly BriefFact[];
  }[];
  readonly topics: readonly Section[];
  readonly counterparts: readonly Section[];
  readonly dates: readonly AheadDate[];
  /** Produces this card again. */
  readonly call: IntentCall;
  readonly now: Date;
}

/** Characters at most of the cluster's opening, and of the one sentence of a section or date. */
const longestLead = 260;
const longestSentence = 320;
const mostClusterButtons = 2;

export function briefCard(input: BriefCardInput): Card {
  const { language, terms, clusters, topics, counterparts, dates, now } = input;
  const names =
    terms.length > 0
      ? terms.map((term) => term.label[language])
      : clusters.map(({ entry }) => (clusters.length === 1 ? entry.title : entry.shortTitle));
  const title = string('briefTitle', language, { subject: enumerate(names, language) });
  return {
    language,
    summary: title,
    elements: [
      { type: 'title', text: title },
      ...clusterElements(input),
      heading('briefTopics', language),
      ...sectionList(topics, string('briefNoTopics', language)),
      heading('briefCounterparts', language),
      ...sectionList(counterparts, string('briefNoCounterparts', language)),
      heading('briefDates', language),
      ...dateElements(dates, language, now),
      ...sourceElements(input),
      ...actionsElement(actionsOf(input)),
    ],
  };
}

function heading(key: 'briefTopics' | 'briefCounterparts' | 'briefDates', language: Language): CardElement {
  return { type: 'text', text: strong(string(key, language)) };
}

/** One cluster with all its facts; several side by side. */
function clusterElements({ language, terms, clusters }: BriefCardInput): CardElement[] {
  const coverage: CardElement[] =
    terms.length > 0 ? [{ type: 'text', text: plain(coverageSentence(terms, clusters, language)) }] : [];
  const [only, ...others] = clusters;
  if (!only) return coverage;
  if (others.length > 0) return [...coverage, clusterTable(clusters, language)];
  const facts = only.facts.map(({ attribute, fact }) => ({
    label: attribute.label[language],
    value: [...formatRichValue(fact.value, language), ...plain(asOfNote(fact, language))],
  }));
  return [
    ...coverage,
    { type: 'text', text: plain(opening(only.main.lead, longestLead)) },
    ...(facts.length > 0 ? [{ type: 'facts' as const, facts }] : []),
  ];
}

function clusterTable(clusters: BriefCardInput['clusters'], language: Language): CardElement {
  const attributes = [
    ...new Map(
      clusters.flatMap(({ facts }) => facts.map(({ attribute }) => [attribute.id, attribute] as const)),
    ).values(),
  ];
  return {
    type: 'table',
    caption: '',
    columns: [string('compareColumn', language), ...attributes.map((attribute) => attribute.label[language])],
    rows: clusters.map(({ entry, facts }) => [
      entry.shortTitle,
      ...attributes.map((attribute) => {
        const found = facts.find((fact) => fact.attribute.id === attribute.id);
        if (!found) return string('notStated', language);
        return `${formatValue(found.fact.value, language)}${asOfNote(found.fact, language)}`;
      }),
    ]),
  };
}

/** A brief is read later and elsewhere: figures and persons carry their date. */
function asOfNote({ value, asOf }: Fact, language: Language): string {
  const changes = ['money', 'count', 'percent', 'person'].includes(value.type);
  return changes ? ` (${formatDate(asOf, language)})` : '';
}

function sectionList(sections: readonly Section[], none: string): CardElement[] {
  if (sections.length === 0) return [{ type: 'text', text: plain(none) }];
  const items = sections.map(
    (section): RichText => [
      ...strong(section.heading),
      { type: 'text', value: ` – ${firstSentence(plainText(section.lead), longestSentence)}` },
    ],
  );
  return [{ type: 'list', ordered: false, items }];
}

function sourceElements({
  language,
  clusters,
  topics,
  counterparts,
  dates,
  now,
}: BriefCardInput): CardElement[] {
  // Of several clusters only facts are shown, of one its opening too.
  const mains = clusters.length === 1 ? clusters.map(({ main }) => main) : [];
  const items = [
    ...mains,
    ...clusters.flatMap(({ facts }) => facts.map(({ fact }) => fact)),
    ...topics,
    ...counterparts,
    ...dates.flatMap(({ statements }) => statements.map(({ item }) => item)),
  ];
  return items.length > 0 ? [sourcesElement(items.map(firstSource), language, now)] : [];
}

function actionsOf({ language, terms, clusters, topics, counterparts, call }: BriefCardInput): CardAction[] {
  const alone = terms.length === 0 && clusters.length === 1;
  return [
    ...clusters
      .slice(0, mostClusterButtons)
      .map(({ entry }) =>
        callAction(
          entry.shortTitle,
          alone
            ? { intent: 'profile', args: { entry: entry.id }, language }
            : { intent: 'brief', args: { subject: `cluster:${entry.id}` }, language },
        ),
      ),
    ...topics.slice(0, 1).map(sectionAction),
    ...counterparts.slice(0, 1).map(sectionAction),
    markdownAction(call),
    languageAction(call),
  ];
}
