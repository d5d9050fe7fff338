import { describe, expect, test } from 'vitest';
import { toText } from '../../src/cards/text.ts';
import type { Knowledge } from '../../src/knowledge/knowledge.ts';
import { requireKnowledge } from '../../src/knowledge/read-knowledge.ts';
import { createCorrections } from '../../src/notifications/corrections.ts';
import { createTopics } from '../../src/notifications/topics.ts';
import { createWorker } from '../../src/notifications/worker.ts';
import { usualTiming } from '../../src/notifications/worker-options.ts';
import type { Store } from '../../src/store/store.ts';
import { entryFile, leaderFact, section, vocabulary } from '../support/content.ts';
import { databaseKinds, useStore } from '../support/databases.ts';
import { channel, noon, PlatformDouble } from './fixtures.ts';

interface Told {
  readonly money?: string;
  readonly results?: string;
  readonly asOf?: string;
  readonly leader?: string;
  /** Id of the entry. */
  readonly entry?: string;
  /** Id of the section on money; it is left out where there is none. */
  readonly moneyAt?: string | undefined;
}

function contentWith(told: Told): Knowledge {
  const { money = 'Alpha gave C$12,500.', results = 'Alpha made 30 things.', asOf = '2024-05' } = told;
  const { entry = 'alpha', moneyAt = 'money' } = told;
  const withMoney = !('moneyAt' in told) || told.moneyAt !== undefined;
  const files = (['en', 'fr'] as const).map((language) =>
    entryFile(entry, language, {
      title: 'Alpha',
      facts: leaderFact.replaceAll('Ada Example', told.leader ?? 'Ada Example'),
      body:
        (withMoney ? section(moneyAt, { heading: 'Money', lead: money }).replace('2024-05', asOf) : '') +
        section('results', { heading: 'Results', lead: results }),
    }),
  );
  return requireKnowledge([...files, ...vocabulary], 'content');
}

/** A bot over a store whose content a test replaces. */
function botOn(store: Store, first: Knowledge) {
  const slack = new PlatformDouble();
  let current = first;
  let ids = 0;
  let minutes = 0;
  const clock = () => new Date(noon.getTime() + minutes * 60_000);
  const corrections = createCorrections({
    store,
    knowledge: () => current,
    clock,
    newId: () => `id-${ids++}`,
    published: () => {},
  });
  return {
    slack,
    corrections,
    posted: (messageId: string, items: readonly string[], thread?: string, language: 'en' | 'fr' = 'en') =>
      corrections.posted({ channel: channel('C1'), messageId, thread, language, items }),
    async reload(next: Knowledge, known = true) {
      const previous = current;
      current = next;
      minutes += 1;
      const threads = await corrections.run(known ? previous : undefined);
      const worker = createWorker({
        ...{ store, senders: [slack], clock, random: () => 0.5, name: 'w1', timing: usualTiming },
        topics: () => createTopics(current),
        report: () => {},
      });
      await worker.drain();
      return threads;
    },
    said: () => slack.sent.map(({ thread, card }) => [thread, toText(card)]),
  };
}

describe.each(databaseKinds)('corrections on %s', (kind) => {
  const test$ = useStore(kind);

  test('a thread whose answer has changed gets exactly one reply', async () => {
    const bot = botOn(test$.store, contentWith({}));
    await bot.posted('2.0', ['alpha#money'], '1.0');
    await bot.posted('3.0', ['alpha#money'], '1.0');
    await bot.posted('9.0', ['alpha#results'], '8.0');
    const next = contentWith({ money: 'Alpha gave C$12,600.' });
    expect(await bot.reload(next)).toBe(1);
    expect(await bot.reload(next)).toBe(0);
    const [[thread, text] = []] = bot.said();
    expect(bot.said()).toHaveLength(1);
    expect(thread).toBe('1.0');
    expect(text).toMatch(
      /^A correction to my answer\n\nWhat I said here about “Money” was put right since\. It now reads:\n\nAlpha gave C\$12,600\.\n\nBefore: Alpha gave C\$12,500\.\n\nAs of May 2024\n/,
    );
  });

  test('a thread that was corrected is told again when that turns out wrong too', async () => {
    const bot = botOn(test$.store, contentWith({}));
    await bot.posted('2.0', ['alpha#money'], '1.0');
    // Also when it goes back and forth.
    const each = [
      'Alpha gave C$12,600.',
      'Alpha gave C$12,700.',
      'Alpha gave C$12,600.',
      'Alpha gave C$12,700.',
    ];
    for (const money of each) await bot.reload(contentWith({ money }));
    const said = bot.said().map(([thread, text]) => [thread, /reads:\n\n(.*)/.exec(text ?? '')?.[1]]);
    expect(said).toEqual(each.map((money) => ['1.0', money]));
  });

  test('an answer outside a thread gets it as a thread of its own', async () => {
    const bot = botOn(test$.store, contentWith({}));
    await bot.posted('2.0', ['alpha#money']);
    await bot.reload(contentWith({ money: 'Alpha gave nothing.' }));
    expect(bot.said().map(([thread]) => thread)).toEqual(['2.0']);
  });

  test('a cosmetic change gets none', async () => {
    const bot = botOn(test$.store, contentWith({}));
    await bot.posted('2.0', ['alpha#money'], '1.0');
    expect(await bot.reload(contentWith({ money: 'Alpha gave **C$12 500** .' }))).toBe(0);
    expect(bot.said()).toEqual([]);
  });

  test('what has moved on is an update; in French it is said in French', async () => {
    const bot = botOn(test$.store, contentWith({}));
    await bot.posted('2.0', ['alpha#money'], '1.0', 'fr');
    await bot.reload(contentWith({ money: 'Alpha gave C$13,000.', asOf: '2025-06' }));
    expect(bot.said()[0]?.[1]).toMatch(/^Une mise à jour de ma réponse\n\nCe que j’ai dit ici/);
  });

  test('an answer whose section is gone is withdrawn, once', async () => {
    const bot = botOn(test$.store, contentWith({}));
    await bot.posted('2.0', ['alpha#money'], '1.0');
    await bot.posted('3.0', ['alpha#money'], '1.0');
    const next = contentWith({ moneyAt: undefined });
    expect(await bot.reload(next)).toBe(1);
    expect(await bot.reload(next)).toBe(0);
    expect(await bot.reload(contentWith({ moneyAt: undefined, results: 'Alpha made 31 things.' }))).toBe(0);
    expect(bot.said()).toHaveLength(1);
    expect(bot.said()[0]?.[1]).toMatch(
      /^I withdraw an answer\n\nWhat I said here about “Money” is withdrawn: please do not rely on it any more\.\n\nI no longer tell this\. It may have ended, or it could not be confirmed\.\n\nBefore: Alpha gave C\$12,500\.\n\nAsk me again for what I know today, or look at its sources below\.\n\n.*Sources/s,
    );
  });

  test('in French a withdrawal is said in French, and a fact is withdrawn too', async () => {
    const bot = botOn(test$.store, contentWith({}));
    await bot.posted('2.0', ['alpha#money', 'alpha@leader'], '1.0', 'fr');
    await bot.reload(contentWith({ entry: 'beta', money: 'Beta gave nothing.', leader: 'Grace Example' }));
    expect(bot.said()).toHaveLength(1);
    expect(bot.said()[0]?.[1]).toMatch(
      /^Je retire une réponse\n\nCe que j’ai dit ici au sujet de «\sAlpha – Direction\s» est retiré\s: ne vous y fiez plus\.[\s\S]*«\sMoney\s» est retiré/,
    );
  });

  test('what was withdrawn while the bot was down is told too, by the name of its entry, or by none', async () => {
    const bot = botOn(test$.store, contentWith({}));
    await bot.posted('2.0', ['alpha#money'], '1.0');
    expect(await bot.reload(contentWith({ moneyAt: undefined }), false)).toBe(1);
    expect(bot.said()[0]?.[1]).toMatch(/“Alpha” is withdrawn[\s\S]*Ask me again for what I know today\.$/);
    await bot.posted('5.0', ['alpha#results'], '4.0');
    await bot.reload(contentWith({ entry: 'beta', results: 'Beta made nothing.' }), false);
    expect(bot.said()[1]?.[1]).toMatch(/^I withdraw an answer\n\nSomething that I said here is withdrawn/);
  });

  test('a section that was only renamed, or moved to another entry, is no news, and is followed there', async () => {
    const bot = botOn(test$.store, contentWith({}));
    await bot.posted('2.0', ['alpha#money', 'alpha@leader'], '1.0');
    expect(await bot.reload(contentWith({ moneyAt: 'funding' }))).toBe(0);
    expect(await bot.reload(contentWith({ moneyAt: 'funding', entry: 'beta' }), false)).toBe(0);
    expect(bot.said()).toEqual([]);
    const changed = { moneyAt: 'funding', entry: 'beta', money: 'Alpha gave nothing.' };
    expect(await bot.reload(contentWith(changed))).toBe(1);
    expect(bot.said()[0]?.[1]).toContain('Before: Alpha gave C$12,500.');
  });

  test('what was withdrawn and comes back is told again', async () => {
    const bot = botOn(test$.store, contentWith({}));
    await bot.posted('2.0', ['alpha#money'], '1.0');
    await bot.reload(contentWith({ moneyAt: undefined }));
    expect(await bot.reload(contentWith({}))).toBe(1);
    expect(bot.said()[1]?.[1]).toMatch(
      /^An update to my answer[\s\S]*It now reads:\n\nAlpha gave C\$12,500\./,
    );
  });

  test('several changes in one thread are one reply', async () => {
    const bot = botOn(test$.store, contentWith({}));
    await bot.posted('2.0', ['alpha#money', 'alpha#results'], '1.0');
    await bot.reload(contentWith({ money: 'Alpha gave nothing.', results: 'Alpha made nothing.' }));
    expect(bot.said()).toHaveLength(1);
    expect(bot.said()[0]?.[1]).toMatch(/Alpha gave nothing\.[\s\S]*Alpha made nothing\./);
  });

  test('a fact that was told is corrected too', async () => {
    const bot = botOn(test$.store, contentWith({}));
    await bot.posted('2.0', ['alpha@leader', 'alpha', 'nonsense#x'], '1.0');
    await bot.reload(contentWith({ leader: 'Grace Example' }));
    expect(bot.said()[0]?.[1]).toMatch(/“Alpha – Leader”[\s\S]*Grace Example leads it\.[\s\S]*Before: Ada/);
  });

  test('a content that changed while the bot was down is told as well, without the words of before', async () => {
    const bot = botOn(test$.store, contentWith({}));
    await bot.posted('2.0', ['alpha#money'], '1.0');
    expect(await bot.reload(contentWith({ money: 'Alpha gave nothing.' }), false)).toBe(1);
    expect(bot.said()[0]?.[1]).toMatch(/^An update to my answer/);
    expect(bot.said()[0]?.[1]).not.toContain('Before');
  });

  test('a crash between telling and writing it down tells once', async () => {
    const { store } = test$;
    const bot = botOn(store, contentWith({}));
    await bot.posted('2.0', ['alpha#money'], '1.0');
    const broken = {
      ...store,
      answers: { ...store.answers, corrected: () => Promise.reject(new Error('killed')) },
    };
    const next = contentWith({ money: 'Alpha gave nothing.' });
    const crashing = createCorrections({
      ...{
        store: broken,
        knowledge: () => next,
        clock: () => noon,
        newId: () => 'crash',
        published: () => {},
      },
    });
    await expect(crashing.run()).rejects.toThrow('killed');
    await bot.reload(next);
    expect(bot.said()).toHaveLength(1);
  });
});
