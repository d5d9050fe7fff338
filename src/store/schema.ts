/**
 * The tables as TypeScript sees them, alike on SQLite and PostgreSQL.
 *
 * Only text and whole numbers are stored, so that both databases give back what was put in: times are
 * milliseconds since 1970 (UTC), lists and objects are JSON text, yes and no are 1 and 0. What belongs
 * to a tenant carries `platform` and `workspace` (Slack team or enterprise id, Teams tenant id).
 */

import type { Tenant } from './tenant.ts';

/** One row per event that was taken up; the key says platform and kind. */
export interface ProcessedEventTable {
  readonly key: string;
  readonly seen_at: number;
}

export interface ConversationTurnTable {
  readonly platform: Tenant['platform'];
  readonly workspace: string;
  /** A thread, a direct message or a browser tab. */
  readonly place: string;
  readonly position: number;
  readonly turn: string;
  readonly asked_at: number;
}

/** What is needed to speak in a Teams conversation again. */
export interface ConversationReferenceTable {
  readonly platform: Tenant['platform'];
  readonly workspace: string;
  readonly channel: string;
  readonly reference: string;
  readonly updated_at: number;
}

/** Only channels that were suspended or resumed have a row; every other one is active. */
export interface ChannelStateTable {
  readonly platform: Tenant['platform'];
  readonly workspace: string;
  readonly channel: string;
  readonly state: 'active' | 'suspended';
  /** Why it is suspended, e.g. `channel_archived`, `BotNotInConversationRoster`; '' when active. */
  readonly reason: string;
  readonly changed_at: number;
}

export interface InstallationTable {
  readonly platform: Tenant['platform'];
  readonly workspace: string;
  /** The whole installation with its tokens, sealed; see `secrets.ts`. */
  readonly sealed: string;
  readonly installed_at: number;
  readonly updated_at: number;
}

export interface PreferenceTable {
  readonly platform: Tenant['platform'];
  readonly workspace: string;
  readonly subject_kind: 'person' | 'channel';
  readonly subject: string;
  readonly language: 'en' | 'fr' | null;
  readonly history: 'on' | 'off' | null;
  readonly updated_at: number;
}

export interface WorkspaceSettingTable {
  readonly platform: Tenant['platform'];
  readonly workspace: string;
  readonly expert_channel: string | null;
  readonly subscribers: 'anyone' | 'managers' | 'listed';
  /** JSON list of person ids, for `listed`. */
  readonly listed_people: string;
  /** JSON list of channel ids; null allows every channel. */
  readonly allowed_channels: string | null;
  readonly keep_question_text: number;
  readonly updated_by: string;
  readonly updated_at: number;
}

export interface SubscriptionTable {
  readonly platform: Tenant['platform'];
  readonly workspace: string;
  readonly channel: string;
  readonly topic: string;
  readonly language: 'en' | 'fr';
  readonly cadence: 'instantly' | 'daily' | 'weekly';
  readonly at: string;
  readonly weekday: number;
  readonly time_zone: string;
  readonly quiet_from: string | null;
  readonly quiet_to: string | null;
  readonly weekends: 'deliver' | 'wait';
  readonly created_by: string;
  readonly created_at: number;
  readonly updated_at: number;
}

export interface NotificationTable {
  readonly id: string;
  readonly kind: 'changes' | 'announcement' | 'correction' | 'approval';
  /** JSON list. */
  readonly topics: string;
  readonly content: string;
  readonly state: 'awaiting-approval' | 'published' | 'cancelled';
  readonly audience: number;
  readonly idempotency_key: string | null;
  readonly content_version: string | null;
  readonly created_by: string;
  readonly created_at: number;
  readonly approved_by: string | null;
  readonly published_at: number | null;
  readonly cancelled_at: number | null;
  readonly cancelled_by: string | null;
}

/** Which items (entries, sections, stages) a notification speaks about. */
export interface NotificationItemTable {
  readonly notification_id: string;
  readonly item: string;
}

/** The outbox: one row per notification and recipient. */
export interface DeliveryTable {
  readonly id: string;
  readonly notification_id: string;
  readonly platform: Tenant['platform'];
  readonly workspace: string;
  readonly channel: string;
  /** '' outside a thread, so that the unique key holds there too. */
  readonly thread: string;
  readonly language: 'en' | 'fr';
  /** Rows of one key travel in one message. */
  readonly message_key: string;
  readonly state: 'pending' | 'sending' | 'sent' | 'failed' | 'skipped';
  readonly reason: string | null;
  readonly attempts: number;
  /** JSON list of every status code received, over all attempts. */
  readonly statuses: string;
  readonly next_attempt_at: number;
  readonly claimed_by: string | null;
  readonly lease_until: number | null;
  /** 1 when a worker was lost while it was sending. */
  readonly in_doubt: number;
  readonly message_id: string | null;
  readonly updated_at: number;
}

/** Versions of the content that were announced, or are proposed to be. */
export interface ContentSnapshotTable {
  readonly version: string;
  readonly snapshot: string;
  readonly saved_at: number;
  /** Null while its notification awaits approval. */
  readonly announced_at: number | null;
}

export interface AnswerRecordTable {
  readonly platform: Tenant['platform'];
  readonly workspace: string;
  readonly channel: string;
  readonly message_id: string;
  readonly thread: string | null;
  readonly entry: string;
  readonly section: string;
  readonly language: 'en' | 'fr';
  readonly content_hash: string;
  readonly answered_at: number;
}

export interface FeedbackTable {
  readonly platform: Tenant['platform'];
  readonly workspace: string;
  readonly channel: string;
  readonly message_id: string;
  readonly person: string;
  readonly rating: 'helpful' | 'not-helpful';
  readonly reason: 'wrong' | 'off-topic' | 'incomplete' | 'unclear' | null;
  readonly comment: string | null;
  readonly given_at: number;
}

export interface UnansweredQuestionTable {
  readonly id: string;
  readonly platform: Tenant['platform'];
  readonly workspace: string;
  readonly language: 'en' | 'fr';
  /** JSON list. */
  readonly unknown_terms: string;
  readonly nearest_entry: string | null;
  readonly nearest_section: string | null;
  /** Null unless the workspace allowed that the words of questions are kept. */
  readonly text: string | null;
  readonly asked_at: number;
}

/** A question that a person took to the experts of the workspace. */
export interface ExpertRequestTable {
  readonly id: string;
  readonly platform: Tenant['platform'];
  readonly workspace: string;
  readonly state: 'open' | 'taken' | 'answered' | 'closed';
  readonly language: 'en' | 'fr';
  readonly asker: string;
  readonly channel: string;
  readonly thread: string | null;
  readonly expert_channel: string;
  readonly card_id: string | null;
  readonly expert: string | null;
  /** Null once closed, unless the workspace allowed that words are kept; so is the answer. */
  readonly question: string | null;
  readonly answer: string | null;
  readonly asked_at: number;
  readonly updated_at: number;
}

/** What a person was answered lately. */
export interface RecentAnswerTable {
  readonly platform: Tenant['platform'];
  readonly workspace: string;
  readonly person: string;
  readonly call: string;
  readonly title: string;
  readonly answered_at: number;
}

export interface AnsweredMessageTable {
  readonly platform: Tenant['platform'];
  readonly workspace: string;
  readonly channel: string;
  readonly question_id: string;
  readonly answer_id: string;
  /** 1 once the answer was corrected after an edit of its question. */
  readonly edited: number;
  readonly answered_at: number;
}

/** A workspace that speaks through the installation of its organisation. */
export interface OrganisationMemberTable {
  readonly platform: Tenant['platform'];
  readonly workspace: string;
  /** Slack enterprise id: the `workspace` of its installation. */
  readonly organisation: string;
}

/** A question that was taken up and is not answered yet. */
export interface PendingQuestionTable {
  readonly platform: Tenant['platform'];
  readonly workspace: string;
  readonly channel: string;
  readonly question_id: string;
  /** JSON that the platform understands. */
  readonly question: string;
  readonly asked_at: number;
  /** The process that is answering it; another one may take over after `lease_until`. */
  readonly holder: string;
  readonly lease_until: number;
}

/** A webhook that posts into a channel of Teams. */
export interface WebhookTable {
  readonly platform: Tenant['platform'];
  readonly workspace: string;
  readonly channel: string;
  /** What the operator calls it. */
  readonly name: string;
  /** The address, sealed; see `secrets.ts`. */
  readonly sealed: string;
  readonly created_by: string;
  readonly created_at: number;
  readonly updated_at: number;
}

export interface Database {
  readonly processed_event: ProcessedEventTable;
  readonly conversation_turn: ConversationTurnTable;
  readonly conversation_reference: ConversationReferenceTable;
  readonly channel_state: ChannelStateTable;
  readonly installation: InstallationTable;
  readonly preference: PreferenceTable;
  readonly workspace_setting: WorkspaceSettingTable;
  readonly subscription: SubscriptionTable;
  readonly notification: NotificationTable;
  readonly notification_item: NotificationItemTable;
  readonly delivery: DeliveryTable;
  readonly content_snapshot: ContentSnapshotTable;
  readonly answer_record: AnswerRecordTable;
  readonly feedback: FeedbackTable;
  readonly unanswered_question: UnansweredQuestionTable;
  readonly expert_request: ExpertRequestTable;
  readonly recent_answer: RecentAnswerTable;
  readonly answered_message: AnsweredMessageTable;
  readonly organisation_member: OrganisationMemberTable;
  readonly pending_question: PendingQuestionTable;
  readonly webhook: WebhookTable;
}
