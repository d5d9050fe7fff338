import { expect, it, test } from 'vitest';
import { askReal } from '../support/real-content.ts';

const meaningOf = (...questions: readonly string[]) => askReal(questions).turn.meaning;

test.each([
  // The other side of the ocean.
  [
    'What did the 2025 evaluation say of real wages in the EU?',
    'and on the Canadian side?',
    /wages .*canada/,
  ],
  ['Quel effet l’AECG a-t-il sur les salaires européens ?', 'et canadiens ?', /salaires canadiens/],
  [
    'How much Canadian direct investment is there in Europe?',
    'vice versa',
    /european direct investment .*in canada/,
  ],
  [
    'À combien se chiffre l’investissement canadien en Europe ?',
    'l’inverse',
    /investissement européen en canada/,
  ],
  // Another country, another of several in a row, another year.
  ['Did the Dutch senate vote for CETA?', 'what about the French one', /french senate/],
  ['Who spoke at the 3rd meeting of the CETA Joint Committee?', 'and the fourth?', /4th meeting/],
  ['Où a eu lieu la 8e conférence européenne des clusters ?', 'et la neuvième ?', /la 9e conférence/],
  ['What was agreed at the EU–Canada summit of 2023?', 'and at the 2025 one?', /of 2025/],
  ['Where was the latest EU–Canada summit?', 'what about the one in 2023', /the 2023 eu canada summit/],
  // Another who pays, another figure that the same told of.
  ['How much did Ottawa give Scale AI?', 'and Quebec?', /did quebec give/],
  ['What did the Parliamentary Budget Officer say of the GDP goal?', 'and jobs?', /officer say of the jobs/],
])('after “%s”, “%s” takes the place of its like', (before, text, expected) => {
  expect(meaningOf(before, text)).toMatch(expected);
});

it('answers with the part that was asked for', () => {
  expect(
    askReal(['How many votes did CETA get in the Dutch Senate?', 'and in the French one?']).entries,
  ).toEqual(['ceta-ratification#france']);
});

test.each([
  // Nothing of its kind stands in the earlier question, or in what answered it.
  ['Where was the 9th European Cluster Conference?', 'and the 15th?'],
  ['Who leads NGen?', 'and Canada?'],
  // A name of a body is no side.
  ['What does the European Commission say of SMEs under CETA?', 'and the Canadian one?'],
  ['When was the last EU–Canada summit?', 'and Canada?'],
  // Each figure of a cluster is one by itself.
  ['How many jobs was DIGITAL expected to create?', 'and members?'],
  ['Combien d’argent NGen a-t-elle reçu ?', 'et jusqu’à quand ?'],
])('after “%s”, “%s” replaces nothing', (before, text) => {
  expect(meaningOf(before, text)).not.toContain(
    askReal([before]).turn.meaning.toLowerCase().split(' ').slice(0, 3).join(' '),
  );
});

it('does not tell of a conference that was not held', () => {
  expect(askReal(['Where was the 9th European Cluster Conference?', 'and the 15th?']).answered).toBe(false);
});
