import { describe, expect, it } from 'vitest';
import { wordsOf } from '../../src/search/analysis.ts';
import { createSearch } from '../../src/search/search.ts';
import { realKnowledge } from '../support/real-content.ts';

const search = createSearch(realKnowledge);

function best(text: string, language: 'en' | 'fr'): string {
  const query = {
    words: wordsOf(text),
    language,
    about: [],
    inherited: [],
    repaired: false,
    previous: undefined,
    earlier: [],
  };
  const [hit] = search.find(query);
  return `${hit?.entry}#${hit?.section}`;
}

describe('the direction of trade', () => {
  it.each([
    ['steps of an export from the EU to Canada', 'en', 'ceta-first-export#eu-to-canada'],
    ['steps of an export from Canada to the EU', 'en', 'ceta-first-export#canada-to-eu'],
    ['shipping machines from Germany to Canada with CETA, how', 'en', 'ceta-first-export#eu-to-canada'],
    ["étapes d'une exportation de l'UE vers le Canada", 'fr', 'ceta-first-export#eu-to-canada'],
    ["étapes d'une exportation du Canada vers l'UE", 'fr', 'ceta-first-export#canada-to-eu'],
    ["comment vendre vers le Canada depuis l'Europe", 'fr', 'ceta-first-export#eu-to-canada'],
  ] as const)('%s', (question, language, passage) => {
    expect(best(question, language)).toBe(passage);
  });
});

describe('acronyms', () => {
  it('are no forms of other words', () => {
    expect(best('ISDE', 'en')).toBe('glossary-clusters#ised');
  });
});
