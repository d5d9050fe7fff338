import { describe, expect, it } from 'vitest';
import { requireKnowledge } from '../../src/knowledge/read-knowledge.ts';
import { wordsOf } from '../../src/search/analysis.ts';
import { createSearch } from '../../src/search/search.ts';
import { entryFile, section, vocabulary } from '../support/content.ts';
import { realKnowledge } from '../support/real-content.ts';

const search = createSearch(realKnowledge);
const find = (text: string, language: 'en' | 'fr' = 'en', about: string[] = []) =>
  search.find({
    words: wordsOf(text),
    language,
    repaired: false,
    about,
    inherited: [],
    previous: undefined,
    earlier: [],
  });
const first = (...args: Parameters<typeof find>) => {
  const [hit] = find(...args);
  return hit && `${hit.entry}#${hit.section}`;
};

/** One question in so many is tried: there are over twenty thousand. */
const every = 4;

describe('search', () => {
  it('finds every section by its own questions', () => {
    const missed: string[] = [];
    for (const language of ['en', 'fr'] as const) {
      for (const entry of realKnowledge.all(language)) {
        for (const { id, asks } of entry.sections) {
          for (const ask of asks.filter((_, index) => index % every === 0)) {
            const top = find(ask, language).slice(0, 3);
            if (!top.some((hit) => hit.entry === entry.id && hit.section === id))
              missed.push(`${id}: ${ask}`);
          }
        }
      }
    }
    expect(missed).toEqual([]);
  }, 120_000);

  it('finds the French content by English words of the vocabulary, and the other way round', () => {
    expect(first('cheese quota', 'fr')).toBe('ceta-dairy-cheese#quota');
    expect(first('contingent de fromage', 'en')).toBe('ceta-dairy-cheese#quota');
  });

  it('is sure of a known question and unsure of an unknown one', () => {
    expect(find('What is the EU-Canada cluster arrangement?')[0]?.confidence).toBeGreaterThan(0.9);
    expect(find('best pizza in Naples')[0]?.confidence ?? 0).toBeLessThan(0.4);
  });

  it('looks at the passages with the likest questions, however many others they have', () => {
    expect(first('combien y a-t-il de supergrappes', 'fr')).toBe('gic#clusters');
  });

  it('reads the grammar of the other language where a question mixes both', () => {
    expect(first('combien did NGen get from Ottawa')).toBe('ngen#money');
  });

  it('takes « c’est quoi » for « qu’est-ce que »', () => {
    expect(first("c'est quoi une grappe", 'fr')).toBe(first("qu'est-ce qu'une grappe", 'fr'));
  });

  it('has nothing for grammar alone', () => {
    expect(find('what is the of and')).toEqual([]);
  });

  it('uses what the thread is about', () => {
    expect(first('where is it based', 'en', ['ocean'])).toMatch(/^ocean#/);
  });

  it('keeps confidences between 0 and 1 and orders by them', () => {
    const confidences = find('money for the ocean supercluster').map((hit) => hit.confidence);
    expect(confidences).toEqual(confidences.toSorted((a, b) => b - a));
    for (const confidence of confidences) {
      expect(confidence).toBeGreaterThanOrEqual(0);
      expect(confidence).toBeLessThanOrEqual(1);
    }
  });

  it('ranks the same whatever else the corpus holds about other things', () => {
    const small = [
      ...vocabulary,
      ...(['en', 'fr'] as const).flatMap((language) => [
        entryFile('alpha', language, { body: section('x', { lead: 'Alpha builds boats of steel.' }) }),
        entryFile('beta', language, {
          body: section('x', { lead: 'Beta bakes bread and cakes.', heading: 'Beta' }),
        }),
      ]),
    ];
    const more = (['en', 'fr'] as const).map((language) =>
      entryFile('gamma', language, { body: section('x', { lead: 'Gamma grows roses.', heading: 'Gamma' }) }),
    );
    for (const files of [small, [...small, ...more]]) {
      const hits = createSearch(requireKnowledge(files, 'content')).find({
        words: wordsOf('steel boats'),
        language: 'en',
        about: [],
        inherited: [],
        repaired: false,
        previous: undefined,
        earlier: [],
      });
      expect(hits[0]?.entry).toBe('alpha');
    }
  });
});

describe('words that nearly every passage has', () => {
  it('do not crowd out the passage that knows the question', () => {
    expect(first('How can my company get cluster funding?')).toBe('gic#funding');
    expect(first('which ministry watches over the superclusters')).toBe('gic#governance');
  });
});
