/** Notifications and deliveries for the tests of the outbox. */
import type { NewNotification } from '../../src/store/notifications.ts';
import type { NewDelivery } from '../../src/store/outbox.ts';
import type { Store } from '../../src/store/store.ts';
import { minutes } from './times.ts';

export const tenant = { platform: 'slack', workspace: 'T1' } as const;

export function announcement(id: string, more: Partial<NewNotification> = {}): NewNotification {
  return {
    id,
    kind: 'announcement',
    topics: ['ceta'],
    items: ['ceta-tariffs'],
    content: '{"en":{},"fr":{}}',
    createdBy: 'U1',
    ...more,
  };
}

export function delivery(id: string, more: Partial<NewDelivery> = {}): NewDelivery {
  return { id, ...tenant, channel: `C-${id}`, language: 'en', dueAt: minutes(0), ...more };
}

/** Publishes a notification to one channel per delivery id. */
export async function publish(store: Store, id: string, deliveries: readonly NewDelivery[]): Promise<void> {
  await store.notifications.publish(announcement(id), deliveries, minutes(0));
}

export interface TestWorker {
  claim(at: number, limit?: number): Promise<string[][]>;
  start(at: number, ...ids: string[]): Promise<string[]>;
}

/** Leases of two minutes, times in minutes. */
export function worker(store: Store, name: string): TestWorker {
  return {
    async claim(at, limit = 100) {
      const messages = await store.outbox.claim({
        worker: name,
        now: minutes(at),
        leaseUntil: minutes(at + 2),
        limit,
      });
      return messages.map((message) => message.deliveries.map(({ id }) => id));
    },
    start: (at, ...ids) => store.outbox.startSending(name, ids, minutes(at), minutes(at + 2)),
  };
}
