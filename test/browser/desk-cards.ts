/** French cards of the desks for news, with everything on them: to be drawn. */
import type { ApprovalCardInput } from '../../src/cards/approval-card.ts';
import { createTopics } from '../../src/notifications/topics.ts';
import { subscriptionForm } from '../../src/teams/subscription-card.ts';
import { realKnowledge } from '../support/real-content.ts';

/** The form for subscriptions, of a line where there is one to replace. */
export function form(replaces: readonly string[]) {
  const known = createTopics(realKnowledge);
  const topics = known.all.map(({ id }) => ({ id, name: known.nameOf(id, 'fr') }));
  const ids = topics.map(({ id }) => id);
  return subscriptionForm(
    {
      topics,
      lines: topics.slice(0, 4).map(({ id, name }) => ({ topics: [id], text: `${name}, chaque semaine` })),
      filled: {
        topics: ids.slice(0, 3),
        settings: {
          ...{ language: 'fr', cadence: 'weekly', at: '09:00', weekday: 1, timeZone: 'America/Toronto' },
          ...{ quietHours: { from: '22:00', to: '07:00' }, weekends: 'wait' },
        },
      },
      replaces,
    },
    'fr',
  );
}

/** A notification that awaits approval. */
export const proposal: ApprovalCardInput = {
  ...{ language: 'fr', id: '0b6c7c1e-6f0e-4b0e-9d0a-0f2f5d1c9a11', topics: ['ngen', 'digital', 'eccp'] },
  ...{ proposedBy: '29:1bcdefghijklmnopqrstuvwxyz0123456789', note: 'À envoyer avant la réunion de lundi.' },
  news: [{ kind: 'changed', title: 'Financement de NGen', blocks: [], before: 'L’ancien montant' }],
  state: 'awaiting-approval',
  preflight: {
    ...{ audience: 1_234, skipped: 12, seconds: 90, byPlatform: { slack: 1_000, teams: 234 } },
    violations: ['card: 30000 bytes, at most 28416'],
  },
};
