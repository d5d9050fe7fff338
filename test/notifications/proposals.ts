/** A proposal that awaits approval in a channel, with the services that send and decide it. */
import { randomUUID } from 'node:crypto';
import { subscriptionVerbs } from '../../src/intents/commands.ts';
import type { Language } from '../../src/knowledge/language.ts';
import { readMessage } from '../../src/knowledge/message.ts';
import { createNotifications, type NotificationService } from '../../src/notifications/notifications.ts';
import type { Sender } from '../../src/notifications/sender.ts';
import { previewsOf } from '../../src/previews.ts';
import type { Store } from '../../src/store/store.ts';
import type { Channel } from '../../src/store/tenant.ts';
import { realKnowledge } from '../support/real-content.ts';
import { channel, noon, subscribe } from './fixtures.ts';

const { message } = readMessage(
  '# Summit {#en}\n\nIt is in June.\n\n# Sommet {#fr}\n\nIl est en juin.',
  'message.md',
);

export function serviceOn(
  store: Store,
  approvalChannel: Channel,
  senders: readonly Sender[] = [],
  language: Language = 'en',
): NotificationService {
  return createNotifications({
    store,
    knowledge: () => realKnowledge,
    senders,
    verbs: subscriptionVerbs,
    rules: { timeZone: 'America/Toronto', approvalAbove: 1, stageDays: 14, approvalChannel },
    previews: previewsOf(['slack', 'teams']),
    language,
    clock: () => noon,
    random: () => 0.5,
    newId: randomUUID,
    report: ({ code, ...rest }) => {
      if (code === 'worker_failed') throw new Error(code, { cause: rest });
    },
  });
}

/** @returns the id of a message to two channels, proposed by a person */
export async function propose(store: Store, { publisher }: NotificationService, by: string): Promise<string> {
  await subscribe(store, channel('C1'), 'ngen');
  await subscribe(store, channel('C2'), 'ngen', { language: 'fr' });
  const published = await publisher.publish(publisher.draftMessage(message!, ['ngen']), by);
  if (published.state !== 'awaiting-approval') throw new Error(published.state);
  return published.id;
}
