/** Channels, subscriptions and a platform that answers as a test tells it to. */
import { setTimeout as delay } from 'node:timers/promises';
import type { NotificationContent } from '../../src/notifications/content.ts';
import type {
  FindResult,
  OutgoingMessage,
  RateLimits,
  Sender,
  SendResult,
} from '../../src/notifications/sender.ts';
import { createTopics } from '../../src/notifications/topics.ts';
import type { Store } from '../../src/store/store.ts';
import type { SubscriptionSettings } from '../../src/store/subscriptions.ts';
import type { Channel } from '../../src/store/tenant.ts';
import { realKnowledge } from '../support/real-content.ts';

export const topics = createTopics(realKnowledge);
export const noon = new Date('2026-11-23T17:00:00Z'); // a Monday, 12:00 in Toronto

export function settings(rest: Partial<SubscriptionSettings> = {}): SubscriptionSettings {
  return {
    cadence: 'instantly',
    at: '09:00',
    weekday: 1,
    language: 'en',
    timeZone: 'America/Toronto',
    weekends: 'deliver',
    ...rest,
  };
}

export function channel(name: string, rest: Partial<Channel> = {}): Channel {
  return { platform: 'slack', workspace: 'T1', channel: name, ...rest };
}

export async function subscribe(
  store: Store,
  place: Channel,
  topic: string,
  rest: Partial<SubscriptionSettings> = {},
): Promise<void> {
  await store.subscriptions.put(place, [{ topic, settings: settings(rest) }], 'U1', noon);
}

/** An announcement to those who follow some topics. */
export function announcement(title: string, about: readonly string[], item = title): NotificationContent {
  const news = (text: string) => ({
    kind: 'announcement' as const,
    title,
    blocks: [{ type: 'paragraph' as const, text: [{ type: 'text' as const, value: text }] }],
  });
  return {
    v: 1,
    news: [{ item, topics: about, texts: { en: news('In English.'), fr: news('En français.') } }],
  };
}

export const unlimited: RateLimits = {
  channel: [{ count: 1_000, milliseconds: 1 }],
  workspace: [{ count: 1_000, milliseconds: 1 }],
  throttled: 'channel',
};

/** Accepts everything unless told otherwise, and remembers what it was given. */
export class PlatformDouble implements Sender {
  readonly platform: Channel['platform'];
  readonly limits: RateLimits;
  readonly sent: OutgoingMessage[] = [];
  /** What stands in the channels: message id → delivery ids. */
  readonly standing = new Map<string, readonly string[]>();
  readonly edited: { messageId: string; message: OutgoingMessage }[] = [];
  answer: (message: OutgoingMessage, attempt: number) => SendResult | undefined = () => undefined;
  looked: (ids: readonly string[]) => FindResult | undefined = () => undefined;
  find?: Sender['find'];
  /** Milliseconds before it answers. */
  pause = 0;
  #attempts = 0;

  constructor(platform: Channel['platform'] = 'slack', limits: RateLimits = unlimited) {
    this.platform = platform;
    this.limits = limits;
    if (platform === 'slack') this.find = (message) => this.#find(message.deliveryIds);
  }

  get attempts(): number {
    return this.#attempts;
  }

  async send(message: OutgoingMessage): Promise<SendResult> {
    this.#attempts += 1;
    const answer = this.answer(message, this.#attempts);
    if (answer && answer.type !== 'unknown') return answer;
    const messageId = `m${this.standing.size + 1}`;
    this.standing.set(messageId, message.deliveryIds);
    this.sent.push(message);
    if (this.pause > 0) await delay(this.pause);
    return answer ?? { type: 'sent', messageId };
  }

  async edit(_: Channel, messageId: string, message: OutgoingMessage): Promise<SendResult> {
    this.edited.push({ messageId, message });
    return { type: 'sent', messageId };
  }

  async #find(ids: readonly string[]): Promise<FindResult> {
    const told = this.looked(ids);
    if (told) return told;
    const found = [...this.standing].find(([, standing]) => standing.some((id) => ids.includes(id)));
    return found ? { type: 'found', messageId: found[0] } : { type: 'absent' };
  }
}
