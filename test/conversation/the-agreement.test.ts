import { describe, expect, it } from 'vitest';
import { withAgreementNamed } from '../../src/conversation/the-agreement.ts';
import { wordsOf } from '../../src/search/analysis.ts';
import { askReal } from '../support/real-content.ts';

describe('the name in place of "the agreement"', () => {
  const named = (text: string) => withAgreementNamed(text, wordsOf(text), []);

  it.each([
    ['Who signed the deal?', 'Who signed CETA?'],
    ['did Germany ratify the trade agreement', 'did Germany ratify CETA'],
    ['Le traité s’applique-t-il ?', 'l’AECG s’applique-t-il ?'],
    ['que dit le texte de l’accord', 'que dit le texte de l’AECG'],
    ['les termes du traité', 'les termes de l’AECG'],
    ['qui n’a pas approuvé le pacte transatlantique ?', 'qui n’a pas approuvé l’AECG ?'],
  ])('%s', (text, expected) => {
    expect(named(text)).toBe(expected);
  });

  it.each(['Quels droits l’accord UE-Mercosur supprime-t-il ?', 'the deal with Japan', 'who leads NGen?'])(
    'stays away: %s',
    (text) => {
      expect(named(text)).toBeUndefined();
    },
  );
});

describe('"the agreement" without a name is CETA', () => {
  it.each([
    ['Is the agreement in force in France?', 'ceta#status'],
    ['what does the treaty say about beef', 'ceta-agriculture#beef-pork'],
    ['did Germany ratify the deal', 'ceta-ratification#germany'],
    ['qui a signé l’accord', 'ceta#signing'],
    ['who signed the deal?', 'ceta#signing'],
    ['nations n’ayant pas approuvé le pacte transatlantique', 'ceta-ratification#list'],
    ['le traité s’applique-t-il au Royaume-Uni', 'ceta-brexit#status'],
  ])('%s', (question, entry) => {
    expect(askReal(question).entries).toContain(entry);
  });

  it.each([
    ['what did the agreement of June 2019 say', 'arrangement-2019#what'],
    ['gimme the lowdown on the 2019 toronto thing', 'arrangement-2019#what'],
    ['is the paper signed in Toronto binding', 'arrangement-2019#not-a-treaty'],
    ['what does the agreement say about clusters', 'arrangement-2019#what'],
    ['Is the cluster deal between Canada and Europe a treaty?', 'arrangement-2019#not-a-treaty'],
    ['c’est quoi l’accord de 2019', 'arrangement-2019#what'],
    ['what does the agreement with Fórum Oceano cover', 'sector-bridges#ocean'],
    ['who was the last to sign a contribution agreement', 'gic#winners'],
    ['what’s the deal with superclusters', 'supercluster#definition'],
  ])('unless another is meant: %s', (question, entry) => {
    expect(askReal(question).entries).toContain(entry);
  });

  it('unless its thread is about another', () => {
    const { entries } = askReal(['What is the 2019 arrangement?', 'When was the agreement signed?']);
    expect(entries.every((id) => id.startsWith('arrangement-2019'))).toBe(true);
  });
});
