import { describe, expect, it } from 'vitest';
import { toText } from '../../src/cards/text.ts';
import { askReal } from '../support/real-content.ts';
import * as table from './table.ts';

const groups = {
  'every statement of the source document': table.sourceDocument,
  'the same in French': table.sourceDocumentInFrench,
  'what changed since': table.changes,
  attributes: table.attributes,
  'words of every register': table.registers,
  'two parts': table.twoParts,
  'finding a cluster': table.finding,
  comparing: table.comparing,
  topics: table.topics,
  'greetings and commands': table.social,
  slips: table.slips,
};

describe.each(Object.entries(groups))('%s', (_name, rows) => {
  it.each(rows.map((row) => [row.question, row] as const))('%s', (question, row) => {
    const reply = askReal(question);
    expect(reply.answered, reply.explanation.decision).toBe(true);
    expect([row.intent].flat()).toContain(reply.intent);
    if (row.entry) expect(reply.entries.map((entry) => entry.split('#')[0])).toContain(row.entry);
    if (row.says) expect(toText(reply.card, { only: 'answer' })).toMatch(row.says);
  });
});

describe('an honest no', () => {
  it.each(table.refused)('%s', (question) => {
    const reply = askReal(question);
    expect(reply.answered, `${reply.intent}: ${reply.explanation.decision}`).toBe(false);
    expect(reply.entries).toEqual([]);
    expect(reply.sources).toEqual([]);
  });
});

describe('the language of the answer', () => {
  const french = [
    ...table.sourceDocumentInFrench,
    ...['bonjour', 'aide', 'merci', 'liste', 'êtes-vous un robot ?'].map((question) => ({ question })),
  ];
  it.each(french.map((row) => row.question))('is French for “%s”', (question) => {
    expect(askReal(question).language).toBe('fr');
  });

  it.each([...table.sourceDocument, ...table.topics.slice(0, 5)].map((row) => row.question))(
    'is English for “%s”',
    (question) => {
      expect(askReal(question).language).toBe('en');
    },
  );

  it('is the asker’s where the words do not tell', () => {
    expect(askReal('NGen', 'fr').language).toBe('fr');
    expect(askReal('NGen', 'en').language).toBe('en');
  });
});
