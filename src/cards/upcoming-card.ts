/** The card of what lies ahead of an entry: the dates its content states, the nearest first. */
import type { Entry, Fact, Section } from '../knowledge/types.ts';
import type { Card, IntentCall } from './card.ts';
import { type AheadDate, dateElements } from './dates.ts';
import {
  actionsElement,
  callAction,
  firstSource,
  languageAction,
  sectionAction,
  sourcesElement,
} from './parts.ts';
import { string } from './strings.ts';

export interface UpcomingCardInput {
  readonly entry: Entry;
  readonly dates: readonly AheadDate[];
  /** How things stand, where no date is stated. */
  readonly standing: readonly Fact[];
  readonly related: readonly Section[];
  /** Produces this card again. */
  readonly call: IntentCall;
  readonly now: Date;
}

export function upcomingCard({ entry, dates, standing, related, call, now }: UpcomingCardInput): Card {
  const { language } = entry;
  const title = string('upcomingTitle', language, { name: entry.shortTitle });
  const items = [...standing, ...dates.flatMap(({ statements }) => statements.map(({ item }) => item))].map(
    firstSource,
  );
  return {
    language,
    summary: title,
    elements: [
      { type: 'title', text: title },
      ...dateElements(dates, language, now),
      ...standing.map((fact) => ({ type: 'text' as const, text: fact.text })),
      ...(items.length > 0 ? [sourcesElement(items, language, now)] : []),
      ...actionsElement([
        callAction(entry.shortTitle, {
          intent: entry.kind === 'cluster' ? 'profile' : 'topic',
          args: { entry: entry.id },
          language,
        }),
        ...related.slice(0, 2).map(sectionAction),
        languageAction(call),
      ]),
    ],
  };
}
