import { describe, expect, it } from 'vitest';
import { answerLength, longestAnswer, toText } from '../../src/cards/text.ts';
import { askReal } from '../support/real-content.ts';

const ofAll = (section: string) =>
  ['digital', 'protein', 'ngen', 'scale-ai', 'ocean'].map((id) => `${id}#${section}`);

describe('what no cluster in particular is asked, and each has a section on, is quoted of each', () => {
  it.each([
    ['what training do they offer', 'skills'],
    ['training in the superclusters', 'skills'],
    ['which sectors do the clusters serve', 'sectors'],
    ['what technologies do the superclusters fund', 'technologies'],
    ['quelles technologies financent-elles', 'technologies'],
  ])('%s', (question, section) => {
    const { card, entries } = askReal(question);
    expect(entries).toEqual(ofAll(section));
    expect(answerLength(card)).toBeLessThanOrEqual(longestAnswer);
  });

  it('with its name before each quotation', () => {
    const text = toText(askReal('what training do they offer').card, { only: 'answer' });
    for (const name of ['DIGITAL', 'Protein Industries Canada', 'NGen', 'Scale AI', 'Ocean Supercluster'])
      expect(text).toContain(name);
  });

  it.each([
    ['what training does Scale AI offer', 'scale-ai#skills'],
    ['what training do the clusters offer in AI', 'scale-ai'],
    ['which sectors benefit from CETA', 'ceta'],
  ])('but not where one thing is meant: %s', (question, entry) => {
    const { intent, entries } = askReal(question);
    expect(intent).not.toBe('each');
    expect(entries[0]).toMatch(new RegExp(`^${entry}`));
  });

  it('and what the programme tells of all five comes before', () => {
    expect(askReal('How much employment was foreseen in 2018?').entries).toEqual(['gic#forecasts']);
  });

  it('in a thread about one, it is of that one', () => {
    expect(askReal(['Who leads NGen?', 'what training do they offer']).entries).toEqual(['ngen#skills']);
  });
});
