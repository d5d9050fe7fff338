/** What becomes of a delivery after each step: pure, with the time and chance passed in. */
import type { Outcome } from '../store/outbox.ts';
import type { FindResult, SendResult } from './sender.ts';

/** Attempts before a delivery is given up (the dead letter), over about two hours. */
export const mostAttempts = 10;
const firstPause = 2_000;
const longestPause = 30 * 60_000;
/** Beyond this a platform's wish to wait is not believed. */
const longestRetryAfter = 6 * 3_600_000;

/**
 * Doubles with each attempt; the upper half of it is chance, so that what failed together does not come
 * back together.
 *
 * @param attempts made so far, at least 1
 * @param random from 0 to 1
 * @returns milliseconds
 */
export function backoff(attempts: number, random: number): number {
  const pause = Math.min(longestPause, firstPause * 2 ** Math.min(attempts - 1, 20));
  return Math.round(pause / 2 + (pause / 2) * random);
}

interface Circumstances {
  /** Attempts made, this one included. */
  readonly attempts: number;
  readonly now: Date;
  readonly random: number;
  /** Whether the platform can be asked if a message stands there. */
  readonly canFind: boolean;
}

/** What to write down after a request. */
export function afterSending(result: SendResult, circumstances: Circumstances): Outcome {
  const { attempts, now, random, canFind } = circumstances;
  const status = result.status !== undefined && { status: result.status };
  switch (result.type) {
    case 'sent':
      return { state: 'sent', messageId: result.messageId, ...status };
    case 'retry': {
      if (attempts >= mostAttempts)
        return { state: 'failed', reason: `gave up: ${result.reason}`, ...status };
      const asked = Math.min(result.after ?? 0, longestRetryAfter);
      // Never before the platform said, and a little later, for the same reason as any pause.
      const pause = Math.max(backoff(attempts, random), Math.round(asked * (1 + random / 10)));
      return { state: 'pending', at: new Date(now.getTime() + pause), reason: result.reason, ...status };
    }
    case 'unknown': {
      const at = new Date(now.getTime() + backoff(attempts, random));
      if (canFind) return { state: 'in-doubt', at, reason: result.reason, ...status };
      // A cut line may mean one message too many; giving up may mean one too few, which is worse for news.
      if (attempts >= mostAttempts)
        return { state: 'failed', reason: `gave up: ${result.reason}`, ...status };
      return { state: 'pending', at, reason: result.reason, ...status };
    }
    case 'suspend':
      return { state: 'failed', reason: `suspended: ${result.reason}`, ...status };
    case 'forget':
      return { state: 'failed', reason: `forgotten: ${result.reason}`, ...status };
    case 'fail':
      return { state: 'failed', reason: result.reason, ...status };
  }
}

/** What to write down after the platform was asked whether a message stands there. */
export function afterLooking(
  result: FindResult,
  circumstances: Omit<Circumstances, 'canFind'> & {
    /** Requests answered so far, with any status: bounds how often it is asked. */
    readonly answers: number;
  },
): Outcome {
  const { attempts, now, random, answers } = circumstances;
  switch (result.type) {
    case 'found':
      return { state: 'sent', messageId: result.messageId };
    case 'absent':
      if (attempts >= mostAttempts) return { state: 'failed', reason: 'gave up: it never arrived' };
      return { state: 'pending', at: now, reason: 'not found where it was to stand' };
    case 'retry': {
      const status = { status: result.status ?? 0 };
      if (answers >= 2 * mostAttempts) {
        return { state: 'failed', reason: `in doubt: ${result.reason}`, ...status };
      }
      const pause = Math.max(backoff(Math.max(1, answers), random), result.after ?? 0);
      return { state: 'in-doubt', at: new Date(now.getTime() + pause), reason: result.reason, ...status };
    }
    default:
      return afterSending(result, { ...circumstances, canFind: true });
  }
}

/** Where a platform cannot tell whether a message stands, a person decides (`--resend-failures`). */
export const lostInDoubt: Outcome = {
  state: 'failed',
  reason: 'in doubt: stopped while sending, and the platform cannot tell whether it arrived',
};

/** What is known of a delivery before a request is made; one that was sent is no longer given out. */
export interface Facts {
  readonly cancelled: boolean;
  /** The reason. */
  readonly suspended: string | undefined;
  /** Whether the channel no longer follows anything in it (or it says nothing). */
  readonly unsubscribed: boolean;
  /** The end of quiet hours or of a free weekend, where it is one now. */
  readonly quietUntil: Date | undefined;
  /** When the rate budget lets it go, where that is later than a short wait. */
  readonly budgetFrom: Date | undefined;
}

/** The guards before each request, in their order; undefined lets it go. */
export function guard(facts: Facts): Outcome | undefined {
  if (facts.cancelled) return { state: 'skipped', reason: 'cancelled' };
  if (facts.suspended !== undefined) return { state: 'skipped', reason: `suspended: ${facts.suspended}` };
  if (facts.unsubscribed) return { state: 'skipped', reason: 'no longer subscribed' };
  if (facts.quietUntil) return { state: 'pending', at: facts.quietUntil, reason: 'quiet hours' };
  if (facts.budgetFrom) return { state: 'pending', at: facts.budgetFrom, reason: 'rate budget' };
  return undefined;
}
