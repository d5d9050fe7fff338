/** Which channel wants to hear about which topic, and when. */
import { type Selectable, type SqlBool, sql } from 'kysely';
import type { OpenDatabase } from './databases.ts';
import type { SubscriptionTable } from './schema.ts';
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

/** Rows read at once where every tenant's are read. */
const pageSize = 1_000;

export function createSubscriptions({ kysely }: OpenDatabase): Subscriptions {
  const withState = () =>
    kysely
      .selectFrom('subscription')
      .leftJoin('channel_state', (join) =>
        join
          .onRef('channel_state.platform', '=', 'subscription.platform')
          .onRef('channel_state.workspace', '=', 'subscription.workspace')
          .onRef('channel_state.channel', '=', 'subscription.channel')
          .on('channel_state.state', '=', 'suspended'),
      )
      .selectAll('subscription')
      .select('channel_state.reason as suspended')
      .orderBy('subscription.platform')
      .orderBy('subscription.workspace')
      .orderBy('subscription.channel')
      .orderBy('subscription.topic');

  return {
    async put({ platform, workspace, channel }, topics, by, now) {
      if (topics.length === 0) return;
      const time = now.getTime();
      // The last one wins where a topic is named twice.
      const settingsOf = new Map(topics.map(({ topic, settings }) => [topic, settings]));
      await kysely
        .insertInto('subscription')
        .values(
          [...settingsOf].map(([topic, settings]) => ({
            platform,
            workspace,
            channel,
            topic,
            ...toColumns(settings),
            created_by: by,
            created_at: time,
            updated_at: time,
          })),
        )
        .onConflict((conflict) =>
          conflict.columns(['platform', 'workspace', 'channel', 'topic']).doUpdateSet(({ ref }) => ({
            language: ref('excluded.language'),
            cadence: ref('excluded.cadence'),
            at: ref('excluded.at'),
            weekday: ref('excluded.weekday'),
            time_zone: ref('excluded.time_zone'),
            quiet_from: ref('excluded.quiet_from'),
            quiet_to: ref('excluded.quiet_to'),
            weekends: ref('excluded.weekends'),
            updated_at: ref('excluded.updated_at'),
          })),
        )
        .execute();
    },
    async remove({ platform, workspace, channel }, topics) {
      if (topics !== 'all' && topics.length === 0) return [];
      const rows = await kysely
        .deleteFrom('subscription')
        .where('platform', '=', platform)
        .where('workspace', '=', workspace)
        .where('channel', '=', channel)
        .$if(topics !== 'all', (query) => query.where('topic', 'in', [...topics]))
        .returning('topic')
        .execute();
      return rows.map((row) => row.topic).sort();
    },
    async of({ platform, workspace, channel }) {
      const rows = await kysely
        .selectFrom('subscription')
        .selectAll()
        .where('platform', '=', platform)
        .where('workspace', '=', workspace)
        .where('channel', '=', channel)
        .orderBy('topic')
        .execute();
      return rows.map(toSubscription);
    },
    async inWorkspace({ platform, workspace }, limit) {
      const rows = await withState()
        .where('subscription.platform', '=', platform)
        .where('subscription.workspace', '=', workspace)
        .limit(limit)
        .execute();
      return rows.map(toSubscriber);
    },
    async *toTopics(topics) {
      if (topics.length === 0) return;
      let after: Selectable<SubscriptionTable> | undefined;
      do {
        const last = after;
        const rows = await withState()
          .where('subscription.topic', 'in', [...topics])
          .$if(last !== undefined, (query) => query.where(isAfter(last!)))
          .limit(pageSize)
          .execute();
        yield* rows.map(toSubscriber);
        after = rows.length === pageSize ? rows.at(-1) : undefined;
      } while (after);
    },
  };
}

/** Row values compare alike on both databases. */
function isAfter({ platform, workspace, channel, topic }: Selectable<SubscriptionTable>) {
  return sql<SqlBool>`(subscription.platform, subscription.workspace, subscription.channel, subscription.topic)
    > (${platform}, ${workspace}, ${channel}, ${topic})`;
}

function toColumns(settings: SubscriptionSettings) {
  return {
    language: settings.language,
    cadence: settings.cadence,
    at: settings.at,
    weekday: settings.weekday,
    time_zone: settings.timeZone,
    quiet_from: settings.quietHours?.from ?? null,
    quiet_to: settings.quietHours?.to ?? null,
    weekends: settings.weekends,
  };
}

function toSubscription(row: Selectable<SubscriptionTable>): Subscription {
  return {
    platform: row.platform,
    workspace: row.workspace,
    channel: row.channel,
    topic: row.topic,
    language: row.language,
    cadence: row.cadence,
    at: row.at,
    weekday: row.weekday,
    timeZone: row.time_zone,
    ...(row.quiet_from !== null &&
      row.quiet_to !== null && { quietHours: { from: row.quiet_from, to: row.quiet_to } }),
    weekends: row.weekends,
    createdBy: row.created_by,
    createdAt: new Date(row.created_at),
    updatedAt: new Date(row.updated_at),
  };
}

function toSubscriber(row: Selectable<SubscriptionTable> & { suspended: string | null }): Subscriber {
  return { ...toSubscription(row), ...(row.suspended !== null && { suspended: row.suspended }) };
}
