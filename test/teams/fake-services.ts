/** What the Teams edge asks of the rest of the product, recorded. */
import { randomUUID } from 'node:crypto';
import type { ExpertDesk, ExpertRequest, Opinion, TeamsServices } from '../../src/teams/services.ts';
import type { ConversationRecord } from '../../src/teams/teams.ts';

export interface FakeServices
  extends Omit<TeamsServices, 'subscriptions' | 'subscribers' | 'approvals' | 'answerLog'> {
  /** `suspend 19:x BotDisabledByAdmin`, in order. */
  readonly states: string[];
  readonly opinions: Opinion[];
  /** By conversation id. */
  readonly records: Map<string, ConversationRecord>;
  readonly saveReference: (record: ConversationRecord) => Promise<void>;
  readonly experts: FakeExperts;
}

export interface FakeExperts extends ExpertDesk {
  readonly requests: Map<string, ExpertRequest>;
  expertChannel: string | undefined;
  readonly administrators: string[];
}

export function createFakeServices(): FakeServices {
  const states: string[] = [];
  const opinions: Opinion[] = [];
  const records = new Map<string, ConversationRecord>();
  return {
    states,
    opinions,
    records,
    experts: createFakeExperts(),
    async reference({ channel }) {
      const record = records.get(channel);
      return record && JSON.stringify(record);
    },
    async saveReference(record) {
      records.set(record.conversationId, record);
    },
    sources: {
      callFor: (address, language) =>
        address === 'https://www.ngen.ca/' ? { intent: 'source', args: {}, language } : undefined,
    },
    feedback: {
      async save(opinion) {
        opinions.push(opinion);
      },
    },
    channels: {
      async suspend({ channel }, reason) {
        states.push(`suspend ${channel} ${reason}`);
      },
      async resume({ channel }) {
        states.push(`resume ${channel}`);
      },
      async ofTeam({ workspace }, team) {
        return [...records.values()]
          .filter(({ teamId, tenantId }) => teamId === team && tenantId === workspace)
          .map(({ conversationId }) => ({ platform: 'teams', workspace, channel: conversationId }));
      },
      async forget({ channel }) {
        states.push(`forget ${channel}`);
      },
    },
  };
}

/** Keeps the rules of the store: what is not in the right state is not moved. */
function createFakeExperts(): FakeExperts {
  const requests = new Map<string, ExpertRequest>();
  function move(id: string, from: readonly ExpertRequest['state'][], change: Partial<ExpertRequest>) {
    const request = requests.get(id);
    if (!request || !from.includes(request.state)) return undefined;
    const moved = { ...request, ...change };
    requests.set(id, moved);
    return moved;
  }
  const fake: FakeExperts = {
    requests,
    expertChannel: undefined,
    administrators: [],
    channelOf: async () => fake.expertChannel,
    async nameChannel(_tenant, channel) {
      fake.expertChannel = channel;
    },
    isAdministrator: (person) => fake.administrators.includes(person),
    async open(request) {
      const opened: ExpertRequest = { ...request, id: randomUUID(), state: 'open' };
      requests.set(opened.id, opened);
      return opened;
    },
    async placed({ id }, cardId) {
      move(id, ['open', 'taken', 'answered', 'closed'], { cardId });
    },
    async of({ workspace }, id) {
      const request = requests.get(id);
      return request?.workspace === workspace ? request : undefined;
    },
    take: async (_tenant, id) => move(id, ['open'], { state: 'taken' }),
    answer: async (_tenant, id, { answer }) => move(id, ['open', 'taken'], { state: 'answered', answer }),
    async close(_tenant, id) {
      const before = requests.get(id)?.state;
      const request = move(id, ['open', 'taken', 'answered'], { state: 'closed' });
      return before && request && { before, request };
    },
  };
  return fake;
}
