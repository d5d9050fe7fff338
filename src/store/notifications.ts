/** What is told to channels. A notification and the deliveries to its audience are one transaction. */
import type { ContentSnapshot } from './announced-content.ts';
import type { NewDelivery } from './outbox.ts';

export type NotificationKind = 'changes' | 'announcement' | 'correction';

export interface NewNotification {
  /** Made by the caller; unguessable and stable. */
  readonly id: string;
  readonly kind: NotificationKind;
  readonly topics: readonly string[];
  /** Ids of what it is about (entry, entry#section, a stage), so that an update finds its first post. */
  readonly items: readonly string[];
  /** JSON that the caller understands: the data of the cards in both languages. */
  readonly content: string;
  /** Id of a person or name of a job; never shown to users. */
  readonly createdBy: string;
  /** The same key twice is one notification. */
  readonly idempotencyKey?: string;
  /** For `changes`: becomes the announced content at the moment of publishing. */
  readonly snapshot?: ContentSnapshot;
}

/**
 * `awaiting-approval` → `published` or `cancelled`; `published` → `cancelled`. A draft is the caller's
 * file; whether a published one is still being sent is told by its counts, not by a second state.
 */
export type NotificationState = 'awaiting-approval' | 'published' | 'cancelled';

export interface Notification {
  readonly id: string;
  readonly kind: NotificationKind;
  readonly topics: readonly string[];
  readonly items: readonly string[];
  readonly content: string;
  readonly state: NotificationState;
  /** Number of deliveries, those skipped from the start included; 0 until it is published. */
  readonly audience: number;
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly approvedBy?: string;
  readonly publishedAt?: Date;
  readonly cancelledAt?: Date;
  readonly idempotencyKey?: string;
}

export interface Stored {
  /** The id of the notification that stands: an earlier one when the idempotency key was used before. */
  readonly id: string;
  readonly created: boolean;
}

/** `own-proposal`: a second person has to approve. `not-awaiting`: unknown, published or cancelled. */
export type Approval = 'approved' | 'own-proposal' | 'not-awaiting';

export interface Notifications {
  /** Writes notification, deliveries and announced content in one transaction: all or nothing. */
  publish(notification: NewNotification, deliveries: readonly NewDelivery[], now: Date): Promise<Stored>;
  /** Keeps a notification until a second person approves it; nothing is delivered. */
  propose(notification: NewNotification, now: Date): Promise<Stored>;
  /** Publishes a proposal to the audience of now. */
  approve(id: string, by: string, deliveries: readonly NewDelivery[], now: Date): Promise<Approval>;
  /**
   * Stops it: deliveries that are pending are skipped with the reason `cancelled`; those on their way
   * finish and are not tried again.
   * @returns how many deliveries were skipped; undefined when it is unknown or cancelled already
   */
  cancel(id: string, now: Date): Promise<number | undefined>;
  get(id: string): Promise<Notification | undefined>;
  /** The latest first. */
  latest(limit: number): Promise<Notification[]>;
}
