import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { standaloneQuestions } from '../support/questions.ts';
import { askReal } from '../support/real-content.ts';

/** The most processor time that one question may take, in milliseconds. */
const allowed = 50;

/** Warm first: what the machine compiles and reads once is not the question's fault. */
for (const text of standaloneQuestions) askReal(text);

/** Processor time of this process, not of the clock: the machine may be busy with other things. */
function cost(text: string): number {
  const start = process.cpuUsage();
  askReal(text);
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1_000;
}

/** The least of some tries: what else the process does (collecting garbage) only adds. */
function leastCost(text: string): number {
  let least = cost(text);
  for (let tries = 0; tries < 5 && least > allowed / 2; tries++) least = Math.min(least, cost(text));
  return least;
}

const letter = fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz');
const unknownWord = (length: number) => fc.string({ unit: letter, minLength: length, maxLength: length });
const knownWords = [...new Set(standaloneQuestions.flatMap((text) => text.match(/\p{L}+/gu) ?? []))];
const full = (text: string) => text.slice(0, 1_000);

const kinds: readonly (readonly [string, fc.Arbitrary<string>])[] = [
  ['any characters', fc.string({ unit: 'binary', maxLength: 1_000, size: 'max' })],
  ['any letters as people see them', fc.string({ unit: 'grapheme', maxLength: 300, size: 'max' })],
  [
    'words that nobody knows',
    fc.array(unknownWord(8), { minLength: 120, maxLength: 120 }).map((list) => full(list.join(' '))),
  ],
  [
    'short words that nobody knows',
    fc.array(unknownWord(4), { minLength: 200, maxLength: 200 }).map((list) => full(list.join(' '))),
  ],
  [
    'words that are nearly ours',
    fc
      .array(fc.tuple(fc.constantFrom(...knownWords), letter), { minLength: 150, maxLength: 150 })
      .map((list) => full(list.map(([known, slip]) => known.slice(0, 2) + slip + known.slice(3)).join(' '))),
  ],
  [
    'all of our words',
    fc.shuffledSubarray(knownWords, { minLength: 150 }).map((list) => full(list.join(' '))),
  ],
  [
    'our questions in a row',
    fc
      .shuffledSubarray([...standaloneQuestions], { minLength: 20, maxLength: 20 })
      .map((list) => full(list.join(' '))),
  ],
];

/** What backtracking, normalising or nesting might blow up on, to a full question and far beyond. */
const repeated: readonly string[] = [
  ' ',
  'a',
  'A ',
  '1 ',
  '1,',
  '?',
  '.',
  '-',
  "l'",
  '<',
  '<a',
  '<a ',
  '<a>',
  '</',
  '\n',
  '\u0301',
  'e\u0301\u0323',
  '\u200d',
  '\ud800',
  '🇨🇦',
  '👩‍👩‍👧',
  'مرحبا ',
  '超',
  'ﷺ',
  'and ',
  'et ; ',
  'NGen ',
  'compare NGen and Ocean ',
  'CETA tariffs ',
  '2019-06-06 ',
  'C$950M ',
  'the ',
  '« ',
  '[x](y) ',
  '@',
  '#',
  '*',
  '_~',
  '\\',
  '$&',
  '%s',
  '\u202e',
  '\0',
  'İ',
  'ß',
  'ſ',
];

describe('no input takes long or fails', () => {
  it.each(kinds)(
    '%s',
    (_name, texts) => {
      fc.assert(
        fc.property(texts, (text) => {
          expect(leastCost(text)).toBeLessThan(allowed);
        }),
        // A longer text is as good an example; to look for a shorter one could take an hour.
        { numRuns: 10, endOnFailure: true },
      );
    },
    180_000,
  );

  it.each([1_000, 100_000, 5_000_000])(
    'the same again and again, %i characters long',
    (length) => {
      for (const part of repeated) {
        const text = part.repeat(Math.ceil(length / part.length)).slice(0, length);
        expect([part, leastCost(text) < allowed]).toEqual([part, true]);
        expect([part, leastCost(`What is CETA ${text}`) < allowed]).toEqual([part, true]);
      }
    },
    180_000,
  );
});
