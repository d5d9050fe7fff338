import { describe, expect, it } from 'vitest';
import { createConversation } from '../../src/conversation/conversation.ts';
import { requireKnowledge } from '../../src/knowledge/read-knowledge.ts';
import { attributes, comparing, finding, topics } from '../intents/table.ts';
import { askReal, realFiles, today } from '../support/real-content.ts';

const questions = [...attributes, ...comparing, ...finding, ...topics].map((row) => row.question);

describe('the same question gets the same answer', () => {
  it('whatever the order of the content files', () => {
    const shuffled = requireKnowledge(realFiles.toReversed(), 'content');
    const other = createConversation(shuffled, { defaultLanguage: 'en' });
    for (const text of questions) {
      expect(other.ask({ text, now: today, turns: [] })).toEqual(askReal(text));
    }
  });

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
