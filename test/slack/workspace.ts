/** A real store for one test, as the server would open it. */
import { onTestFinished } from 'vitest';
import { openStore, type Store, type StoreOptions } from '../../src/store/store.ts';
import { freshDatabase } from '../support/databases.ts';

export const tenant = { platform: 'slack', workspace: 'T1' } as const;

export async function openWorkspace(options: Partial<StoreOptions> = {}): Promise<Store> {
  const database = await freshDatabase('SQLite');
  const store = await openStore(database.location, { role: 'server', ...options });
  onTestFinished(async () => {
    await store.close();
    await database.remove();
  });
  return store;
}
