/** What a worker does with a message: looks, asks the guards, sends, and writes down what became of it. */
import { setTimeout as delay } from 'node:timers/promises';
import type { Notification } from '../store/notifications.ts';
import type { ClaimedMessage, Outcome, Settlement } from '../store/outbox.ts';
import type { Channel } from '../store/tenant.ts';
import { afterLooking, afterSending, type Facts, guard, lostInDoubt } from './decide.ts';
import { Batch, type Pace } from './pace.ts';
import { RateBudget } from './rate-budget.ts';
import type { FindResult, OutgoingMessage, RateLimits, RateWindow, Sender, SendResult } from './sender.ts';
import { channelOf, Telling } from './telling.ts';
import type { WorkerOptions } from './worker-options.ts';

/** A shorter wait for the rate budget is waited out in place. */
const shortWait = 1_500;
/** Milliseconds after which a delivery for a platform that is not set up is looked at again. */
const leftFor = 60_000;

/** What a worker holds, and what it does with each message. */
export class Desk {
  readonly #options: WorkerOptions;
  readonly #budgets: ReadonlyMap<Channel['platform'], RateBudget>;
  /** The budgets let messages begin; these keep the limits where they leave, which is a little later. */
  readonly #departures: ReadonlyMap<Channel['platform'], RateBudget>;
  readonly #held = new Set<string>();
  readonly #telling: Telling;
  readonly #pace: Pace;
  readonly #starting: Batch<readonly string[], { readonly ids: string[]; readonly until: Date }>;
  readonly #settling: Batch<Settlement, string[]>;
  #beating: NodeJS.Timeout | undefined;
  #hurrying = new AbortController();

  constructor(options: WorkerOptions, budgets: ReadonlyMap<Channel['platform'], RateBudget>, pace: Pace) {
    this.#options = options;
    this.#budgets = budgets;
    this.#departures = new Map(
      options.senders.map((one) => [one.platform, new RateBudget(withMargin(one.limits))]),
    );
    this.#telling = new Telling(options);
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
    const thread = await this.#telling.threadOf(message, await this.#telling.notificationsOf(message));
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
    const notifications = await this.#telling.notificationsOf(message);
    const prepared = await this.#telling.prepare(message, notifications);
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
    const thread = await this.#telling.threadOf(message, notifications);
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
    const outgoing = { channel, deliveryIds: ids, card: prepared.card, ...(thread && { thread }) };
    // What the way from the budget to here has pushed together is waited out.
    const departures = this.#departures.get(channel.platform);
    const untilFree = () => departures?.wait(channel, clock().getTime()) ?? 0;
    for (let wait = untilFree(); wait > 0; wait = untilFree()) await delay(Math.min(wait, shortWait));
    if (clock() >= until) {
      // The process slept or the clock jumped: whoever takes it over looks whether it stands.
      this.#options.report({ code: 'delivery_lost_lease' });
      return;
    }
    // At once, so that it is counted when it leaves.
    departures?.take(channel, clock().getTime());
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

/**
 * A message counts where it arrives, which a collection of garbage or a busy line makes later for one than for
 * the next; one that is refused for it costs its workspace a second.
 */
const margin = 10;

function withMargin({ channel, workspace, throttled }: RateLimits): RateLimits {
  const longer = (windows: readonly RateWindow[]) =>
    windows.map(({ count, milliseconds }) => ({ count, milliseconds: milliseconds + margin }));
  return { channel: longer(channel), workspace: longer(workspace), throttled };
}

function attemptsOf({ deliveries }: ClaimedMessage): number {
  return Math.max(...deliveries.map((delivery) => delivery.attempts));
}
