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
