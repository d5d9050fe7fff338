/**
 * When something is to be delivered, by the wall clock of a time zone. Daylight saving is Temporal's
 * business: a time of day that a spring change leaves out moves forward by the change, one that an
 * autumn change repeats is the first of the two.
 */
import { Temporal } from 'temporal-polyfill';
import { isQuiet, type LocalTime, type SubscriptionSettings } from './subscription.ts';

export interface Due {
  readonly at: Date;
  /** The digest it belongs to, e.g. `2027-03-02T09:00-05:00[America/Toronto]`; absent when told at once. */
  readonly digest?: string;
}

/** When a channel hears of something that is published at `now`. */
export function dueAt(settings: SubscriptionSettings, now: Date): Due {
  if (settings.cadence === 'instantly') return { at: nextAllowed(settings, now) };
  const local = localTime(settings, now);
  let day = local.toPlainDate();
  for (;;) {
    const slot = slotOn(day, settings);
    if (isDelivered(day, settings) && Temporal.ZonedDateTime.compare(slot, local) >= 0) {
      const at = nextAllowed(settings, new Date(slot.epochMilliseconds));
      return { at, digest: slot.toString({ smallestUnit: 'minute' }) };
    }
    day = day.add({ days: 1 });
  }
}

/** The first moment from `now` on that is neither in quiet hours nor on a weekend that waits. */
export function nextAllowed(settings: SubscriptionSettings, now: Date): Date {
  let local = localTime(settings, now);
  for (;;) {
    const later = endOfWeekend(local, settings) ?? endOfQuiet(local, settings);
    if (!later) return new Date(local.epochMilliseconds);
    local = later;
  }
}

/** The day on the wall clock, `2027-03-02`. */
export function localDay(settings: SubscriptionSettings, moment: Date): string {
  return localTime(settings, moment).toPlainDate().toString();
}

function localTime({ timeZone }: SubscriptionSettings, now: Date): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(timeZone);
}

function slotOn(day: Temporal.PlainDate, { at, timeZone }: SubscriptionSettings): Temporal.ZonedDateTime {
  return day.toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from(at) });
}

/** Whether a digest is due on a day; a weekly one that would fall on a free weekend comes on Monday. */
function isDelivered(day: Temporal.PlainDate, settings: SubscriptionSettings): boolean {
  const waits = settings.weekends === 'wait';
  if (waits && day.dayOfWeek > 5) return false;
  if (settings.cadence === 'daily') return true;
  return day.dayOfWeek === (waits && settings.weekday > 5 ? 1 : settings.weekday);
}

function endOfWeekend(
  local: Temporal.ZonedDateTime,
  { weekends }: SubscriptionSettings,
): Temporal.ZonedDateTime | undefined {
  if (weekends === 'deliver' || local.dayOfWeek <= 5) return undefined;
  return local.add({ days: 8 - local.dayOfWeek }).startOfDay();
}

function endOfQuiet(
  local: Temporal.ZonedDateTime,
  { quietHours }: SubscriptionSettings,
): Temporal.ZonedDateTime | undefined {
  // Stored data may say that quiet hours never end; then there are none.
  if (!quietHours || quietHours.from === quietHours.to) return undefined;
  if (!isQuiet(clockOf(local), quietHours)) return undefined;
  const day = local.toPlainDate();
  const end = momentOf(day, quietHours.to, local) ?? momentOf(day.add({ days: 1 }), quietHours.to, local);
  // A change of the clock may jump over their end, or back before their beginning.
  const change = local.getTimeZoneTransition('next');
  const isEnded =
    change && end && Temporal.ZonedDateTime.compare(change, end) < 0 && !isQuiet(clockOf(change), quietHours);
  return isEnded ? change : end;
}

/** When a clock shows a time on a day, if that is after `local`. */
function momentOf(
  day: Temporal.PlainDate,
  time: LocalTime,
  local: Temporal.ZonedDateTime,
): Temporal.ZonedDateTime | undefined {
  const wanted = day.toPlainDateTime(Temporal.PlainTime.from(time));
  return (['earlier', 'later'] as const)
    .map((disambiguation) => wanted.toZonedDateTime(local.timeZoneId, { disambiguation }))
    .find((moment) => Temporal.ZonedDateTime.compare(moment, local) > 0);
}

function clockOf(local: Temporal.ZonedDateTime): LocalTime {
  return local.toPlainTime().toString({ smallestUnit: 'minute' });
}
