import type { PartialDate } from './types.ts';

interface Period {
  readonly reviewBy?: PartialDate;
  readonly effective?: PartialDate;
  readonly until?: PartialDate;
}

/** Where a statement stands on a day: it may not hold yet, hold, or hold no more. */
export type Stage = 'future' | 'current' | 'past';

/** The day as `2026-11-23`, in UTC, so that the same moment gives the same answer everywhere. */
export function dayOf(now: Date): string {
  return now.toISOString().slice(0, 10);
}

/** `effective` counts from the first day of a month or year, `until` to the last one. */
export function stageOf(period: Period, now: Date): Stage {
  if (!period.effective && !period.until) return 'current';
  const today = dayOf(now);
  // A partial date compares by what it states: 2026 is over when the year is.
  if (period.effective && today.slice(0, period.effective.length) < period.effective) return 'future';
  if (period.until && today.slice(0, period.until.length) > period.until) return 'past';
  return 'current';
}

/** A date is ahead until the day, month or year that it states is over. */
export function isAhead(date: PartialDate, now: Date): boolean {
  return dayOf(now).slice(0, date.length) <= date;
}

export function reviewOverdue(period: Period, now: Date): boolean {
  return period.reviewBy !== undefined && dayOf(now).slice(0, period.reviewBy.length) > period.reviewBy;
}
