import { describe, expect, it } from 'vitest';
import { databaseKinds, useStore } from '../support/databases.ts';
import { minutes } from './times.ts';

describe.each(databaseKinds)('processed events in %s', (kind) => {
  const opened = useStore(kind);
  const firstSeen = (key: string, at: number) => opened.store.events.firstSeen(key, minutes(at));

  it('are new once in ten minutes', async () => {
    expect(await firstSeen('slack:event:E1', 0)).toBe(true);
    expect(await firstSeen('slack:event:E1', 9)).toBe(false);
    expect(await firstSeen('slack:event:E2', 9)).toBe(true);
    expect(await firstSeen('slack:event:E1', 11)).toBe(true);
  });

  it('have one winner when many ask at once, in one process or in several', async () => {
    const other = await opened.another();
    const results = await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        (n % 2 === 0 ? opened.store : other).events.firstSeen('same', minutes(0)),
      ),
    );
    expect(results.filter(Boolean)).toHaveLength(1);
  });

  it('survive a restart', async () => {
    await firstSeen('slack:event:E1', 0);
    await opened.reopen();
    expect(await firstSeen('slack:event:E1', 1)).toBe(false);
  });
});
