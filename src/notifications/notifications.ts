/** Tells channels what they follow: topics, subscriptions, schedules, digests, deliveries. */
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Store } from '../store/store.ts';
import { type Corrections, createCorrections } from './corrections.ts';
import { createPublisher, type Publisher } from './publisher.ts';
import type { Sender } from './sender.ts';
import { createSubscriptionDesk, type SubscriptionDesk } from './subscription-desk.ts';
import type { SubscriptionVerbs } from './subscription-line.ts';
import { createTopics, type Topics } from './topics.ts';
import { createWorker, type Worker } from './worker.ts';
import { usualTiming, type WorkerEvent } from './worker-options.ts';

export interface NotificationRules {
  /** IANA zone of a subscription that names none. */
  readonly timeZone: string;
  /** A larger audience needs a second person's approval. */
  readonly approvalAbove: number;
  /** Stages are announced this many days before they begin. */
  readonly stageDays: number;
}

export interface NotificationsOptions {
  readonly store: Store;
  /** The content in service: another one after each reload. */
  readonly knowledge: () => Knowledge;
  readonly senders: readonly Sender[];
  readonly verbs: SubscriptionVerbs;
  readonly rules: NotificationRules;
  readonly clock: () => Date;
  /** From 0 to 1. */
  readonly random: () => number;
  /** Makes an id that cannot be guessed. */
  readonly newId: () => string;
  readonly report: (event: WorkerEvent) => void;
}

export interface NotificationService {
  readonly topics: () => Topics;
  readonly desk: SubscriptionDesk;
  readonly publisher: Publisher;
  readonly worker: Worker;
  readonly corrections: Corrections;
}

export function createNotifications(options: NotificationsOptions): NotificationService {
  const { store, knowledge, senders, verbs, rules, clock, random, newId, report } = options;
  const topics = topicsOf(knowledge);
  const worker = createWorker({
    store,
    senders,
    topics,
    clock,
    random,
    name: newId(),
    report,
    timing: usualTiming,
  });
  const publisher = createPublisher({
    ...{ store, knowledge, topics, clock, newId },
    approvalAbove: rules.approvalAbove,
    stageDays: rules.stageDays,
    published: () => worker.wake(),
  });
  const desk = createSubscriptionDesk({ store, topics, verbs, timeZone: rules.timeZone, clock });
  const corrections = createCorrections({
    ...{ store, knowledge, clock, newId },
    published: () => worker.wake(),
  });
  return { topics, desk, publisher, worker, corrections };
}

/** The topics of the content in service, made once for each content. */
export function topicsOf(knowledge: () => Knowledge): () => Topics {
  let made: { of: Knowledge; topics: Topics } | undefined;
  return () => {
    const current = knowledge();
    if (made?.of !== current) made = { of: current, topics: createTopics(current) };
    return made.topics;
  };
}
