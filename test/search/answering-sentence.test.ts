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
  it('is brought forward where it holds more of the question than the first two', () => {
    const place = placeOf('does NGen fund universities as subcontractors', 'ngen', 'funding');
    expect(place).toEqual({ block: 0, line: 1 });
  });

  it('is not another one of much the same meaning', () => {
    expect(placeOf('Who leads NGen?', 'ngen', 'leadership')).toBeUndefined();
    expect(placeOf('Who runs the ocean cluster?', 'ocean', 'leadership')).toBeUndefined();
  });

  it('is left where it stands, when it is read first anyway', () => {
    expect(placeOf('What does NGen do?', 'ngen', 'focus')).toBeUndefined();
  });
});
