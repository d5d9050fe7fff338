import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createConversation } from '../../src/conversation/conversation.ts';
import { readKnowledge } from '../../src/knowledge/read-knowledge.ts';
import { realFiles, today } from '../support/real-content.ts';

/** The files that docs/content.md shows: a path in backquotes, then the file as a fenced block. */
function documentedFiles() {
  const text = readFileSync('docs/content.md', 'utf8');
  return [...text.matchAll(/^`content\/(?<path>\S+\.md)`\n\n````markdown\n(?<text>[\s\S]*?)\n````$/gm)].map(
    (match) => ({ path: match.groups?.path ?? '', text: match.groups?.text ?? '' }),
  );
}

describe('the example of docs/content.md', () => {
  const files = documentedFiles();
  const { knowledge, problems } = readKnowledge([...realFiles, ...files], 'content');

  it('is two files that can be loaded beside the real content', () => {
    expect(files.map((file) => file.path)).toEqual([
      'agreements/example-topic.en.md',
      'agreements/example-topic.fr.md',
    ]);
    expect(problems).toEqual([]);
  });

  it.each([
    ['What is the example topic?', 'en'],
    ['sample subject', 'en'],
    ['sujet d’exemple', 'fr'],
  ])('answers “%s”', (text, language) => {
    const conversation = createConversation(knowledge!, { defaultLanguage: 'en' });
    const reply = conversation.ask({ text, now: today, turns: [] });
    expect(reply).toMatchObject({ answered: true, language });
    expect(reply.entries[0]).toMatch(/^example-topic/);
  });
});
