/** How long each kind of row is kept, in milliseconds. */

export interface Retention {
  /** Ids of processed events. Platforms redeliver within minutes; after this an event is new. */
  readonly events: number;
  /** Turns of a conversation. A thread that rests longer starts anew. */
  readonly turns: number;
  /** Which answers were given where, so that a correction can follow. */
  readonly answers: number;
  readonly feedback: number;
  /** Unanswered questions. */
  readonly questions: number;
  /** Notifications with their deliveries, once nothing of them waits; and earlier announced content. */
  readonly notifications: number;
  /** Everything about channels that have been suspended for so long. */
  readonly suspended: number;
}

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

export const defaultRetention: Retention = {
  events: 10 * minute,
  turns: 24 * hour,
  answers: 90 * day,
  feedback: 365 * day,
  questions: 90 * day,
  notifications: 400 * day,
  suspended: 365 * day,
};
