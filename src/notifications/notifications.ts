/** Tells channels what they follow: topics, subscriptions, schedules, digests, deliveries. */
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Language } from '../knowledge/language.ts';
import type { Store } from '../store/store.ts';
import type { Channel } from '../store/tenant.ts';
import type { ApprovalPlace } from './approval.ts';
import { type ApprovalDesk, createApprovalDesk } from './approval-desk.ts';
import { type Corrections, createCorrections } from './corrections.ts';
import type { Previews } from './preflight.ts';
import { createPublisher, type Publisher } from './publisher.ts';
import type { Sender } from './sender.ts';
import { createSubscribersDesk, type SubscribersDesk } from './subscribers-desk.ts';
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
  /** The channel where what needs approval is decided; absent: in the terminal alone. */
  readonly approvalChannel?: Channel;
}

export interface NotificationsOptions {
  readonly store: Store;
  /** The content in service: another one after each reload. */
  readonly knowledge: () => Knowledge;
  readonly senders: readonly Sender[];
  readonly verbs: SubscriptionVerbs;
  readonly rules: NotificationRules;
  /** Of the platforms that are set up. */
  readonly previews: Previews;
  /** What is said without having been asked is said in this language. */
  readonly language: Language;
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
  readonly approvals: ApprovalDesk;
  readonly subscribers: SubscribersDesk;
  readonly publisher: Publisher;
  readonly worker: Worker;
  readonly corrections: Corrections;
}

export function createNotifications(options: NotificationsOptions): NotificationService {
  const { store, knowledge, senders, verbs, rules, clock, random, newId, report } = options;
  const place: ApprovalPlace | undefined = rules.approvalChannel && {
    channel: rules.approvalChannel,
    language: options.language,
  };
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
    ...(place && { approval: { ...place, previews: options.previews } }),
    published: () => worker.wake(),
  });
  const approvals = createApprovalDesk({ store, approve: publisher.approve, place, clock });
  const desk = createSubscriptionDesk({ store, topics, verbs, timeZone: rules.timeZone, clock });
  const corrections = createCorrections({
    ...{ store, knowledge, clock, newId },
    published: () => worker.wake(),
  });
  const subscribers = createSubscribersDesk({ settings: store.settings, clock });
  return { topics, desk, approvals, subscribers, publisher, worker, corrections };
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
