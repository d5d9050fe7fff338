/** The queue of deliveries: one row per notification and recipient, claimed by workers with leases. */
import type { Channel } from './tenant.ts';

interface DeliveryTarget extends Channel {
  /** Stable over all attempts; the metadata of a Slack message carries it. Made by the caller. */
  readonly id: string;
  /** Thread to reply in (Slack `thread_ts`, Teams message id). */
  readonly thread?: string;
  readonly language: 'en' | 'fr';
}

/** One recipient of a notification, unique by notification, channel and thread. */
export interface NewDelivery extends DeliveryTarget {
  /**
   * Deliveries of one channel, thread, language and digest travel in one message, e.g. the local time
   * `2027-03-02T09:00`. Absent: a message of its own.
   */
  readonly digest?: string;
  /** Not before this time. */
  readonly dueAt: Date;
  /** Skipped from the start, and why (e.g. `suspended: channel_archived`): counted, never sent. */
  readonly skipped?: string;
}

/**
 * pending → sending → sent | failed | skipped. `pending` may be claimed. `sending`: the request may have
 * left. A dead letter is `failed` with its reason.
 */
export type DeliveryState = 'pending' | 'sending' | 'sent' | 'failed' | 'skipped';

export interface Delivery extends DeliveryTarget {
  readonly notificationId: string;
  readonly state: DeliveryState;
  readonly reason?: string;
  /** How often sending was begun since the last `resendFailures`. */
  readonly attempts: number;
  /** Every status code received, oldest first, kept over resends. */
  readonly statuses: readonly number[];
  readonly nextAttemptAt: Date;
  /** The worker was lost while it was sending: nobody knows yet whether the message stands. */
  readonly inDoubt: boolean;
  /** Slack `ts`, Teams activity id. */
  readonly messageId?: string;
  /** While it is being sent or in doubt: when that began, so that it is looked for since then. */
  readonly updatedAt: Date;
}

/** Deliveries that travel in one message: one, or all due ones of a digest. */
export interface ClaimedMessage extends Channel {
  readonly thread?: string;
  readonly language: 'en' | 'fr';
  /** All of these are in doubt, or none: look for the message by their ids before sending it again. */
  readonly inDoubt: boolean;
  /** The reason when the channel is suspended. */
  readonly suspended?: string;
  readonly deliveries: readonly Delivery[];
}

export interface Claim {
  /** Unique per process start. */
  readonly worker: string;
  readonly now: Date;
  /** Longer than a request may take plus the difference between the clocks of two machines. */
  readonly leaseUntil: Date;
  /** Messages, not rows. */
  readonly limit: number;
}

/** What became of the deliveries of one message. A status code is added to their list. */
export type Outcome =
  | { readonly state: 'sent'; readonly messageId: string; readonly status?: number }
  | { readonly state: 'failed' | 'skipped'; readonly reason: string; readonly status?: number }
  /** Known not to stand there: to be sent (again) at that time. Settles a doubt as well. */
  | { readonly state: 'pending'; readonly at: Date; readonly reason: string; readonly status?: number }
  /** It could not be found out whether the message stands: stays in doubt, asked again at that time. */
  | { readonly state: 'in-doubt'; readonly at: Date; readonly reason: string; readonly status?: number };

/** The deliveries of one message and what became of them. */
export interface Settlement {
  readonly ids: readonly string[];
  readonly outcome: Outcome;
}

/** `pending + sending + sent + failed + skipped = audience`, always; `inDoubt` are among `sending`. */
export interface DeliveryCounts {
  readonly audience: number;
  readonly pending: number;
  readonly sending: number;
  readonly inDoubt: number;
  readonly sent: number;
  readonly failed: number;
  readonly skipped: number;
}

/** What is not done, over all notifications. */
export interface Backlog {
  readonly pending: number;
  readonly sending: number;
  /** Counted apart from `sending`. */
  readonly inDoubt: number;
  /** When the longest due one was to be sent; absent where none is due. */
  readonly oldestDue?: Date;
}

export interface Outbox {
  /**
   * Takes due messages for a worker, the longest due first: pending ones, and those whose worker let its
   * lease run out (in doubt when that worker had begun to send). No other worker gets them until
   * `leaseUntil`. The state stays as it was.
   */
  claim(claim: Claim): Promise<ClaimedMessage[]>;
  /** The heartbeat: @returns the ids that the worker still holds, now until `leaseUntil` */
  renew(worker: string, ids: readonly string[], now: Date, leaseUntil: Date): Promise<string[]>;
  /**
   * To be called directly before the request leaves: marks as `sending` what the worker still holds, and
   * counts the attempt. Only the ids returned may be sent: the others were cancelled, or their lease ran
   * out while the worker slept. Deliveries in doubt are refused until `settle` has made them pending.
   */
  startSending(worker: string, ids: readonly string[], now: Date, leaseUntil: Date): Promise<string[]>;
  /**
   * Writes down what became of them and ends the claim. `sent` is a fact and is taken from whoever
   * knows it, also after the lease; everything else only from the worker that holds the claim.
   * @returns the ids written
   */
  settle(worker: string, ids: readonly string[], outcome: Outcome, now: Date): Promise<string[]>;
  /**
   * The same for several messages in one transaction: one wait for the disk instead of many.
   * @returns the ids written, of each in their order
   */
  settleAll(worker: string, settlements: readonly Settlement[], now: Date): Promise<string[][]>;
  /** Gives back what was claimed and not begun (all of the worker's when no ids are given). */
  release(worker: string, ids?: readonly string[]): Promise<void>;
  /**
   * Marks as in doubt what was being sent when its lease ran out. `claim` does it first; a report may too.
   * @returns how many
   */
  sweep(now: Date): Promise<number>;
  /** When `claim` will have something to give, as far as is known; undefined when nothing waits. */
  nextDue(): Promise<Date | undefined>;
  backlog(now: Date): Promise<Backlog>;
  /** Undefined when there is no such notification. */
  counts(notificationId: string): Promise<DeliveryCounts | undefined>;
  /** In order of their ids, those after `after`: for a report page by page. */
  deliveries(notificationId: string, page: { after?: string; limit: number }): Promise<Delivery[]>;
  /** Failed ones become pending again, with their history; nothing when it was cancelled. @returns how many */
  resendFailures(notificationId: string, now: Date): Promise<number>;
  /**
   * The earliest message in the channel that told of an item and stands there: an update replies under it.
   * Corrections are none: they stand in the thread of somebody's question.
   */
  firstPost(channel: Channel, item: string): Promise<Post | undefined>;
}

export interface Post {
  readonly notificationId: string;
  /** Every delivery that stands in the message: more than one in a digest. */
  readonly deliveryIds: readonly string[];
  readonly messageId: string;
  readonly thread?: string;
  readonly language: 'en' | 'fr';
  readonly at: Date;
}
