/** Drafts notifications, plans their audience, and publishes them; above a size a second person approves. */
import { setImmediate } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { compare, readSnapshot, takeSnapshot } from '../knowledge/differences.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Bilingual } from '../knowledge/language.ts';
import type { MessagePart } from '../knowledge/message.ts';
import type { AnnouncedContent, ContentSnapshot } from '../store/announced-content.ts';
import type { Channels } from '../store/channels.ts';
import {
  type Announcement,
  type Approval,
  approvalItem,
  type NewNotification,
  type Notification,
  type NotificationState,
  type Notifications,
  type Stored,
} from '../store/notifications.ts';
import type { NewDelivery } from '../store/outbox.ts';
import type { Subscriptions } from '../store/subscriptions.ts';
import { type ApprovalPlace, approvalContent } from './approval.ts';
import {
  contentOfChanges,
  contentOfMessage,
  type NotificationContent,
  readContent,
  topicsOfContent,
} from './content.ts';
import { type Planned, plan, recipients } from './fan-out.ts';
import { type Previews, preflight } from './preflight.ts';
import type { Topics } from './topics.ts';

export interface Draft {
  readonly kind: 'changes' | 'announcement';
  readonly content: NotificationContent;
  /** Publishing it twice is publishing it once. */
  readonly idempotencyKey?: string;
  readonly snapshot?: ContentSnapshot;
}

export type Published =
  | { readonly state: 'published'; readonly id: string; readonly audience: number }
  | { readonly state: 'awaiting-approval'; readonly id: string; readonly audience: number }
  /** The idempotency key was used for the same before: what became of that, and how many it concerns. */
  | {
      readonly state: 'exists';
      readonly id: string;
      readonly standing: NotificationState;
      readonly audience: number;
    }
  /** The idempotency key was used for another message before: nothing is published. */
  | { readonly state: 'key-taken'; readonly id: string };

export interface PublisherOptions {
  readonly store: {
    readonly notifications: Notifications;
    readonly subscriptions: Pick<Subscriptions, 'toTopics'>;
    readonly announcedContent: AnnouncedContent;
    readonly channels: Pick<Channels, 'resume'>;
  };
  readonly knowledge: () => Knowledge;
  readonly topics: () => Topics;
  readonly clock: () => Date;
  /** Makes an id that cannot be guessed. */
  readonly newId: () => string;
  /** A larger audience needs a second person's approval. */
  readonly approvalAbove: number;
  /** Stages are announced this many days before they begin. */
  readonly stageDays: number;
  /** Where what needs approval is announced and decided; absent: in the terminal alone. */
  readonly approval?: ApprovalPlace & { readonly previews: Previews };
  /** There is something to send. */
  readonly published?: () => void;
}

export interface Publisher {
  /** A larger audience needs a second person's approval. */
  readonly approvalAbove: number;
  /**
   * What changed since the last announcement. Nothing is written.
   * @returns `baseline` the very first time: there is nothing to compare with
   */
  draftChanges(note?: Bilingual): Promise<Draft | 'nothing' | 'baseline'>;
  /** Declares the content of now announced, and tells nobody: later changes are compared with it. */
  declareAnnounced(): Promise<void>;
  /** @param topics ids; @param idempotencyKey chosen by whoever asks */
  draftMessage(message: Bilingual<MessagePart>, topics: readonly string[], idempotencyKey?: string): Draft;
  /** Everybody it would go to now, those skipped from the start included. */
  plan(content: NotificationContent): AsyncIterable<Planned>;
  /** @param by id of a person or name of a job */
  publish(draft: Draft, by: string): Promise<Published>;
  approve(id: string, by: string): Promise<Approval>;
}

/** Recipients planned in one turn of the event loop. */
const plannedPerTurn = 100;

export function createPublisher(options: PublisherOptions): Publisher {
  const { store, knowledge, topics, clock, newId, approvalAbove, stageDays } = options;

  async function* planned(content: NotificationContent): AsyncGenerator<Planned> {
    const about = topicsOfContent(content);
    const all = topics().all.map((topic) => topic.id);
    const followed = about.includes('everything') ? all : [...about, 'everything'];
    const now = clock();
    for await (const recipient of recipients(store.subscriptions.toTopics(followed))) {
      const made = plan(recipient, content, now, newId);
      if (made) yield made;
    }
  }

  async function deliveriesOf(content: NotificationContent): Promise<NewDelivery[]> {
    const deliveries: NewDelivery[] = [];
    for await (const { delivery } of planned(content)) {
      deliveries.push(delivery);
      // Whoever asks a question meanwhile is not kept waiting by the size of the audience.
      if (deliveries.length % plannedPerTurn === 0) await setImmediate();
    }
    return deliveries;
  }

  /** The proposal for those who may approve it, with what the preflight says of it now. */
  async function announcementOf(
    { kind, content }: Draft,
    proposal: string,
    by: string,
  ): Promise<Announcement | undefined> {
    const { approval } = options;
    if (!approval) return undefined;
    const { channel, language, previews } = approval;
    const now = clock();
    const looked = { content, kind, previews, topics: topics(), now, planned: planned(content) };
    const told = approvalContent(proposal, await preflight(looked));
    return {
      notification: {
        ...{ id: newId(), kind: 'approval', topics: [], items: [approvalItem(proposal)], createdBy: by },
        content: JSON.stringify(told),
        idempotencyKey: approvalItem(proposal),
      },
      delivery: { ...channel, id: newId(), language, dueAt: now },
    };
  }

  /** A channel that could not be reached for an earlier proposal is tried again. */
  async function propose(notification: NewNotification, draft: Draft): Promise<Stored> {
    const announcement = await announcementOf(draft, notification.id, notification.createdBy);
    if (options.approval) await store.channels.resume(options.approval.channel, clock());
    const stored = await store.notifications.propose(notification, clock(), announcement);
    if (stored.created && announcement) options.published?.();
    return stored;
  }

  function snapshotOf(content: Knowledge): ContentSnapshot {
    const taken = takeSnapshot(content, { now: clock(), stageDays });
    return { version: content.version, snapshot: JSON.stringify(taken) };
  }

  return {
    approvalAbove,
    async draftChanges(note) {
      const current = knowledge();
      const latest = await store.announcedContent.latest();
      const announced = latest && readSnapshot(latest.snapshot);
      if (!latest || !announced) return 'baseline';
      const changes = compare(announced, current, { now: clock(), stageDays });
      if (changes.length === 0) return 'nothing';
      return {
        kind: 'changes',
        content: contentOfChanges(changes, current, topics(), note),
        // Stages change with the day, not with the content.
        idempotencyKey: `changes ${latest.version} ${current.version} ${latest.announcedAt.getTime()}`,
        snapshot: snapshotOf(current),
      };
    },
    async declareAnnounced() {
      await store.announcedContent.save(snapshotOf(knowledge()), clock());
    },
    draftMessage(message, about, idempotencyKey) {
      const content = contentOfMessage(message, `announcement ${newId()}`, about);
      const key = idempotencyKey !== undefined && { idempotencyKey: `message ${idempotencyKey}` };
      return { kind: 'announcement', content, ...key };
    },
    plan: planned,
    async publish(draft, by) {
      const { kind, content, idempotencyKey, snapshot } = draft;
      const now = clock();
      const deliveries = await deliveriesOf(content);
      const notification = {
        id: newId(),
        kind,
        topics: topicsOfContent(content),
        items: content.news.map((one) => one.item),
        content: JSON.stringify(content),
        createdBy: by,
        ...(idempotencyKey !== undefined && { idempotencyKey }),
        ...(snapshot && { snapshot }),
      };
      const audience = deliveries.length;
      const needsApproval = audience > approvalAbove;
      const stored = needsApproval
        ? await propose(notification, draft)
        : await store.notifications.publish(notification, deliveries, now);
      if (!stored.created) {
        const earlier = await store.notifications.get(stored.id);
        // Its time was over and it was removed in between.
        if (!earlier) return this.publish(draft, by);
        // Changes that were proposed and turned down may be proposed again.
        if (kind === 'changes' && earlier.state === 'cancelled') {
          return this.publish({ ...draft, idempotencyKey: `changes after ${stored.id}` }, by);
        }
        return standingOf(earlier, draft, audience);
      }
      if (needsApproval) return { state: 'awaiting-approval', id: stored.id, audience };
      options.published?.();
      return { state: 'published', id: stored.id, audience };
    },
    async approve(id, by) {
      const proposal = await store.notifications.get(id);
      const content = proposal && readContent(proposal.content);
      if (!content) return 'not-awaiting';
      const approval = await store.notifications.approve(id, by, await deliveriesOf(content), clock());
      if (approval === 'approved') options.published?.();
      return approval;
    },
  };
}

/** @param audience of the draft now: a proposal has none yet */
function standingOf(earlier: Notification, draft: Draft, audience: number): Published {
  const { id, state: standing } = earlier;
  const isProposal = standing === 'awaiting-approval';
  // Changes have keys of the content itself; a note of the editors may differ.
  return draft.kind === 'changes' || saysTheSame(readContent(earlier.content), draft.content)
    ? { state: 'exists', id, standing, audience: isProposal ? audience : earlier.audience }
    : { state: 'key-taken', id };
}

/** Each draft of a message has an item of its own. */
function saysTheSame(one: NotificationContent | undefined, other: NotificationContent): boolean {
  const said = (content: NotificationContent | undefined) =>
    content?.news.map(({ topics, texts }) => ({ topics: topics.toSorted(), texts }));
  return isDeepStrictEqual(said(one), said(readContent(JSON.stringify(other))));
}
