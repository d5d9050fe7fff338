/** The card of attributes of one entry: the sentences that answer, the values, the dates, the sources. */
import type { Language } from '../knowledge/language.ts';
import type { Entry, Fact, Section } from '../knowledge/types.ts';
import type { Attribute } from '../knowledge/vocabulary.ts';
import { type Card, type CardElement, plain } from './card.ts';
import { formatDate, formatRichValue } from './format.ts';
import {
  actionsElement,
  callAction,
  languageAction,
  opening,
  sectionAction,
  sourcesElement,
  stageNotice,
} from './parts.ts';
import { enumerate, string } from './strings.ts';

export interface FactCardInput {
  readonly entry: Entry;
  /** Each attribute with the statements that hold on the day of the answer, or the last ones that did. */
  readonly parts: readonly { readonly attribute: Attribute; readonly facts: readonly Fact[] }[];
  /** The year that is asked for, where nothing is known of it: then of when the statements are is said first. */
  readonly year?: string | undefined;
  readonly related: readonly Section[];
  readonly now: Date;
}

export function factCard({ entry, parts, year, related, now }: FactCardInput): Card {
  const { language } = entry;
  const facts = parts.flatMap((part) => part.facts);
  const ids = parts.map((part) => part.attribute.id).join(',');
  const labels = parts.map((part) => part.attribute.label[language]);
  const call = {
    intent: 'attribute',
    args: { entry: entry.id, attribute: ids, ...(year && { year }) },
    language,
  };
  const profile = { intent: 'profile', args: { entry: entry.id }, language };
  return {
    language,
    summary: opening(facts[0]!.text, 200),
    elements: [
      { type: 'title', text: `${entry.shortTitle} – ${labels.join(', ')}` },
      ...(year ? [otherYear(facts, year, language)] : []),
      ...facts.flatMap((fact) => [
        ...stageNotice(fact, language, now),
        { type: 'text' as const, text: fact.text },
      ]),
      {
        type: 'facts',
        facts: parts.flatMap((part) =>
          part.facts.map((fact) => ({
            label: part.attribute.label[language],
            value: formatRichValue(fact.value, language),
          })),
        ),
      },
      sourcesElement(facts, language, now),
      ...actionsElement([
        callAction(entry.shortTitle, profile),
        ...related.slice(0, 2).map(sectionAction),
        languageAction(call),
      ]),
    ],
  };
}

/** Statements of another year are not passed off as those of the year that is asked for. */
function otherYear(facts: readonly Fact[], year: string, language: Language): CardElement {
  const dates = [...new Set(facts.map((fact) => formatDate(fact.asOf, language)))];
  const text = string('otherYear', language, { year, dates: enumerate(dates, language) });
  return { type: 'notice', tone: 'warning', text: plain(text) };
}
