/** Which message answers which question. */
import type { OpenDatabase } from './databases.ts';
import { prepared } from './prepared.ts';
import type { Channel } from './tenant.ts';

export interface Asked extends Channel {
  /** Slack `ts`, Teams activity id of the question. */
  readonly questionId: string;
}

export interface AnsweredMessages {
  record(asked: Asked, answerId: string, now: Date): Promise<void>;
  /** The answer to correct after an edit of its question: once, `undefined` after that. */
  takeForEdit(asked: Asked): Promise<string | undefined>;
  /** The answer to a question that was deleted; it is forgotten. */
  forget(asked: Asked): Promise<string | undefined>;
}

type NewRow = {
  platform: Channel['platform'];
  workspace: string;
  channel: string;
  question_id: string;
  answer_id: string;
  answered_at: number;
};

export function createAnsweredMessages({ kysely }: OpenDatabase): AnsweredMessages {
  const insert = prepared((value: NewRow) => {
    const { platform, workspace, channel, question_id, answer_id, answered_at } = value;
    return kysely
      .insertInto('answered_message')
      .values({ platform, workspace, channel, question_id, answer_id, answered_at, edited: 0 })
      .onConflict((conflict) => conflict.doNothing());
  });
  return {
    async record({ platform, workspace, channel, questionId }, answerId, now) {
      const written = { answer_id: answerId, answered_at: now.getTime() };
      await insert(kysely, { platform, workspace, channel, question_id: questionId, ...written });
    },
    async takeForEdit({ platform, workspace, channel, questionId }) {
      const row = await kysely
        .updateTable('answered_message')
        .set({ edited: 1 })
        .where('platform', '=', platform)
        .where('workspace', '=', workspace)
        .where('channel', '=', channel)
        .where('question_id', '=', questionId)
        .where('edited', '=', 0)
        .returning('answer_id')
        .executeTakeFirst();
      return row?.answer_id;
    },
    async forget({ platform, workspace, channel, questionId }) {
      const row = await kysely
        .deleteFrom('answered_message')
        .where('platform', '=', platform)
        .where('workspace', '=', workspace)
        .where('channel', '=', channel)
        .where('question_id', '=', questionId)
        .returning('answer_id')
        .executeTakeFirst();
      return row?.answer_id;
    },
  };
}
