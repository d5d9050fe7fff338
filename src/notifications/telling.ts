/** What a message tells: its notifications, the card made of them, and the thread it belongs to. */
import type { Card } from '../cards/card.ts';
import type { Notification } from '../store/notifications.ts';
import type { ClaimedMessage } from '../store/outbox.ts';
import type { Channel } from '../store/tenant.ts';
import { cardOfProposal, readApproval } from './approval.ts';
import { type Composition, compose } from './compose.ts';
import { type NotificationContent, readContent } from './content.ts';
import { type Recipient, wayOf } from './fan-out.ts';
import { localDay, nextAllowed } from './schedule.ts';
import type { WorkerOptions } from './worker-options.ts';

/** Milliseconds for which a notification that was read counts as current. */
const keptFor = 1_000;

export interface Prepared {
  readonly card: Card;
  /** Nothing is sent before. */
  readonly quietUntil: Date | undefined;
}

export class Telling {
  readonly #options: Pick<WorkerOptions, 'store' | 'topics' | 'clock' | 'report'>;
  readonly #notifications = new Map<
    string,
    { readonly notification: Promise<Notification | undefined>; readonly until: number }
  >();
  readonly #contents = new Map<string, NotificationContent | undefined>();

  constructor(options: Pick<WorkerOptions, 'store' | 'topics' | 'clock' | 'report'>) {
    this.#options = options;
  }

  /** @returns undefined where the channel is told nothing of it any more */
  async prepare(
    message: ClaimedMessage,
    notifications: readonly Notification[],
  ): Promise<Prepared | undefined> {
    const { store, topics, clock } = this.#options;
    const now = clock();
    const channel = channelOf(message);
    const [first] = notifications;
    if (first?.kind === 'approval') {
      const approval = readApproval(first.content);
      const proposal = approval && (await store.notifications.get(approval.proposal));
      const card = approval && cardOfProposal(approval, proposal, message.language);
      return card && { card, quietUntil: undefined };
    }
    const contents = notifications.flatMap((one) => this.#contentOf(one) ?? []);
    if (!first || contents.length === 0) return undefined;
    const { language, platform } = message;
    const common = { language, platform, kind: first.kind, contents, topics: topics(), now };
    if (first.kind === 'correction') {
      const card = this.#compose({ ...common, followed: [], digest: undefined });
      return card && { card, quietUntil: undefined };
    }
    const rows = await store.subscriptions.of(channel);
    const followed = rows.map((row) => ({ topic: row.topic, settings: row }));
    const recipient: Recipient = { channel, followed };
    const settings = contents.map((content) => wayOf(recipient, content, now)?.settings).find((way) => way);
    if (!settings) return undefined;
    const isDigest = settings.cadence !== 'instantly' || message.deliveries.length > 1;
    const due = new Date(Math.min(...message.deliveries.map((one) => one.nextAttemptAt.getTime())));
    const digest = isDigest ? localDay(settings, due) : undefined;
    const card = this.#compose({ ...common, followed: rows.map((row) => row.topic), digest });
    const allowed = nextAllowed(settings, now);
    return card && { card, quietUntil: allowed > now ? allowed : undefined };
  }

  /** What cannot be written as a card is told to nobody, rather than tried for ever. */
  #compose(composition: Composition): Card | undefined {
    try {
      return compose(composition);
    } catch (error) {
      this.#options.report({ code: 'worker_failed', error });
      return undefined;
    }
  }

  /** In the order of their publishing, without what was cancelled. */
  async notificationsOf({ deliveries }: ClaimedMessage): Promise<Notification[]> {
    const ids = [...new Set(deliveries.map((delivery) => delivery.notificationId))];
    const found = await Promise.all(ids.map((id) => this.#notification(id)));
    return found
      .flatMap((one) => (one && one.state === 'published' ? [one] : []))
      .sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime());
  }

  /** Kept for a moment: `startSending` refuses what was cancelled in the meantime. */
  async #notification(id: string): Promise<Notification | undefined> {
    const now = this.#options.clock().getTime();
    const kept = this.#notifications.get(id);
    if (kept && kept.until > now) return kept.notification;
    if (this.#notifications.size >= 50) this.#notifications.clear();
    const notification = this.#options.store.notifications.get(id);
    this.#notifications.set(id, { notification, until: now + keptFor });
    return notification;
  }

  /** Read once: a notification of ten thousand recipients is the same text ten thousand times. */
  #contentOf({ id, content }: Notification): NotificationContent | undefined {
    if (!this.#contents.has(id)) {
      if (this.#contents.size >= 50) this.#contents.clear();
      this.#contents.set(id, readContent(content));
    }
    return this.#contents.get(id);
  }

  /** A later change of what was announced before is told under its first post. */
  async threadOf(
    message: ClaimedMessage,
    notifications: readonly Notification[],
  ): Promise<string | undefined> {
    if (message.thread !== undefined) return message.thread;
    const [only] = notifications;
    if (only?.kind !== 'changes' || notifications.length > 1 || only.items.length !== 1) return undefined;
    const post = await this.#options.store.outbox.firstPost(channelOf(message), only.items[0]!);
    return post && (post.thread ?? post.messageId);
  }
}

export function channelOf({ platform, workspace, channel }: ClaimedMessage): Channel {
  return { platform, workspace, channel };
}
