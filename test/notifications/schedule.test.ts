import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dueAt, nextAllowed } from '../../src/notifications/schedule.ts';
import { isQuiet, type SubscriptionSettings } from '../../src/notifications/subscription.ts';

const zones = [
  'America/St_Johns',
  'America/Toronto',
  'America/Vancouver',
  'Europe/Brussels',
  'Australia/Lord_Howe',
] as const;

function settings(
  timeZone: string,
  rest: Partial<Omit<SubscriptionSettings, 'timeZone'>> = {},
): SubscriptionSettings {
  return {
    cadence: 'daily',
    at: '09:00',
    weekday: 1,
    language: 'en',
    weekends: 'deliver',
    timeZone,
    ...rest,
  };
}

// The days lie in the past: what the law says of coming years may change (British Columbia's did in 2026).

/** What a wall clock shows in a zone: `2025-03-09T03:30`; independent of the library under test. */
function wall(moment: Date, timeZone: string): string {
  let clock = clocks.get(timeZone);
  if (!clock) {
    clock = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
    clocks.set(timeZone, clock);
  }
  return clock.format(moment).replace(' ', 'T');
}
const clocks = new Map<string, Intl.DateTimeFormat>();

function due(when: SubscriptionSettings, now: string): string {
  return dueAt(when, new Date(now)).at.toISOString();
}

describe('a daily digest', () => {
  test.each([
    // Winter and summer: the wall clock decides, not the offset.
    ['America/St_Johns', '2025-01-22T00:00:00Z', '2025-01-22T12:30:00.000Z'],
    ['America/St_Johns', '2025-07-22T00:00:00Z', '2025-07-22T11:30:00.000Z'],
    ['America/Toronto', '2025-01-22T00:00:00Z', '2025-01-22T14:00:00.000Z'],
    ['America/Toronto', '2025-07-22T00:00:00Z', '2025-07-22T13:00:00.000Z'],
    ['America/Vancouver', '2025-01-22T08:00:00Z', '2025-01-22T17:00:00.000Z'],
    ['Europe/Brussels', '2025-01-22T00:00:00Z', '2025-01-22T08:00:00.000Z'],
    ['Europe/Brussels', '2025-07-22T00:00:00Z', '2025-07-22T07:00:00.000Z'],
    ['Australia/Lord_Howe', '2025-01-22T00:00:00Z', '2025-01-22T22:00:00.000Z'],
    ['Australia/Lord_Howe', '2025-07-22T00:00:00Z', '2025-07-22T22:30:00.000Z'],
  ])('in %s, from %s, comes at %s', (zone, now, expected) => {
    expect(due(settings(zone), now)).toBe(expected);
  });

  test('comes the next day when the time has passed, and now when it is exactly now', () => {
    expect(due(settings('America/Toronto'), '2025-01-22T14:00:00.001Z')).toBe('2025-01-23T14:00:00.000Z');
    expect(due(settings('America/Toronto'), '2025-01-22T14:00:00.000Z')).toBe('2025-01-22T14:00:00.000Z');
  });

  test.each([
    // 02:30 does not exist on that day: it comes when that much time has passed.
    ['America/St_Johns', '2025-03-09T00:00:00-03:30', '2025-03-09T03:30'],
    ['America/Toronto', '2025-03-09T00:00:00-05:00', '2025-03-09T03:30'],
    ['America/Vancouver', '2025-03-09T00:00:00-08:00', '2025-03-09T03:30'],
    ['Europe/Brussels', '2025-03-30T00:00:00+01:00', '2025-03-30T03:30'],
  ])('at 02:30 in %s on the day of the spring change comes at %s', (zone, now, expected) => {
    expect(wall(dueAt(settings(zone, { at: '02:30' }), new Date(now)).at, zone)).toBe(expected);
  });

  test('at 02:15 on Lord Howe Island, where clocks go forward by half an hour, comes at 02:45', () => {
    const at = settings('Australia/Lord_Howe', { at: '02:15' });
    expect(wall(dueAt(at, new Date('2025-10-05T00:00:00+10:30')).at, 'Australia/Lord_Howe')).toBe(
      '2025-10-05T02:45',
    );
  });

  test.each([
    ['America/St_Johns', '01:30', '2025-11-02T00:00:00-02:30', '2025-11-02T04:00:00.000Z'],
    ['America/Toronto', '01:30', '2025-11-02T00:00:00-04:00', '2025-11-02T05:30:00.000Z'],
    ['America/Vancouver', '01:30', '2025-11-02T00:00:00-07:00', '2025-11-02T08:30:00.000Z'],
    ['Europe/Brussels', '02:30', '2025-10-26T00:00:00+02:00', '2025-10-26T00:30:00.000Z'],
    ['Australia/Lord_Howe', '01:45', '2025-04-06T00:00:00+11:00', '2025-04-05T14:45:00.000Z'],
  ])('in %s at %s, which comes twice in autumn, comes once: the first time', (zone, at, now, expected) => {
    const twice = settings(zone, { at });
    expect(due(twice, now)).toBe(expected);
    const after = new Date(Date.parse(expected) + 1);
    expect(dueAt(twice, after).at.getTime() - after.getTime()).toBeGreaterThan(23 * 3_600_000);
  });

  test('waits for Monday where weekends are off', () => {
    const off = settings('Europe/Brussels', { weekends: 'wait' });
    // 2025-03-28 is a Friday; the clocks change on the Sunday.
    expect(due(off, '2025-03-28T07:00:00Z')).toBe('2025-03-28T08:00:00.000Z');
    expect(due(off, '2025-03-28T12:00:00Z')).toBe('2025-03-31T07:00:00.000Z');
  });

  test('names its digest by the local time, so that all of it travels together', () => {
    const toronto = settings('America/Toronto');
    const first = dueAt(toronto, new Date('2025-03-08T20:00:00Z'));
    const second = dueAt(toronto, new Date('2025-03-09T12:00:00Z'));
    expect(first).toEqual(second);
    expect(first.digest).toBe('2025-03-09T09:00-04:00[America/Toronto]');
  });
});

describe('a weekly digest', () => {
  test.each([
    ['America/St_Johns', '2025-03-05T12:00:00Z', '2025-03-10T09:00'],
    ['America/Toronto', '2025-10-29T12:00:00Z', '2025-11-03T09:00'],
    ['America/Vancouver', '2025-01-08T12:00:00Z', '2025-01-13T09:00'],
    ['Europe/Brussels', '2025-03-26T12:00:00Z', '2025-03-31T09:00'],
    ['Australia/Lord_Howe', '2025-04-03T12:00:00Z', '2025-04-07T09:00'],
  ])('on Monday in %s, from %s, comes on %s', (zone, now, expected) => {
    expect(wall(dueAt(settings(zone, { cadence: 'weekly' }), new Date(now)).at, zone)).toBe(expected);
  });

  test('that was asked for on a weekend that is off comes on Monday', () => {
    const saturday = settings('Europe/Brussels', { cadence: 'weekly', weekday: 6, weekends: 'wait' });
    expect(due(saturday, '2025-01-22T00:00:00Z')).toBe('2025-01-27T08:00:00.000Z');
  });
});

describe('at once', () => {
  const instantly = (zone: string, rest: Partial<SubscriptionSettings> = {}) =>
    settings(zone, { cadence: 'instantly', ...rest });
  const night = { quietHours: { from: '22:00', to: '07:00' } };

  test('is now, and no digest', () => {
    const now = new Date('2025-01-22T15:00:00Z');
    expect(dueAt(instantly('America/Toronto'), now)).toEqual({ at: now });
  });

  test.each([
    ['America/St_Johns', '2025-01-22T02:00:00Z', '2025-01-22T10:30:00.000Z'],
    ['America/Toronto', '2025-01-22T03:00:00Z', '2025-01-22T12:00:00.000Z'],
    ['America/Toronto', '2025-01-22T11:59:59Z', '2025-01-22T12:00:00.000Z'],
    ['America/Vancouver', '2025-07-22T06:00:00Z', '2025-07-22T14:00:00.000Z'],
    ['Europe/Brussels', '2025-03-29T23:00:00Z', '2025-03-30T05:00:00.000Z'],
    ['Europe/Brussels', '2025-10-25T22:00:00Z', '2025-10-26T06:00:00.000Z'],
    ['Australia/Lord_Howe', '2025-04-05T12:00:00Z', '2025-04-05T20:30:00.000Z'],
  ])('in %s, in the night of %s, waits until %s', (zone, now, expected) => {
    expect(due(instantly(zone, night), now)).toBe(expected);
  });

  test('on a Saturday waits for Monday, and then for the end of the night', () => {
    const quiet = instantly('America/Toronto', { ...night, weekends: 'wait' });
    expect(due(quiet, '2025-03-08T15:00:00Z')).toBe('2025-03-10T11:00:00.000Z');
    expect(due(instantly('America/Toronto', { weekends: 'wait' }), '2025-03-08T15:00:00Z')).toBe(
      '2025-03-10T04:00:00.000Z',
    );
  });

  test('quiet hours that end in the hour that spring leaves out end with the change', () => {
    const until = { quietHours: { from: '22:00', to: '02:30' } };
    expect(due(instantly('America/Toronto', until), '2025-03-09T06:00:00Z')).toBe('2025-03-09T07:00:00.000Z');
  });

  test('quiet hours of which spring leaves out the end and all that follows it last until the next end', () => {
    const almostAlways = { quietHours: { from: '03:00', to: '02:00' } };
    expect(due(instantly('America/St_Johns', almostAlways), '2025-03-09T03:29:00Z')).toBe(
      '2025-03-10T04:30:00.000Z',
    );
  });

  test('quiet hours end when autumn turns the clock back to before them', () => {
    const almostAlways = { quietHours: { from: '01:30', to: '00:00' } };
    expect(due(instantly('America/Toronto', almostAlways), '2025-11-02T05:59:00Z')).toBe(
      '2025-11-02T06:00:00.000Z',
    );
  });

  test('quiet hours without end are none', () => {
    const never = { quietHours: { from: '08:00', to: '08:00' } };
    expect(due(instantly('America/Toronto', never), '2025-01-22T15:00:00Z')).toBe('2025-01-22T15:00:00.000Z');
  });
});

describe('held against a clock that is looked at every minute', () => {
  const minute = 60_000;
  const time = fc
    .tuple(fc.integer({ min: 0, max: 23 }), fc.constantFrom(0, 15, 30, 45))
    .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'));
  /** Hours around the changes of 2025 in every zone, and some days without one. */
  const around = fc
    .tuple(
      fc.constantFrom(
        ...['2025-03-09', '2025-03-30', '2025-04-06', '2025-10-05', '2025-10-26', '2025-11-02', '2025-06-18'],
      ),
      fc.integer({ min: -36 * 60, max: 36 * 60 }),
    )
    .map(([day, minutes]) => new Date(Date.parse(`${day}T06:00:00Z`) + minutes * minute));
  const weekdayOf = (moment: Date, zone: string) => new Date(`${wall(moment, zone)}Z`).getUTCDay();

  test('the next allowed moment is the first minute that is neither quiet nor a free weekend', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.record({ from: time, to: time }).filter(({ from, to }) => from !== to),
        fc.constantFrom<'deliver' | 'wait'>('deliver', 'wait'),
        around,
        (zone, quietHours, weekends, now) => {
          const isAllowed = (moment: Date) =>
            !isQuiet(wall(moment, zone).slice(11), quietHours) &&
            (weekends === 'deliver' || ![0, 6].includes(weekdayOf(moment, zone)));
          let expected = now;
          while (!isAllowed(expected)) expected = new Date(expected.getTime() + 15 * minute);
          expect(nextAllowed(settings(zone, { quietHours, weekends }), now)).toEqual(
            now.getTime() === expected.getTime() ? now : floored(expected, 15 * minute),
          );
        },
      ),
      { numRuns: 400 },
    );
  });

  test('a digest is never late by more than a day, and its clock shows its time unless spring left it out', () => {
    fc.assert(
      fc.property(fc.constantFrom(...zones), time, around, (zone, at, now) => {
        const next = dueAt(settings(zone, { at }), now).at;
        const wait = (next.getTime() - now.getTime()) / 3_600_000;
        expect(wait).toBeGreaterThanOrEqual(0);
        expect(wait).toBeLessThanOrEqual(25);
        const shown = wall(next, zone).slice(11);
        const leftOut = at >= '02:00' && at < '03:00';
        if (!leftOut) expect(shown).toBe(at);
        // Asked again at that moment, it is the same one; asked a moment later, a later one.
        expect(dueAt(settings(zone, { at }), next).at).toEqual(next);
        expect(dueAt(settings(zone, { at }), new Date(next.getTime() + 1)).at.getTime()).toBeGreaterThan(
          next.getTime(),
        );
      }),
      { numRuns: 400 },
    );
  });
});

function floored(moment: Date, step: number): Date {
  return new Date(Math.floor(moment.getTime() / step) * step);
}
