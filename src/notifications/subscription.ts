/** What a channel has subscribed to, and how it wants to be told; the store keeps one row per topic. */
import type { SubscriptionSettings, TopicSettings } from '../store/subscriptions.ts';

export type { SubscriptionSettings } from '../store/subscriptions.ts';

/** A time of day on the wall clock, `09:00` to `23:59`. */
export type LocalTime = string;

/** ISO 8601: 1 is Monday, 7 is Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

export type QuietHours = NonNullable<SubscriptionSettings['quietHours']>;

/** Topics that a channel hears about in the same way: one line. */
export interface Subscription {
  readonly topics: readonly string[];
  readonly settings: SubscriptionSettings;
}

/** What a line that says nothing of a time or day means; settings without one carry these. */
export const usualTime: LocalTime = '09:00';
export const usualWeekday: Weekday = 1;

/** Whether a time of day lies within quiet hours; `from` belongs to them, `to` does not. */
export function isQuiet(time: LocalTime, { from, to }: QuietHours): boolean {
  return from < to ? time >= from && time < to : time >= from || time < to;
}

/** Subscriptions with the same settings as one, so that they print as one line. */
export function groupBySettings(rows: readonly TopicSettings[]): Subscription[] {
  const groups = new Map<string, { topics: string[]; settings: SubscriptionSettings }>();
  for (const { topic, settings } of rows) {
    const key = settingsKey(settings);
    const group = groups.get(key) ?? { topics: [], settings };
    group.topics.push(topic);
    groups.set(key, group);
  }
  return [...groups.values()];
}

/** The same text for the same settings, whatever the order of their properties. */
export function settingsKey(settings: SubscriptionSettings): string {
  const { cadence, at, weekday, language, timeZone, quietHours, weekends } = settings;
  const when = { instantly: '', daily: at, weekly: `${weekday} ${at}` }[cadence];
  const quiet = quietHours ? `${quietHours.from}-${quietHours.to}` : '';
  return [cadence, when, language, timeZone, quiet, weekends].join(' ');
}
