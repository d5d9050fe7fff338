/** Takes lines that begin with `subscribe`, answers with a fixed card, and remembers what it was asked. */
import { messageCard } from '../../src/cards/message-card.ts';
import { type ApprovalDesk, createApprovalDesk } from '../../src/notifications/approval-desk.ts';
import type { AnswerLog, PostedAnswer } from '../../src/notifications/corrections.ts';
import { createSubscribersDesk, type SubscribersDesk } from '../../src/notifications/subscribers-desk.ts';
import type {
  SubscriptionDesk,
  SubscriptionForm,
  SubscriptionRequest,
} from '../../src/notifications/subscription-desk.ts';
import type { Channel } from '../../src/store/tenant.ts';

export class FakeSubscriptions implements SubscriptionDesk {
  readonly requests: (Omit<SubscriptionRequest, 'isManager' | 'canPost'> & {
    readonly manager: boolean;
    readonly reachable: boolean;
  })[] = [];
  readonly arrivals: Channel[] = [];

  async handle({ isManager, canPost, ...request }: SubscriptionRequest) {
    if (!request.text.startsWith('subscribe')) return undefined;
    this.requests.push({ ...request, manager: await isManager(), reachable: await canPost() });
    return messageCard('en', 'Subscribed', 'I will tell this channel.');
  }

  /** Forms are tested with the real desk. */
  wantsForm() {
    return undefined;
  }

  newForm(): SubscriptionForm {
    throw new Error('no form here');
  }

  async openForm() {
    return { type: 'refused' as const, card: messageCard('en', 'Not here', 'No form here.') };
  }

  readForm() {
    return { type: 'misunderstood' as const, errors: {} };
  }

  async saveForm() {
    return { done: false, card: messageCard('en', 'Not here', 'No form here.') };
  }

  async remove() {
    return { done: false, card: messageCard('en', 'Not here', 'No form here.') };
  }

  async inWorkspace() {
    return [];
  }

  async arrived(channel: Channel): Promise<void> {
    this.arrivals.push(channel);
  }
}

/** No channel is set for approvals: nothing is decided. */
export const noApprovals: ApprovalDesk = createApprovalDesk({
  store: {
    notifications: { get: async () => undefined, refuse: async () => false },
    outbox: { firstPost: async () => undefined },
  },
  approve: async () => 'not-awaiting',
  place: undefined,
  clock: () => new Date(0),
});

/** Remembers what it was told of answers. */
export class FakeAnswerLog implements AnswerLog {
  readonly answers: PostedAnswer[] = [];

  async posted(answer: PostedAnswer): Promise<void> {
    this.answers.push(answer);
  }
}

/** Nothing is kept. */
export const noSubscribers: SubscribersDesk = createSubscribersDesk({
  settings: {
    of: async () => ({ subscribers: 'anyone', listedPeople: [], keepQuestionText: false }),
    async save() {},
  },
  clock: () => new Date(0),
});
