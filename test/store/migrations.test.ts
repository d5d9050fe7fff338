import { type Kysely, sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { reach } from '../../src/store/databases.ts';
import { migrate } from '../../src/store/migrate.ts';
import { migrations } from '../../src/store/migrations/index.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import { databaseKinds, type FreshDatabase, freshDatabase } from '../support/databases.ts';
import { fillEveryTable, rowsOfEveryTable } from './every-table.ts';
import { minutes } from './times.ts';

const names = Object.keys(migrations);

function upTo(name: string) {
  return Object.fromEntries(Object.entries(migrations).slice(0, names.indexOf(name) + 1));
}

describe.each(databaseKinds)('the tables of %s', (kind) => {
  let database: FreshDatabase;
  beforeEach(async () => {
    database = await freshDatabase(kind);
  });
  afterEach(() => database.remove());

  async function migrateTo(wanted: typeof migrations): Promise<void> {
    const reached = reach(database.location);
    try {
      await migrate(reached, wanted);
    } finally {
      reached.gate.release();
    }
  }
  async function raw<Result>(query: (kysely: Kysely<unknown>) => Promise<Result>): Promise<Result> {
    const kysely = reach(database.location).forMigration();
    try {
      return await query(kysely);
    } finally {
      await kysely.destroy();
    }
  }
  async function withStore<Result>(use: (store: Store) => Promise<Result>): Promise<Result> {
    const store = await openStore(database.location, { role: 'server' });
    try {
      return await use(store);
    } finally {
      await store.close();
    }
  }
  const describeTables = () =>
    raw(async (kysely) => {
      const tables = await kysely.introspection.getTables();
      const indexes = await sql<{ name: string }>`${sql.raw(
        kind === 'SQLite'
          ? `select name from sqlite_master where type = 'index'`
          : `select indexname as name from pg_indexes where schemaname = 'public'`,
      )}`.execute(kysely);
      return {
        columns: tables.flatMap((table) =>
          table.columns.map(
            (column) => `${table.name}.${column.name} ${column.dataType} ${column.isNullable}`,
          ),
        ),
        indexes: indexes.rows.map((row) => row.name).toSorted(),
      };
    });

  it.each(names)('become the present ones from version %s', async (name) => {
    await migrateTo(upTo(name));
    await migrateTo(migrations);
    const grown = await describeTables();
    const fresh = await freshDatabase(kind);
    const earlier = database;
    database = fresh;
    await earlier.remove();
    await migrateTo(migrations);
    expect(grown).toEqual(await describeTables());
    expect(grown.columns).not.toEqual([]);
  });

  it.each(names)('keep every row of version %s', async (name) => {
    await migrateTo(upTo(name));
    await raw((kysely) => fillEveryTable(kysely, minutes(0)));
    const before = await raw(rowsOfEveryTable);
    await migrateTo(migrations);
    const after = await raw(rowsOfEveryTable);
    expect(before.size).toBeGreaterThan(2);
    for (const [table, rows] of before) expect([table, after.get(table)]).toEqual([table, rows]);
    await withStore((store) => store.ping());
  });

  it('keep the turns and references of the first version, and learn their tenants', async () => {
    await migrateTo(upTo('0001-events-turns-references'));
    const asked_at = minutes(0).getTime();
    const reference = JSON.stringify({ conversationId: '19:a@thread.tacv2', tenantId: 'tenant-1' });
    await raw(async (kysely) => {
      await sql`insert into conversation_reference (conversation_id, reference, updated_at)
        values ('19:a@thread.tacv2', ${reference}, ${asked_at}), ('a:old', 'not json', ${asked_at})`.execute(
        kysely,
      );
      await sql`insert into conversation_turn (platform, place, position, turn, asked_at) values
        ('slack', 'T1/C1/1.1', 1, 'first', ${asked_at}),
        ('slack', 'T1/C1/1.1', 2, 'second', ${asked_at}),
        ('teams', '19:a@thread.tacv2;messageid=7', 1, 'teams', ${asked_at}),
        ('playground', 'tab', 1, 'tab', ${asked_at})`.execute(kysely);
      await sql`insert into processed_event (key, seen_at) values ('slack:event:E1', ${asked_at})`.execute(
        kysely,
      );
    });
    await withStore(async (store) => {
      const turnsOf = (platform: 'slack' | 'teams' | 'playground', workspace: string, place: string) =>
        store.turns.of({ platform, workspace, place }, minutes(1));
      expect(await turnsOf('slack', 'T1', 'T1/C1/1.1')).toEqual(['first', 'second']);
      expect(await turnsOf('teams', 'tenant-1', '19:a@thread.tacv2;messageid=7')).toEqual(['teams']);
      expect(await turnsOf('playground', '', 'tab')).toEqual(['tab']);
      const channel = { platform: 'teams', workspace: 'tenant-1', channel: '19:a@thread.tacv2' } as const;
      expect(await store.references.get(channel)).toBe(reference);
      expect(await store.references.get({ ...channel, workspace: '', channel: 'a:old' })).toBe('not json');
      expect(await store.events.firstSeen('slack:event:E1', minutes(1))).toBe(false);
    });
  });

  it('stay as they are when a change of them fails, and the store opens again', async () => {
    await migrateTo(migrations);
    const before = await describeTables();
    const failing = migrateTo({
      ...migrations,
      '9999-broken': {
        async up(kysely: Kysely<unknown>) {
          await kysely.schema.createTable('half').addColumn('a', 'text').execute();
          await kysely.schema.dropTable('feedback').execute();
          throw new Error('no more');
        },
      },
    });
    await expect(failing).rejects.toMatchObject({ name: 'StoreError', code: 'migration' });
    expect(await describeTables()).toEqual(before);
    await withStore((store) => store.ping());
  });

  it('are left alone when a later version wrote them', async () => {
    await migrateTo({
      ...migrations,
      '9999-later': {
        async up(kysely: Kysely<unknown>) {
          await kysely.schema.createTable('later').addColumn('a', 'text').execute();
        },
      },
    });
    await expect(withStore((store) => store.ping())).rejects.toMatchObject({
      code: 'newer',
      message: expect.stringContaining('9999-later'),
    });
  });
});

it('lets replicas on PostgreSQL start at the same moment', async () => {
  const database = await freshDatabase('PostgreSQL');
  const stores = await Promise.all(
    Array.from({ length: 4 }, () => openStore(database.location, { role: 'server' })),
  );
  for (const store of stores) await store.ping();
  for (const store of stores) await store.close();
  await database.remove();
});
