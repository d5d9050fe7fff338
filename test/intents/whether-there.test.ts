import { describe, expect, it } from 'vitest';
import { toText } from '../../src/cards/text.ts';
import { askReal } from '../support/real-content.ts';

const said = (question: string) => toText(askReal(question).card, { only: 'answer' });

describe('whether a cluster is in a place', () => {
  it.each([
    ['Is NGen in Ottawa?', /^NGen is based in Hamilton/],
    ['Is DIGITAL based in Ottawa?', /^DIGITAL is based in Vancouver/],
    ['Is the Ocean Supercluster located in Halifax?', /St\. John's/],
    ['Is Scale AI in Paris?', /^Scale AI is based in Montréal/],
    ['NGen est-elle située à Ottawa ?', /^NGen a son siège à Hamilton/],
    ['Est-ce que Scale AI est à Ottawa ?', /Montréal/],
  ])('is answered with where it is: %s', (question, place) => {
    expect(said(question)).toMatch(place);
  });

  it.each([
    ['How much did NGen get from Ottawa?', 'ngen'],
    ['Is Scale AI from San Francisco?', 'sector-bridges#scale-ai-name'],
  ])('is not what others ask: %s', (question, entry) => {
    const { entries, turn } = askReal(question);
    expect(entries[0]).toMatch(new RegExp(`^${entry}`));
    expect(turn.args.attribute ?? '').not.toMatch(/headquarters/);
  });
});
