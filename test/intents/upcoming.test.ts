import { describe, expect, it } from 'vitest';
import { toText } from '../../src/cards/text.ts';
import { askReal, today } from '../support/real-content.ts';

const said = (question: string, now = today) =>
  toText(askReal(question, undefined, now).card, { only: 'answer' });

describe('what changes next', () => {
  it.each([
    ['What changes next?', 'gic'],
    ['what happens next with the clusters', 'gic'],
    ['upcoming dates for NGen', 'ngen'],
    ['What changes next in CETA and when?', 'ceta'],
    ['qu’est-ce qui change ensuite ?', 'gic'],
    ['prochaines échéances de l’AECG', 'ceta'],
  ])('%s', (question, entry) => {
    expect(askReal(question).turn).toMatchObject({ intent: 'upcoming', args: { entry } });
  });

  it('is told with its date, once for all whom it concerns', () => {
    expect(said('What changes next?')).toMatch(
      /^• March 2028 – End of funding: Global .* and Ocean Supercluster$/,
    );
    expect(said('prochaines dates de NGen')).toMatch(/^• mars 2028/);
  });

  it('is no date that has gone by', () => {
    expect(said('What changes next?', new Date('2028-05-01T12:00:00Z'))).toMatch(
      /no date from 1 May 2028 on/,
    );
  });

  it('is how things stand, where no date is stated', () => {
    expect(said('What changes next in CETA?')).toMatch(/no date .* waits for ratification/s);
  });

  it.each(['what are the next steps after an EOI', 'what is the next call at NGen'])(
    'is not what is asked: %s',
    (question) => {
      expect(askReal(question).intent).not.toBe('upcoming');
    },
  );
});
