/** Which events were taken up already: platforms deliver some twice. */
import type { OpenDatabase } from './databases.ts';
import { prepared } from './prepared.ts';

export interface Events {
  /** True when the key had not been seen within the retention before `now`; remembers it. The first caller wins. */
  firstSeen(key: string, now: Date): Promise<boolean>;
}

/** @param lifetime milliseconds */
export function createEvents({ kysely }: OpenDatabase, lifetime: number): Events {
  /** Changes a row where there was none, or one that is forgotten; any other stays as it is. */
  const see = prepared((value: { key: string; now: number; from: number }) =>
    kysely
      .insertInto('processed_event')
      .values({ key: value.key, seen_at: value.now })
      .onConflict((conflict) =>
        conflict
          .column('key')
          .doUpdateSet({ seen_at: value.now })
          .where('processed_event.seen_at', '<', value.from),
      ),
  );
  return {
    async firstSeen(key, date) {
      const now = date.getTime();
      const { numAffectedRows = 0n } = await see(kysely, { key, now, from: now - lifetime });
      return numAffectedRows > 0n;
    },
  };
}
