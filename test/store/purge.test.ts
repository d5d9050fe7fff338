import { expect, it } from 'vitest';
import { reach } from '../../src/store/databases.ts';
import { defaultRetention, type Retention } from '../../src/store/retention.ts';
import { openStore } from '../../src/store/store.ts';
import { databaseKinds, freshDatabase } from '../support/databases.ts';
import { fillEveryTable, rowsOfEveryTable } from './every-table.ts';
import { days } from './times.ts';

/** The tables that each setting empties, as `docs/store.md` has them. */
const tables: Readonly<Record<keyof Retention, readonly string[]>> = {
  events: ['processed_event'],
  turns: ['answered_message', 'conversation_turn', 'pending_question'],
  answers: ['answer_record'],
  feedback: ['feedback'],
  questions: ['expert_request', 'recent_answer', 'unanswered_question'],
  notifications: ['content_snapshot', 'delivery', 'notification', 'notification_item'],
  suspended: ['channel_state'],
};
const kinds = Object.keys(defaultRetention) as (keyof Retention)[];
const day = days(1).getTime() - days(0).getTime();

it.each(databaseKinds.flatMap((kind) => kinds.map((setting) => [kind, setting] as const)))(
  'in %s the time of %s empties its tables when it is over, and no other',
  async (kind, setting) => {
    const database = await freshDatabase(kind);
    const long = Object.fromEntries(kinds.map((one) => [one, 100 * day]));
    const retention = { ...defaultRetention, ...long, [setting]: 2 * day };
    const store = await openStore(database.location, { role: 'server', retention });
    const kysely = reach(database.location).forMigration();
    try {
      await fillEveryTable(kysely, days(0), {
        'channel_state.state': 'suspended',
        // Forgetting a channel takes its subscriptions with it: here another one.
        'channel_state.channel': 'gone',
      });
      const emptied = async () =>
        [...(await rowsOfEveryTable(kysely))]
          .flatMap(([name, rows]) => (rows === 0 ? [name] : []))
          .toSorted();
      await store.purge(days(1));
      expect(await emptied()).toEqual([]);
      await store.purge(days(3));
      expect(await emptied()).toEqual(tables[setting]);
    } finally {
      await kysely.destroy();
      await store.close();
      await database.remove();
    }
  },
);
