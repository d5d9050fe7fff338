import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { createConversation } from '../src/conversation/conversation.ts';
import { findKept, packContent, unpackContent } from '../src/kept-content.ts';
import { dataOf } from '../src/knowledge/knowledge.ts';
import { readSearchData } from '../src/search/search-data.ts';
import { standaloneQuestions } from './support/questions.ts';
import { realConversation, realKnowledge, today } from './support/real-content.ts';

const directory = mkdtempSync(join(tmpdir(), 'kept-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

const file = pathToFileURL(join(directory, 'content.kept'));
writeFileSync(file, packContent({ knowledge: realKnowledge, searchData: readSearchData(realKnowledge) }));

describe('content that was read before', () => {
  const bytes = findKept(realKnowledge.version, file);
  const content = bytes && unpackContent(bytes);

  it('is what it was', () => {
    expect(content && dataOf(content.knowledge)).toEqual(dataOf(realKnowledge));
  });

  it('answers as what is read now does', () => {
    const { knowledge, searchData } = content!;
    const kept = createConversation(knowledge, { defaultLanguage: 'en', searchData });
    for (const text of standaloneQuestions.filter((_, place) => place % 4 === 0)) {
      const question = { text, now: today, turns: [] };
      expect(kept.ask(question)).toEqual(realConversation.ask(question));
    }
  });

  it('is not taken for that of other files', () => {
    expect(findKept('0123456789abcdef', file)).toBeUndefined();
  });

  it('is nothing where nothing was kept', () => {
    expect(findKept(realKnowledge.version)).toBeUndefined();
  });

  it.each([
    ['of another form', Buffer.from('{"knowledge":{}}')],
    ['cut short', Buffer.from(bytes!.subarray(0, 100_000))],
    ['empty', Buffer.alloc(0)],
  ])('is nothing where it is %s', (_, other) => {
    expect(unpackContent(other)).toBeUndefined();
  });
});
