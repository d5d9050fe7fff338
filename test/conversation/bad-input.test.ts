import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toText } from '../../src/cards/text.ts';
import { askReal } from '../support/real-content.ts';

const sentence = (text: string) => toText(askReal(text).card, { only: 'answer' });

describe('input that is no question', () => {
  it.each([
    ['nothing', ''],
    ['white space', ' \n\t '],
    ['only emoji', '🚢🌊👍🏽'],
    ['only punctuation', '???!!!'],
    ['control characters', '\u0000\u0007\u001b\u200b\u202e'],
  ])('%s is met with one clear sentence and a way forward', (_name, text) => {
    const reply = askReal(text);
    expect(reply.answered).toBe(false);
    expect(sentence(text)).toMatch(/^I found no words to answer\. Try/);
    expect(JSON.stringify(reply.card)).toContain('"intent":"help"');
  });

  it.each([
    ['10,000 characters', 'why '.repeat(2_500)],
    ['10,000 characters without a space', 'x'.repeat(10_000)],
  ])('%s are too long, and it says how long is not', (_name, text) => {
    expect(sentence(text)).toBe('Please ask one question of at most 1000 characters.');
  });

  it.each([
    'Welcher Cluster ist für Schiffbauer?',
    '日本語の質問です',
    'Какие суперкластеры есть?',
    '¿Cuáles son los planes y para quién?',
  ])('another language is told which two are read: %s', (text) => {
    expect(sentence(text)).toContain('Please ask in English or in French.');
  });

  it('repairs slips, and not a text in which hardly a word is known', () => {
    const corrections = (text: string) => askReal(text).explanation.corrections.length;
    expect(corrections('protien supercluter')).toBe(2);
    expect(corrections('protien supercluter '.repeat(30))).toBe(0);
  });

  it('says so in French to someone who prefers French', () => {
    expect(toText(askReal('', 'fr').card)).toContain('Posez-moi une question');
    expect(toText(askReal('x'.repeat(2_000), 'fr').card)).toContain('1000 caractères');
  });

  it('reads HTML and invisible characters as what they surround', () => {
    expect(askReal('<b>where</b> is <i>NGen</i> based?').entries).toContain('ngen');
    expect(askReal('Where is \u202eNGen\u202c ba\u200bsed?').answered).toBeDefined();
  });

  it('never repeats what it was sent as markup', () => {
    const reply = askReal('<!channel> <@U1> [x](javascript:alert(1)) zzzqqq');
    for (const element of reply.card.elements) {
      if (element.type === 'text') for (const run of element.text) expect(run.type).toBe('text');
    }
  });
});

describe('any input', () => {
  it('gets a reply of at most 1,200 characters, within limits, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        const reply = askReal(text);
        const plainAnswer = toText(reply.card, { only: 'answer', maximum: 1_200 });
        expect(plainAnswer.length).toBeGreaterThan(0);
        expect(reply.confidence).toBeGreaterThanOrEqual(0);
        expect(reply.confidence).toBeLessThanOrEqual(1);
        expect(reply.answered).toBe(reply.outcome === 'answer' || reply.outcome === 'social');
      }),
      { numRuns: 300 },
    );
  });

  it('made of our own words gets a reply too', () => {
    const words = fc.constantFrom(
      ...'who what where how much is the NGen Ocean CETA supercluster clusters and compare funding 2017 renewal qui dirige combien AECG grappe et Montréal, ? ’ -'.split(
        ' ',
      ),
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 25 }), (list) => {
        const reply = askReal(list.join(' '));
        if (reply.outcome === 'answer') {
          // No cluster may be an answer too, also to a part of the question.
          const mayNameNone = ['find', 'joined', 'brief'].includes(reply.intent);
          expect(reply.entries.length + (mayNameNone ? 1 : 0)).toBeGreaterThan(0);
          expect(reply.sources.length).toBeGreaterThan(0);
        } else expect(reply.entries).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});

describe('a question of several parts', () => {
  it.each([
    'When was signed and when did it start to apply?',
    'How many countries ratified and which ones are missing?',
    'how many ratified and how many haven’t?',
  ])('has a reply where a part is put together of several itself: %s', (question) => {
    expect(sentence(question)).not.toBe('');
  });
});
