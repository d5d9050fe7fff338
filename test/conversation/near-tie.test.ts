import { describe, expect, it } from 'vitest';
import { toText } from '../../src/cards/text.ts';
import type { Reply } from '../../src/conversation/types.ts';
import { focusOf } from '../../src/intents/focus-of.ts';
import { readPart } from '../../src/intents/joined.ts';
import { wordsOf } from '../../src/search/analysis.ts';
import { createSearch } from '../../src/search/search.ts';
import { readItems } from '../evaluation/items.ts';
import { askReal, realConversation, realKnowledge, today } from '../support/real-content.ts';

/** Which questions end in a tie hangs on the weights: real ones are asked until enough of them do. */
const ties = readItems('test/evaluation/questions.jsonl')
  .filter((item) => !item.context)
  .slice(0, 1_000)
  .map((item) => askReal(item.question))
  .filter((reply) => reply.intent === 'either');
const titles = { en: 'Two answers may fit', fr: 'Deux réponses possibles' };

function alone(id: string, language: Reply['language']): Reply {
  const [entry = '', section = ''] = id.split('#');
  return realConversation.call({ intent: 'section', args: { entry, section }, language }, today);
}

describe('a question that two passages fit about as well', () => {
  it('happens in both languages', () => {
    for (const language of ['en', 'fr']) {
      expect(ties.filter((reply) => reply.language === language).length).toBeGreaterThan(5);
    }
  });

  it('gets both answers, each under its heading, within the length of one', () => {
    for (const reply of ties) {
      expect(new Set(reply.entries).size).toBe(2);
      const text = toText(reply.card, { only: 'answer' });
      expect(toText(reply.card)).toContain(titles[reply.language]);
      expect(text.length).toBeLessThanOrEqual(1_200);
      for (const id of reply.entries) {
        const title = alone(id, reply.language).card.elements.find((element) => element.type === 'title');
        expect(text).toContain(title?.type === 'title' ? title.text : 'a title');
      }
    }
  });

  it('gets the sentence that answers first in either', () => {
    const search = createSearch(realKnowledge);
    for (const { call, language, explanation } of ties) {
      for (const part of Object.values(call?.args ?? {})) {
        const { intent, args } = readPart(String(part));
        const section = intent === 'section' && realKnowledge.section(args.entry!, args.section!, language);
        if (!section) continue;
        const words = wordsOf(explanation.normalised);
        expect(args.focus).toBe(focusOf(search.answeringSentence({ words, language }, section)).focus);
      }
    }
  });

  it('shows the sources of both', () => {
    for (const reply of ties) {
      const each = reply.entries.flatMap((id) => alone(id, reply.language).sources);
      expect(new Set(reply.sources)).toEqual(new Set(each));
    }
  });

  it('gives the same pair again from its call', () => {
    for (const { call, card } of ties) {
      // The call has no typing errors to tell of.
      const elements = card.elements.filter((element) => element.type !== 'context');
      expect(realConversation.call(call!, today).card).toEqual({ ...card, elements });
    }
  });

  it('is polite about a pair that holds a pair', () => {
    const call = ties[0]!.call!;
    const nested = `either?${new URLSearchParams(call.args)}`.slice(0, 300);
    const reply = realConversation.call({ ...call, args: { part1: nested, part2: nested } }, today);
    expect(reply.answered).toBe(false);
  });
});

describe('a question that one passage answers', () => {
  it.each([
    'Which universities can join a cluster?',
    'Is CETA in force?',
    'How do I register with the ECCP?',
  ])('gets one answer: %s', (question) => {
    expect(askReal(question).intent).not.toBe('either');
  });

  it('stays refused where nothing is near', () => {
    for (const question of ['how do I bake bread?', 'xyzzy plugh', 'who won the match last night?']) {
      expect(askReal(question).answered, question).toBe(false);
    }
  });
});
