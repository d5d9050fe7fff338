/** The card that sets entries side by side, attribute by attribute. */
import type { Entry, Fact } from '../knowledge/types.ts';
import type { Attribute } from '../knowledge/vocabulary.ts';
import { type Card, type IntentCall, plain } from './card.ts';
import { formatValue } from './format.ts';
import { actionsElement, callAction, firstSource, languageAction, sourcesElement } from './parts.ts';
import { enumerate, string } from './strings.ts';
import { answerLength, longestAnswer } from './text.ts';
import { type Claim, verdict } from './verdict.ts';

export interface CompareCardInput {
  readonly entries: readonly Entry[];
  readonly attributes: readonly Attribute[];
  fact(entry: Entry, attribute: Attribute): Fact | undefined;
  /** What a fact weighs when the entries are ranked by it; undefined where it has no order. */
  weight(fact: Fact | undefined): number | undefined;
  /** The end of the scale that is asked for, and of which entry it is asked whether it stands there. */
  readonly order?: 'most' | 'least' | undefined;
  readonly claimed?: Entry | typeof sameForAll | undefined;
  readonly call: IntentCall;
  readonly now: Date;
}

/** The claim that all are level. */
export const sameForAll = 'same';

/** A verdict an attribute; more would repeat the table. */
const mostVerdicts = 3;

/**
 * The whole comparison where it is not too long to be read; else with the verdict of its first attribute alone,
 * and then without its last attributes.
 */
export function compareCard(input: CompareCardInput): Card {
  const whole = cardOf(input, mostVerdicts);
  if (answerLength(whole) <= longestAnswer) return whole;
  const { attributes } = input;
  for (let count = attributes.length; count > 1; count -= 1) {
    const card = cardOf({ ...input, attributes: attributes.slice(0, count) }, 1);
    if (answerLength(card) <= longestAnswer) return card;
  }
  return cardOf({ ...input, attributes: attributes.slice(0, 1) }, 1);
}

function cardOf(input: CompareCardInput, verdictCount: number): Card {
  const { entries, attributes, fact, call, now } = input;
  const { language } = entries[0]!;
  const names = enumerate(
    entries.map((entry) => entry.shortTitle),
    language,
  );
  const facts = attributes.flatMap((attribute) => entries.flatMap((entry) => fact(entry, attribute) ?? []));
  const notStated = string('notStated', language);
  const cell = (entry: Entry, attribute: Attribute) => {
    return cellOf(input, entry, attribute) ?? notStated;
  };
  const stated = statementsOf(input);
  const verdicts = stated
    ? [string('datesDiffer', language, { label: attributes[0]!.label[language] })]
    : verdictsOf(input, verdictCount);
  // Few attributes of many entries read better as one row an entry; phones are narrow.
  const byEntry = entries.length > attributes.length;
  const columns = byEntry
    ? attributes.map((attribute) => attribute.label[language])
    : entries.map((entry) => entry.shortTitle);
  const rows = byEntry
    ? entries.map((entry) => [entry.shortTitle, ...attributes.map((attribute) => cell(entry, attribute))])
    : attributes.map((attribute) => [
        attribute.label[language],
        ...entries.map((entry) => cell(entry, attribute)),
      ]);
  return {
    language,
    summary: verdicts[0] ?? string('compareTitle', language, { names }),
    elements: [
      { type: 'title', text: string('compareTitle', language, { names }) },
      ...(verdicts.length > 0 ? [{ type: 'text' as const, text: plain(verdicts.join(' ')) }] : []),
      ...(stated
        ? [{ type: 'list' as const, ordered: false, items: stated }]
        : [
            {
              type: 'table' as const,
              caption: string('compareCaption', language, { names }),
              columns: [string('compareColumn', language), ...columns],
              rows,
            },
          ]),
      ...(facts.length > 0 ? [sourcesElement(facts.map(firstSource), language, now)] : []),
      ...actionsElement([
        ...entries
          .slice(0, 5)
          .map((entry) =>
            callAction(entry.shortTitle, { intent: 'profile', args: { entry: entry.id }, language }),
          ),
        languageAction(call),
      ]),
    ],
  };
}

/** A value as the table shows it; a count with its year where the counts are of different years. */
function cellOf({ entries, fact }: CompareCardInput, entry: Entry, attribute: Attribute): string | undefined {
  const found = fact(entry, attribute);
  if (!found) return undefined;
  const value = formatValue(found.value, entry.language);
  return areOfDifferentYears(entries.map((other) => fact(other, attribute)))
    ? `${value} (${found.asOf.slice(0, 4)})`
    : value;
}

function areOfDifferentYears(facts: readonly (Fact | undefined)[]): boolean {
  const counts = facts.filter((fact) => fact?.value.type === 'count');
  return new Set(counts.map((fact) => fact?.asOf.slice(0, 4))).size > 1;
}

function claimOf(claimed: CompareCardInput['claimed']): Claim | undefined {
  if (!claimed) return undefined;
  return claimed === sameForAll ? { kind: 'level' } : { kind: 'ahead', name: claimed.shortTitle };
}

/** What the table says to who asked which has more; without an order, what is the same is said. */
function verdictsOf(input: CompareCardInput, count: number): string[] {
  const { entries, attributes, fact, weight, order, claimed } = input;
  const { language } = entries[0]!;
  if (!order) return [];
  const verdicts = attributes.slice(0, count).flatMap((attribute, place) => {
    const ranked = entries.map((entry) => ({
      name: entry.shortTitle,
      value: cellOf(input, entry, attribute),
      weight: weight(fact(entry, attribute)),
    }));
    return (
      verdict({
        label: attribute.label[language],
        language,
        ranked,
        order,
        // The first attribute is the one that is asked for.
        claim: place === 0 ? claimOf(claimed) : undefined,
      }) ?? []
    );
  });
  const roughly =
    verdicts.length > 0 &&
    attributes.some((attribute) => areOfDifferentYears(entries.map((entry) => fact(entry, attribute))));
  return roughly ? [...verdicts, string('rankYears', language)] : verdicts;
}

/**
 * What the content says of each entry, where one date of each is asked for and they differ: a date alone does
 * not tell what happened on it.
 */
function statementsOf({ entries, attributes: [attribute, ...others], fact }: CompareCardInput) {
  if (!attribute || others.length > 0) return undefined;
  const facts = entries.flatMap((entry) => fact(entry, attribute) ?? []);
  const dates = facts.flatMap(({ value }) => (value.type === 'date' ? [value.date] : []));
  const differ = dates.length === facts.length && new Set(dates).size > 1;
  return differ ? facts.map(({ text }) => text) : undefined;
}
