/** Which version of the content the channels were last told about. */
import type { Kysely, Transaction } from 'kysely';
import type { OpenDatabase } from './databases.ts';
import type { Database } from './schema.ts';

export interface ContentSnapshot {
  /** Hash of the content; of one that was proposed, with the id of its notification after it. */
  readonly version: string;
  /** JSON that the caller understands: what is needed to tell the differences later. */
  readonly snapshot: string;
}

export interface AnnouncedContent {
  /** Undefined before anything was announced: there is nothing to compare with. */
  latest(): Promise<(ContentSnapshot & { readonly announcedAt: Date }) | undefined>;
  /**
   * Declares a version announced without telling anyone (the first one, or changes nobody needs to hear
   * of). `publish` and `approve` do it for theirs.
   */
  save(snapshot: ContentSnapshot, now: Date): Promise<void>;
}

export function createAnnouncedContent({ kysely }: OpenDatabase): AnnouncedContent {
  return {
    async latest() {
      const row = await kysely
        .selectFrom('content_snapshot')
        .select(['version', 'snapshot', 'announced_at'])
        .where('announced_at', 'is not', null)
        .orderBy('announced_at', 'desc')
        .orderBy('saved_at', 'desc')
        .limit(1)
        .executeTakeFirst();
      return row?.announced_at == null
        ? undefined
        : { version: row.version, snapshot: row.snapshot, announcedAt: new Date(row.announced_at) };
    },
    save: (snapshot, now) => announceContent(kysely, snapshot, now),
  };
}

/** Within the transaction that publishes. A version that comes back is the latest again. */
export async function announceContent(
  connection: Kysely<Database>,
  { version, snapshot }: ContentSnapshot,
  now: Date,
): Promise<void> {
  const time = now.getTime();
  await connection
    .insertInto('content_snapshot')
    .values({ version, snapshot, saved_at: time, announced_at: time })
    .onConflict((conflict) =>
      conflict.column('version').doUpdateSet({ snapshot, saved_at: time, announced_at: time }),
    )
    .execute();
}

/** Keeps the content of a proposal until its notification is approved. */
export async function proposeContent(
  connection: Kysely<Database>,
  { version, snapshot }: ContentSnapshot,
  now: Date,
): Promise<void> {
  await connection
    .insertInto('content_snapshot')
    .values({ version, snapshot, saved_at: now.getTime(), announced_at: null })
    .execute();
}

/** What was proposed is announced from now on. */
export async function announceProposed(
  connection: Kysely<Database>,
  version: string,
  now: Date,
): Promise<void> {
  await connection
    .updateTable('content_snapshot')
    .set({ announced_at: now.getTime() })
    .where('version', '=', version)
    .execute();
}

/**
 * Whether something else was announced after the content of a proposal was taken: its differences were
 * told against what is no longer the last announced.
 */
export async function isOvertaken(connection: Kysely<Database>, version: string): Promise<boolean> {
  const later = await connection
    .selectFrom('content_snapshot as proposed')
    .innerJoin('content_snapshot as announced', (join) =>
      join.onRef('announced.announced_at', '>', 'proposed.saved_at'),
    )
    .select('announced.version')
    .where('proposed.version', '=', version)
    .where('proposed.announced_at', 'is', null)
    .limit(1)
    .executeTakeFirst();
  return later !== undefined;
}

/** Two that announce at once do so one after the other: the second sees what the first has announced. */
export async function announceInTurn(
  database: OpenDatabase,
  transaction: Transaction<Database>,
): Promise<void> {
  await database.oneAtATime(transaction, 'announced content');
}
