/** What changes next: stages that begin or end, and dates that facts state, from a day on. */
import type { AheadDate } from '../cards/dates.ts';
import { isAhead, stageOf } from '../knowledge/freshness.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Entry, Fact, PartialDate, Section } from '../knowledge/types.ts';
import { findAttribute } from './lookup.ts';

export interface NextDate<Item extends Fact | Section = Fact | Section> {
  readonly date: PartialDate;
  /** Whether the statement begins or ends to hold then, or is about that date itself. */
  readonly change: 'begins' | 'ends' | 'falls';
  readonly item: Item;
}

/** The dates from the day of `now` on, the nearest first; equal ones in the order of the items. */
export function nextDates<Item extends Fact | Section>(items: readonly Item[], now: Date): NextDate<Item>[] {
  return items
    .flatMap((item): NextDate<Item>[] => {
      const stage = stageOf(item, now);
      const dates: NextDate<Item>[] = [];
      if (item.effective && stage === 'future') dates.push({ date: item.effective, change: 'begins', item });
      if (item.until && stage !== 'past') dates.push({ date: item.until, change: 'ends', item });
      // What a statement says that held once, or will hold, is no date of today's.
      if (
        'value' in item &&
        item.value.type === 'date' &&
        stage === 'current' &&
        isAhead(item.value.date, now)
      )
        dates.push({ date: item.value.date, change: 'falls', item });
      return dates;
    })
    .sort((a, b) => (a.date === b.date ? 0 : a.date < b.date ? -1 : 1));
}

/** The changes ahead of some entries, the nearest first; facts of several that state the same are one change. */
export function changesAhead(entries: readonly Entry[], knowledge: Knowledge, now: Date): AheadDate[] {
  const items = entries.flatMap((entry) => [...entry.facts, ...entry.sections]);
  const grouped = new Map<string, AheadDate>();
  for (const { date, change, item } of nextDates(items, now)) {
    const entry = entries.find(({ id }) => id === item.entry);
    if (!entry) continue;
    const attribute = 'attribute' in item ? findAttribute(knowledge, item.attribute) : undefined;
    const what = 'attribute' in item ? item.attribute : `${item.entry}#${item.id}`;
    const key = `${date} ${change} ${what}`;
    const statements = [...(grouped.get(key)?.statements ?? []), { entry, item }];
    grouped.set(key, { date, change, statements, ...(attribute && { attribute }) });
  }
  return [...grouped.values()];
}
