/** The card of one attribute of one entry: the sentence that answers, the value, the date, the sources. */
import type { Entry, Fact, Section } from '../knowledge/types.ts';
import type { Attribute } from '../knowledge/vocabulary.ts';
import type { Card } from './card.ts';
import { formatRichValue } from './format.ts';
import { actionsElement, callAction, languageAction, opening, sourcesElement, stageNotice } from './parts.ts';

export interface FactCardInput {
  readonly entry: Entry;
  readonly attribute: Attribute;
  /** The statements that hold on the day of the answer, or the last ones that did. */
  readonly facts: readonly Fact[];
  readonly related: readonly Section[];
  readonly now: Date;
}

export function factCard({ entry, attribute, facts, related, now }: FactCardInput): Card {
  const { language } = entry;
  const label = attribute.label[language];
  const call = { intent: 'attribute', args: { entry: entry.id, attribute: attribute.id }, language };
  const profile = { intent: 'profile', args: { entry: entry.id }, language };
  return {
    language,
    summary: opening(facts[0]!.text, 200),
    elements: [
      { type: 'title', text: `${entry.shortTitle} – ${label}` },
      ...facts.flatMap((fact) => [
        ...stageNotice(fact, language, now),
        { type: 'text' as const, text: fact.text },
      ]),
      {
        type: 'facts',
        facts: facts.map((fact) => ({ label, value: formatRichValue(fact.value, language) })),
      },
      sourcesElement(facts, language, now),
      ...actionsElement([
        callAction(entry.shortTitle, profile),
        ...related.slice(0, 2).map((section) =>
          callAction(section.heading, {
            intent: 'section',
            args: { entry: section.entry, section: section.id },
            language,
          }),
        ),
        languageAction(call),
      ]),
    ],
  };
}
