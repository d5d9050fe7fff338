/** What a worker does with a message: looks, asks the guards, sends, and writes down what became of it. */
import { setTimeout as delay } from 'node:timers/promises';
import type { Card } from '../cards/card.ts';
import type { Notification } from '../store/notifications.ts';
import type { ClaimedMessage, Outcome, Settlement } from '../store/outbox.ts';
import type { Channel } from '../store/tenant.ts';
import { cardOfProposal, readApproval } from './approval.ts';
import { type Composition, compose } from './compose.ts';
import { type NotificationContent, readContent } from './content.ts';
import { afterLooking, afterSending, type Facts, guard, lostInDoubt } from './decide.ts';
import { type Recipient, wayOf } from './fan-out.ts';
import { Batch, type Pace } from './pace.ts';
import { RateBudget } from './rate-budget.ts';
import { localDay, nextAllowed } from './schedule.ts';
import type { FindResult, OutgoingMessage, Sender, SendResult } from './sender.ts';
import type { WorkerOptions } from './worker-options.ts';

/** A shorter wait for the rate budget is waited out in place. */
const shortWait = 1_500;
/** Milliseconds for which a notification that was read counts as current. */
const keptFor = 1_000;
/** Milliseconds after which a delivery for a platform that is not set up is looked at again. */
const leftFor = 60_000;

/** What a worker holds, and what it does with each message. */
export class Desk {
  readonly #options: WorkerOptions;
  readonly #budgets: ReadonlyMap<Channel['platform'], RateBudget>;
  /** The budgets let messages begin; these keep the limits where they leave, which is a little later. */
  readonly #departures: ReadonlyMap<Channel['platform'], RateBudget>;
  readonly #held = new Set<string>();
  readonly #notifications = new Map<
    string,
    { readonly notification: Promise<Notification | undefined>; readonly until: number }
  >();
  readonly #contents = new Map<string, NotificationContent | undefined>();
  readonly #pace: Pace;
  readonly #starting: Batch<readonly string[], { readonly ids: string[]; readonly until: Date }>;
  readonly #settling: Batch<Settlement, string[]>;
  #beating: NodeJS.Timeout | undefined;
  #hurrying = new AbortController();

  constructor(options: WorkerOptions, budgets: ReadonlyMap<Channel['platform'], RateBudget>, pace: Pace) {
    this.#options = options;
    this.#budgets = budgets;
    this.#departures = new Map(options.senders.map((one) => [one.platform, new RateBudget(one.limits)]));
    this.#pace = pace;
    const { store, name, clock } = options;
    this.#starting = new Batch(pace, async (messages) => {
      const now = clock();
      const until = this.#leaseFrom(now);
      const started = new Set(await store.outbox.startSending(name, messages.flat(), now, until));
      return messages.map((ids) => ({ ids: ids.filter((id) => started.has(id)), until }));
    });
    this.#settling = new Batch(pace, (messages) => store.outbox.settleAll(name, messages, clock()));
  }

  startBeating(beat: () => void): void {
    this.#beating ??= setInterval(beat, this.#options.timing.heartbeat);
  }

  stopBeating(): void {
    clearInterval(this.#beating);
    this.#beating = undefined;
  }

  /** Ends waits for the rate budget: what waits goes back. */
  hurry(): void {
    this.#hurrying.abort();
  }

  async beat(): Promise<void> {
    const now = this.#options.clock();
    for (const departures of this.#departures.values()) departures.sweep(now.getTime());
    if (this.#held.size === 0) return;
    await this.#options.store.outbox.renew(this.#options.name, [...this.#held], now, this.#leaseFrom(now));
  }

  #leaseFrom(now: Date): Date {
    return new Date(now.getTime() + this.#options.timing.lease);
  }

  async handle(message: ClaimedMessage): Promise<void> {
    const ids = message.deliveries.map((delivery) => delivery.id);
    for (const id of ids) this.#held.add(id);
    try {
      await this.#pace.turn();
      const sender = this.#options.senders.find((one) => one.platform === message.platform);
      if (!sender) {
        await this.#leave(message, ids);
      } else if (message.inDoubt) await this.#resolveDoubt(message, ids, sender);
      else await this.#deliver(message, ids, sender);
    } finally {
      for (const id of ids) this.#held.delete(id);
    }
  }

  /** Another replica may serve the platform, or this one some day: what is for it stays. */
  async #leave({ platform, inDoubt }: ClaimedMessage, ids: readonly string[]): Promise<void> {
    const at = new Date(this.#options.clock().getTime() + leftFor);
    const reason = `${platform} is not set up here`;
    await this.#settle(ids, { state: inDoubt ? 'in-doubt' : 'pending', at, reason });
  }

  async #resolveDoubt(message: ClaimedMessage, ids: readonly string[], sender: Sender): Promise<void> {
    if (!sender.find) {
      await this.#settle(ids, lostInDoubt);
      return;
    }
    const { clock, random } = this.#options;
    const since = new Date(Math.min(...message.deliveries.map((one) => one.updatedAt.getTime())));
    const thread = await this.#threadOf(message, await this.#notificationsOf(message));
    const place = { channel: channelOf(message), deliveryIds: ids, ...(thread && { thread }) };
    const result = await sender.find(place, since);
    await this.#apply(message, result);
    const attempts = attemptsOf(message);
    const answers = Math.max(...message.deliveries.map((one) => one.statuses.length));
    await this.#settle(ids, afterLooking(result, { attempts, answers, now: clock(), random: random() }));
  }

  async #deliver(message: ClaimedMessage, ids: readonly string[], sender: Sender): Promise<void> {
    const { clock, random } = this.#options;
    const channel = channelOf(message);
    const notifications = await this.#notificationsOf(message);
    const prepared = await this.#prepare(message, notifications);
    const facts: Facts = {
      cancelled: notifications.length === 0,
      suspended: message.suspended,
      unsubscribed: prepared === undefined,
      quietUntil: prepared?.quietUntil,
      budgetFrom: undefined,
    };
    // The budget last: what another guard holds back uses none of it.
    const outcome = guard(facts) ?? guard({ ...facts, budgetFrom: await this.#spend(channel, sender) });
    if (outcome || !prepared) {
      await this.#settle(ids, outcome ?? { state: 'skipped', reason: 'nothing to tell' });
      return;
    }
    const thread = await this.#threadOf(message, notifications);
    const { ids: started, until } = await this.#starting.add(ids);
    if (started.length < ids.length) {
      // One of a digest was cancelled, or the lease is gone: what was prepared is not what may be sent.
      this.#options.report({ code: 'delivery_lost_lease' });
      if (started.length === 0) return;
      const at = new Date(clock().getTime() + 1);
      await this.#settle(started, { state: 'pending', at, reason: 'the rest of its message was withdrawn' });
      return;
    }
    await this.#pace.turn();
    await this.#depart(channel);
    if (clock() >= until) {
      // The process slept or the clock jumped: whoever takes it over looks whether it stands.
      this.#options.report({ code: 'delivery_lost_lease' });
      return;
    }
    const outgoing = { channel, deliveryIds: ids, card: prepared.card, ...(thread && { thread }) };
    const result = await sender.send(outgoing);
    const attempts = attemptsOf(message) + 1;
    const canFind = sender.find !== undefined;
    await this.#settle(ids, afterSending(result, { attempts, now: clock(), random: random(), canFind }));
    await this.#apply(message, result);
    if (result.type === 'sent' && thread) await this.#refreshFirstPost(outgoing, notifications, sender);
  }

  /** What follows for the channel, beyond this message. */
  async #apply(message: ClaimedMessage, result: SendResult | FindResult): Promise<void> {
    const { store, clock } = this.#options;
    const channel = channelOf(message);
    const now = clock();
    if (result.type === 'suspend') await store.channels.suspend(channel, result.reason, now);
    if (result.type === 'forget') await store.channels.forget(channel);
    if (result.type === 'retry' && result.after !== undefined) {
      this.#budgets.get(message.platform)?.pause(channel, now.getTime() + result.after);
    }
  }

  /** Waits out what the way from the budget to here has pushed together. */
  async #depart(channel: Channel): Promise<void> {
    const departures = this.#departures.get(channel.platform);
    const now = () => this.#options.clock().getTime();
    for (let wait = departures?.wait(channel, now()); wait; wait = departures?.wait(channel, now())) {
      await delay(Math.min(wait, shortWait));
    }
    departures?.take(channel, now());
  }

  /** Counts a message in the rate budget, waiting a little in place; a longer wait is named instead. */
  async #spend(channel: Channel, { platform }: Sender): Promise<Date | undefined> {
    const budget = this.#budgets.get(platform);
    for (;;) {
      const now = this.#options.clock().getTime();
      const wait = budget?.wait(channel, now) ?? 0;
      if (wait === 0) {
        budget?.take(channel, now);
        return undefined;
      }
      if (wait > shortWait || this.#hurrying.signal.aborted) {
        return new Date(budget?.postpone(channel, now) ?? now + wait);
      }
      await delay(wait, undefined, { signal: this.#hurrying.signal }).catch(() => {});
    }
  }

  async #prepare(message: ClaimedMessage, notifications: readonly Notification[]) {
    const { store, topics, clock } = this.#options;
    const now = clock();
    const channel = channelOf(message);
    const [first] = notifications;
    if (first?.kind === 'approval') {
      const approval = readApproval(first.content);
      const proposal = approval && (await store.notifications.get(approval.proposal));
      const card = approval && cardOfProposal(approval, proposal, message.language);
      return card && { card, quietUntil: undefined };
    }
    const contents = notifications.flatMap((one) => this.#contentOf(one) ?? []);
    if (!first || contents.length === 0) return undefined;
    const { language, platform } = message;
    const common = { language, platform, kind: first.kind, contents, topics: topics(), now };
    if (first.kind === 'correction') {
      const card = this.#compose({ ...common, followed: [], digest: undefined });
      return card && { card, quietUntil: undefined };
    }
    const rows = await store.subscriptions.of(channel);
    const followed = rows.map((row) => ({ topic: row.topic, settings: row }));
    const recipient: Recipient = { channel, followed };
    const settings = contents.map((content) => wayOf(recipient, content, now)?.settings).find((way) => way);
    if (!settings) return undefined;
    const isDigest = settings.cadence !== 'instantly' || message.deliveries.length > 1;
    const due = new Date(Math.min(...message.deliveries.map((one) => one.nextAttemptAt.getTime())));
    const digest = isDigest ? localDay(settings, due) : undefined;
    const card = this.#compose({ ...common, followed: rows.map((row) => row.topic), digest });
    const allowed = nextAllowed(settings, now);
    return card && { card, quietUntil: allowed > now ? allowed : undefined };
  }

  /** What cannot be written as a card is told to nobody, rather than tried for ever. */
  #compose(composition: Composition): Card | undefined {
    try {
      return compose(composition);
    } catch (error) {
      this.#options.report({ code: 'worker_failed', error });
      return undefined;
    }
  }

  /** In the order of their publishing, without what was cancelled. */
  async #notificationsOf({ deliveries }: ClaimedMessage): Promise<Notification[]> {
    const ids = [...new Set(deliveries.map((delivery) => delivery.notificationId))];
    const found = await Promise.all(ids.map((id) => this.#notification(id)));
    return found
      .flatMap((one) => (one && one.state === 'published' ? [one] : []))
      .sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime());
  }

  /** Kept for a moment: `startSending` refuses what was cancelled in the meantime. */
  async #notification(id: string): Promise<Notification | undefined> {
    const now = this.#options.clock().getTime();
    const kept = this.#notifications.get(id);
    if (kept && kept.until > now) return kept.notification;
    if (this.#notifications.size >= 50) this.#notifications.clear();
    const notification = this.#options.store.notifications.get(id);
    this.#notifications.set(id, { notification, until: now + keptFor });
    return notification;
  }

  /** Read once: a notification of ten thousand recipients is the same text ten thousand times. */
  #contentOf({ id, content }: Notification): NotificationContent | undefined {
    if (!this.#contents.has(id)) {
      if (this.#contents.size >= 50) this.#contents.clear();
      this.#contents.set(id, readContent(content));
    }
    return this.#contents.get(id);
  }

  /** A later change of what was announced before is told under its first post. */
  async #threadOf(
    message: ClaimedMessage,
    notifications: readonly Notification[],
  ): Promise<string | undefined> {
    if (message.thread !== undefined) return message.thread;
    const [only] = notifications;
    if (only?.kind !== 'changes' || notifications.length > 1 || only.items.length !== 1) return undefined;
    const post = await this.#options.store.outbox.firstPost(channelOf(message), only.items[0]!);
    return post && (post.thread ?? post.messageId);
  }

  /** The first post shows the latest state, where it tells of nothing else. */
  async #refreshFirstPost(
    outgoing: OutgoingMessage,
    notifications: readonly Notification[],
    sender: Sender,
  ): Promise<void> {
    const [only] = notifications;
    const item = only?.kind === 'changes' && only.items.length === 1 ? only.items[0] : undefined;
    if (item === undefined || !sender.edit) return;
    const post = await this.#options.store.outbox.firstPost(outgoing.channel, item);
    if (post?.thread !== undefined || post?.deliveryIds.length !== 1) return;
    const first = await this.#options.store.notifications.get(post.notificationId);
    if (first?.kind !== 'changes' || first.items.length !== 1) return;
    await sender.edit(outgoing.channel, post.messageId, { ...outgoing, deliveryIds: post.deliveryIds });
  }

  async #settle(ids: readonly string[], outcome: Outcome): Promise<void> {
    const { report } = this.#options;
    const written = await this.#settling.add({ ids, outcome });
    if (written.length < ids.length) report({ code: 'delivery_lost_lease' });
    const reason = 'reason' in outcome && { reason: outcome.reason };
    report({ code: 'delivery_settled', state: outcome.state, ...reason });
  }
}

function channelOf({ platform, workspace, channel }: ClaimedMessage): Channel {
  return { platform, workspace, channel };
}

function attemptsOf({ deliveries }: ClaimedMessage): number {
  return Math.max(...deliveries.map((delivery) => delivery.attempts));
}
