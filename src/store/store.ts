/** The database: connection, migrations and typed queries. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Kysely, SqliteDialect } from 'kysely';
import { Migrator } from 'kysely/migration';
import { migrations } from './migrations.ts';
import { openSqlite } from './node-sqlite.ts';
import type { Database } from './schema.ts';

/** A stored turn: small JSON that the caller understands. */
export interface StoredTurn {
  readonly platform: string;
  readonly place: string;
  readonly turn: string;
}

export interface Store {
  /** True when the key had not been seen since `now - window`; remembers it. The first caller wins. */
  firstSeen(key: string, now: Date): Promise<boolean>;
  /** The latest turns of a place that are young enough, oldest first. */
  turns(platform: string, place: string, now: Date): Promise<string[]>;
  addTurn(turn: StoredTurn, now: Date): Promise<void>;
  saveReference(conversationId: string, reference: string, now: Date): Promise<void>;
  /** Removes what is past its time. */
  purge(now: Date): Promise<void>;
  /** Answers when the database does; rejects when it does not. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/** Platforms redeliver within minutes; after this an event is new. */
const eventWindow = 10 * 60_000;
/** A thread that rests longer starts anew. */
const turnLifetime = 24 * 3_600_000;
const keptTurns = 5;

/** Opens (and migrates) the SQLite file in a directory, made if it is missing; `:memory:` keeps nothing. */
export async function openStore(directory: string): Promise<Store> {
  const inMemory = directory === ':memory:';
  if (!inMemory) mkdirSync(directory, { recursive: true, mode: 0o700 });
  const file = inMemory ? ':memory:' : join(directory, 'supercluster-guide.sqlite');
  const database = new Kysely<Database>({ dialect: new SqliteDialect({ database: openSqlite(file) }) });
  const migrator = new Migrator({
    db: database,
    provider: { getMigrations: () => Promise.resolve({ ...migrations }) },
  });
  const { error } = await migrator.migrateToLatest();
  if (error) {
    await database.destroy();
    throw new Error('the database could not be migrated', { cause: error });
  }
  return queries(database);
}

function queries(database: Kysely<Database>): Store {
  return {
    async firstSeen(key, now) {
      const time = now.getTime();
      return database.transaction().execute(async (transaction) => {
        await transaction
          .deleteFrom('processed_event')
          .where('key', '=', key)
          .where('seen_at', '<', time - eventWindow)
          .execute();
        const result = await transaction
          .insertInto('processed_event')
          .values({ key, seen_at: time })
          .onConflict((conflict) => conflict.doNothing())
          .executeTakeFirst();
        return Number(result.numInsertedOrUpdatedRows ?? 0) > 0;
      });
    },
    async turns(platform, place, now) {
      const rows = await database
        .selectFrom('conversation_turn')
        .select('turn')
        .where('platform', '=', platform)
        .where('place', '=', place)
        .where('asked_at', '>=', now.getTime() - turnLifetime)
        .orderBy('position', 'desc')
        .limit(keptTurns)
        .execute();
      return rows.map((row) => row.turn).reverse();
    },
    async addTurn({ platform, place, turn }, now) {
      await database.transaction().execute(async (transaction) => {
        const last = await transaction
          .selectFrom('conversation_turn')
          .select(({ fn }) => fn.max('position').as('position'))
          .where('platform', '=', platform)
          .where('place', '=', place)
          .executeTakeFirst();
        const position = Number(last?.position ?? 0) + 1;
        await transaction
          .insertInto('conversation_turn')
          .values({ platform, place, position, turn, asked_at: now.getTime() })
          .execute();
        await transaction
          .deleteFrom('conversation_turn')
          .where('platform', '=', platform)
          .where('place', '=', place)
          .where('position', '<=', position - keptTurns)
          .execute();
      });
    },
    async saveReference(conversationId, reference, now) {
      const row = { reference, updated_at: now.getTime() };
      await database
        .insertInto('conversation_reference')
        .values({ conversation_id: conversationId, ...row })
        .onConflict((conflict) => conflict.column('conversation_id').doUpdateSet(row))
        .execute();
    },
    async purge(now) {
      const time = now.getTime();
      await database
        .deleteFrom('processed_event')
        .where('seen_at', '<', time - eventWindow)
        .execute();
      await database
        .deleteFrom('conversation_turn')
        .where('asked_at', '<', time - turnLifetime)
        .execute();
    },
    async ping() {
      await database.selectFrom('processed_event').select('key').limit(1).execute();
    },
    close: () => database.destroy(),
  };
}
