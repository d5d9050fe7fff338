/**
 * Questions that were taken up and are not answered yet, so that none is lost with the process or while
 * the platform cannot be reached. Who answers one holds a lease on it, as with deliveries.
 */
import type { OpenDatabase } from './databases.ts';
import { prepared } from './prepared.ts';
import type { Channel } from './tenant.ts';

export interface PendingQuestion extends Channel {
  /** Slack `ts` of the question. */
  readonly questionId: string;
  /** JSON that the caller understands. */
  readonly question: string;
  readonly askedAt: Date;
}

type Key = Pick<PendingQuestion, 'platform' | 'workspace' | 'channel' | 'questionId'>;

export interface Lease {
  /** Names the process. */
  readonly holder: string;
  readonly until: Date;
}

export interface PendingQuestions {
  /** @returns false when it is there already: somebody answers it, or will */
  add(question: PendingQuestion, lease: Lease): Promise<boolean>;
  /** Keeps everything that this process holds for longer. */
  renew(lease: Lease): Promise<void>;
  /** Takes over what nobody holds any more, in the order in which it was asked. */
  claim(platform: Key['platform'], lease: Lease, now: Date): Promise<PendingQuestion[]>;
  /** Leaves everything that this process holds to whoever comes next. */
  release(holder: string): Promise<void>;
  /** It was answered, or nobody waits for it any more. */
  remove(key: Key): Promise<void>;
}

type RowKey = { platform: Key['platform']; workspace: string; channel: string; question_id: string };
type NewRow = RowKey & { question: string; asked_at: number; holder: string; lease_until: number };

export function createPendingQuestions({ kysely }: OpenDatabase): PendingQuestions {
  const insert = prepared((value: NewRow) => {
    const { platform, workspace, channel, question_id, question, asked_at, holder, lease_until } = value;
    return kysely
      .insertInto('pending_question')
      .values({ platform, workspace, channel, question_id, question, asked_at, holder, lease_until })
      .onConflict((conflict) => conflict.doNothing());
  });
  const remove = prepared((value: RowKey) =>
    kysely
      .deleteFrom('pending_question')
      .where('platform', '=', value.platform)
      .where('workspace', '=', value.workspace)
      .where('channel', '=', value.channel)
      .where('question_id', '=', value.question_id),
  );
  return {
    async add({ platform, workspace, channel, questionId, question, askedAt }, { holder, until }) {
      const key = { platform, workspace, channel, question_id: questionId };
      const held = { holder, lease_until: until.getTime() };
      const row = { ...key, question, asked_at: askedAt.getTime(), ...held };
      const { numAffectedRows = 0n } = await insert(kysely, row);
      return numAffectedRows > 0n;
    },
    async renew({ holder, until }) {
      await kysely
        .updateTable('pending_question')
        .set({ lease_until: until.getTime() })
        .where('holder', '=', holder)
        .execute();
    },
    async claim(platform, { holder, until }, now) {
      const rows = await kysely
        .updateTable('pending_question')
        .set({ holder, lease_until: until.getTime() })
        .where('platform', '=', platform)
        .where('lease_until', '<', now.getTime())
        .returning(['platform', 'workspace', 'channel', 'question_id', 'question', 'asked_at'])
        .execute();
      return rows
        .toSorted(
          (one, other) => one.asked_at - other.asked_at || (one.question_id < other.question_id ? -1 : 1),
        )
        .map(({ question_id, asked_at, ...row }) => ({
          ...row,
          questionId: question_id,
          askedAt: new Date(asked_at),
        }));
    },
    async release(holder) {
      await kysely
        .updateTable('pending_question')
        .set({ lease_until: 0 })
        .where('holder', '=', holder)
        .execute();
    },
    async remove({ platform, workspace, channel, questionId }) {
      await remove(kysely, { platform, workspace, channel, question_id: questionId });
    },
  };
}
