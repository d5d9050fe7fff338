/** Both databases, fresh for each test. */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, inject } from 'vitest';
import type { DatabaseLocation } from '../../src/store/databases.ts';
import { openStore, type Store, type StoreOptions } from '../../src/store/store.ts';

export const databaseKinds = ['SQLite', 'PostgreSQL'] as const;
export type DatabaseKind = (typeof databaseKinds)[number];

export interface FreshDatabase {
  readonly location: DatabaseLocation;
  remove(): Promise<void>;
}

/**
 * A database of its own: a temporary directory, or one in the PostgreSQL of the test run.
 * @param template PostgreSQL database to copy; empty without it
 */
export async function freshDatabase(kind: DatabaseKind, template?: string): Promise<FreshDatabase> {
  if (kind === 'SQLite') {
    const directory = mkdtempSync(join(tmpdir(), 'store-'));
    return {
      location: { kind: 'sqlite', directory },
      remove: async () => rmSync(directory, { recursive: true, force: true }),
    };
  }
  const server = inject('postgresUrl');
  const name = `test_${randomBytes(8).toString('hex')}`;
  await administer(server, `create database ${name}${template ? ` template ${template}` : ''}`);
  return {
    location: { kind: 'postgres', url: `${server}/${name}` },
    remove: () => administer(server, `drop database ${name} with (force)`),
  };
}

let migrated: Promise<string> | undefined;

/** A PostgreSQL database with the present tables, made once for the tests of a file to be copied. */
function migratedTemplate(): Promise<string> {
  migrated ??= (async () => {
    const { location } = await freshDatabase('PostgreSQL');
    if (location.kind !== 'postgres') throw new Error('expected PostgreSQL');
    const store = await openStore(location, { role: 'server' });
    await store.close();
    return new URL(location.url).pathname.slice(1);
  })();
  return migrated;
}

async function administer(server: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: `${server}/postgres` });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

export interface TestStore {
  readonly store: Store;
  readonly location: DatabaseLocation;
  /** Closes the store and opens the same database again. */
  reopen(options?: Partial<StoreOptions>): Promise<Store>;
  /** One more store on the same database, as another process would have it; closed after the test. */
  another(options?: Partial<StoreOptions>): Promise<Store>;
}

/** Opens a store before each test of the block and removes it after. */
export function useStore(kind: DatabaseKind, options: Partial<StoreOptions> = {}): TestStore {
  let database: FreshDatabase;
  let store: Store;
  let others: Store[] = [];
  const open = (role: StoreOptions['role'], more?: Partial<StoreOptions>) =>
    openStore(database.location, { role, ...options, ...more });
  beforeEach(async () => {
    database = await freshDatabase(kind, kind === 'PostgreSQL' ? await migratedTemplate() : undefined);
    store = await open('server');
  });
  afterEach(async () => {
    for (const other of others) await other.close();
    others = [];
    await store.close();
    await database.remove();
  });
  return {
    get store() {
      return store;
    },
    get location() {
      return database.location;
    },
    async reopen(more) {
      await store.close();
      store = await open('server', more);
      return store;
    },
    async another(more) {
      const other = await open('tool', more);
      others.push(other);
      return other;
    },
  };
}
