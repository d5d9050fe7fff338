import { describe, expect, test } from 'vitest';
import { concerns, createTopics, fixedTopicIds } from '../../src/notifications/topics.ts';
import { realKnowledge } from '../support/real-content.ts';

const topics = createTopics(realKnowledge);

describe('topics', () => {
  test('are the five clusters, the programme, CETA and its topics, ECCP, EU–Canada, and the fixed ones', () => {
    const ids = topics.all.map((topic) => topic.id);
    expect(ids).toEqual(
      expect.arrayContaining([
        ...['digital', 'ngen', 'ocean', 'protein', 'scale-ai', 'gic', 'ceta', 'ceta-procurement', 'eccp'],
        ...['eu-canada', 'events', 'corrections', 'everything'],
      ]),
    );
    expect(ids).toHaveLength(new Set(ids).size);
    expect(ids).not.toContain('glossary-trade');
  });

  test('leave out no cluster, no topic of CETA and nothing else of the content but terms', () => {
    const ids = new Set(topics.all.map((topic) => topic.id));
    const entries = realKnowledge.all('en');
    expect(entries.filter((entry) => entry.kind === 'cluster')).toHaveLength(5);
    expect(entries.filter((entry) => entry.parent === 'ceta').length).toBeGreaterThan(10);
    for (const entry of entries)
      expect([entry.id, ids.has(entry.id)]).toEqual([entry.id, entry.kind !== 'term']);
    expect(fixedTopicIds.filter((id) => !ids.has(id))).toEqual([]);
  });

  test('no entry of the content has the id of a fixed topic', () => {
    expect(realKnowledge.ids.filter((id) => fixedTopicIds.some((fixed) => fixed === id))).toEqual([]);
  });

  test.each([
    ['NGen', ['ngen']],
    ['ngen', ['ngen']],
    ['Scale AI, Ocean Supercluster and ECCP', ['scale-ai', 'ocean', 'eccp']],
    ['procurement', ['ceta-procurement']],
    ['marchés publics', ['ceta-procurement']],
    ['marches publics', ['ceta-procurement']],
    ['droits de douane et règles d’origine', ['ceta-tariffs', 'ceta-rules-of-origin']],
    ['AECG', ['ceta']],
    ['agri-food', ['ceta-agriculture', 'protein']],
    ['canola', ['protein']],
    ['everything', ['everything']],
    ['tout', ['everything']],
    ['événements', ['events']],
    ['EU–Canada cooperation', ['eu-canada']],
    ['superclusters', ['gic']],
    ['ceta-procurement', ['ceta-procurement']],
  ])('“%s” means %j', (words, ids) => {
    const resolved = topics.resolve(words);
    expect(resolved.topics.toSorted()).toEqual(ids.toSorted());
    expect(resolved.unknown).toEqual([]);
  });

  test('unknown words are reported as they were typed, neighbours together', () => {
    expect(topics.resolve('NGen, Flying Saucers and time-machines')).toEqual({
      topics: ['ngen'],
      unknown: ['Flying Saucers', 'time-machines'],
    });
  });

  test('every topic has a name in both languages that leads back to it alone', () => {
    for (const { id } of topics.all) {
      for (const language of ['en', 'fr'] as const) {
        expect(topics.resolve(topics.nameOf(id, language))).toEqual({ topics: [id], unknown: [] });
      }
    }
  });

  test('news of a topic of CETA concerns those who follow CETA; news of CETA itself not its topics', () => {
    expect(topics.topicsOf('ceta-procurement', false)).toEqual(['ceta-procurement', 'ceta']);
    expect(topics.topicsOf('ceta', false)).toEqual(['ceta']);
    expect(topics.topicsOf('ngen', true)).toEqual(['ngen', 'gic', 'corrections']);
    expect(topics.topicsOf('arrangement-2019', false)).toContain('events');
    expect(topics.topicsOf('glossary-trade', false)).toEqual([]);
  });

  test('everything concerns those who follow everything, and what is sent to everything concerns everybody', () => {
    expect(concerns('everything', [])).toBe(true);
    expect(concerns('ocean', ['everything'])).toBe(true);
    expect(concerns('ngen', ['ngen', 'gic'])).toBe(true);
    expect(concerns('ocean', ['ngen', 'gic'])).toBe(false);
  });
});
