import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import { pieces } from '../rows.ts';

/**
 * What is kept for a tenant says so: turns and references get their workspace, and installations,
 * preferences, settings, answers, feedback and unanswered questions are made.
 */
export const tenants: Migration = {
  async up(database: Kysely<unknown>) {
    const earlier = database as Kysely<EarlierDatabase>;
    const references = await readReferences(earlier);
    const turns = await readTurns(earlier, references);
    await database.schema.dropTable('conversation_reference').execute();
    await database.schema.dropTable('conversation_turn').execute();

    await tenantTable(database, 'conversation_reference')
      .addColumn('channel', 'text', (column) => column.notNull())
      .addColumn('reference', 'text', (column) => column.notNull())
      .addColumn('updated_at', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('conversation_reference_key', ['platform', 'workspace', 'channel'])
      .execute();
    await tenantTable(database, 'conversation_turn')
      .addColumn('place', 'text', (column) => column.notNull())
      .addColumn('position', 'integer', (column) => column.notNull())
      .addColumn('turn', 'text', (column) => column.notNull())
      .addColumn('asked_at', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('conversation_turn_key', ['platform', 'workspace', 'place', 'position'])
      .execute();
    await indexOn(database, 'conversation_turn', ['asked_at']);
    for (const piece of pieces(references, 500)) {
      await earlier.insertInto('conversation_reference').values(piece).execute();
    }
    for (const piece of pieces(turns, 500)) {
      await earlier.insertInto('conversation_turn').values(piece).execute();
    }

    await tenantTable(database, 'channel_state')
      .addColumn('channel', 'text', (column) => column.notNull())
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('reason', 'text', (column) => column.notNull())
      .addColumn('changed_at', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('channel_state_key', ['platform', 'workspace', 'channel'])
      .execute();
    await tenantTable(database, 'installation')
      .addColumn('sealed', 'text', (column) => column.notNull())
      .addColumn('installed_at', 'bigint', (column) => column.notNull())
      .addColumn('updated_at', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('installation_key', ['platform', 'workspace'])
      .execute();
    await tenantTable(database, 'preference')
      .addColumn('subject_kind', 'text', (column) => column.notNull())
      .addColumn('subject', 'text', (column) => column.notNull())
      .addColumn('language', 'text')
      .addColumn('history', 'text')
      .addColumn('updated_at', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('preference_key', ['platform', 'workspace', 'subject_kind', 'subject'])
      .execute();
    await tenantTable(database, 'workspace_setting')
      .addColumn('expert_channel', 'text')
      .addColumn('subscribers', 'text', (column) => column.notNull())
      .addColumn('listed_people', 'text', (column) => column.notNull())
      .addColumn('allowed_channels', 'text')
      .addColumn('keep_question_text', 'integer', (column) => column.notNull())
      .addColumn('updated_by', 'text', (column) => column.notNull())
      .addColumn('updated_at', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('workspace_setting_key', ['platform', 'workspace'])
      .execute();
    await tenantTable(database, 'answer_record')
      .addColumn('channel', 'text', (column) => column.notNull())
      .addColumn('message_id', 'text', (column) => column.notNull())
      .addColumn('thread', 'text')
      .addColumn('entry', 'text', (column) => column.notNull())
      .addColumn('section', 'text', (column) => column.notNull())
      .addColumn('language', 'text', (column) => column.notNull())
      .addColumn('content_hash', 'text', (column) => column.notNull())
      .addColumn('answered_at', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('answer_record_key', [
        'platform',
        'workspace',
        'channel',
        'message_id',
        'entry',
        'section',
      ])
      .execute();
    await indexOn(database, 'answer_record', ['entry', 'section', 'language', 'answered_at']);
    await indexOn(database, 'answer_record', ['answered_at']);
    await tenantTable(database, 'feedback')
      .addColumn('channel', 'text', (column) => column.notNull())
      .addColumn('message_id', 'text', (column) => column.notNull())
      .addColumn('person', 'text', (column) => column.notNull())
      .addColumn('rating', 'text', (column) => column.notNull())
      .addColumn('comment', 'text')
      .addColumn('given_at', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('feedback_key', ['platform', 'workspace', 'channel', 'message_id', 'person'])
      .execute();
    await indexOn(database, 'feedback', ['given_at']);
    await tenantTable(database, 'unanswered_question')
      .addColumn('id', 'text', (column) => column.primaryKey().notNull())
      .addColumn('language', 'text', (column) => column.notNull())
      .addColumn('unknown_terms', 'text', (column) => column.notNull())
      .addColumn('nearest_entry', 'text')
      .addColumn('nearest_section', 'text')
      .addColumn('text', 'text')
      .addColumn('asked_at', 'bigint', (column) => column.notNull())
      .execute();
    await indexOn(database, 'unanswered_question', ['asked_at']);
  },
};

/** The tables before and after, as far as this migration reads and writes them. */
interface EarlierDatabase {
  conversation_reference: {
    conversation_id?: string;
    platform: string;
    workspace: string;
    channel: string;
    reference: string;
    updated_at: number;
  };
  conversation_turn: {
    platform: string;
    workspace: string;
    place: string;
    position: number;
    turn: string;
    asked_at: number;
  };
}

/** Each reference said its tenant in its JSON. */
async function readReferences(database: Kysely<EarlierDatabase>) {
  const rows = await database
    .selectFrom('conversation_reference')
    .select(['conversation_id', 'reference', 'updated_at'])
    .execute();
  return rows.map(({ conversation_id, reference, updated_at }) => ({
    platform: 'teams',
    workspace: tenantIn(reference),
    channel: conversation_id ?? '',
    reference,
    updated_at,
  }));
}

function tenantIn(reference: string): string {
  try {
    const { tenantId } = JSON.parse(reference) as { tenantId?: unknown };
    return typeof tenantId === 'string' ? tenantId : '';
  } catch {
    return '';
  }
}

/** A Slack place begins with its team (`T1/C1/…`); a Teams place is a conversation with a reference. */
async function readTurns(
  database: Kysely<EarlierDatabase>,
  references: readonly { workspace: string; channel: string }[],
) {
  const tenantOf = new Map(references.map(({ channel, workspace }) => [channel, workspace]));
  const rows = await database
    .selectFrom('conversation_turn')
    .select(['platform', 'place', 'position', 'turn', 'asked_at'])
    .execute();
  return rows.map((row) => {
    const workspace =
      row.platform === 'slack'
        ? /^([TE][A-Z0-9]+)\//.exec(row.place)?.[1]
        : tenantOf.get(row.place.replace(/;messageid=.*$/, ''));
    return { ...row, workspace: workspace ?? '' };
  });
}

function tenantTable(database: Kysely<unknown>, name: string) {
  return database.schema
    .createTable(name)
    .addColumn('platform', 'text', (column) => column.notNull())
    .addColumn('workspace', 'text', (column) => column.notNull());
}

async function indexOn(database: Kysely<unknown>, table: string, columns: string[]): Promise<void> {
  await database.schema
    .createIndex(`${table}_${columns.join('_')}`)
    .on(table)
    .columns(columns)
    .execute();
}
