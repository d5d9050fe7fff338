/** Takes due deliveries from the outbox and sends them; any number of workers may run beside each other. */
import { setTimeout as delay } from 'node:timers/promises';
import { Desk } from './desk.ts';
import { Pace } from './pace.ts';
import { RateBudget } from './rate-budget.ts';
import type { WorkerOptions } from './worker-options.ts';

/** Messages under way at the same time; new ones are fetched when half of them are done, many at once. */
const concurrency = 128;
const fetchBelow = concurrency / 2;
/** Milliseconds for a message from the outbox to the moment it can leave, with what the database takes and rests. */
const lead = 300;
/** A failing database is asked again after this. */
const pauseAfterFailure = 1_000;

export interface Worker {
  start(): void;
  /** There is new work: looks at once. */
  wake(): void;
  /** Takes nothing new, waits for what is under way, gives back the rest. */
  stop(): Promise<void>;
  /** Works until nothing is due; for tests and the command line. */
  drain(): Promise<void>;
}

export function createWorker(options: WorkerOptions): Worker {
  const { store, clock, report, name, timing } = options;
  const budgets = new Map(options.senders.map((one) => [one.platform, new RateBudget(one.limits, lead)]));
  const pace = new Pace();
  const desk = new Desk(options, budgets, pace);
  const underWay = new Set<Promise<void>>();
  let stopped = false;
  let running: Promise<void> | undefined;
  let alarm = new AbortController();

  /** @returns how many messages were taken */
  async function take(): Promise<number> {
    const messages = await pace.write(() => {
      const limit = concurrency - underWay.size;
      const now = clock();
      const leaseUntil = new Date(now.getTime() + timing.lease);
      return store.outbox.claim({ worker: name, now, leaseUntil, limit });
    });
    for (const message of messages) {
      const work: Promise<void> = desk
        .handle(message)
        .catch((error: unknown) => report({ code: 'worker_failed', error }))
        .finally(() => {
          underWay.delete(work);
          alarm.abort();
        });
      underWay.add(work);
    }
    return messages.length;
  }

  async function sleep(milliseconds: number): Promise<void> {
    alarm = new AbortController();
    await delay(Math.max(0, milliseconds), undefined, { signal: alarm.signal }).catch(() => {});
  }

  async function untilNextDue(): Promise<number> {
    const due = await store.outbox.nextDue();
    if (!due) return timing.longestSleep;
    // What is due but held by somebody else is no reason to ask without pause.
    const soonest = underWay.size > 0 ? 100 : 20;
    return Math.min(timing.longestSleep, Math.max(soonest, due.getTime() - clock().getTime()));
  }

  async function loop(): Promise<void> {
    while (!stopped) {
      try {
        const taken = underWay.size < fetchBelow ? await take() : 0;
        for (const budget of budgets.values()) budget.sweep(clock().getTime());
        if (stopped || (taken > 0 && underWay.size < fetchBelow)) continue;
        await sleep(underWay.size < fetchBelow ? await untilNextDue() : timing.longestSleep);
      } catch (error) {
        report({ code: 'worker_failed', error });
        await sleep(pauseAfterFailure);
      }
    }
  }

  const heartbeat = () => desk.beat().catch((error: unknown) => report({ code: 'worker_failed', error }));

  return {
    start() {
      running ??= loop();
      desk.startBeating(heartbeat);
    },
    wake: () => alarm.abort(),
    async stop() {
      stopped = true;
      desk.hurry();
      pace.hurry();
      alarm.abort();
      await running;
      await Promise.allSettled(underWay);
      desk.stopBeating();
      await store.outbox.release(name);
    },
    async drain() {
      desk.startBeating(heartbeat);
      for (;;) {
        const taken = underWay.size < fetchBelow ? await take() : 0;
        if (taken === 0 && underWay.size === 0) break;
        await Promise.race(underWay);
      }
      desk.stopBeating();
    },
  };
}
