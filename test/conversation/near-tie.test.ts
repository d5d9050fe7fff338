import { describe, expect, it } from 'vitest';
import { toText } from '../../src/cards/text.ts';
import { realConversation as conversation, today } from '../support/real-content.ts';

const ask = (text: string) => conversation.ask({ text, now: today, turns: [] });
const titles = { en: 'Two answers may fit', fr: 'Deux réponses possibles' };

describe('a question that two passages fit about as well', () => {
  it.each(['en', 'fr'] as const)('gets both answers, each under its heading (%s)', (language) => {
    const question = {
      en: 'what does Digital pay a university?',
      fr: 'une université peut-elle être payée par DIGITAL ?',
    }[language];
    const reply = ask(question);
    expect(reply.intent).toBe('either');
    expect(reply.language).toBe(language);
    const text = toText(reply.card, { only: 'answer' });
    expect(text).toContain(titles[language]);
    expect(text.length).toBeLessThanOrEqual(1200);
    expect(reply.entries).toHaveLength(2);
    expect(reply.entries).toContain('gic#universities');
  });

  it('shows the sources of both', () => {
    const reply = ask('what does Digital pay a university?');
    const each = reply.entries.map(
      (id) => conversation.call({ intent: 'section', args: argsOf(id), language: 'en' }, today).sources,
    );
    for (const sources of each) expect(reply.sources).toEqual(expect.arrayContaining([...sources]));
  });

  it('gives the same pair again from its call', () => {
    const reply = ask('what does Digital pay a university?');
    expect(conversation.call(reply.call!, today).card).toEqual(reply.card);
  });

  it('is polite about a pair that holds a pair', () => {
    const { call } = ask('what does Digital pay a university?');
    const nested = `either?${new URLSearchParams(call!.args)}`;
    const reply = conversation.call({ ...call!, args: { part1: nested, part2: nested } }, today);
    expect(reply.answered).toBe(false);
  });
});

describe('a question that one passage answers', () => {
  it.each(['Which universities can join a cluster?', 'Is CETA in force?', 'What is a Euroclusters project?'])(
    'gets one answer: %s',
    (question) => {
      expect(ask(question).intent).not.toBe('either');
    },
  );

  it('stays refused where nothing is near', () => {
    for (const question of ['how do I bake bread?', 'xyzzy plugh', 'who won the match last night?']) {
      expect(ask(question).answered, question).toBe(false);
    }
  });
});

function argsOf(id: string): Record<string, string> {
  const [entry = '', section = ''] = id.split('#');
  return { entry, section };
}
