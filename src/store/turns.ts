/** The last turns of a conversation, so that a question can follow up an earlier one. */
import type { OpenDatabase } from './databases.ts';
import type { Tenant } from './tenant.ts';

/** Where turns belong together. */
export interface TurnPlace extends Tenant {
  /** A thread, a direct message or a browser tab, unique within the workspace. */
  readonly place: string;
}

export interface Turns {
  /** The latest turns of a place that are young enough, oldest first: small JSON that the caller understands. */
  of(place: TurnPlace, now: Date): Promise<string[]>;
  add(place: TurnPlace, turn: string, now: Date): Promise<void>;
}

const keptTurns = 5;

/** @param lifetime milliseconds */
export function createTurns(database: OpenDatabase, lifetime: number): Turns {
  const { kysely } = database;
  return {
    async of({ platform, workspace, place }, now) {
      const rows = await kysely
        .selectFrom('conversation_turn')
        .select('turn')
        .where('platform', '=', platform)
        .where('workspace', '=', workspace)
        .where('place', '=', place)
        .where('asked_at', '>=', now.getTime() - lifetime)
        .orderBy('position', 'desc')
        .limit(keptTurns)
        .execute();
      return rows.map((row) => row.turn).reverse();
    },
    async add({ platform, workspace, place }, turn, now) {
      await kysely.transaction().execute(async (transaction) => {
        await database.oneAtATime(transaction, `turn ${platform} ${workspace} ${place}`);
        const last = await transaction
          .selectFrom('conversation_turn')
          .select(({ fn }) => fn.max('position').as('position'))
          .where('platform', '=', platform)
          .where('workspace', '=', workspace)
          .where('place', '=', place)
          .executeTakeFirst();
        const position = (last?.position ?? 0) + 1;
        await transaction
          .insertInto('conversation_turn')
          .values({ platform, workspace, place, position, turn, asked_at: now.getTime() })
          .execute();
        await transaction
          .deleteFrom('conversation_turn')
          .where('platform', '=', platform)
          .where('workspace', '=', workspace)
          .where('place', '=', place)
          .where('position', '<=', position - keptTurns)
          .execute();
      });
    },
  };
}
