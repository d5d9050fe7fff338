import { describe, expect, test } from 'vitest';
import type { Card } from '../../src/cards/card.ts';
import { correctionCard } from '../../src/cards/correction-card.ts';
import { digestCard } from '../../src/cards/digest-card.ts';
import { newsHeading } from '../../src/cards/news.ts';
import { notificationCard } from '../../src/cards/notification-card.ts';
import { toText } from '../../src/cards/text.ts';
import { type Change, compare, type Snapshot, takeSnapshot } from '../../src/knowledge/differences.ts';
import { languages } from '../../src/knowledge/language.ts';
import { readMessage } from '../../src/knowledge/message.ts';
import { contentOfChanges, contentOfMessage, newsFor, readContent } from '../../src/notifications/content.ts';
import { createTopics } from '../../src/notifications/topics.ts';
import { toSlackMessage } from '../../src/slack/blocks.ts';
import { limitViolations as slackViolations } from '../../src/slack/limits.ts';
import { toAdaptiveCard } from '../../src/teams/adaptive-card.ts';
import { limitViolations as teamsViolations } from '../../src/teams/limits.ts';
import { realConversation, realKnowledge, today } from '../support/real-content.ts';
import { complaints } from '../teams/official-renderer.ts';

const topics = createTopics(realKnowledge);
const options = { now: today, stageDays: 30 };
const now = today;
const changed = 'in-channel';
const currentSnapshot = takeSnapshot(realKnowledge, options);

/** What is told to somebody who last heard of a content in which every one of these items was otherwise. */
function compareWith(ids: readonly string[]): Change[] {
  const snapshot: Snapshot = structuredClone(currentSnapshot);
  for (const id of ids) {
    for (const language of languages) {
      const text = snapshot.items[id]![language]!;
      text.hash = 'another';
      text.statements = ['another'];
      text.summary = language === 'en' ? 'It said otherwise.' : 'Elle disait autre chose.';
    }
  }
  return compare(snapshot, realKnowledge, options);
}

const everyItem = Object.keys(currentSnapshot.items);
// A fact gives way to its section where both have changed: they are compared apart.
const everyChange = new Map(
  [
    ...compareWith(everyItem.filter((id) => id.includes('#'))),
    ...compareWith(everyItem.filter((id) => id.includes('@'))),
  ].map((change) => [change.item, change]),
);
const changesOf = (ids: readonly string[]) => ids.map((id) => everyChange.get(id)!);
const message = readMessage(
  [
    '# The N3 Summit takes registrations {#en}',
    'It takes place in **June**; see [the page](https://www.ngen.ca/).',
    '- in Hamilton\n- and online',
    '# Le sommet N3 ouvre ses inscriptions {#fr}',
    'Il a lieu en juin.',
  ].join('\n\n'),
  'message.md',
).message!;

function expectToFit(card: Card): void {
  const slack = toSlackMessage(card);
  expect(slackViolations(slack)).toEqual([]);
  expect(slack.blocks.length).toBeGreaterThan(0);
  const teams = toAdaptiveCard(card);
  expect(teamsViolations(teams)).toEqual([]);
}

/** The official renderer is slow: once for each kind of card. */
function expectToShow(card: Card): void {
  expectToFit(card);
  expect(complaints(toAdaptiveCard(card))).toEqual([]);
}

function card(ids: readonly string[], language: 'en' | 'fr', note?: string) {
  const content = contentOfChanges(changesOf(ids), realKnowledge, topics);
  const news = newsFor(content, ['everything'], language).map((one) => one.news);
  return notificationCard({ language, news, topics: ['NGen'], changed, now, ...(note && { note }) });
}

describe('the notification card', () => {
  test('tells one change with what was said before, its source, and the answer it opens', () => {
    const made = card(['ngen#homebuilding'], 'en');
    const text = toText(made);
    expect(made.summary).toBe('Corrected: The homebuilding fund');
    expect(text).toMatch(/^Corrected: The homebuilding fund\n\n/);
    expect(text).toContain('Before: It said otherwise.');
    expect(text).toMatch(/As of .*\nSources:\n\[1\] /);
    expect(text).toContain('This channel follows: NGen. Write “subscriptions” to me');
    const call = made.elements.flatMap((element) => (element.type === 'actions' ? element.actions : []))[0];
    if (call?.type !== 'call') throw new Error('no button');
    expect(realConversation.call(call.call, now)).toMatchObject({
      answered: true,
      entries: ['ngen#homebuilding'],
    });
  });

  test('says the same in French', () => {
    const text = toText(card(['ngen@leader'], 'fr', 'Merci à nos lecteurs.'));
    expect(text).toMatch(/^Corrigé\u00A0: NGen – /);
    expect(text).toContain('Note de la rédaction\u00A0: Merci à nos lecteurs.');
    expect(text).toContain('Avant\u00A0: Elle disait autre chose.');
    expect(text).toContain('«\u00A0abonnements\u00A0»');
  });

  test('tells of what begins and what is gone', () => {
    const stage = { kind: 'begins' as const, title: 'New thresholds', blocks: [], date: '2027-01-01' };
    expect(newsHeading(stage, 'en')).toBe('Begins 1 January 2027: New thresholds');
    expect(newsHeading(stage, 'fr')).toBe('À compter du 1er janvier 2027\u00A0: New thresholds');
    const gone = notificationCard({
      language: 'en',
      news: [{ kind: 'removed', title: 'Beta', blocks: [], before: 'It was.' }],
      topics: [],
      changed,
      now,
    });
    expect(toText(gone)).toBe(
      'Removed: Beta\n\nI no longer tell this. It may have ended, or it could not be confirmed.\n\nBefore: It was.',
    );
  });

  test('shows an announcement with its lists and links', () => {
    const content = contentOfMessage(message, 'announcement', ['ngen']);
    const [found] = newsFor(content, ['ngen'], 'en');
    const made = notificationCard({ language: 'en', news: [found!.news], topics: ['NGen'], changed, now });
    expect(toText(made)).toContain(
      'The N3 Summit takes registrations\n\nIt takes place in June; see the page (https://www.ngen.ca/).\n\n• in Hamilton\n• and online',
    );
    expectToShow(made);
  });

  test.each(languages)('fits both platforms for every item of the content (%s)', (language) => {
    for (let at = 0; at < everyItem.length; at += 8) expectToFit(card(everyItem.slice(at, at + 8), language));
  });

  test('names what is too much to tell; the text says all of it', () => {
    const made = card(everyItem.slice(0, 60), 'en');
    expectToFit(made);
    const text = toText(made);
    const titles = newsFor(
      contentOfChanges(changesOf(everyItem.slice(0, 60)), realKnowledge, topics),
      ['everything'],
      'en',
    );
    for (const { news } of titles) expect(text).toContain(news.title);
  });
});

describe('the digest card', () => {
  const groups = (language: 'en' | 'fr', ids: readonly string[]) => {
    const content = contentOfChanges(changesOf(ids), realKnowledge, topics);
    const followed = ['ngen', 'ceta'];
    const news = newsFor(content, followed, language);
    return followed.map((topic) => ({
      topic: topics.nameOf(topic, language),
      news: news.filter((one) => one.topic === topic).map((one) => one.news),
    }));
  };

  test('groups by topic, and shows what belongs to none of them not at all', () => {
    const made = digestCard({
      language: 'en',
      date: '2026-11-23',
      groups: groups('en', ['ceta-procurement#thresholds', 'ngen#money', 'ocean#money', 'ngen#results']),
      changed,
      now,
    });
    const text = toText(made!);
    expect(text).toMatch(
      /^Digest of 23 November 2026\n\nNGen\n\n• Corrected: NGen's federal money – .*\n• Corrected: NGen's results – .*\n\nCETA\n\n• Corrected: Federal thresholds/,
    );
    expect(text).not.toContain('Ocean');
    expect(made?.summary).toMatch(/^3 news: /);
  });

  test('says nothing when there is nothing', () => {
    expect(digestCard({ language: 'en', date: '2026-11-23', groups: [], changed, now })).toBeUndefined();
    expect(
      digestCard({ language: 'fr', date: '2026-11-23', groups: groups('fr', ['ocean#money']), changed, now }),
    ).toBeUndefined();
  });

  test.each(languages)('fits both platforms with much to tell (%s)', (language) => {
    const ids = everyItem.filter((id) => /^(ngen|ceta)/.test(id));
    const made = digestCard({ language, date: '2026-11-23', groups: groups(language, ids), changed, now });
    expectToShow(made!);
  });
});

describe('the correction card', () => {
  test('says what the answer said and what holds, in both languages', () => {
    const content = contentOfChanges(changesOf(['ngen#money']), realKnowledge, topics);
    for (const language of languages) {
      const [found] = newsFor(content, ['ngen'], language);
      const made = correctionCard({ language, news: [found!.news], now });
      expectToShow(made);
      expect(toText(made)).toMatch(language === 'en' ? /^A correction to my answer/ : /^Une correction à ma/);
      expect(toText(made)).toContain(language === 'en' ? 'Before: It said' : 'Avant\u00A0: Elle disait');
    }
  });
});

describe('what is stored', () => {
  test('reads as what was written', () => {
    const content = contentOfChanges(changesOf(everyItem.slice(0, 20)), realKnowledge, topics, {
      en: 'A note',
      fr: 'Une note',
    });
    expect(readContent(JSON.stringify(content))).toEqual(content);
    const announced = contentOfMessage(message, 'announcement', ['everything']);
    expect(readContent(JSON.stringify(announced))).toEqual(announced);
    expect(readContent('{"v":1}')).toBeUndefined();
    expect(readContent('nonsense')).toBeUndefined();
  });

  test('a change of one language is no news in the other', () => {
    const changes = changesOf(['ngen#money']).map((change) => ({
      ...change,
      texts: { fr: change.texts.fr! },
    }));
    const content = contentOfChanges(changes, realKnowledge, topics);
    expect(newsFor(content, ['ngen'], 'en')).toEqual([]);
    expect(newsFor(content, ['ngen'], 'fr')).toHaveLength(1);
  });
});
