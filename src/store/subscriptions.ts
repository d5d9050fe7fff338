/** Which channel wants to hear about which topic, and when. */
import type { Channel, Tenant } from './tenant.ts';

/** When and how a channel hears about a topic. Times of day are local to `timeZone`. */
export interface SubscriptionSettings {
  readonly language: 'en' | 'fr';
  readonly cadence: 'instantly' | 'daily' | 'weekly';
  /** `HH:mm`, for `daily` and `weekly`. */
  readonly at: string;
  /** ISO weekday, 1 Monday to 7 Sunday, for `weekly`. */
  readonly weekday: number;
  /** IANA name such as `America/Toronto`. */
  readonly timeZone: string;
  /** `HH:mm` to `HH:mm`; over midnight when `from` is the later one. */
  readonly quietHours?: { readonly from: string; readonly to: string };
  /** `wait` holds what is due on a weekend until Monday. */
  readonly weekends: 'deliver' | 'wait';
}

/**
 * A row is one channel and one topic: a channel may hear about events at once and about the rest
 * weekly. There is no id: channel and topic are the key. Whether the channel can be reached is a state
 * of the channel (`channels.ts`), the same for all its subscriptions.
 */
export interface Subscription extends Channel, SubscriptionSettings {
  readonly topic: string;
  /** Id of the person who subscribed first. */
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** A subscription with what decides whether its channel can be reached now. */
export interface Subscriber extends Subscription {
  /** The reason when the channel is suspended. */
  readonly suspended?: string;
}

export interface TopicSettings {
  readonly topic: string;
  readonly settings: SubscriptionSettings;
}

export interface Subscriptions {
  /** Subscribes, or replaces the settings of topics subscribed already; all or none. */
  put(channel: Channel, topics: readonly TopicSettings[], by: string, now: Date): Promise<void>;
  /** @returns the topics that were subscribed and no longer are, in order */
  remove(channel: Channel, topics: readonly string[] | 'all'): Promise<string[]>;
  /** In the order of the topics. */
  of(channel: Channel): Promise<Subscription[]>;
  /** Of a whole workspace, by channel and topic, at most `limit` rows. */
  inWorkspace(tenant: Tenant, limit: number): Promise<Subscriber[]>;
  /**
   * Of every tenant, read in pages: the audience of a notification. A channel comes once for each of
   * its topics, its rows one after another; suspended channels come with their reason.
   */
  toTopics(topics: readonly string[]): AsyncIterable<Subscriber>;
}
