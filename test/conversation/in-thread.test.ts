import { expect, test, vi } from 'vitest';
import { createReader } from '../../src/conversation/in-thread.ts';
import { askReal, realKnowledge, today } from '../support/real-content.ts';

test('what leans on its thread is searched for in its fuller reading alone', () => {
  const reader = createReader(realKnowledge, 'en');
  const find = vi.spyOn(reader.search, 'find');
  const turns = [askReal('Who leads NGen?').turn];
  const understood = reader.understand('and where is it based?', { text: '', now: today, turns });
  expect(find).not.toHaveBeenCalled();
  expect(understood.hits[0]?.entry).toBe('ngen');
  expect(understood.hits[0]?.entry).toBe('ngen');
  expect(find).toHaveBeenCalledOnce();
});

test('what is read on several ways to an answer is read once, and anew in another thread', () => {
  const reader = createReader(realKnowledge, 'en');
  const question = { text: '', now: today, turns: [] };
  const understood = reader.understand('Where is NGen based?', question);
  expect(reader.understand('Where is NGen based?', { ...question })).toBe(understood);
  expect(reader.understand('Where is NGen based?', { ...question, language: 'fr' })).not.toBe(understood);
  expect(reader.understand('Where is NGen based?', { ...question, turns: [] })).not.toBe(understood);
});

test('a question of several parts is searched for as a whole only where that may answer it', () => {
  const inParts = askReal('Where is NGen based and how do I join it?');
  expect(inParts.intent).toBe('joined');
  expect(inParts.explanation.hits).toEqual([]);
  const whole = askReal('Where is NGen based and who leads it?');
  expect(whole.intent).not.toBe('joined');
  expect(whole.explanation.hits).not.toEqual([]);
});
