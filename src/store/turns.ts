/** The last turns of a conversation, so that a question can follow up an earlier one. */
import type { OpenDatabase } from './databases.ts';
import { prepared } from './prepared.ts';
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

type Place = { platform: Tenant['platform']; workspace: string; place: string };

/** @param lifetime milliseconds */
export function createTurns(database: OpenDatabase, lifetime: number): Turns {
  const { kysely } = database;
  const latest = prepared((value: Place & { from: number }) =>
    kysely
      .selectFrom('conversation_turn')
      .select('turn')
      .where('platform', '=', value.platform)
      .where('workspace', '=', value.workspace)
      .where('place', '=', value.place)
      .where('asked_at', '>=', value.from)
      .orderBy('position', 'desc')
      .limit(keptTurns),
  );
  const last = prepared((value: Place) =>
    kysely
      .selectFrom('conversation_turn')
      .select(({ fn }) => fn.max('position').as('position'))
      .where('platform', '=', value.platform)
      .where('workspace', '=', value.workspace)
      .where('place', '=', value.place),
  );
  const insert = prepared((value: Place & { position: number; turn: string; asked_at: number }) => {
    const { platform, workspace, place, position, turn, asked_at } = value;
    return kysely
      .insertInto('conversation_turn')
      .values({ platform, workspace, place, position, turn, asked_at });
  });
  const forget = prepared((value: Place & { upTo: number }) =>
    kysely
      .deleteFrom('conversation_turn')
      .where('platform', '=', value.platform)
      .where('workspace', '=', value.workspace)
      .where('place', '=', value.place)
      .where('position', '<=', value.upTo),
  );
  return {
    async of({ platform, workspace, place }, now) {
      const { rows } = await latest(kysely, { platform, workspace, place, from: now.getTime() - lifetime });
      return rows.map((row) => row.turn).reverse();
    },
    async add({ platform, workspace, place: id }, turn, now) {
      const place = { platform, workspace, place: id };
      await kysely.transaction().execute(async (transaction) => {
        await database.oneAtATime(transaction, `turn ${platform} ${workspace} ${id}`);
        const { rows } = await last(transaction, place);
        const position = (rows[0]?.position ?? 0) + 1;
        await insert(transaction, { ...place, position, turn, asked_at: now.getTime() });
        if (position > keptTurns) await forget(transaction, { ...place, upTo: position - keptTurns });
      });
    },
  };
}
