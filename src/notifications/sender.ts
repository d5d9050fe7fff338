/** How a platform delivers: what the engine asks of it, and what it may answer. */
import type { Card } from '../cards/card.ts';
import type { Channel } from '../store/tenant.ts';

export interface OutgoingMessage {
  readonly channel: Channel;
  /** The message to reply under (Slack `ts`, Teams activity id). */
  readonly thread?: string;
  /** Stable over all attempts, so that the message can be found again. */
  readonly deliveryIds: readonly string[];
  readonly card: Card;
}

export type SendResult =
  | { readonly type: 'sent'; readonly messageId: string; readonly status?: number }
  /** Known not to stand there; may go better later, not before `after` milliseconds. */
  | { readonly type: 'retry'; readonly reason: string; readonly status?: number; readonly after?: number }
  /** The request may have arrived: a cut line, a time-out. */
  | { readonly type: 'unknown'; readonly reason: string; readonly status?: number }
  /** The channel cannot be reached for now (archived, the bot was removed): kept, not tried. */
  | { readonly type: 'suspend'; readonly reason: string; readonly status?: number }
  /** The channel will never be reached again (blocked, deleted). */
  | { readonly type: 'forget'; readonly reason: string; readonly status?: number }
  /** This message will not be taken, others may be. */
  | { readonly type: 'fail'; readonly reason: string; readonly status?: number };

export type FindResult =
  | { readonly type: 'found'; readonly messageId: string }
  | { readonly type: 'absent' }
  | Exclude<SendResult, { readonly type: 'sent' | 'unknown' }>;

/** At most `count` messages within any `milliseconds`. */
export interface RateWindow {
  readonly count: number;
  readonly milliseconds: number;
}

export interface RateLimits {
  readonly channel: readonly RateWindow[];
  /** Per workspace or tenant, which for one app also is per app. */
  readonly workspace: readonly RateWindow[];
  /** What a `Retry-After` holds up. */
  readonly throttled: 'channel' | 'workspace';
}

export interface Sender {
  readonly platform: Channel['platform'];
  readonly limits: RateLimits;
  /** Never throws for what the platform answers. */
  send(message: OutgoingMessage): Promise<SendResult>;
  /** Whether a message with one of the ids stands there; absent where a platform cannot tell. */
  find?(message: Omit<OutgoingMessage, 'card'>, since: Date): Promise<FindResult>;
  /** Replaces the content of a message that stands there. */
  edit?(channel: Channel, messageId: string, message: OutgoingMessage): Promise<SendResult>;
}
