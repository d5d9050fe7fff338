import { describe, expect, it } from 'vitest';
import { toText } from '../../src/cards/text.ts';
import { askReal } from '../support/real-content.ts';

describe('how to get something of a cluster', () => {
  it.each([
    ['comment faire pour rejoindre la Supergrappe des océans', 'ocean#join'],
    ['what do I need to do to join NGen', 'ngen#join'],
    ['comment devenir membre de DIGITAL', 'digital#join'],
    ['how do I apply to DIGITAL', 'digital#funding'],
    ['quelles sont les étapes pour déposer un projet chez NGen', 'ngen#funding'],
    ['que faut-il faire pour obtenir du financement de Protein', 'protein#funding'],
    ['what is the process to get Scale AI funding', 'scale-ai#funding'],
  ])('%s: %s', (question, section) => {
    expect(askReal(question).entries).toEqual([section]);
  });

  it.each([
    [
      'how do you apply to the ocean cluster’s main program, stage by stage?',
      /^The steps are prequalification/,
    ],
    ['comment obtenir l’argent de la grappe des océans, étape par étape ?', /^Étapes\s: préqualification/],
  ])('tells the steps first, where steps are asked for: %s', (question, first) => {
    expect(toText(askReal(question).card, { only: 'answer' })).toMatch(first);
  });

  it.each(['How much money did NGen get?', 'Who can join NGen?', 'What is a member of NGen worth?'])(
    'is not what is asked: %s',
    (question) => {
      expect(askReal(question).explanation.candidates[0]?.because).not.toMatch(/asks how to/);
    },
  );
});

describe('who wants to join tells what one is', () => {
  it('and is told how', () => {
    expect(
      askReal('Comment embarquer dans Protein Industries quand on est une petite minoterie ?').entries,
    ).toEqual(['protein#join']);
  });
});

describe('which papers goods need that the content does not name', () => {
  it.each([
    'what forms does it take to ship my prunes to Spain?',
    'Quels papiers pour exporter mes prunes en Espagne ?',
  ])('is told by the steps of the direction: %s', (question) => {
    expect(askReal(question).entries).toEqual(['ceta-first-export#canada-to-eu']);
  });
});

describe('how to use an agreement', () => {
  it.each([
    'how do I use CETA step by step?',
    'what do I need to do to benefit from CETA',
    'comment profiter de l’AECG ?',
  ])('is told for both directions, where none is said: %s', (question) => {
    expect(askReal(question).entries).toEqual([
      'ceta-first-export#canada-to-eu',
      'ceta-first-export#eu-to-canada',
    ]);
  });

  it('is told for the direction that is said', () => {
    expect(askReal('steps to export to the EU').entries).toEqual(['ceta-first-export#canada-to-eu']);
  });
});
