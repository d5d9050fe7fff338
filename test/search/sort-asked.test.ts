/** What sort of thing a question asks to be told. */
import { describe, expect, it } from 'vitest';
import { wordsOf } from '../../src/search/analysis.ts';
import { sortAsked, wantedIn } from '../../src/search/sort-asked.ts';
import { askReal } from '../support/real-content.ts';

const wanted = (text: string) => wantedIn(wordsOf(text)).map(({ folded }) => folded);

describe('the words for what is to be told', () => {
  it.each([
    ['Which hall at the fair was it?', ['hall']],
    ['In what venue did it take place?', ['venue']],
    ['What daily allowance did they pay?', ['daily', 'allowance']],
    ['Sur quels serveurs infonuagiques tourne le projet ?', ['serveurs']],
  ])('are those between the question word and what follows: %s', (text, words) => {
    expect(wanted(text)).toEqual(words);
  });

  it.each([
    'In what year was it signed?',
    'Which kinds of goods are covered?',
    'De quelle façon prouver l’origine ?',
    'What happened to the duty?',
    'What separates Gold from Silver?',
    'How many members are there?',
  ])('are none where a passage shows it unnamed, or a verb may follow: %s', (text) => {
    expect(wanted(text)).toEqual([]);
  });
});

describe('the sort of thing', () => {
  it.each([
    ['Which accounting software do the clusters use?', 'software'],
    ['How many computers does NGen have?', 'computers'],
    ['How many people work there?', undefined],
    ['Who leads NGen?', undefined],
  ])('%s', (text, sort) => {
    expect(sortAsked(wordsOf(text))?.folded).toBe(sort);
  });
});

describe('a passage that has no word for what is to be told', () => {
  it.each([
    'Which hall at the Hannover fairground was the Canadian pavilion in?',
    'What language must bids be written in for Polish public tenders?',
    'Sur quels serveurs infonuagiques tourne le projet de commerce électronique de Coveo ?',
  ])('does not answer: %s', (question) => {
    expect(askReal(question).answered).toBe(false);
  });

  it.each([
    ['Which court opinion cleared the investor tribunal under EU law?', 'ceta-investment-court#legality'],
    ['En quelle année le Canada est-il devenu membre à part entière d’Eureka ?', 'eu-canada#eureka'],
  ])('answers where it has one, or needs none: %s', (question, section) => {
    expect(askReal(question).entries).toContain(section);
  });
});
