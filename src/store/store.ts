/** The database: connection, migrations and typed queries, one file per family of tables. */
import { type AnnouncedContent, createAnnouncedContent } from './announced-content.ts';
import { type AnsweredMessages, createAnsweredMessages } from './answered-messages.ts';
import { type Answers, createAnswers } from './answers.ts';
import { type Channels, createChannels } from './channels.ts';
import { type DatabaseLocation, reach } from './databases.ts';
import { createEvents, type Events } from './events.ts';
import { createExperts, type Experts } from './experts.ts';
import { createFeedback, type Feedback } from './feedback.ts';
import { createInstallations, type Installations } from './installations.ts';
import { migrate } from './migrate.ts';
import { createNotifications, type Notifications } from './notifications.ts';
import { createOrganisations, type Organisations } from './organisations.ts';
import type { Outbox } from './outbox.ts';
import { createOutboxReport } from './outbox-report.ts';
import { createOutboxWork } from './outbox-work.ts';
import { createPendingQuestions, type PendingQuestions } from './pending-questions.ts';
import { createPersonalDataDesk, type PersonalDataDesk } from './personal-data.ts';
import { createPreferences, type Preferences } from './preferences.ts';
import { forgetWorkspace, purge } from './purge.ts';
import { createRecents, type Recents } from './recents.ts';
import { createReferences, type References } from './references.ts';
import { defaultRetention, type Retention } from './retention.ts';
import type { KeyRing } from './secrets.ts';
import { createSettings, type Settings } from './settings.ts';
import { createSubscriptions, type Subscriptions } from './subscriptions.ts';
import type { Tenant } from './tenant.ts';
import { createTurns, type Turns } from './turns.ts';
import { createUnanswered, type Unanswered } from './unanswered.ts';
import { createWebhooks, type Webhooks } from './webhooks.ts';

export interface Store {
  readonly events: Events;
  readonly turns: Turns;
  readonly references: References;
  readonly channels: Channels;
  readonly installations: Installations;
  readonly organisations: Organisations;
  readonly preferences: Preferences;
  readonly settings: Settings;
  readonly subscriptions: Subscriptions;
  readonly notifications: Notifications;
  readonly outbox: Outbox;
  readonly announcedContent: AnnouncedContent;
  readonly answers: Answers;
  readonly feedback: Feedback;
  readonly unanswered: Unanswered;
  readonly experts: Experts;
  readonly recents: Recents;
  readonly answeredMessages: AnsweredMessages;
  readonly pendingQuestions: PendingQuestions;
  readonly webhooks: Webhooks;
  readonly personalData: PersonalDataDesk;
  /** Removes everything of a workspace that uninstalled the app; what waits for it is skipped. */
  forgetWorkspace(tenant: Tenant, now: Date): Promise<void>;
  /** Removes what is past its time. */
  purge(now: Date): Promise<void>;
  /** Answers when the database does; rejects when it does not. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

export interface StoreOptions {
  /**
   * `server`: answers and delivers; on SQLite one at a time. `tool`: a command that does its work and
   * ends, also beside a running server.
   */
  readonly role: 'server' | 'tool';
  /** Needed to keep installations and webhooks. */
  readonly keys?: KeyRing;
  readonly retention?: Retention;
}

/**
 * Opens the database and brings its tables up to date.
 * @throws StoreError whose message is one sentence for the operator
 */
export async function openStore(location: DatabaseLocation, options: StoreOptions): Promise<Store> {
  const reached = reach(location);
  const { gate } = reached;
  try {
    if (options.role === 'server') gate.hold();
    await migrate(reached);
  } catch (error) {
    gate.release();
    throw error;
  }
  if (options.role === 'tool') gate.release();

  const { retention = defaultRetention, keys } = options;
  const database = reached.open();
  const store: Store = {
    events: createEvents(database, retention.events),
    turns: createTurns(database, retention.turns),
    references: createReferences(database),
    channels: createChannels(database),
    installations: createInstallations(database, keys),
    organisations: createOrganisations(database),
    preferences: createPreferences(database),
    settings: createSettings(database),
    subscriptions: createSubscriptions(database),
    notifications: createNotifications(database),
    outbox: { ...createOutboxWork(database), ...createOutboxReport(database) },
    announcedContent: createAnnouncedContent(database),
    answers: createAnswers(database, retention.answers),
    feedback: createFeedback(database),
    unanswered: createUnanswered(database),
    experts: createExperts(database),
    recents: createRecents(database),
    answeredMessages: createAnsweredMessages(database),
    pendingQuestions: createPendingQuestions(database),
    webhooks: createWebhooks(database, keys),
    personalData: createPersonalDataDesk(database),
    forgetWorkspace: (tenant, now) =>
      database.kysely.transaction().execute((transaction) => forgetWorkspace(transaction, tenant, now)),
    purge: (now) => purge(database, retention, now),
    async ping() {
      await database.kysely.selectFrom('processed_event').select('key').limit(1).execute();
    },
    async close() {
      await database.close();
      gate.release();
    },
  };
  // A connection that never asked anything would not be closed either.
  await store.ping();
  if (options.role === 'server' && keys) {
    await store.installations.reseal();
    await store.webhooks.reseal();
  }
  return store;
}
