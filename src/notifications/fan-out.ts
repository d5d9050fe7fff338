/** A notification and those who follow its topics → one delivery for each channel. */
import type { NewDelivery } from '../store/outbox.ts';
import type { Subscriber, SubscriptionSettings } from '../store/subscriptions.ts';
import type { Channel } from '../store/tenant.ts';
import { type NotificationContent, newsFor } from './content.ts';
import { type Due, dueAt } from './schedule.ts';

/** A channel with what it follows among the topics of a notification. */
export interface Recipient {
  readonly channel: Channel;
  readonly followed: readonly { readonly topic: string; readonly settings: SubscriptionSettings }[];
  readonly suspended?: string;
}

/** @param subscribers ordered so that the rows of a channel follow one another, as the store gives them */
export async function* recipients(subscribers: AsyncIterable<Subscriber>): AsyncGenerator<Recipient> {
  let open: (Recipient & { followed: Recipient['followed'][number][] }) | undefined;
  for await (const row of subscribers) {
    const { platform, workspace, channel, topic, suspended } = row;
    const isSame =
      open?.channel.platform === platform &&
      open.channel.workspace === workspace &&
      open.channel.channel === channel;
    if (open && !isSame) yield open;
    if (!open || !isSame) {
      const place = { platform, workspace, channel };
      open = { channel: place, followed: [], ...(suspended !== undefined && { suspended }) };
    }
    open.followed.push({ topic, settings: row });
  }
  if (open) yield open;
}

/** How a channel hears of a notification: by the soonest of the ways in which it follows the topics. */
export function wayOf(
  { followed }: Recipient,
  content: NotificationContent,
  now: Date,
): { readonly settings: SubscriptionSettings; readonly due: Due } | undefined {
  let soonest: { settings: SubscriptionSettings; due: Due } | undefined;
  for (const { topic, settings } of followed) {
    if (newsFor(content, [topic], settings.language).length === 0) continue;
    const due = dueAt(settings, now);
    if (!soonest || due.at < soonest.due.at) soonest = { settings, due };
  }
  return soonest;
}

export interface Planned {
  readonly delivery: NewDelivery;
  readonly settings: SubscriptionSettings;
  /** Topics through which the channel hears of it. */
  readonly followed: readonly string[];
}

/**
 * @param newId makes an id that cannot be guessed
 * @returns undefined where nothing of it is for the channel
 */
export function plan(
  recipient: Recipient,
  content: NotificationContent,
  now: Date,
  newId: () => string,
): Planned | undefined {
  const way = wayOf(recipient, content, now);
  if (!way) return undefined;
  const { settings, due } = way;
  return {
    settings,
    followed: recipient.followed.map(({ topic }) => topic),
    delivery: {
      ...recipient.channel,
      id: newId(),
      language: settings.language,
      dueAt: due.at,
      ...(due.digest !== undefined && { digest: due.digest }),
      ...(recipient.suspended !== undefined && { skipped: `suspended: ${recipient.suspended}` }),
    },
  };
}
