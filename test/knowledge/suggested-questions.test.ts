import { describe, expect, test } from 'vitest';
import { languages } from '../../src/knowledge/language.ts';
import { suggestedQuestions } from '../../src/knowledge/suggested-questions.ts';
import { askReal, realKnowledge, today } from '../support/real-content.ts';

const days = Array.from({ length: 20 }, (_, day) => new Date(today.getTime() + day * 86_400_000));

describe.each(languages)('questions to begin with (%s)', (language) => {
  test('are four in full, the same all day', () => {
    const questions = suggestedQuestions(realKnowledge, language, today);
    expect(questions).toHaveLength(4);
    expect(suggestedQuestions(realKnowledge, language, new Date('2026-11-23T23:59:59Z'))).toEqual(questions);
    for (const question of questions) expect(question).toMatch(/^\p{Lu}.{5,74}\?$/u);
  });

  test('are others tomorrow, and each has its answer', () => {
    const all = new Set(days.flatMap((day) => suggestedQuestions(realKnowledge, language, day)));
    expect(all.size).toBeGreaterThan(20);
    for (const question of all) {
      const reply = askReal(question, language);
      expect([question, reply.outcome, reply.language]).toEqual([question, 'answer', language]);
    }
  });
});
