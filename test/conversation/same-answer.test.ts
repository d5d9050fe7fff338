import { describe, expect, it } from 'vitest';
import { createConversation } from '../../src/conversation/conversation.ts';
import { requireKnowledge } from '../../src/knowledge/read-knowledge.ts';
import { attributes, comparing, finding, topics } from '../intents/table.ts';
import { standaloneQuestions } from '../support/questions.ts';
import { askReal, realConversation, realFiles, today } from '../support/real-content.ts';

const questions = [...attributes, ...comparing, ...finding, ...topics].map((row) => row.question);

describe('the same question gets the same answer', () => {
  it('whatever the order of the content files', () => {
    const shuffled = requireKnowledge(realFiles.toReversed(), 'content');
    const other = createConversation(shuffled, { defaultLanguage: 'en' });
    for (const text of [...questions, ...standaloneQuestions]) {
      expect(other.ask({ text, now: today, turns: [] })).toEqual(askReal(text));
    }
  }, 120_000);

  it('however often and in whatever order questions are asked', () => {
    const some = standaloneQuestions.filter((_text, index) => index % 3 === 0);
    const ask = (text: string) => realConversation.ask({ text, now: today, turns: [] });
    const first = some.map(ask);
    const again = some.toReversed().map(ask).reverse();
    expect(again).toEqual(first);
  }, 120_000);

  it.each([
    ['capitals', (text: string) => text.toUpperCase()],
    ['no accents', (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '')],
    ['doubled spaces', (text: string) => text.replaceAll(' ', '  ')],
    ['no question mark', (text: string) => text.replace(/\s*\?$/, '')],
    ['typographic apostrophes', (text: string) => text.replaceAll("'", '’')],
  ])('with %s', (_name, change) => {
    for (const text of questions) {
      expect([text, askReal(change(text)).card]).toEqual([text, askReal(text).card]);
    }
  });
});
