import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Card, type CardElement, plain } from '../../src/cards/card.ts';
import { joinedCard } from '../../src/cards/joined-card.ts';
import { answerLength, longestAnswer, toText } from '../../src/cards/text.ts';

const call = { intent: 'joined', args: {} };
const card = (title: string, ...elements: CardElement[]): Card => ({
  language: 'en',
  summary: title,
  elements: [{ type: 'title', text: title }, ...elements],
});
const text = (value: string): CardElement => ({ type: 'text', text: plain(value) });
const joined = (...cards: [Card, ...Card[]]) => joinedCard({ title: 'Both', cards, call });
const answer = (shown: Card) => toText(shown, { only: 'answer' });

test('each part begins on the line of its title', () => {
  const shown = joined(card('Cheese', text('17,700 tonnes.')), card('Beef', text('35,000 tonnes.')));
  expect(answer(shown)).toBe('Cheese – 17,700 tonnes.\n\nBeef – 35,000 tonnes.');
});

test('the first sentence of each part comes before the rest of any, which stands under its title again', () => {
  const list: CardElement = { type: 'list', ordered: false, items: [plain('Feta')] };
  const shown = joined(
    card('Cheese', text('17,700 tonnes. Most is used.'), list),
    card('Is beef used?', text('Hardly; 3% of it. It needs a licence.')),
    card('Names', text('Five.'), list),
  );
  expect(answer(shown)).toBe(
    [
      'Cheese – 17,700 tonnes.',
      'Is beef used? Hardly; 3% of it.',
      'Names – Five.',
      'Cheese … Most is used.',
      '• Feta',
      'Is beef used? … It needs a licence.',
      'Names …',
      '• Feta',
    ].join('\n\n'),
  );
});

test('a warning stands above the answer that it is about, under the title', () => {
  const warning: CardElement = { type: 'notice', tone: 'warning', text: plain('No longer holds.') };
  const shown = joined(card('Cheese', warning, text('17,700 tonnes.')), card('Beef', text('35,000 tonnes.')));
  expect(answer(shown)).toMatch(/^Cheese\n\n⚠ No longer holds\.\n\n17,700 tonnes\./);
});

test('what a short part does not need, the next one has', () => {
  const long = 'This sentence has exactly fifty characters in all. '.repeat(18).trim();
  const shown = joined(card('Short', text('Yes.')), card('Long', text(long)));
  expect(answer(shown).replace('\n\nLong …', '')).toContain(long);
});

test('an answer of several parts is never longer than people read', () => {
  const sentence = 'One more sentence of the answer. ';
  const element = fc.oneof(
    fc.integer({ min: 1, max: 40 }).map((count) => text(sentence.repeat(count).trim())),
    fc.integer({ min: 1, max: 9 }).map(
      (count): CardElement => ({
        type: 'list',
        ordered: false,
        items: Array.from({ length: count }, () => plain(sentence)),
      }),
    ),
    fc.constant<CardElement>({ type: 'notice', tone: 'warning', text: plain(sentence) }),
  );
  const one = fc
    .tuple(fc.integer({ min: 1, max: 100 }), fc.array(element, { minLength: 1, maxLength: 4 }))
    .map(([length, elements]) => card('T'.repeat(length), ...elements));
  fc.assert(
    fc.property(fc.array(one, { minLength: 2, maxLength: 3 }), ([first, ...others]) => {
      expect(answerLength(joined(first!, ...others))).toBeLessThanOrEqual(longestAnswer);
    }),
  );
});
