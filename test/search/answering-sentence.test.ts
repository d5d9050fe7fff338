import { describe, expect, it } from 'vitest';
import { wordsOf } from '../../src/search/analysis.ts';
import { createSearch } from '../../src/search/search.ts';
import { realKnowledge } from '../support/real-content.ts';

const search = createSearch(realKnowledge);

function placeOf(question: string, entry: string, section: string) {
  const found = realKnowledge.section(entry, section, 'en');
  if (!found) throw new Error(`no section ${entry}#${section}`);
  return search.answeringSentence({ words: wordsOf(question), language: 'en' }, found);
}

describe('the sentence that answers', () => {
  it('is brought forward where it has the kind of thing that is asked for, and the first two have not', () => {
    expect(
      placeOf('What percentage does the Horizon AI program reimburse?', 'digital', 'programs'),
    ).toBeDefined();
  });

  it('is left where it stands, when it is read first anyway', () => {
    expect(placeOf('What does NGen do?', 'ngen', 'focus')).toBeUndefined();
  });
});
