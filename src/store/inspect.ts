/** Looks at a database without changing it. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { checkSqlite, type DatabaseLocation, reach, sqliteFileName } from './databases.ts';
import { migrationState } from './migrate.ts';

export type InspectedDatabase =
  | { readonly state: 'missing' }
  | {
      readonly state: 'there';
      /** What the next start of a server would do, in order. */
      readonly pending: readonly string[];
      /** A migration that this version does not know: a later version wrote it. */
      readonly later?: string;
    };

/** @throws StoreError `unreachable`, or `damaged` where an SQLite file is */
export async function inspectDatabase(location: DatabaseLocation): Promise<InspectedDatabase> {
  if (location.kind === 'sqlite') {
    const file = join(location.directory, sqliteFileName);
    if (!existsSync(file)) return { state: 'missing' };
    checkSqlite(file);
  }
  return { state: 'there', ...(await migrationState(reach(location))) };
}
