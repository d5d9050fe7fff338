/** Which answers stand where, and of what they were made: so that a correction can follow them. */
import type { Selectable } from 'kysely';
import type { OpenDatabase } from './databases.ts';
import { prepared } from './prepared.ts';
import { pieces } from './rows.ts';
import type { AnswerRecordTable } from './schema.ts';
import type { Channel } from './tenant.ts';

/** A section as it was when it was shown. */
export interface ShownSection {
  readonly entry: string;
  readonly section: string;
  readonly language: 'en' | 'fr';
  readonly contentHash: string;
}

export interface AnswerRecord extends Channel, ShownSection {
  /** Slack `ts`, Teams activity id of the answer. */
  readonly messageId: string;
  /** Thread the answer stands in; absent when it stands in the channel itself. */
  readonly thread?: string;
  /** When the thread was last told of it, by the answer or its correction. */
  readonly answeredAt: Date;
}

export interface GivenAnswer extends Channel {
  readonly messageId: string;
  readonly thread?: string;
  readonly sections: readonly ShownSection[];
}

export interface Answers {
  /** One record per section; an answer that is edited replaces its earlier records. */
  record(answer: GivenAnswer, now: Date): Promise<void>;
  /** What an answer was made of, e.g. to go with feedback on it. */
  of(channel: Channel, messageId: string): Promise<AnswerRecord[]>;
  /**
   * Of every tenant: answers that showed the section as it no longer is, the latest first, not yet
   * expired. Those that got their correction should be marked as `corrected`, so that they come once.
   */
  outdated(section: ShownSection, now: Date, limit: number): Promise<AnswerRecord[]>;
  /**
   * Their threads were told how the section reads now: they come again when it changes again, and their
   * time begins anew.
   */
  corrected(records: readonly AnswerRecord[], contentHash: string, now: Date): Promise<void>;
  /** Of every tenant, each once: the sections as answers showed them that have not expired yet. */
  shown(now: Date): Promise<ShownSection[]>;
  /** The same text stands elsewhere by now: its answers follow it there, and nobody is told. */
  moved(from: ShownSection, to: Pick<ShownSection, 'entry' | 'section'>): Promise<void>;
}

type Message = { platform: Channel['platform']; workspace: string; channel: string; message_id: string };
type NewRow = Message & {
  thread: string | null;
  entry: string;
  section: string;
  language: ShownSection['language'];
  content_hash: string;
  answered_at: number;
};

/** @param lifetime milliseconds */
export function createAnswers(database: OpenDatabase, lifetime: number): Answers {
  const { kysely } = database;
  const forget = prepared((value: Message) =>
    kysely
      .deleteFrom('answer_record')
      .where('platform', '=', value.platform)
      .where('workspace', '=', value.workspace)
      .where('channel', '=', value.channel)
      .where('message_id', '=', value.message_id),
  );
  const insert = prepared((value: NewRow) => {
    const { platform, workspace, channel, message_id, thread } = value;
    const { entry, section, language, content_hash, answered_at } = value;
    const shown = { entry, section, language, content_hash, answered_at };
    return kysely
      .insertInto('answer_record')
      .values({ platform, workspace, channel, message_id, thread, ...shown })
      .onConflict((conflict) => conflict.doNothing());
  });
  return {
    async record({ platform, workspace, channel, messageId, thread = null, sections }, now) {
      const message = { platform, workspace, channel, message_id: messageId };
      await kysely.transaction().execute(async (transaction) => {
        await forget(transaction, message);
        for (const { entry, section, language, contentHash } of sections) {
          const shown = { entry, section, language, content_hash: contentHash, answered_at: now.getTime() };
          await insert(transaction, { ...message, thread, ...shown });
        }
      });
    },
    async of({ platform, workspace, channel }, messageId) {
      const rows = await kysely
        .selectFrom('answer_record')
        .selectAll()
        .where('platform', '=', platform)
        .where('workspace', '=', workspace)
        .where('channel', '=', channel)
        .where('message_id', '=', messageId)
        .orderBy('entry')
        .orderBy('section')
        .execute();
      return rows.map(toRecord);
    },
    async outdated({ entry, section, language, contentHash }, now, limit) {
      const rows = await kysely
        .selectFrom('answer_record')
        .selectAll()
        .where('entry', '=', entry)
        .where('section', '=', section)
        .where('language', '=', language)
        .where('content_hash', '!=', contentHash)
        .where('answered_at', '>=', now.getTime() - lifetime)
        .orderBy('answered_at', 'desc')
        .orderBy('message_id')
        .limit(limit)
        .execute();
      return rows.map(toRecord);
    },
    async corrected(records, contentHash, now) {
      await kysely.transaction().execute(async (transaction) => {
        for (const { platform, workspace, channel, messageId, entry, section } of records) {
          await transaction
            .updateTable('answer_record')
            .set({ content_hash: contentHash, answered_at: now.getTime() })
            .where('platform', '=', platform)
            .where('workspace', '=', workspace)
            .where('channel', '=', channel)
            .where('message_id', '=', messageId)
            .where('entry', '=', entry)
            .where('section', '=', section)
            .execute();
        }
      });
    },
    async shown(now) {
      const rows = await kysely
        .selectFrom('answer_record')
        .select(['entry', 'section', 'language', 'content_hash'])
        .distinct()
        .where('answered_at', '>=', now.getTime() - lifetime)
        .orderBy('entry')
        .orderBy('section')
        .orderBy('language')
        .orderBy('content_hash')
        .execute();
      return rows.map(({ content_hash: contentHash, ...row }) => ({ ...row, contentHash }));
    },
    async moved(from, to) {
      await kysely.transaction().execute(async (transaction) => {
        const rows = await transaction
          .deleteFrom('answer_record')
          .where('entry', '=', from.entry)
          .where('section', '=', from.section)
          .where('language', '=', from.language)
          .where('content_hash', '=', from.contentHash)
          .returningAll()
          .execute();
        for (const piece of pieces(rows, database.rowsPerInsert)) {
          await transaction
            .insertInto('answer_record')
            .values(piece.map((row) => ({ ...row, entry: to.entry, section: to.section })))
            // An answer may have shown both.
            .onConflict((conflict) => conflict.doNothing())
            .execute();
        }
      });
    },
  };
}

function toRecord(row: Selectable<AnswerRecordTable>): AnswerRecord {
  return {
    platform: row.platform,
    workspace: row.workspace,
    channel: row.channel,
    messageId: row.message_id,
    ...(row.thread !== null && { thread: row.thread }),
    entry: row.entry,
    section: row.section,
    language: row.language,
    contentHash: row.content_hash,
    answeredAt: new Date(row.answered_at),
  };
}
