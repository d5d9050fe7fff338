/** The card that sets entries side by side, attribute by attribute. */
import type { Entry, Fact } from '../knowledge/types.ts';
import type { Attribute } from '../knowledge/vocabulary.ts';
import type { Card } from './card.ts';
import { formatValue } from './format.ts';
import { actionsElement, callAction, firstSource, languageAction, sourcesElement } from './parts.ts';
import { enumerate, string } from './strings.ts';

export interface CompareCardInput {
  readonly entries: readonly Entry[];
  readonly attributes: readonly Attribute[];
  fact(entry: Entry, attribute: Attribute): Fact | undefined;
  readonly now: Date;
}

export function compareCard({ entries, attributes, fact, now }: CompareCardInput): Card {
  const { language } = entries[0]!;
  const names = enumerate(
    entries.map((entry) => entry.shortTitle),
    language,
  );
  const facts = attributes.flatMap((attribute) => entries.flatMap((entry) => fact(entry, attribute) ?? []));
  const notStated = string('notStated', language);
  const cell = (entry: Entry, attribute: Attribute) => {
    const found = fact(entry, attribute);
    return found ? formatValue(found.value, language) : notStated;
  };
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
  const args = {
    entries: entries.map((entry) => entry.id).join(','),
    attributes: attributes.map((attribute) => attribute.id).join(','),
  };
  return {
    language,
    summary: string('compareTitle', language, { names }),
    elements: [
      { type: 'title', text: string('compareTitle', language, { names }) },
      {
        type: 'table',
        caption: string('compareCaption', language, { names }),
        columns: [string('compareColumn', language), ...columns],
        rows,
      },
      ...(facts.length > 0 ? [sourcesElement(facts.map(firstSource), language, now)] : []),
      ...actionsElement([
        ...entries
          .slice(0, 5)
          .map((entry) =>
            callAction(entry.shortTitle, { intent: 'profile', args: { entry: entry.id }, language }),
          ),
        languageAction({ intent: 'compare', args, language }),
      ]),
    ],
  };
}
