import { describe, expect, it } from 'vitest';
import { databaseKinds, useStore } from '../support/databases.ts';
import { days } from './times.ts';

const asked = { platform: 'slack', workspace: 'T1', channel: 'C1', questionId: 'q1' } as const;

describe.each(databaseKinds)('answers to questions in %s', (kind) => {
  const opened = useStore(kind);

  it('are corrected once, and go with their question', async () => {
    const { answeredMessages } = opened.store;
    await answeredMessages.record(asked, 'a1', days(0));
    await answeredMessages.record(asked, 'a2', days(0));
    expect(await answeredMessages.takeForEdit({ ...asked, channel: 'C2' })).toBeUndefined();
    const taken = await Promise.all([1, 2].map(() => answeredMessages.takeForEdit(asked)));
    expect(taken.toSorted()).toEqual(['a1', undefined]);
    expect(await answeredMessages.forget(asked)).toBe('a1');
    expect(await answeredMessages.forget(asked)).toBeUndefined();
  });

  it('are forgotten after a day', async () => {
    const { answeredMessages } = opened.store;
    await answeredMessages.record(asked, 'a1', days(0));
    await opened.store.purge(days(2));
    expect(await answeredMessages.takeForEdit(asked)).toBeUndefined();
  });
});
