import { describe, expect, it } from 'vitest';
import { toText } from '../../src/cards/text.ts';
import { askReal } from '../support/real-content.ts';

describe('grammar typed in a hurry', () => {
  it.each([
    ['wat is ceta', 'What is CETA'],
    ['wen was ceta signed', 'When was CETA signed'],
    ['ki dirige NGen', 'Qui dirige NGen'],
    ['cest quoi le régime REX', 'C’est quoi le régime REX'],
    ['pk les supergrappes ont changé de nom', 'Pourquoi les supergrappes ont changé de nom'],
  ])('"%s" is answered as "%s"', (typed, meant) => {
    const reply = askReal(typed);
    expect(reply.answered).toBe(true);
    expect(toText(reply.card)).toBe(toText(askReal(meant).card));
  });

  it('is no reading that the answer has to tell about', () => {
    expect(askReal('wat is ceta').explanation.corrections).toEqual([]);
  });
});
