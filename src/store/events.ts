/** Which events were taken up already: platforms deliver some twice. */
import type { OpenDatabase } from './databases.ts';

export interface Events {
  /** True when the key had not been seen within the retention before `now`; remembers it. The first caller wins. */
  firstSeen(key: string, now: Date): Promise<boolean>;
}

/** @param lifetime milliseconds */
export function createEvents({ kysely }: OpenDatabase, lifetime: number): Events {
  return {
    firstSeen(key, now) {
      const time = now.getTime();
      return kysely.transaction().execute(async (transaction) => {
        await transaction
          .deleteFrom('processed_event')
          .where('key', '=', key)
          .where('seen_at', '<', time - lifetime)
          .execute();
        const result = await transaction
          .insertInto('processed_event')
          .values({ key, seen_at: time })
          .onConflict((conflict) => conflict.doNothing())
          .executeTakeFirst();
        return Number(result.numInsertedOrUpdatedRows ?? 0) > 0;
      });
    },
  };
}
