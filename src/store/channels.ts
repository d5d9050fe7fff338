/** Whether a channel can be reached. Nothing is lost by suspending: its subscriptions stay. */
import type { Channel } from './tenant.ts';

export type ChannelState =
  | { readonly state: 'active' }
  | { readonly state: 'suspended'; readonly reason: string; readonly since: Date };

export interface Channels {
  /** A channel nobody said anything about is active. */
  state(channel: Channel): Promise<ChannelState>;
  /** Keeps the first `since` when the channel is suspended already. */
  suspend(channel: Channel, reason: string, now: Date): Promise<void>;
  resume(channel: Channel, now: Date): Promise<void>;
  /** Removes the channel's subscriptions, conversation reference, preferences, answer records and state. */
  forget(channel: Channel): Promise<void>;
}
