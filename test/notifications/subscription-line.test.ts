import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { subscriptionVerbs } from '../../src/intents/commands.ts';
import type { Language } from '../../src/knowledge/language.ts';
import { explainMisunderstanding } from '../../src/notifications/misunderstanding.ts';
import { printSubscription, printUnsubscribe } from '../../src/notifications/print-subscription.ts';
import {
  isQuiet,
  type Subscription,
  type SubscriptionSettings,
} from '../../src/notifications/subscription.ts';
import { readSubscriptionLine } from '../../src/notifications/subscription-line.ts';
import { createTopics } from '../../src/notifications/topics.ts';
import { realKnowledge } from '../support/real-content.ts';

const topics = createTopics(realKnowledge);
const context = { topics, verbs: subscriptionVerbs };
const read = (text: string) => readSubscriptionLine(text, 'America/Toronto', context);

function understood(text: string) {
  const line = read(text);
  if (line?.type !== 'understood') throw new Error(`not understood: ${text} ${JSON.stringify(line)}`);
  return line.command;
}

function subscription(text: string): Subscription {
  const command = understood(text);
  if (command.type !== 'subscribe') throw new Error(`no subscription: ${text}`);
  return command.subscription;
}

function problem(text: string) {
  const line = read(text);
  return line?.type === 'misunderstood' ? line.problem : line;
}

const instantly: SubscriptionSettings = {
  cadence: 'instantly',
  at: '09:00',
  weekday: 1,
  language: 'en',
  timeZone: 'America/Toronto',
  weekends: 'deliver',
};

test.each([
  'subscribe help',
  'Subscribe Help.',
  'unsubscribe help',
  'subscriptions help',
  'abonner aide',
  'désabonner aide',
])('“%s” asks how it is done, and subscribes to nothing', (text) => {
  expect(read(text)).toBeUndefined();
});

describe('subscribing', () => {
  test('needs no more than a topic', () => {
    expect(subscription('subscribe NGen')).toEqual({ topics: ['ngen'], settings: instantly });
    expect(subscription('abonner NGen').settings).toEqual({ ...instantly, language: 'fr' });
  });

  test('takes every option, in any order', () => {
    const expected: Subscription = {
      topics: ['ngen', 'ceta-procurement'],
      settings: {
        cadence: 'weekly',
        weekday: 1,
        at: '09:00',
        language: 'fr',
        timeZone: 'Europe/Brussels',
        quietHours: { from: '22:00', to: '07:00' },
        weekends: 'wait',
      },
    };
    for (const line of [
      'subscribe NGen, procurement weekly on Monday at 09:00 in French Europe/Brussels time zone quiet 22:00-07:00 no weekends',
      'Subscribe to no weekends, weekly NGen and procurement in french at 9 am, Brussels time, quiet from 10 pm to 7 am',
      'subscribe NGen procurement every Monday at 9 time zone europe/brussels in French quiet hours 22-7 not on weekends',
      'abonner NGen, marchés publics hebdomadaire le lundi à 9 h en français fuseau horaire Europe/Brussels silence de 22 h à 7 h sans fin de semaine',
      's’abonner à NGen et aux marchés publics chaque lundi à 9h00, heure de Bruxelles, silence 22 h - 7 h, sans week-end',
    ]) {
      expect(subscription(line), line).toEqual(expected);
    }
  });

  test.each([
    ['subscribe Scale AI daily', { cadence: 'daily', at: '09:00' }],
    ['subscribe Scale AI at 16:30', { cadence: 'daily', at: '16:30' }],
    ['subscribe Scale AI on Fridays', { cadence: 'weekly', weekday: 5, at: '09:00' }],
    ['subscribe Scale AI weekly', { cadence: 'weekly', weekday: 1, at: '09:00' }],
    ['subscribe Scale AI instantly', { cadence: 'instantly' }],
    ['subscribe Scale AI at noon', { cadence: 'daily', at: '12:00' }],
    ['subscribe Scale AI daily at 12:15 am', { cadence: 'daily', at: '00:15' }],
    ['abonner Scale AI quotidien à 9 h 30', { cadence: 'daily', at: '09:30' }],
    ['abonner Scale AI tous les jours à midi', { cadence: 'daily', at: '12:00' }],
    ['abonner Scale AI le vendredi', { cadence: 'weekly', weekday: 5, at: '09:00' }],
    ['abonner Scale AI immédiatement', { cadence: 'instantly' }],
  ])('“%s”', (line, settings) => {
    expect(subscription(line)).toMatchObject({ topics: ['scale-ai'], settings });
  });

  test.each([
    ['subscribe NGen Toronto time', 'America/Toronto'],
    ['subscribe NGen St. Johns time', 'America/St_Johns'],
    ['subscribe NGen america/st_johns', 'America/St_Johns'],
    ['subscribe NGen Vancouver time zone', 'America/Vancouver'],
    ['subscribe NGen UTC time', 'UTC'],
    ['abonner NGen à l’heure de Saint-Jean', 'America/St_Johns'],
    ['abonner NGen heure de Paris chaque jour', 'Europe/Paris'],
  ])('“%s” is in %s', (line, timeZone) => {
    expect(subscription(line)).toMatchObject({ topics: ['ngen'], settings: { timeZone } });
  });

  test.each([
    ['subscribe', { reason: 'no-topic' }],
    ['subscribe weekly', { reason: 'no-topic' }],
    ['subscribe NGen, flying saucers', { reason: 'unknown-words', words: ['flying saucers'] }],
    ['subscribe NGen fortnightly', { reason: 'unknown-words', words: ['fortnightly'] }],
    ['subscribe NGen at 25:00', { reason: 'no-time', words: ['at 25:00'] }],
    ['subscribe NGen quiet 22:00-22:00', { reason: 'no-time', words: ['quiet 22:00-22:00'] }],
    ['subscribe NGen Mars/Olympus time zone', { reason: 'unknown-zone', words: ['Mars/Olympus time zone'] }],
    ['subscribe NGen daily weekly', { reason: 'said-twice', words: ['daily', 'weekly'] }],
    ['subscribe NGen at 9 at 10', { reason: 'said-twice', words: ['at 9', 'at 10'] }],
    ['subscribe NGen instantly at 09:00', { reason: 'contradiction', words: ['instantly', 'at 09:00'] }],
    ['subscribe NGen daily on Monday', { reason: 'contradiction', words: ['daily', 'on Monday'] }],
    [
      'subscribe NGen on Sunday no weekends',
      { reason: 'contradiction', words: ['on Sunday', 'no weekends'] },
    ],
    ['abonner NGen aux soucoupes', { reason: 'unknown-words', words: ['soucoupes'] }],
    [`subscribe ${'NGen '.repeat(300)}`, { reason: 'too-long' }],
  ])('“%s” is not understood, and says what', (line, expected) => {
    expect(problem(line)).toEqual(expected);
  });
});

describe('unsubscribing and listing', () => {
  test.each([
    ['unsubscribe NGen', ['ngen']],
    ['unsubscribe', 'all'],
    ['unsubscribe all', 'all'],
    ['désabonner tout', 'all'],
    ['se désabonner des marchés publics', ['ceta-procurement']],
  ])('“%s”', (line, expected) => {
    expect(understood(line)).toEqual({ type: 'unsubscribe', topics: expected });
  });

  test('names what it does not know', () => {
    expect(problem('unsubscribe saucers')).toEqual({ reason: 'unknown-words', words: ['saucers'] });
  });

  test.each(['subscriptions', 'Subscriptions.', 'abonnements'])('“%s” lists', (line) => {
    expect(understood(line)).toEqual({ type: 'subscriptions' });
  });

  test.each(['what is NGen?', 'subscriptions in Canada', 'subscribers', '', 'list'])(
    '“%s” is no such line',
    (line) => {
      expect(read(line)).toBeUndefined();
    },
  );
});

describe('what was not understood is said', () => {
  const explain = (line: string) => {
    const found = read(line);
    if (found?.type !== 'misunderstood') throw new Error(`understood: ${line}`);
    return explainMisunderstanding(found.problem, found.language);
  };

  test('in English, with an example', () => {
    expect(explain('subscribe NGen, flying saucers, blimps')).toBe(
      'I do not know “flying saucers” and “blimps”: I can tell you of clusters, CETA and its topics, ECCP, EU–Canada cooperation, events, corrections or everything. For example: subscribe NGen, procurement weekly on Monday at 09:00',
    );
  });

  test('with both sides of what contradicts itself', () => {
    expect(explain('subscribe NGen weekly on Sunday no weekends')).toContain(
      'These words contradict each other: “on Sunday”, “no weekends”.',
    );
  });

  test('in French, with an example', () => {
    expect(explain('abonner NGen immédiatement à 9 h')).toBe(
      'Ces mots se contredisent\u00A0: «\u00A0immédiatement\u00A0», «\u00A0à 9 h\u00A0». Par exemple\u00A0: abonner NGen, marchés publics hebdomadaire le lundi à 9\u00A0h',
    );
  });

  test('for every reason, in both languages, quoting the words', () => {
    const words = ['at 25:00'];
    const problems = [
      { reason: 'no-topic' as const },
      { reason: 'too-long' as const },
      ...(['unknown-words', 'unknown-zone', 'no-time', 'said-twice', 'contradiction'] as const).map(
        (reason) => ({ reason, words }),
      ),
    ];
    const texts = problems.flatMap((one) => [
      explainMisunderstanding(one, 'en'),
      explainMisunderstanding(one, 'fr'),
    ]);
    expect(new Set(texts).size).toBe(14);
    for (const text of texts.slice(4)) expect(text).toContain('at 25:00');
  });
});

describe('printing', () => {
  test('in English and French', () => {
    const weekly = subscription(
      'subscribe NGen, procurement weekly at 9:30 Brussels time quiet 22-7 no weekends',
    );
    expect(printSubscription(weekly, 'en', context)).toBe(
      'subscribe NGen, CETA public procurement weekly on Monday at 09:30 in English Europe/Brussels time zone quiet 22:00-07:00 no weekends',
    );
    expect(printSubscription(weekly, 'fr', context)).toBe(
      'abonner NGen, AECG et marchés publics hebdomadaire le lundi à 9\u00A0h\u00A030 en anglais fuseau horaire Europe/Brussels silence de 22\u00A0h à 7\u00A0h sans fin de semaine',
    );
  });

  const time = fc
    .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
    .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'));
  type When = Pick<SubscriptionSettings, 'cadence' | 'at' | 'weekday'>;
  const when: fc.Arbitrary<When> = fc.oneof(
    fc.constant<When>({ cadence: 'instantly', at: '09:00', weekday: 1 }),
    time.map((at): When => ({ cadence: 'daily', at, weekday: 1 })),
    fc
      .tuple(time, fc.integer({ min: 1, max: 7 }))
      .map(([at, weekday]): When => ({ cadence: 'weekly', at, weekday })),
  );
  const language = fc.constantFrom<Language>('en', 'fr');
  const settings: fc.Arbitrary<SubscriptionSettings> = fc
    .tuple(
      when,
      fc.record(
        {
          language,
          timeZone: fc.constantFrom(...Intl.supportedValuesOf('timeZone')),
          quietHours: fc.record({ from: time, to: time }).filter(({ from, to }) => from !== to),
          weekends: fc.constantFrom<'deliver' | 'wait'>('deliver', 'wait'),
        },
        { requiredKeys: ['language', 'timeZone', 'weekends'] },
      ),
    )
    .map(([first, second]) => ({ ...first, ...second }))
    .filter(
      ({ cadence, at, weekday, quietHours, weekends }) =>
        (cadence === 'instantly' || !quietHours || !isQuiet(at, quietHours)) &&
        !(cadence === 'weekly' && weekday > 5 && weekends === 'wait'),
    );
  const someTopics = fc.uniqueArray(fc.constantFrom(...topics.all.map((topic) => topic.id)), {
    minLength: 1,
    maxLength: 8,
  });

  test('what is printed reads as the same, in both languages', () => {
    fc.assert(
      fc.property(someTopics, settings, language, (ids, chosen, spoken) => {
        const whole = { topics: ids, settings: chosen };
        expect(subscription(printSubscription(whole, spoken, context))).toEqual(whole);
        expect(understood(printUnsubscribe(['ngen', 'ceta'], spoken, context))).toEqual({
          type: 'unsubscribe',
          topics: ['ngen', 'ceta'],
        });
      }),
      { numRuns: 2_000 },
    );
  });

  test.each(['GMT', 'CET', 'EST5EDT', 'Japan', 'Canada/Eastern', 'Asia/Kolkata'])(
    'also with %s as the zone of lines that name none',
    (name) => {
      const { timeZone } = readConfig({ DEFAULT_TIME_ZONE: name }).notifications;
      const whole = { topics: ['ngen'], settings: { ...instantly, timeZone } };
      for (const spoken of ['en', 'fr'] as const) {
        expect(subscription(printSubscription(whole, spoken, context))).toEqual(whole);
      }
    },
  );

  test('no text makes the reader fail', () => {
    const words = fc.constantFrom(
      ...[
        'NGen',
        'weekly',
        'at',
        '9',
        'h',
        'time zone',
        'Europe/Brussels',
        'quiet',
        '22:00-07:00',
        'heure de',
      ],
      ...['in French', 'no weekends', '/', ',', 'à', '🚢', '-', 'Monday', 'time', 'le'],
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(words).map((list) => list.join(' ')),
        ),
        (text) => {
          read(`subscribe ${text}`);
          read(`abonner ${text}`);
        },
      ),
    );
  });
});
