import { spawnSync } from 'node:child_process';
import type { Kysely } from 'kysely';
import { describe, expect, it } from 'vitest';
import { reach } from '../../src/store/databases.ts';
import { approvalItem } from '../../src/store/notifications.ts';
import { personalDataRules } from '../../src/store/personal-data.ts';
import type { Database } from '../../src/store/schema.ts';
import type { Tenant } from '../../src/store/tenant.ts';
import { databaseKinds, useStore } from '../support/databases.ts';
import { minutes } from './times.ts';

const acme = { platform: 'slack', workspace: 'TACME' } as const;
const neighbour = { platform: 'slack', workspace: 'TNEXT' } as const;
const at = minutes(0).getTime();

type Rows = Readonly<Record<keyof Database, readonly Readonly<Record<string, string | number | null>>[]>>;

/**
 * A row of every kind that a person can leave: their own, and those of others that name them. The ids of
 * two people never hold each other.
 */
function rowsOf({ platform, workspace }: Tenant, person: string, other: string): Rows {
  const tenant = { platform, workspace };
  const direct = `D-${person}`;
  const subscription = {
    ...{ ...tenant, language: 'en', cadence: 'daily', at: '09:00', weekday: 1, time_zone: 'UTC' },
    ...{ quiet_from: null, quiet_to: null, weekends: 'wait', created_at: at, updated_at: at },
  } as const;
  const request = {
    ...{ ...tenant, language: 'en', thread: null, expert_channel: 'CEXPERTS', card_id: '1.1' },
    ...{ asked_at: at, updated_at: at },
  } as const;
  const delivery = {
    ...{ notification_id: 'n1', ...tenant, language: 'en', reason: null, attempts: 1 },
    ...{ statuses: '[200]', next_attempt_at: at, claimed_by: null, lease_until: null, in_doubt: 0 },
    updated_at: at,
  } as const;
  const id = (name: string) => `${name}-${workspace.toLowerCase()}-${person.toLowerCase()}`;
  return {
    processed_event: [{ key: `slack:person:${workspace}:C1:1.1:${person}`, seen_at: at }],
    conversation_turn: [
      { ...tenant, place: `${workspace}/C1/${person}`, position: 1, turn: '{}', asked_at: at },
      { ...tenant, place: `${workspace}/${direct}`, position: 1, turn: '{}', asked_at: at },
      { ...tenant, place: `${workspace}/C1/1.1`, position: 1, turn: '{}', asked_at: at },
    ],
    conversation_reference: [
      {
        ...tenant,
        channel: `a:${person}`,
        reference: JSON.stringify({ userAadObjectId: person }),
        updated_at: at,
      },
    ],
    channel_state: [{ ...tenant, channel: direct, state: 'suspended', reason: 'x', changed_at: at }],
    installation: [{ ...tenant, sealed: 'sealed tokens', installed_at: at, updated_at: at }],
    preference: [
      { ...tenant, subject_kind: 'person', subject: person, language: 'fr', history: null, updated_at: at },
      { ...tenant, subject_kind: 'channel', subject: direct, language: 'fr', history: null, updated_at: at },
    ],
    workspace_setting: [
      {
        ...{ ...tenant, expert_channel: 'CEXPERTS', subscribers: 'listed', allowed_channels: null },
        ...{ listed_people: JSON.stringify([person, other]), keep_question_text: 1 },
        ...{ updated_by: person, updated_at: at },
      },
    ],
    subscription: [
      { ...subscription, channel: 'C1', topic: 'ngen', created_by: person },
      { ...subscription, channel: direct, topic: 'ngen', created_by: person },
    ],
    notification: [],
    notification_item: [],
    delivery: [
      {
        ...{
          ...delivery,
          id: id('sent'),
          channel: direct,
          thread: '',
          message_key: `["${workspace}","${direct}"]`,
        },
        ...{ state: 'sent', message_id: '1.2' },
      },
      {
        ...{ ...delivery, id: id('due'), channel: `${direct}`, thread: '1.3', message_key: id('due') },
        ...{ state: 'pending', message_id: null },
      },
    ],
    content_snapshot: [],
    answer_record: [
      {
        ...{ ...tenant, channel: direct, message_id: '1.2', thread: null, entry: 'ngen', section: 'x' },
        ...{ language: 'en', content_hash: 'h', answered_at: at },
      },
    ],
    feedback: [
      {
        ...{ ...tenant, channel: direct, message_id: '1.2', person, rating: 'helpful', reason: null },
        ...{ comment: `words of ${person}`, given_at: at },
      },
    ],
    unanswered_question: [
      {
        ...{ id: id('u'), ...tenant, language: 'en', unknown_terms: '[]', nearest_entry: null },
        ...{ nearest_section: null, text: 'words', asked_at: at },
      },
    ],
    expert_request: [
      {
        ...{ ...request, id: id('asked'), channel: 'C1', state: 'open', asker: person, expert: null },
        ...{ question: `words of ${person}`, answer: null },
      },
      {
        ...{ ...request, id: id('taken'), channel: 'C1', state: 'taken', asker: other, expert: person },
        ...{ question: 'words of somebody else', answer: null },
      },
    ],
    recent_answer: [{ ...tenant, person, call: '{}', title: 'NGen', answered_at: at }],
    organisation_member: [{ ...tenant, organisation: 'EORG' }],
    pending_question: [
      {
        ...{
          ...tenant,
          channel: 'C1',
          question_id: `${id('pending')}`,
          asked_at: at,
          holder: 'h',
          lease_until: at,
        },
        question: JSON.stringify({ user: person, text: 'words' }),
      },
    ],
    webhook: [],
    answered_message: [
      { ...tenant, channel: direct, question_id: '1.1', answer_id: '1.2', edited: 0, answered_at: at },
    ],
  };
}

const tables = Object.keys(personalDataRules) as (keyof Database)[];

/** What may stand in any row: neither an id of a person, a channel or a workspace, nor words. */
const impersonal = new Set(
  `platform position asked_at seen_at updated_at state changed_at installed_at subject_kind language history
  subscribers keep_question_text cadence at weekday time_zone quiet_from quiet_to weekends created_at id kind
  topics content audience idempotency_key content_version published_at cancelled_at notification_id item
  thread message_key reason attempts statuses next_attempt_at lease_until claimed_by in_doubt message_id version
  snapshot saved_at announced_at entry section content_hash answered_at rating given_at unknown_terms
  nearest_entry nearest_section holder card_id call title question_id answer_id edited topic`.split(/\s+/),
);
/** Columns with ids or words → what the rules do with their row. */
const decided: Readonly<Record<string, string>> = {
  key: 'ids in one text',
  place: 'ids in one text',
  turn: 'words of the place',
  workspace: 'the tenant',
  channel: 'of a chat, with the person; else with the workspace',
  expert_channel: 'with the workspace',
  allowed_channels: 'with the workspace',
  reference: 'with its channel',
  sealed: 'with the workspace; never shown',
  subject: 'with the person',
  listed_people: 'taken off the list',
  updated_by: 'emptied',
  created_by: 'emptied; of a notification: a fixed word for an id, else the operator’s staff',
  approved_by: 'a fixed word for an id, else the operator’s staff',
  person: 'with the person',
  organisation: 'with the workspace',
  cancelled_by: 'a fixed word for an id, else the operator’s staff',
  name: 'of a webhook: chosen by the operator’s staff',
  comment: 'with the person',
  text: 'of nobody known; with the workspace',
  asker: 'with the person',
  expert: 'emptied',
  question: 'with the person who asked',
  answer: 'with the person who asked',
};

describe.each(databaseKinds)('what is kept of people and workspaces in %s', (kind) => {
  const opened = useStore(kind);

  async function raw<Result>(use: (kysely: Kysely<Database>) => Promise<Result>): Promise<Result> {
    const database = reach(opened.location).open();
    try {
      return await use(database.kysely);
    } finally {
      await database.close();
    }
  }
  async function fill(...filled: readonly Rows[]): Promise<void> {
    await opened.store.notifications.publish(
      {
        id: 'n1',
        kind: 'announcement',
        topics: [],
        content: '{}',
        createdBy: 'the operator',
        items: [],
      },
      [],
      minutes(0),
    );
    await raw(async (kysely) => {
      for (const rows of filled) {
        for (const table of tables) {
          if (rows[table].length === 0) continue;
          await kysely
            .insertInto(table)
            .values(rows[table] as never)
            .onConflict((conflict) => conflict.doNothing())
            .execute();
        }
      }
    });
  }
  const dump = () =>
    raw(async (kysely) => {
      const found: Record<string, Record<string, unknown>[]> = {};
      for (const table of tables) found[table] = await kysely.selectFrom(table).selectAll().execute();
      return found;
    });
  const ofTenant = (found: Awaited<ReturnType<typeof dump>>, { workspace }: Tenant) =>
    Object.fromEntries(
      Object.entries(found).map(([table, rows]) => [
        table,
        rows.filter((row) => row.workspace === workspace || String(row.key ?? '').includes(workspace)),
      ]),
    );

  it('is decided for every table and every column there is', async () => {
    const found = await raw((kysely) => kysely.introspection.getTables());
    const ours = found.filter(({ name }) => !name.startsWith('kysely_'));
    expect(ours.map(({ name }) => name).toSorted()).toEqual(tables.toSorted());
    const undecided = ours.flatMap(({ name, columns }) =>
      columns
        .filter((column) => !impersonal.has(column.name) && !(column.name in decided))
        .map((column) => `${name}.${column.name}`),
    );
    expect(undecided).toEqual([]);
    // A table that carries a workspace is erased with it.
    const tenants = ours.filter(({ columns }) => columns.some(({ name }) => name === 'workspace'));
    expect(
      tenants.map(({ name }) => name).filter((name) => !personalDataRules[name as keyof Database].tenant),
    ).toEqual([]);
    for (const { name, columns } of ours) {
      const rule: Record<string, unknown> = personalDataRules[name as keyof Database];
      const has = (column: string) => columns.some((one) => one.name === column);
      for (const column of ['person', 'subject', 'asker'].filter(has)) expect(rule.person).toBe(column);
      if (name !== 'webhook') {
        const byPeople = ['updated_by', 'created_by', 'approved_by', 'cancelled_by', 'expert'];
        for (const column of byPeople.filter(has)) {
          expect(rule.mentions).toHaveProperty(column);
        }
      }
      if (has('channel')) expect(rule.chat).toBe('channel');
    }
  });

  it('of a workspace is erased wholly, and every other one stays as it was', async () => {
    await fill(rowsOf(acme, 'UADA', 'UBOB'), rowsOf(neighbour, 'UADA', 'UBOB'));
    const before = ofTenant(await dump(), neighbour);
    const { store } = opened;
    const held = await store.personalData.export(acme);
    const counts = await store.personalData.erase(acme, minutes(1));
    expect(counts).toEqual(
      Object.fromEntries(Object.entries(held).map(([table, rows]) => [table, rows.length])),
    );
    const after = await dump();
    expect(JSON.stringify(after)).not.toContain('TACME');
    expect(ofTenant(after, neighbour)).toEqual(before);
    // The count of the notification still adds up.
    expect(after.delivery).toHaveLength(4);
    expect(await store.personalData.export(acme)).toEqual({});
    expect(await store.personalData.erase(acme, minutes(2))).toEqual({});
  });

  it('of a person is erased wholly, and everybody else’s stays', async () => {
    await fill(
      rowsOf(acme, 'UADA', 'UBOB'),
      rowsOf(acme, 'UBOB', 'UCAROL'),
      rowsOf(neighbour, 'UADA', 'UBOB'),
    );
    const before = await dump();
    const { store } = opened;
    await store.personalData.erase({ ...acme, person: 'UADA', chats: ['D-UADA'] }, minutes(1));
    const after = await dump();
    const acmes = JSON.stringify(ofTenant(after, acme));
    expect(acmes).not.toContain('UADA');
    expect(acmes).toContain('UBOB');
    expect(ofTenant(after, neighbour)).toEqual(ofTenant(before, neighbour));
    // What she did for others stays theirs: the subscription of a channel, the question of somebody else.
    expect(after.subscription).toContainEqual(expect.objectContaining({ channel: 'C1', workspace: 'TACME' }));
    expect(after.expert_request).toContainEqual(
      expect.objectContaining({ asker: 'UBOB', expert: null, state: 'open', workspace: 'TACME' }),
    );
    expect(after.installation).toEqual(before.installation);
    expect(after.delivery).toHaveLength(before.delivery?.length ?? 0);
    const words = (rows: typeof after) => JSON.stringify(rows).split('words of UBOB').length;
    expect(words(after)).toBe(words(before));
  });

  it('of a person finds direct messages by what they left there', async () => {
    await fill(rowsOf(acme, 'UADA', 'UBOB'));
    await opened.store.personalData.erase({ ...acme, person: 'UADA' }, minutes(1));
    expect(JSON.stringify(ofTenant(await dump(), acme))).not.toContain('UADA');
  });

  describe('who proposed and decided', () => {
    const announcement = (id: string) => ({ ...proposal(id, 'the operator'), kind: 'announcement' }) as const;
    const proposal = (id: string, createdBy: string) => ({
      ...{ id, topics: ['ngen'], items: [], content: '{}', createdBy, kind: 'announcement' as const },
    });
    /** As the publisher puts a proposal before the people of a channel. */
    async function proposed(id: string, by: string, { platform, workspace }: Tenant): Promise<void> {
      const notification = {
        ...{ ...proposal(`told-${id}`, by), kind: 'approval' as const, items: [approvalItem(id)] },
      };
      const delivery = {
        ...{ id: `delivery-${id}`, platform, workspace, channel: 'CAPPROVALS' },
        ...{ language: 'en' as const, dueAt: minutes(0) },
      };
      const { notifications } = opened.store;
      await notifications.propose(proposal(id, by), minutes(0), { notification, delivery });
    }
    async function decideAll(tenant: Tenant): Promise<void> {
      const { notifications } = opened.store;
      for (const id of ['approved', 'refused', 'waiting']) await proposed(id, 'UADA', tenant);
      await notifications.approve('approved', 'UBOB', [], minutes(1));
      await notifications.refuse('refused', 'UBOB', minutes(1));
      await notifications.publish(announcement('cancelled'), [], minutes(1));
      await notifications.cancel('cancelled', 'UADA', minutes(2));
    }
    const standing = async (id: string) => opened.store.notifications.get(id);

    it('is a fixed word once the person is erased; that somebody did stays', async () => {
      await decideAll(acme);
      const { personalData } = opened.store;
      await personalData.erase({ ...acme, person: 'UBOB' }, minutes(3));
      expect(await standing('approved')).toMatchObject({ createdBy: 'UADA', approvedBy: 'erased' });
      expect(await standing('refused')).toMatchObject({ createdBy: 'UADA', cancelledBy: 'erased' });
      expect(await standing('waiting')).toMatchObject({ state: 'awaiting-approval', createdBy: 'UADA' });
      await personalData.erase({ ...acme, person: 'UADA' }, minutes(4));
      expect(await standing('approved')).toMatchObject({ state: 'published', createdBy: 'erased' });
      expect(await standing('cancelled')).toMatchObject({
        ...{ createdBy: 'the operator', cancelledBy: 'erased' },
      });
      expect(JSON.stringify(await dump())).not.toMatch(/UADA|UBOB/);
      expect(await personalData.export({ ...acme, person: 'UADA' })).toEqual({});
    });

    it('does not let who proposed approve it themselves under an erased id', async () => {
      await decideAll(acme);
      const { notifications, personalData } = opened.store;
      await personalData.erase({ ...acme, person: 'UADA' }, minutes(3));
      expect(await notifications.approve('waiting', 'UADA', [], minutes(4))).toBe('not-awaiting');
      expect(await standing('waiting')).toMatchObject({
        ...{ state: 'cancelled', cancelledBy: 'erased', cancelledAt: minutes(3) },
      });
    });

    it('is erased with the workspace where it was decided, and with no other', async () => {
      await decideAll(acme);
      await opened.store.personalData.erase(neighbour, minutes(3));
      expect(await standing('approved')).toMatchObject({ createdBy: 'UADA', approvedBy: 'UBOB' });
      await opened.store.personalData.erase(acme, minutes(3));
      expect(JSON.stringify(await dump())).not.toMatch(/UADA|UBOB|TACME/);
      expect(await standing('approved')).toMatchObject({ state: 'published', approvedBy: 'erased' });
      expect(await standing('cancelled')).toMatchObject({ createdBy: 'the operator' });
    });

    it('is shown to each without the other', async () => {
      await decideAll(acme);
      const { notification = [] } = await opened.store.personalData.export({ ...acme, person: 'UBOB' });
      expect(
        notification.map(({ id, approved_by, cancelled_by }) => [id, approved_by, cancelled_by]),
      ).toEqual(
        expect.arrayContaining([
          ['approved', 'UBOB', undefined],
          ['refused', undefined, 'UBOB'],
        ]),
      );
      expect(JSON.stringify(notification)).not.toContain('UADA');
    });
  });

  it('is shown without tokens, and without what is another’s', async () => {
    await fill(rowsOf(acme, 'UADA', 'UBOB'));
    const { personalData } = opened.store;
    const workspace = JSON.stringify(await personalData.export(acme));
    expect(workspace).toContain('words of UADA');
    expect(workspace).not.toContain('sealed tokens');
    const person = JSON.stringify(await personalData.export({ ...acme, person: 'UADA' }));
    expect(person).toContain('words of UADA');
    expect(person).not.toMatch(/UBOB|words of somebody else/);
    expect(await personalData.export({ ...acme, person: 'UNOBODY' })).toEqual({});
  });

  it('tells ids apart that begin alike', async () => {
    await fill(rowsOf(acme, 'UADA', 'UADA2'));
    const before = await dump();
    await opened.store.personalData.erase({ ...acme, person: 'UAD' }, minutes(1));
    await opened.store.personalData.erase({ ...acme, workspace: 'TACM' }, minutes(1));
    expect(await dump()).toEqual(before);
  });

  describe('npm run privacy', () => {
    function privacy(...options: string[]) {
      const { location } = opened;
      const where =
        location.kind === 'sqlite' ? { DATA_DIR: location.directory } : { DATABASE_URL: location.url };
      const { status, stdout, stderr } = spawnSync(process.execPath, ['src/cli/privacy.ts', ...options], {
        env: { PATH: process.env.PATH ?? '', ...where },
        encoding: 'utf8',
      });
      return { status, stdout, stderr };
    }
    const ada = ['--platform', 'slack', '--workspace', 'TACME', '--user', 'UADA'];

    it('exports, counts without changing anything, and erases beside a running server', async () => {
      await fill(rowsOf(acme, 'UADA', 'UBOB'));
      const before = await dump();
      const exported = privacy('export', ...ada);
      expect(exported.status).toBe(0);
      expect(JSON.parse(exported.stdout)).toEqual(
        await opened.store.personalData.export({ ...acme, person: 'UADA' }),
      );
      const counted = privacy('erase', ...ada, '--dry-run');
      expect(counted.stdout).toMatch(/rows would be erased or made anonymous; nothing was changed\.\n$/);
      expect(await dump()).toEqual(before);
      const erased = privacy('erase', ...ada);
      expect(erased).toMatchObject({ status: 0, stdout: expect.stringMatching(/rows were erased/) });
      expect(privacy('erase', ...ada)).toMatchObject({ status: 0, stdout: 'Nothing is kept.\n' });
    });

    it.each([
      [[], 'choose export or erase'],
      [['erase'], '--platform'],
      [['erase', '--platform', 'slack', '--workspace', 'acme'], '--workspace'],
      [['erase', '--platform', 'slack', '--workspace', 'TACME', '--user', 'Ada'], '--user'],
      [['erase', '--platform', 'slack', '--workspace', 'TACME', '--chat', 'D1'], '--chat'],
      [['export', ...ada, '--dry-run'], '--dry-run'],
      [['erase', '--everything'], 'everything'],
    ])('says what is wrong with %j and changes nothing', (options, complaint) => {
      const { status, stderr } = privacy(...options);
      expect(status).toBe(2);
      expect(stderr).toContain(complaint);
    });
  });
});
