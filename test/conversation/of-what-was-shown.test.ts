import { describe, expect, it, test } from 'vitest';
import { askReal } from '../support/real-content.ts';

describe('what fits best what was just told is asked together with the question before it', () => {
  test.each([
    [
      ['From which value does an EU exporter need to be in REX?', 'where do we get such a number?'],
      'ceta-rules-of-origin#rex',
    ],
    [
      ['Are architects’ licences mutually recognised between Canada and the EU?', 'is that in force yet?'],
      'ceta-services-mobility#architects',
    ],
    [['Quand l’AECG a-t-il été signé ?', 'pourquoi c’était pas le 27 comme prévu ?'], 'ceta#signing'],
    [['Did Canada join SAFE?', 'what’s the 65% rule there?'], 'eu-canada#safe-rules'],
  ])('%s', (questions, told) => {
    expect(askReal(questions).entries).toEqual([told]);
  });

  it.each([
    [['Tell me about CETA’s pork quota', 'how do I roast it?']],
    [['Which Scale AI is the San Francisco one?', 'what are its shares trading at?']],
    [['Does the 2004 agreement cover wines?', 'what’s the LCBO markup on Chianti?']],
  ])('but not where it has words that are not told: %s', (questions) => {
    expect(askReal(questions).answered).toBe(false);
  });
});
