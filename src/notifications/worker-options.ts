/** What a worker works with and what it tells. */
import type { Channels } from '../store/channels.ts';
import type { Notifications } from '../store/notifications.ts';
import type { Outbox, Outcome } from '../store/outbox.ts';
import type { Subscriptions } from '../store/subscriptions.ts';
import type { Sender } from './sender.ts';
import type { Topics } from './topics.ts';

export interface WorkerOptions {
  readonly store: {
    readonly outbox: Outbox;
    readonly notifications: Pick<Notifications, 'get'>;
    readonly subscriptions: Pick<Subscriptions, 'of'>;
    readonly channels: Pick<Channels, 'suspend' | 'forget'>;
  };
  readonly senders: readonly Sender[];
  /** The topics of the content in service. */
  readonly topics: () => Topics;
  readonly clock: () => Date;
  /** From 0 to 1. */
  readonly random: () => number;
  /** Unique per process start. */
  readonly name: string;
  readonly report: (event: WorkerEvent) => void;
  readonly timing: WorkerTiming;
}

export interface WorkerTiming {
  /** Longer than a request may take; a killed worker's messages are taken over after it. */
  readonly lease: number;
  readonly heartbeat: number;
  /** Between two looks at the outbox when nothing tells of work. */
  readonly longestSleep: number;
}

/** For the log: never what is sent or to whom. */
export type WorkerEvent =
  | { readonly code: 'delivery_settled'; readonly state: Outcome['state']; readonly reason?: string }
  | { readonly code: 'delivery_lost_lease' | 'worker_failed'; readonly error?: unknown };

export const usualTiming: WorkerTiming = { lease: 30_000, heartbeat: 10_000, longestSleep: 5_000 };
