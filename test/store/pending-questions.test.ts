import { describe, expect, it } from 'vitest';
import { databaseKinds, useStore } from '../support/databases.ts';
import { minutes } from './times.ts';

const question = (questionId: string, minute: number) =>
  ({
    platform: 'slack',
    workspace: 'T1',
    channel: 'C1',
    questionId,
    question: '{"text":"who?"}',
    askedAt: minutes(minute),
  }) as const;
const lease = (holder: string, minute: number) => ({ holder, until: minutes(minute) });

describe.each(databaseKinds)('pending questions in %s', (kind) => {
  const opened = useStore(kind);

  it('are taken up once', async () => {
    const { pendingQuestions } = opened.store;
    expect(await pendingQuestions.add(question('1.1', 0), lease('a', 1))).toBe(true);
    expect(await pendingQuestions.add(question('1.1', 0), lease('b', 1))).toBe(false);
    await pendingQuestions.remove(question('1.1', 0));
    expect(await pendingQuestions.claim('slack', lease('b', 9), minutes(5))).toEqual([]);
  });

  it('are taken over when their holder is lost, in the order in which they were asked, by one', async () => {
    const { pendingQuestions } = opened.store;
    await pendingQuestions.add(question('1.2', 1), lease('a', 2));
    await pendingQuestions.add(question('1.1', 0), lease('a', 2));
    expect(await pendingQuestions.claim('slack', lease('b', 9), minutes(1))).toEqual([]);
    await pendingQuestions.renew(lease('a', 4));
    expect(await pendingQuestions.claim('slack', lease('b', 9), minutes(3))).toEqual([]);
    expect(await pendingQuestions.claim('slack', lease('b', 9), minutes(5))).toEqual([
      question('1.1', 0),
      question('1.2', 1),
    ]);
    expect(await pendingQuestions.claim('slack', lease('c', 9), minutes(5))).toEqual([]);
  });

  it('are left to the next process at once by one that stops', async () => {
    const { pendingQuestions } = opened.store;
    await pendingQuestions.add(question('1.1', 0), lease('a', 9));
    await pendingQuestions.release('a');
    expect(await pendingQuestions.claim('slack', lease('b', 9), minutes(0))).toHaveLength(1);
  });

  it('go with their workspace, and after a day', async () => {
    const { pendingQuestions } = opened.store;
    await pendingQuestions.add(question('1.1', 0), lease('a', 1));
    await opened.store.forgetWorkspace({ platform: 'slack', workspace: 'T1' }, minutes(1));
    expect(await pendingQuestions.claim('slack', lease('b', 9), minutes(2))).toEqual([]);
    await pendingQuestions.add(question('1.2', 0), lease('a', 1));
    await opened.store.purge(minutes(25 * 60));
    expect(await pendingQuestions.claim('slack', lease('b', 9), minutes(25 * 60))).toEqual([]);
  });
});
