/** What is told to channels. A notification and the deliveries to its audience are one transaction. */
import type { Kysely, Selectable, Transaction } from 'kysely';
import {
  announceContent,
  announceInTurn,
  announceProposed,
  type ContentSnapshot,
  isOvertaken,
  proposeContent,
} from './announced-content.ts';
import type { OpenDatabase } from './databases.ts';
import { insertDeliveries, skipCancelled } from './deliveries.ts';
import type { NewDelivery } from './outbox.ts';
import { readList } from './rows.ts';
import type { Database, NotificationTable } from './schema.ts';

/** `approval`: a proposal put before those who may approve it. */
export type NotificationKind = 'changes' | 'announcement' | 'correction' | 'approval';

/** The item under which the announcement of a proposal is found again. */
export function approvalItem(proposal: string): string {
  return `approval ${proposal}`;
}

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
  /** Id of the person who cancelled or refused it, or name of a job. */
  readonly cancelledBy?: string;
  readonly idempotencyKey?: string;
}

export interface Stored {
  /** The id of the notification that stands: an earlier one when the idempotency key was used before. */
  readonly id: string;
  readonly created: boolean;
}

/**
 * `own-proposal`: a second person has to approve. `not-awaiting`: unknown, published or cancelled.
 * `overtaken`: other changes were announced since it was proposed. It would tell some of them again, or as
 * they were before, and what it was compared with would become the last announced: it stays unsent.
 */
export type Approval = 'approved' | 'own-proposal' | 'not-awaiting' | 'overtaken';

/** Tells of a proposal. */
export interface Announcement {
  readonly notification: NewNotification;
  readonly delivery: NewDelivery;
}

export interface Notifications {
  /** Writes notification, deliveries and announced content in one transaction: all or nothing. */
  publish(notification: NewNotification, deliveries: readonly NewDelivery[], now: Date): Promise<Stored>;
  /**
   * Keeps a notification until a second person approves it; of it nothing is delivered. Who may approve
   * it is told in the same transaction, where there is a channel for that.
   */
  propose(notification: NewNotification, now: Date, announcement?: Announcement): Promise<Stored>;
  /** Publishes a proposal to the audience of now. */
  approve(id: string, by: string, deliveries: readonly NewDelivery[], now: Date): Promise<Approval>;
  /** Whether approving it is refused because other changes were announced since it was proposed. */
  isOvertaken(id: string): Promise<boolean>;
  /** @returns whether it awaited approval, and does no more: nothing of it will be delivered */
  refuse(id: string, by: string, now: Date): Promise<boolean>;
  /**
   * Stops it: deliveries that are pending are skipped with the reason `cancelled`; those on their way
   * finish and are not tried again.
   * @returns how many deliveries were skipped; undefined when it is unknown or cancelled already
   */
  cancel(id: string, by: string, now: Date): Promise<number | undefined>;
  get(id: string): Promise<Notification | undefined>;
  /** The latest first. */
  latest(limit: number): Promise<Notification[]>;
}

export function createNotifications(database: OpenDatabase): Notifications {
  const { kysely } = database;
  return {
    publish: (notification, deliveries, now) =>
      kysely.transaction().execute(async (transaction) => {
        if (notification.snapshot) await announceInTurn(database, transaction);
        const stored = await insert(transaction, notification, now, {
          state: 'published',
          audience: deliveries.length,
          published_at: now.getTime(),
        });
        if (!stored.created) return stored;
        await insertDeliveries(database, transaction, notification.id, deliveries, now);
        if (notification.snapshot) await announceContent(transaction, notification.snapshot, now);
        return stored;
      }),

    propose: (notification, now, announcement) =>
      kysely.transaction().execute(async (transaction) => {
        const { id, snapshot } = notification;
        // The same content says more on another day, when a stage is near: each proposal keeps its own.
        const own = snapshot && { ...snapshot, version: `${snapshot.version} ${id}` };
        const proposal = { ...notification, ...(own && { snapshot: own }) };
        const stored = await insert(transaction, proposal, now, {
          state: 'awaiting-approval',
          audience: 0,
          published_at: null,
        });
        if (stored.created && own) await proposeContent(transaction, own, now);
        if (stored.created && announcement) {
          const told = { state: 'published', audience: 1, published_at: now.getTime() } as const;
          await insert(transaction, announcement.notification, now, told);
          const { notification: announced, delivery } = announcement;
          await insertDeliveries(database, transaction, announced.id, [delivery], now);
        }
        return stored;
      }),

    approve: (id, by, deliveries, now) =>
      kysely.transaction().execute(async (transaction): Promise<Approval> => {
        await announceInTurn(database, transaction);
        if (await isProposalOvertaken(transaction, id)) return 'overtaken';
        const approved = await transaction
          .updateTable('notification')
          .set({
            state: 'published',
            approved_by: by,
            published_at: now.getTime(),
            audience: deliveries.length,
          })
          .where('id', '=', id)
          .where('state', '=', 'awaiting-approval')
          .where('created_by', '!=', by)
          .returning('content_version')
          .executeTakeFirst();
        if (!approved) {
          const standing = await transaction
            .selectFrom('notification')
            .select('state')
            .where('id', '=', id)
            .executeTakeFirst();
          return standing?.state === 'awaiting-approval' ? 'own-proposal' : 'not-awaiting';
        }
        await insertDeliveries(database, transaction, id, deliveries, now);
        if (approved.content_version !== null) {
          await announceProposed(transaction, approved.content_version, now);
        }
        return 'approved';
      }),

    isOvertaken: (id) => isProposalOvertaken(kysely, id),

    async refuse(id, by, now) {
      const refused = await kysely
        .updateTable('notification')
        .set({ state: 'cancelled', cancelled_at: now.getTime(), cancelled_by: by })
        .where('id', '=', id)
        .where('state', '=', 'awaiting-approval')
        .executeTakeFirst();
      return refused.numUpdatedRows > 0n;
    },

    cancel: (id, by, now) =>
      kysely.transaction().execute(async (transaction) => {
        const cancelled = await transaction
          .updateTable('notification')
          .set({ state: 'cancelled', cancelled_at: now.getTime(), cancelled_by: by })
          .where('id', '=', id)
          .where('state', '!=', 'cancelled')
          .executeTakeFirst();
        if (cancelled.numUpdatedRows === 0n) return undefined;
        return skipCancelled(transaction, now, (rows) =>
          database.lockRows(rows.where('notification_id', '=', id)),
        );
      }),

    async get(id) {
      const row = await kysely.selectFrom('notification').selectAll().where('id', '=', id).executeTakeFirst();
      return row && (await withItems(kysely, [row]))[0];
    },

    async latest(limit) {
      const rows = await kysely
        .selectFrom('notification')
        .selectAll()
        .orderBy('created_at', 'desc')
        .orderBy('id')
        .limit(limit)
        .execute();
      return withItems(kysely, rows);
    },
  };
}

async function isProposalOvertaken(connection: Kysely<Database>, id: string): Promise<boolean> {
  const proposal = await connection
    .selectFrom('notification')
    .select('content_version')
    .where('id', '=', id)
    .where('state', '=', 'awaiting-approval')
    .executeTakeFirst();
  return proposal?.content_version != null && isOvertaken(connection, proposal.content_version);
}

async function insert(
  transaction: Transaction<Database>,
  notification: NewNotification,
  now: Date,
  standing: Pick<NotificationTable, 'state' | 'audience' | 'published_at'>,
): Promise<Stored> {
  const { id, kind, topics, items, content, createdBy, idempotencyKey, snapshot } = notification;
  const row = await transaction
    .insertInto('notification')
    .values({
      id,
      kind,
      topics: JSON.stringify(topics),
      content,
      idempotency_key: idempotencyKey ?? null,
      content_version: snapshot?.version ?? null,
      created_by: createdBy,
      created_at: now.getTime(),
      approved_by: null,
      cancelled_at: null,
      cancelled_by: null,
      ...standing,
    })
    .onConflict((conflict) => conflict.column('idempotency_key').doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!row) {
    const earlier = await transaction
      .selectFrom('notification')
      .select('id')
      .where('idempotency_key', '=', idempotencyKey ?? '')
      .executeTakeFirstOrThrow();
    return { id: earlier.id, created: false };
  }
  const distinct = [...new Set(items)];
  if (distinct.length > 0) {
    await transaction
      .insertInto('notification_item')
      .values(distinct.map((item) => ({ notification_id: id, item })))
      .execute();
  }
  return { id, created: true };
}

async function withItems(
  connection: Kysely<Database>,
  rows: readonly Selectable<NotificationTable>[],
): Promise<Notification[]> {
  if (rows.length === 0) return [];
  const items = await connection
    .selectFrom('notification_item')
    .selectAll()
    .where(
      'notification_id',
      'in',
      rows.map((row) => row.id),
    )
    .orderBy('item')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    topics: readList(row.topics),
    items: items.filter((item) => item.notification_id === row.id).map((item) => item.item),
    content: row.content,
    state: row.state,
    audience: row.audience,
    createdBy: row.created_by,
    createdAt: new Date(row.created_at),
    ...(row.approved_by !== null && { approvedBy: row.approved_by }),
    ...(row.published_at !== null && { publishedAt: new Date(row.published_at) }),
    ...(row.cancelled_at !== null && { cancelledAt: new Date(row.cancelled_at) }),
    ...(row.cancelled_by !== null && { cancelledBy: row.cancelled_by }),
    ...(row.idempotency_key !== null && { idempotencyKey: row.idempotency_key }),
  }));
}
