/**
 * Writes in three lanes at once until it is killed, and prints each write after the store acknowledged it:
 * `node durability-writer.ts LOCATION PREFIX`.
 */
import { writeSync } from 'node:fs';
import { openStore } from '../../src/store/store.ts';
import { announcement, delivery } from './outbox.ts';
import { minutes } from './times.ts';

const [location = '', prefix = ''] = process.argv.slice(2);
const store = await openStore(JSON.parse(location), { role: 'server' });
/** At once and whole, so that a line that was read is a write that was acknowledged. */
const acknowledge = (what: string, id: string) => writeSync(1, `${what} ${id}\n`);

/** Never ends. */
async function write(lane: string): Promise<void> {
  for (let n = 0; ; n++) {
    const id = `${prefix}-${lane}${n}`;
    await store.events.firstSeen(id, minutes(0));
    acknowledge('event', id);
    const deliveries = ['a', 'b', 'c'].map((name) => delivery(`${id}-${name}`));
    await store.notifications.publish(announcement(id), deliveries, minutes(0));
    acknowledge('notification', id);
    await store.outbox.settle('w', [`${id}-a`], { state: 'sent', messageId: `ts-${id}` }, minutes(1));
    acknowledge('sent', `${id}-a`);
  }
}

// At once, so that their writes share commits.
await Promise.all(['x', 'y', 'z'].map(write));
