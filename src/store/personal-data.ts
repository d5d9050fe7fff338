/**
 * What the database holds of a workspace and of a person: shown and erased on request.
 *
 * The rules stand in one table that names every table, so that a new one does not compile before somebody
 * has decided; a test holds the columns against the database.
 */
import type { Kysely, Transaction } from 'kysely';
import type { OpenDatabase } from './databases.ts';
import { decidersOf } from './deciders.ts';
import { forgetWorkspace } from './purge.ts';
import { readList } from './rows.ts';
import type { Database } from './schema.ts';
import type { Tenant } from './tenant.ts';

export interface DataSubject extends Tenant {
  /** Id of a person; absent: the whole workspace. */
  readonly person?: string;
  /** Ids of direct messages or personal chats known to be the person's, beside those found by themselves. */
  readonly chats?: readonly string[];
}

export type Row = Readonly<Record<string, string | number | null>>;

/** Rows by table; tables without any are left out. */
export type PersonalData = Readonly<Record<string, readonly Row[]>>;

export interface PersonalDataDesk {
  /** Everything held, tokens excepted. */
  export(subject: DataSubject): Promise<PersonalData>;
  /**
   * Erases all of it in one transaction. Rows that are another's as well lose the id alone.
   * @returns how many rows of each table were removed or changed
   */
  erase(subject: DataSubject, now: Date): Promise<Readonly<Record<string, number>>>;
}

interface TableRule {
  /** Whether rows carry platform and workspace. */
  readonly tenant: boolean;
  /** Column with the id of whose row it is: the row goes with the person. */
  readonly person?: string;
  /** Column with the channel: the row goes with a chat that is the person's alone. */
  readonly chat?: string;
  /** Column with several ids in one text. */
  readonly ids?: string;
  /** Columns with the id of a person in a row that is not theirs → what stands there afterwards. */
  readonly mentions?: Readonly<Record<string, '' | null | typeof erased>>;
  /** What else changes in a row that mentions the person. */
  readonly state?: { readonly from: string; readonly to: string };
  /** Column with a JSON list of people. */
  readonly list?: string;
  /** Columns that are another's: not shown to who is only mentioned. */
  readonly others?: readonly string[];
}

/** Stands for who proposed or decided: that somebody did remains known. */
const erased = 'erased';

export const personalDataRules = {
  processed_event: { tenant: false, ids: 'key' },
  conversation_turn: { tenant: true, ids: 'place' },
  conversation_reference: { tenant: true, chat: 'channel' },
  channel_state: { tenant: true, chat: 'channel' },
  // Whoever installed the app stands in the sealed text; it goes with the installation.
  installation: { tenant: true },
  preference: { tenant: true, person: 'subject', chat: 'subject' },
  workspace_setting: {
    ...{ tenant: true, list: 'listed_people', mentions: { updated_by: '' } },
    others: ['listed_people', 'allowed_channels', 'expert_channel'],
  },
  subscription: { tenant: true, chat: 'channel', mentions: { created_by: '' } },
  // Of no workspace: names of the operator's staff, and ids of who decided by the card of a proposal.
  notification: {
    tenant: false,
    mentions: { created_by: erased, approved_by: erased, cancelled_by: erased },
  },
  notification_item: { tenant: false },
  delivery: { tenant: true, chat: 'channel' },
  content_snapshot: { tenant: false },
  answer_record: { tenant: true, chat: 'channel' },
  feedback: { tenant: true, person: 'person', chat: 'channel' },
  // Nobody knows who asked; only the workspace is told.
  unanswered_question: { tenant: true },
  // A question that its expert no longer holds is open again.
  expert_request: {
    ...{ tenant: true, person: 'asker', chat: 'channel', mentions: { expert: null } },
    state: { from: 'taken', to: 'open' },
    others: ['asker', 'question'],
  },
  recent_answer: { tenant: true, person: 'person' },
  answered_message: { tenant: true, chat: 'channel' },
  organisation_member: { tenant: true },
  // What is needed to answer later says who asks.
  pending_question: { tenant: true, ids: 'question', chat: 'channel' },
  // Made by the operator's staff for a channel; its address is sealed.
  webhook: { tenant: true, chat: 'channel' },
} as const satisfies Record<keyof Database, TableRule>;

/** The queries below take the names of tables and columns from the rules. */
type AnyDatabase = Record<string, Record<string, string | number | null>>;
type Executor = Kysely<AnyDatabase>;

const tables: readonly (readonly [string, TableRule])[] = Object.entries(personalDataRules);

interface Asked {
  readonly subject: DataSubject;
  /** Ids to look for in rows that are not theirs: the person's; of a workspace: of who decided there. */
  readonly people: ReadonlySet<string>;
  /** Chats of the person alone; of a workspace: every conversation of its that is known. */
  readonly chats: ReadonlySet<string>;
}

export function createPersonalDataDesk({ kysely }: OpenDatabase): PersonalDataDesk {
  return {
    async export(subject) {
      const database = loosely(kysely);
      const asked = await readAsked(kysely, subject);
      const found: Record<string, Row[]> = {};
      for (const [table, rule] of tables) {
        const rows = await rowsAbout(database, table, rule, asked);
        if (rows.length > 0) found[table] = rows.map((row) => shown(rule, row, asked));
      }
      return found;
    },
    erase: (subject, now) =>
      kysely.transaction().execute(async (transaction) => {
        const database = loosely(transaction);
        const asked = await readAsked(transaction, subject);
        const changed: Record<string, number> = {};
        for (const [table, rule] of tables) {
          const rows = await rowsAbout(database, table, rule, asked);
          for (const row of rows) await eraseRow(database, table, rule, row, asked, now);
          if (rows.length > 0) changed[table] = rows.length;
        }
        // What others wrote meanwhile, where the database lets them.
        if (subject.person === undefined) await forgetWorkspace(transaction, subject, now);
        return changed;
      }),
  };
}

function loosely(kysely: Kysely<Database> | Transaction<Database>): Executor {
  return kysely as unknown as Executor;
}

async function readAsked(kysely: Kysely<Database>, subject: DataSubject): Promise<Asked> {
  const { person } = subject;
  return {
    subject,
    people: person === undefined ? await decidersOf(kysely, subject) : new Set([person]),
    chats: await chatsOf(loosely(kysely), subject),
  };
}

async function rowsAbout(database: Executor, table: string, rule: TableRule, asked: Asked): Promise<Row[]> {
  if (!rule.tenant && rule.ids === undefined && rule.mentions === undefined) return [];
  const rows = await rowsOf(database, table, rule, asked.subject);
  return rows.filter((row) => isTheirs(rule, row, asked) || mentions(rule, row, asked));
}

function rowsOf(database: Executor, table: string, rule: TableRule, tenant: Tenant): Promise<Row[]> {
  const all = database.selectFrom(table).selectAll();
  return rule.tenant
    ? all.where('platform', '=', tenant.platform).where('workspace', '=', tenant.workspace).execute()
    : all.execute();
}

function isTheirs(rule: TableRule, row: Row, { subject, chats }: Asked): boolean {
  const { person, workspace } = subject;
  if (rule.ids !== undefined) {
    const text = String(row[rule.ids]);
    if ([person ?? workspace, ...chats].some((id) => holds(text, id))) {
      // A row without a tenant says in its text whose it is; Teams' ids of people and chats are unique.
      return rule.tenant || subject.platform === 'teams' || holds(text, workspace);
    }
  }
  if (person === undefined) return rule.tenant;
  return (
    (rule.person !== undefined && row[rule.person] === person) ||
    (rule.chat !== undefined && chats.has(String(row[rule.chat])))
  );
}

function mentions(rule: TableRule, row: Row, { people }: Asked): boolean {
  return (
    Object.keys(rule.mentions ?? {}).some((column) => people.has(String(row[column]))) ||
    (rule.list !== undefined && readList(String(row[rule.list])).some((one) => people.has(one)))
  );
}

/** Whether one of several ids in a text is this one, and not only begins or ends like it. */
function holds(text: string, id: string): boolean {
  const isPart = (char: string | undefined) => char !== undefined && /[\w-]/.test(char);
  for (let at = text.indexOf(id); id !== '' && at >= 0; at = text.indexOf(id, at + 1)) {
    if (!isPart(text[at - 1]) && !isPart(text[at + id.length])) return true;
  }
  return false;
}

/**
 * A personal chat in Teams says whose it is. Slack's direct messages begin with D; those in which the
 * person left something with their id are found by it.
 */
async function chatsOf(database: Executor, subject: DataSubject): Promise<ReadonlySet<string>> {
  const { person, chats = [] } = subject;
  const found = new Set(chats);
  const references = await rowsOf(database, 'conversation_reference', { tenant: true }, subject);
  for (const { channel, reference } of references) {
    if (person === undefined || holds(String(reference), person)) found.add(String(channel));
  }
  if (person === undefined || subject.platform !== 'slack') return found;
  for (const [table, rule] of tables) {
    if (rule.chat === undefined || rule.chat === rule.person) continue;
    for (const row of await rowsOf(database, table, rule, subject)) {
      const byThem = [rule.person ?? '', ...Object.keys(rule.mentions ?? {})].some(
        (column) => column !== 'expert' && row[column] === person,
      );
      if (byThem && String(row[rule.chat]).startsWith('D')) found.add(String(row[rule.chat]));
    }
  }
  return found;
}

function shown(rule: TableRule, row: Row, asked: Asked): Row {
  const { person } = asked.subject;
  const theirs = isTheirs(rule, row, asked);
  const mentionsOfOthers = Object.keys(rule.mentions ?? {}).filter(
    (column) => !asked.people.has(String(row[column])),
  );
  const hidden = new Set(['sealed', ...(theirs ? [] : [...(rule.others ?? []), ...mentionsOfOthers])]);
  const visible = Object.entries(row).filter(([column]) => !hidden.has(column));
  const listed = rule.list !== undefined && hidden.has(rule.list) && person !== undefined;
  return Object.fromEntries([...visible, ...(listed ? [[rule.list, JSON.stringify([person])]] : [])]);
}

async function eraseRow(
  database: Executor,
  table: string,
  rule: TableRule,
  row: Row,
  asked: Asked,
  now: Date,
): Promise<void> {
  const theirs = isTheirs(rule, row, asked);
  if (theirs && table !== 'delivery') {
    await whereRow(database.deleteFrom(table), row).execute();
    return;
  }
  const values = theirs
    ? anonymous(row, now)
    : {
        ...withoutMention(rule, row, asked.people),
        ...(table === 'notification' && row.state === 'awaiting-approval' && withdrawn(now)),
      };
  await whereRow(database.updateTable(table).set(values), row).execute();
}

/** A delivery stays in the count of its notification, and says no longer to whom it went. */
function anonymous({ id, state, reason }: Row, now: Date): Row {
  const isOpen = state === 'pending' || state === 'sending';
  return {
    ...{ workspace: '', channel: id ?? '', thread: '', message_key: id ?? '', message_id: null },
    ...{ state: isOpen ? 'skipped' : (state ?? ''), reason: isOpen ? 'erased' : (reason ?? null) },
    ...{ claimed_by: null, lease_until: null, in_doubt: 0, updated_at: now.getTime() },
  };
}

/** Nobody could tell any longer whether who approves it is somebody else than who proposed it. */
function withdrawn(now: Date): Row {
  return { state: 'cancelled', cancelled_at: now.getTime(), cancelled_by: erased };
}

function withoutMention(rule: TableRule, row: Row, people: ReadonlySet<string>): Row {
  const mentioned = Object.entries(rule.mentions ?? {}).filter(([column]) => people.has(String(row[column])));
  const { list, state } = rule;
  return {
    ...Object.fromEntries(mentioned),
    ...(state && mentioned.length > 0 && row.state === state.from && { state: state.to }),
    ...(list !== undefined && {
      [list]: JSON.stringify(readList(String(row[list])).filter((one) => !people.has(one))),
    }),
  };
}

/** Exactly this row: every column is compared, so that no table's key has to be known here. */
function whereRow<Query extends { where(column: string, operator: '=' | 'is', value: unknown): Query }>(
  query: Query,
  row: Row,
): Query {
  return Object.entries(row).reduce(
    (narrowed, [column, value]) => narrowed.where(column, value === null ? 'is' : '=', value),
    query,
  );
}
