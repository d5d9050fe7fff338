import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { standaloneQuestions } from '../support/questions.ts';
import { askReal } from '../support/real-content.ts';

/** What a person sees of a reply, and what it was made of. */
function seen(text: string) {
  const { outcome, intent, language, entries, card } = askReal(text);
  return { outcome, intent, language, entries, card };
}

const bare = (text: string) => text.replace(/[\s?!.…]+$/u, '');
const withoutAccents = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '');

const forms = {
  'in capitals': (text) => text.toUpperCase(),
  'in small letters': (text) => text.toLowerCase(),
  'in decomposed letters': (text) => text.normalize('NFD'),
  'with tripled spaces': (text) => text.replaceAll(' ', '   '),
  'with no-break spaces': (text) => text.replaceAll(' ', '\u00A0'),
  'with lines and tabs around': (text) => ` \n\t${text}\t\n `,
  'without its last mark': bare,
  'with a question mark': (text) => `${bare(text)}?`,
  'with exclamation marks': (text) => `${bare(text)} !!!`,
  'with dots': (text) => `${bare(text)}...`,
  'with typographic apostrophes': (text) => text.replaceAll("'", '’'),
  'with typewriter apostrophes': (text) => text.replaceAll('’', "'"),
} as const satisfies Record<string, (text: string) => string>;

describe('the form of a question never changes the answer', () => {
  it.each(Object.entries(forms).map(([name, change], index) => [name, change, index] as const))(
    '%s',
    (_name, change, index) => {
      // A third of the questions each, so that all of them come in several forms.
      for (const text of standaloneQuestions.filter((_text, place) => place % 3 === index % 3)) {
        const changed = change(text);
        if (changed !== text) expect([text, seen(changed)]).toEqual([text, seen(text)]);
      }
    },
    120_000,
  );

  /**
   * Of questions with an answer: a word that the content never writes so ("signé" in the English content) is
   * stemmed as it is typed, and stems depend on accents, so a question without an answer may be offered one.
   */
  it('without accents', () => {
    const accented = standaloneQuestions.filter(
      (text) => withoutAccents(text) !== text && askReal(text).answered,
    );
    expect(accented.length).toBeGreaterThan(50);
    // What was read differently ("showing results for …") is not part of the answer.
    const answer = (text: string) => {
      const { card, ...rest } = seen(text);
      return { ...rest, elements: card.elements.filter(({ type }) => type !== 'context') };
    };
    for (const text of accented) expect([text, answer(withoutAccents(text))]).toEqual([text, answer(text)]);
  }, 120_000);

  it('in several of these ways at once, word by word', () => {
    const casings = fc.infiniteStream(fc.constantFrom('lower', 'upper', 'as is'));
    const changes = fc.subarray(Object.values(forms));
    fc.assert(
      fc.property(fc.constantFrom(...standaloneQuestions), changes, casings, (text, list, casing) => {
        const changed = list
          .reduce((form, change) => change(form), text)
          .replace(/\S+/gu, (word) => {
            const { value } = casing.next();
            return value === 'upper' ? word.toUpperCase() : value === 'lower' ? word.toLowerCase() : word;
          });
        expect(seen(changed)).toEqual(seen(text));
      }),
      { numRuns: 200 },
    );
  }, 120_000);
});
