import { describe, expect, it } from 'vitest';
import { wordsOf } from '../../src/search/analysis.ts';
import { createPatterns } from '../../src/search/patterns.ts';

/** The words of the text that the phrase stands for; undefined where it does not stand there. */
function found(phrase: string, text: string): string | undefined {
  const patterns = createPatterns<string>();
  patterns.add(phrase, 'topic');
  const words = wordsOf(text);
  const [match] = patterns.find(words);
  return match && text.slice(words[match.start]!.start, words[match.end - 1]!.end);
}

describe('a phrase of what is refused', () => {
  it.each([
    ['a gap of no word', 'how much … earn', 'how much earn they', 'how much earn'],
    [
      'a gap of six words',
      'how much … earn',
      'how much does the CEO of that cluster earn',
      'how much does the CEO of that cluster earn',
    ],
    ['one word or another', 'buy|sell shares', 'can I sell shares', 'sell shares'],
    ['a plural for a singular', 'tax credit|rebate', 'any tax credits', 'tax credits'],
    ['accents and case as they come', '^écris|rédige', 'ECRIS un mot', 'ECRIS'],
    ['the start of the text', '^book me', 'Book me a room', 'Book me'],
    ['the start after courtesies', '^book me', 'Hi, could you please book me a room', 'book me'],
    ['the start after courtesies', '^rédige', 'Bonjour, pourriez-vous me rédiger… Rédige !', undefined],
    ['the start after courtesies', '^rédiger', 'Bonjour, pourriez-vous me rédiger une lettre', 'rédiger'],
    ['the end of the text', 'it|that tomorrow$', 'will you do it tomorrow?', 'it tomorrow'],
    ['the end before courtesies', 'for me$', 'ask them for me, please', 'for me'],
    [
      'a shorter way after a longer one',
      'is … worth it',
      'is it worth it to us or worth it',
      'is it worth it',
    ],
  ])('may have %s: “%s” in “%s”', (_what, phrase, text, words) => {
    expect(found(phrase, text)).toBe(words);
  });

  it.each([
    ['a gap of seven words', 'how much … earn', 'how much do all the firms of that cluster earn'],
    ['another word', 'buy|sell shares', 'share the costs'],
    ['the middle of a text', '^book me', 'the guide book me and you read'],
    ['more after the end', 'for me$', 'for me and my firm'],
    ['a short plural', '^car', 'CARS'],
  ])('does not stand for %s: “%s” in “%s”', (_what, phrase, text) => {
    expect(found(phrase, text)).toBeUndefined();
  });

  it('without gap, choice or anchor is a plain one', () => {
    expect(createPatterns<string>().add('stock price', 'topic')).toBe(false);
  });

  it('is found once, whatever the text repeats', () => {
    const patterns = createPatterns<string>();
    patterns.add('buy|sell shares', 'topic');
    expect(patterns.find(wordsOf('buy shares, sell shares'))).toHaveLength(1);
  });
});
