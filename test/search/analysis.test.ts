import { describe, expect, it } from 'vitest';
import { stem, wordsOf } from '../../src/search/analysis.ts';

describe('words', () => {
  it('are letters or digits, with their place', () => {
    expect(wordsOf('C$950M à Œuvrer')).toEqual([
      { surface: 'c', folded: 'c', start: 0, end: 1 },
      { surface: '950', folded: '950', start: 2, end: 5 },
      { surface: 'm', folded: 'm', start: 5, end: 6 },
      { surface: 'à', folded: 'a', start: 7, end: 8 },
      { surface: 'œuvrer', folded: 'oeuvrer', start: 9, end: 15 },
    ]);
  });

  it('are ordinals as a whole: the 8th is no 8, and no other one', () => {
    const surfaces = (text: string) => wordsOf(text).map(({ surface }) => surface);
    expect(surfaces('the 8th, 1st and 22nd')).toEqual(['the', '8th', '1st', 'and', '22nd']);
    expect(surfaces('la 8E et le 1er')).toEqual(['la', '8e', 'et', 'le', '1er']);
    expect(surfaces('5thousand 3D 20ethical')).toEqual(['5', 'thousand', '3', 'd', '20', 'ethical']);
  });
});

describe('stems', () => {
  // Most from the samples of https://snowballstem.org/algorithms/.
  it.each([
    ['consisting', 'consist'],
    ['consolations', 'consol'],
    ['consolidation', 'consolid'],
    ['conspiracy', 'conspiraci'],
    ['knightly', 'knight'],
    ['knives', 'knive'],
    ['generously', 'generous'],
    ['skies', 'sky'],
  ])('are those of Snowball in English: %s', (word, expected) => {
    expect(stem(word, 'en')).toBe(expected);
  });

  it.each([
    ['continuellement', 'continuel'],
    ['contradictoirement', 'contradictoir'],
    ['contournait', 'contourn'],
    ['majestueusement', 'majestu'],
    ['ratifié', 'ratifi'],
  ])('are those of Snowball in French, accents folded after it: %s', (word, expected) => {
    expect(stem(word, 'fr')).toBe(expected);
  });
});
