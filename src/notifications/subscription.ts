/** What a channel has subscribed to, and how it wants to be told. */
import type { Language } from '../knowledge/language.ts';

/** A time of day on the wall clock, `09:00` to `23:59`. */
export type LocalTime = string;

/** ISO 8601: 1 is Monday, 7 is Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

export type Rhythm =
  | { readonly type: 'instant' }
  | { readonly type: 'daily'; readonly at: LocalTime }
  | { readonly type: 'weekly'; readonly weekday: Weekday; readonly at: LocalTime };

/** Nothing is sent from `from` until `to`, which may lie on the next day. */
export interface QuietHours {
  readonly from: LocalTime;
  readonly to: LocalTime;
}

export interface SubscriptionSettings {
  readonly rhythm: Rhythm;
  readonly language: Language;
  /** An IANA time zone, e.g. `America/St_Johns`. */
  readonly zone: string;
  readonly quiet?: QuietHours;
  /** `off`: nothing is sent on Saturdays and Sundays. */
  readonly weekends: 'on' | 'off';
}

export interface Subscription {
  readonly topics: readonly string[];
  readonly settings: SubscriptionSettings;
}

/** Whether a time of day lies within quiet hours; `from` belongs to them, `to` does not. */
export function isQuiet(time: LocalTime, { from, to }: QuietHours): boolean {
  return from < to ? time >= from && time < to : time >= from || time < to;
}

/** Subscriptions with the same settings as one, so that they print as one line. */
export function groupBySettings(
  rows: readonly { readonly topic: string; readonly settings: SubscriptionSettings }[],
): Subscription[] {
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
export function settingsKey({ rhythm, language, zone, quiet, weekends }: SubscriptionSettings): string {
  const time = rhythm.type === 'instant' ? '' : rhythm.at;
  const day = rhythm.type === 'weekly' ? rhythm.weekday : '';
  return [rhythm.type, day, time, language, zone, quiet?.from ?? '', quiet?.to ?? '', weekends].join(' ');
}
