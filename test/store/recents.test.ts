import { describe, expect, it } from 'vitest';
import { databaseKinds, useStore } from '../support/databases.ts';
import { days, minutes } from './times.ts';

const tenant = { platform: 'slack', workspace: 'T1' } as const;
const person = { ...tenant, person: 'U1' };
const answer = (name: string) => ({ title: name.toUpperCase(), call: name });

describe.each(databaseKinds)('recent answers in %s', (kind) => {
  const opened = useStore(kind);

  it('are the last five, the latest first, each once', async () => {
    const { recents } = opened.store;
    for (const [index, name] of ['a', 'b', 'c', 'd', 'e', 'f', 'b'].entries()) {
      await recents.add(person, answer(name), minutes(index));
    }
    expect(await recents.of(person)).toEqual(['b', 'f', 'e', 'd', 'c'].map(answer));
    expect(await recents.of({ ...person, person: 'U2' })).toEqual([]);
    expect(await recents.of({ ...person, workspace: 'T2' })).toEqual([]);
  });

  it('are not kept for who switched that off, and are forgotten on demand', async () => {
    const { recents, preferences } = opened.store;
    await recents.add(person, answer('a'), minutes(0));
    await recents.forget(person);
    await preferences.change({ ...tenant, kind: 'person', id: 'U1' }, { history: 'off' }, minutes(1));
    await recents.add(person, answer('b'), minutes(2));
    expect(await recents.of(person)).toEqual([]);
  });

  it('expire, and go with their workspace', async () => {
    const { recents } = opened.store;
    await recents.add(person, answer('a'), days(0));
    await opened.store.purge(days(91));
    expect(await recents.of(person)).toEqual([]);
    await recents.add(person, answer('a'), days(91));
    await opened.store.forgetWorkspace(tenant, days(91));
    expect(await recents.of(person)).toEqual([]);
  });
});
