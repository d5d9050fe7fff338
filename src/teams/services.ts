/** What the Teams edge asks of the rest of the product, beside answers. */
import type { ApprovalDesk } from '../notifications/approval-desk.ts';
import type { AnswerLog } from '../notifications/corrections.ts';
import type { SubscribersDesk } from '../notifications/subscribers-desk.ts';
import type { SubscriptionDesk } from '../notifications/subscription-desk.ts';
import type { SourceIndex } from '../source-index.ts';
import type { ExpertRequest, Opinion } from '../workspace.ts';

export type { ExpertRequest, Opinion } from '../workspace.ts';

/** A chat or channel of a tenant: the conversation's id without `;messageid=…`. */
export interface TeamsChannel {
  readonly platform: 'teams';
  readonly workspace: string;
  readonly channel: string;
}

/** What is known of a conversation's reach. */
export interface ConversationStates {
  /** It cannot be reached for now. @param reason a code of Teams or ours, never a text */
  suspend(channel: TeamsChannel, reason: string): Promise<void>;
  resume(channel: TeamsChannel): Promise<void>;
  /** The channels of a team that the bot has been spoken to in. @param team as Teams names it */
  ofTeam(tenant: Tenant, team: string): Promise<readonly TeamsChannel[]>;
  /** It will never be reached again: whatever is kept of it goes. */
  forget(channel: TeamsChannel): Promise<void>;
}

export interface FeedbackDesk {
  save(opinion: Opinion): Promise<void>;
}

export type Tenant = Pick<ExpertRequest, 'platform' | 'workspace'>;

/** Questions that go to a person: open → taken → answered → closed. Of two experts the first wins. */
export interface ExpertDesk {
  /** Where the experts of the tenant are; `undefined` where nobody named a channel. */
  channelOf(tenant: Tenant): Promise<string | undefined>;
  nameChannel(tenant: Tenant, channel: string | undefined, by: string): Promise<void>;
  /** Who may name the channel. */
  isAdministrator(person: string): boolean;
  open(
    request: Omit<ExpertRequest, 'id' | 'state' | 'question'> & { readonly question: string },
  ): Promise<ExpertRequest>;
  /** The request stands in the experts' channel. */
  placed(request: ExpertRequest, cardId: string): Promise<void>;
  of(tenant: Tenant, id: string): Promise<ExpertRequest | undefined>;
  /** `undefined` where there is nothing to take, answer or close. */
  take(tenant: Tenant, id: string, expert: string): Promise<ExpertRequest | undefined>;
  answer(
    tenant: Tenant,
    id: string,
    by: { readonly expert: string; readonly answer: string },
  ): Promise<ExpertRequest | undefined>;
  close(
    tenant: Tenant,
    id: string,
    expert: string,
  ): Promise<{ readonly before: ExpertRequest['state']; readonly request: ExpertRequest } | undefined>;
}

/** Speaks in another conversation than that of the turn. */
export interface Speaker {
  /**
   * @param thread of a channel; absent: a message of its own
   * @returns the id of the message
   * @throws NotReachedError when nothing is known of the conversation; what the connector throws
   */
  post(channel: TeamsChannel, thread: string | undefined, message: object): Promise<string>;
}

export interface TeamsServices {
  readonly subscriptions: SubscriptionDesk;
  readonly subscribers: SubscribersDesk;
  readonly approvals: ApprovalDesk;
  readonly answerLog: AnswerLog;
  readonly experts: ExpertDesk;
  /** The stored record of a conversation. */
  readonly reference: (channel: TeamsChannel) => Promise<string | undefined>;
  readonly sources: SourceIndex;
  readonly feedback: FeedbackDesk;
  readonly channels: ConversationStates;
}
