/** Questions as they are typed in a hurry. */
import { isQuestionWord, isStopWord, wordsOf } from '../src/search/analysis.ts';
import { seeded, seedOf } from './random.ts';

const letters = 'abcdefghijklmnopqrstuvwxyz';
/** Shorter words are rarely misspelt, and one letter less makes another word of them. */
const shortest = 5;
/** One slip in a short question, two in a longer one. */
const wordsPerSlip = 8;

/** Makes one edit (a letter dropped, doubled, replaced, or two swapped) in one or two words of meaning. */
export function withTypos(question: string): string {
  const random = seeded(seedOf(question));
  const words = wordsOf(question);
  const long = words.filter(
    ({ folded }) =>
      folded.length >= shortest &&
      !/\p{N}/u.test(folded) &&
      (['en', 'fr'] as const).every(
        (language) => !isStopWord(folded, language) && !isQuestionWord(folded, language),
      ),
  );
  let typed = question;
  const slips = random.sample(long, words.length > wordsPerSlip ? 2 : 1);
  for (const { start, end } of slips.toSorted((a, b) => b.start - a.start)) {
    typed = typed.slice(0, start) + misspelt(question.slice(start, end), random) + typed.slice(end);
  }
  return typed;
}

function misspelt(word: string, random: ReturnType<typeof seeded>): string {
  const characters = [...word];
  // People get the first letter right.
  const at = 1 + random.below(characters.length - 2);
  switch (random.below(4)) {
    case 0:
      characters.splice(at, 1);
      break;
    case 1:
      characters.splice(at, 0, characters[at]!);
      break;
    case 2:
      characters[at] = random.pick([...letters].filter((letter) => letter !== characters[at]));
      break;
    default:
      [characters[at], characters[at + 1]] = [characters[at + 1]!, characters[at]!];
  }
  return characters.join('');
}

export function withoutAccents(question: string): string {
  return question.normalize('NFD').replace(/\p{M}/gu, '').replace(/œ/g, 'oe').replace(/Œ/g, 'OE');
}
