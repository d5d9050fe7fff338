/** The place that only says which cluster is meant. */
import { describe, expect, it } from 'vitest';
import { withoutHome } from '../../src/conversation/at-home.ts';
import { wordsOf } from '../../src/search/analysis.ts';
import { createSearch } from '../../src/search/search.ts';
import { askReal, realKnowledge } from '../support/real-content.ts';

const search = createSearch(realKnowledge);
const bare = (text: string) => {
  const words = wordsOf(text);
  return withoutHome(text, words, search.gazetteer.find(words), search);
};

describe('the home of a cluster after its name', () => {
  it.each([
    ['Who is the CEO of NGen in Hamilton?', 'Who is the CEO of NGen?'],
    ['Quel est le site web de Scale AI à Montréal ?', 'Quel est le site web de Scale AI ?'],
    ['website of DIGITAL out of Vancouver please', 'website of DIGITAL please'],
  ])('is left out: %s', (text, asked) => {
    expect(bare(text)).toBe(asked);
  });

  it.each([
    'How many members of NGen in Ontario?',
    'Who is the CEO of NGen in Vancouver?',
    'Where is NGen in Hamilton?',
    'Who leads NGen?',
  ])('is kept where it may be what is asked, or is another place: %s', (text) => {
    expect(bare(text)).toBeUndefined();
  });

  it('does not change who leads it', () => {
    expect(askReal('who is the big cheese at the ocean outfit in St. John’s?').entries).toEqual(
      askReal('who is the big cheese at the Ocean Supercluster?').entries,
    );
  });
});
