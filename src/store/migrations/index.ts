import type { Migration } from 'kysely/migration';
import { eventsTurnsReferences } from './0001-events-turns-references.ts';
import { tenants } from './0002-tenants.ts';
import { notifications } from './0003-notifications.ts';
import { feedbackReasons } from './0004-feedback-reasons.ts';
import { expertRequests } from './0005-expert-requests.ts';
import { recentAnswers } from './0006-recent-answers.ts';
import { answeredMessages } from './0007-answered-messages.ts';
import { organisationMembers } from './0008-organisation-members.ts';
import { pendingQuestions } from './0009-pending-questions.ts';
import { decisions } from './0010-decisions.ts';
import { webhooks } from './0011-webhooks.ts';

/** In order, forwards only; a released migration is never changed. */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001-events-turns-references': eventsTurnsReferences,
  '0002-tenants': tenants,
  '0003-notifications': notifications,
  '0004-feedback-reasons': feedbackReasons,
  '0005-expert-requests': expertRequests,
  '0006-recent-answers': recentAnswers,
  '0007-answered-messages': answeredMessages,
  '0008-organisation-members': organisationMembers,
  '0009-pending-questions': pendingQuestions,
  '0010-decisions': decisions,
  '0011-webhooks': webhooks,
};
