import { describe, expect, it } from 'vitest';
import type { NewExpertRequest } from '../../src/store/experts.ts';
import { databaseKinds, useStore } from '../support/databases.ts';
import { days, minutes } from './times.ts';

const tenant = { platform: 'slack', workspace: 'T1' } as const;
const neighbour = { platform: 'slack', workspace: 'T2' } as const;
const keeping = { subscribers: 'anyone', listedPeople: [], keepQuestionText: true } as const;
const asked: NewExpertRequest = {
  ...tenant,
  ...{ channel: 'C1', thread: '1.1', language: 'en', asker: 'U1', expertChannel: 'C9', question: 'why?' },
};

describe.each(databaseKinds)('questions with the experts in %s', (kind) => {
  const opened = useStore(kind);

  it('go from open to taken to answered to closed, each step once', async () => {
    const { experts } = opened.store;
    const { id, state } = await experts.open(asked, minutes(0));
    expect(state).toBe('open');
    await experts.placed({ ...tenant, id }, 'm1', minutes(1));
    const takers = await Promise.all(['U2', 'U3'].map((who) => experts.take(tenant, id, who, minutes(2))));
    expect(takers.filter((taken) => taken !== undefined)).toHaveLength(1);
    const by = { expert: 'U3', answer: 'because' };
    expect(await experts.answer(tenant, id, by, minutes(3))).toEqual({
      ...asked,
      ...{ id, cardId: 'm1', state: 'answered', ...by },
    });
    expect(await experts.answer(tenant, id, { expert: 'U2', answer: 'no' }, minutes(4))).toBeUndefined();
    expect(await experts.take(tenant, id, 'U2', minutes(4))).toBeUndefined();
    const closed = await experts.close(tenant, id, 'U2', minutes(5));
    expect(closed).toMatchObject({ before: 'answered', request: { question: 'why?', answer: 'because' } });
    expect(await experts.close(tenant, id, 'U2', minutes(6))).toBeUndefined();
    const left = await experts.of(tenant, id);
    expect(left).toMatchObject({ state: 'closed', expert: 'U2' });
    expect(left).not.toHaveProperty('question');
    expect(left).not.toHaveProperty('answer');
  });

  it('belong to their workspace', async () => {
    const { experts } = opened.store;
    const { id } = await experts.open(asked, minutes(0));
    expect(await experts.of(neighbour, id)).toBeUndefined();
    expect(await experts.take(neighbour, id, 'U2', minutes(1))).toBeUndefined();
    expect(await experts.close(neighbour, id, 'U2', minutes(1))).toBeUndefined();
    await opened.store.forgetWorkspace(tenant, minutes(2));
    expect(await experts.of(tenant, id)).toBeUndefined();
  });

  it('are there for editors only where the workspace lets words be kept', async () => {
    const { experts, settings } = opened.store;
    await settings.save(tenant, keeping, 'U1', minutes(0));
    for (const whose of [tenant, neighbour]) {
      const { id } = await experts.open({ ...asked, ...whose }, minutes(0));
      await experts.answer(whose, id, { expert: 'U2', answer: 'because' }, minutes(1));
      if (whose === tenant) await experts.close(whose, id, 'U2', minutes(2));
    }
    expect(await experts.answers(minutes(0), 10)).toEqual([
      { language: 'en', question: 'why?', answer: 'because' },
    ]);
    await settings.save(tenant, { ...keeping, keepQuestionText: false }, 'U1', minutes(3));
    expect(await experts.answers(minutes(0), 10)).toEqual([]);
  });

  it('lose their words a day after the answer, and expire', async () => {
    const { experts } = opened.store;
    const { id } = await experts.open(asked, days(0));
    const waiting = await experts.open(asked, days(0));
    await experts.answer(tenant, id, { expert: 'U2', answer: 'because' }, days(0));
    await opened.store.purge(days(2));
    expect(await experts.of(tenant, id)).not.toHaveProperty('question');
    expect(await experts.of(tenant, waiting.id)).toHaveProperty('question');
    await opened.store.purge(days(91));
    expect(await experts.of(tenant, waiting.id)).toBeUndefined();
  });
});
