/** The card of an entry as a whole: what it is, its facts side by side, where to read on. */
import type { Entry, Fact, Section } from '../knowledge/types.ts';
import type { Attribute } from '../knowledge/vocabulary.ts';
import type { Card } from './card.ts';
import { formatRichValue } from './format.ts';
import {
  actionsElement,
  firstSource,
  languageAction,
  opening,
  sectionAction,
  sourcesElement,
  stageNotice,
} from './parts.ts';

export interface ProfileCardInput {
  readonly entry: Entry;
  /** The section that says what the entry is. */
  readonly main: Section;
  readonly facts: readonly { readonly fact: Fact; readonly attribute: Attribute }[];
  readonly related: readonly Section[];
  readonly now: Date;
}

/** Slack shows ten fields in a block. */
const longestFacts = 10;

export function profileCard({ entry, main, facts, related, now }: ProfileCardInput): Card {
  const { language } = entry;
  const shown = facts.slice(0, longestFacts);
  const call = { intent: 'profile', args: { entry: entry.id }, language };
  return {
    language,
    summary: opening(main.lead, 200),
    elements: [
      { type: 'title', text: entry.title },
      ...stageNotice(main, language, now),
      { type: 'text', text: main.lead },
      ...(shown.length > 0
        ? [
            {
              type: 'facts' as const,
              facts: shown.map(({ fact, attribute }) => ({
                label: attribute.label[language],
                value: formatRichValue(fact.value, language),
              })),
            },
          ]
        : []),
      sourcesElement([main, ...shown.map(({ fact }) => firstSource(fact))], language, now),
      ...actionsElement([...related.slice(0, 4).map(sectionAction), languageAction(call)]),
    ],
  };
}
