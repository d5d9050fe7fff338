/** What Teams asks of the store and the content, with the clock of the server. */
import type { Knowledge } from './knowledge/knowledge.ts';
import { createSourceIndex } from './source-index.ts';
import type { Store } from './store/store.ts';
import { readConversationRecord } from './teams/conversation-record.ts';
import type { TeamsServices } from './teams/services.ts';

export interface TeamsServicesOptions {
  readonly store: Store;
  /** The content in service: another one after each reload. */
  readonly knowledge: () => Knowledge;
  readonly clock: () => Date;
  /** Ids of the people who may name the experts' channel. */
  readonly administrators: readonly string[] | 'everyone';
}

export function createTeamsServices(
  options: TeamsServicesOptions,
): Omit<TeamsServices, 'subscriptions' | 'subscribers' | 'approvals' | 'answerLog'> {
  const { store, knowledge, clock, administrators } = options;
  const { experts, settings } = store;
  return {
    experts: {
      channelOf: async (tenant) => (await settings.of(tenant)).expertChannel,
      async nameChannel(tenant, channel, by) {
        const { expertChannel: _earlier, ...others } = await settings.of(tenant);
        const named = { ...others, ...(channel && { expertChannel: channel }) };
        await settings.save(tenant, named, by, clock());
      },
      isAdministrator: (person) =>
        administrators === 'everyone' || administrators.includes(person.toLowerCase()),
      open: (request) => experts.open(request, clock()),
      placed: (request, cardId) => experts.placed(request, cardId, clock()),
      of: experts.of,
      take: (tenant, id, expert) => experts.take(tenant, id, expert, clock()),
      answer: (tenant, id, by) => experts.answer(tenant, id, by, clock()),
      close: (tenant, id, expert) => experts.close(tenant, id, expert, clock()),
    },
    reference: (channel) => store.references.get(channel),
    sources: createSourceIndex(knowledge),
    feedback: { save: (opinion) => store.feedback.save(opinion, clock()) },
    channels: {
      suspend: (channel, reason) => store.channels.suspend(channel, reason, clock()),
      resume: (channel) => store.channels.resume(channel, clock()),
      async ofTeam({ workspace }, team) {
        const known = await store.references.of({ platform: 'teams', workspace });
        return known
          .filter(({ reference }) => readConversationRecord(reference)?.teamId === team)
          .map(({ channel }) => ({ platform: 'teams' as const, workspace, channel: channel.channel }));
      },
      forget: (channel) => store.channels.forget(channel),
    },
  };
}
