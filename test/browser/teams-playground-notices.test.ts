/** News in the Agents Playground: lines typed and pasted back, who may, approval, and notices that arrive. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { usePlayground } from './agents-playground.ts';
import { useWorkflowsDouble, webhookAddress } from './workflows-double.ts';

const token = 'a-token-of-at-least-32-characters-for-tests';
const [tenant, approvals] = ['00000000-0000-0000-0000-0000000000001', 'channel-announcements-id'];
const proposer = '11111111-1111-4111-8111-111111111111';

describe('in the Agents Playground', () => {
  const workflows = useWorkflowsDouble();
  const teams = usePlayground(() => ({
    ...workflows.environment(),
    ENCRYPTION_KEY: `k1:${Buffer.alloc(32, 7).toString('base64')}`,
    NOTIFY_TOKEN: token,
    NOTIFY_APPROVAL_ABOVE: '1',
    NOTIFY_APPROVAL_CHANNEL: `teams/${tenant}/${approvals}`,
  }));
  const shown = (text: string | RegExp) => teams.page.getByText(text).last().waitFor();

  /** Mentions the bot in a channel. @returns the text of the post with the answer on top */
  async function post(text: string, person?: string): Promise<string> {
    const answer = await teams.threadCardAfter(0, async () => {
      await teams.write(` ${text} `, 'mention', person);
      await teams.post();
    });
    return teams.textOf(answer);
  }

  function message(title: string): string {
    return `# ${title} {#en}\n\nIt takes place in June.\n\n# ${title} (fr) {#fr}\n\nIl a lieu en juin.\n`;
  }

  async function publish(title: string, topics: readonly string[], more: object = {}) {
    const response = await fetch(`${teams.address}/api/notifications`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
      body: JSON.stringify({ message: message(title), topics, proposed_by: proposer, ...more }),
    });
    return { status: response.status, body: JSON.stringify(await response.json()) };
  }

  test('a line with every option; the line that "subscriptions" prints creates the same when it is pasted', async () => {
    await teams.open('Personal Chat');
    const line =
      'subscribe NGen, procurement weekly on Tuesday at 08:30 in French Europe/Brussels time zone quiet 22:00-07:00 no weekends';
    expect(await teams.textOf(await teams.ask(line))).toContain('I will tell this channel about: NGen');
    const kept =
      'select topic, cadence, at, weekday, language, time_zone, weekends from subscription order by topic';
    const before = teams.rows(kept);
    expect(before).toMatchObject([{ cadence: 'weekly' }, { topic: 'ngen', at: '08:30', language: 'fr' }]);

    const list = await teams.ask('subscriptions');
    const printed = await list.getByText(/^subscribe /).allTextContents();
    expect(printed).toHaveLength(1);
    expect(await teams.textOf(await teams.ask('unsubscribe all'))).toContain('I will no longer tell');
    expect(teams.rows(kept)).toEqual([]);

    await teams.ask(printed[0] ?? '');
    expect(teams.rows(kept)).toEqual(before);
    expect(await teams.textOf(await teams.ask('désabonner tout'))).toContain('Je n’informerai plus');
  });

  test.each([
    ['subscribe Atlantis', /I do not know .*Atlantis/],
    ['subscribe NGen in Klingon', /Klingon/],
    ['subscribe NGen at 25:99', /25:99/],
    ['abonner NGen fuseau horaire Narnia/Lune', /Narnia/i],
    ['unsubscribe Scale AI', /does not follow that.*unsubscribe all/],
  ])('"%s" is explained, and changes nothing', async (line, explanation) => {
    await teams.open('Personal Chat');
    expect(await teams.textOf(await teams.ask(line))).toMatch(explanation);
    expect(teams.rows('select * from subscription')).toEqual([]);
  });

  test('a group chat subscribes by a mention', async () => {
    await teams.open('Group Chat');
    const answer = await teams.cardAfter(async () => {
      await teams.write(' subscribe Scale AI', 'mention');
      await teams.sendMessage();
    });
    expect(await teams.textOf(answer)).toContain('I will tell this channel about: Scale AI');
  });

  test('"admin subscribers" says who may subscribe; those who may not are told so', async () => {
    await teams.open('My Team - Announcements');
    expect(await post('admin subscribers')).toMatch(
      /Anyone may change.*To change it: admin subscribers anyone/,
    );
    expect(await post('admin subscribers listed')).toContain('nothing has changed');
    expect(await post('admin subscribers listed', 'Megan Bowen')).toContain(
      'Only the people on the list (1)',
    );
    expect(await post('subscribe NGen')).toContain('Not here');
    expect(await post('admin abonnés')).toContain('Seules les personnes de la liste');
    expect(await post('admin subscribers managers')).toContain('Those who manage a channel');
    expect(await post('admin subscribers anyone')).toContain('Anyone may change');
    expect(await post('admin')).toContain('admin subscribers anyone');
  });

  test('a notice of the API arrives in the conversation that is open, by itself', async () => {
    await teams.open('Group Chat');
    const cards = await teams.cards().count();
    expect(await publish('Scale AI meets', ['Scale AI'])).toMatchObject({ status: 201 });
    await expect.poll(() => teams.cards().count(), { timeout: 15_000 }).toBeGreaterThan(cards);
    const notice = await teams.textOf(teams.cards().last());
    expect(notice).toMatch(/Scale AI meets.*It takes place in June/);
  });

  test('a notice arrives in a channel as a post of its own, in the language of its line', async () => {
    await teams.open('My Team - General');
    await post('abonner Ocean Supercluster en français');
    const cards = await teams.cards().count();
    expect(await publish('Ocean meets', ['Ocean Supercluster'])).toMatchObject({ status: 201 });
    await expect.poll(() => teams.cards().count(), { timeout: 15_000 }).toBeGreaterThan(cards);
    const notice = teams.cards().filter({ hasText: 'Ocean meets (fr)' }).first();
    expect(await teams.textOf(notice)).toContain('Il a lieu en juin');
    const sent = teams.rows("select thread from delivery where state = 'sent' and channel = 'team-id'");
    expect(sent).toEqual([{ thread: '' }]);
    expect(await post('désabonner tout')).toContain('Je n’informerai plus');
    const posts = await teams.cards().count();
    await publish('Ocean meets again', ['Ocean Supercluster']);
    await teams.open('Group Chat');
    expect(await publish('Scale AI meets once more', ['Scale AI'])).toMatchObject({ status: 201 });
    await shown('Scale AI meets once more');
    await teams.open('My Team - General');
    expect(await teams.cards().count(), 'nothing after it is unsubscribed').toBe(posts);
  });

  test('a message that is wrong, or of somebody without the token, is told to nobody', async () => {
    const before = teams.rows('select id from notification').length;
    expect(await publish('x', ['Atlantis'])).toMatchObject({ status: 422 });
    expect(await publish('x', ['NGen'], { proposed_by: 'me' })).toMatchObject({ status: 400 });
    expect(await publish('x', ['NGen'], { message: 7 })).toMatchObject({ status: 400 });
    const unknown = await fetch(`${teams.address}/api/notifications`, { method: 'POST' });
    expect(unknown.status).toBe(401);
    expect(teams.rows('select id from notification')).toHaveLength(before);
  });

  test('what "npm run notify" publishes arrives, after a dry run that sends nothing', async () => {
    const file = join(teams.data, 'message.md');
    writeFileSync(file, message('Scale AI opens a call'));
    const told = ['--message', file, '--topics', 'Scale AI', '--by', proposer];
    await teams.open('Group Chat');
    const cards = await teams.cards().count();
    expect(await teams.notify([...told, '--dry-run'])).toMatch(/1 channel|audience.*1/i);
    expect(await teams.cards().count()).toBe(cards);
    expect(await teams.notify(told)).toMatch(/sent/i);
    await shown('Scale AI opens a call');
  });

  test('a proposal to many is approved by a button in the channel for it, and then arrives', async () => {
    await teams.open('Personal Chat');
    await teams.ask('abonner Scale AI en français');
    await teams.open('My Team - Announcements');
    await publish('Scale AI grows', ['Scale AI']);
    const proposal = teams.cards().filter({ hasText: 'To approve: a notification' }).first();
    await proposal.getByText('Scale AI grows').first().waitFor();
    await proposal.getByRole('button', { name: 'Approve', exact: true }).click();
    await shown(/^Approved by/);
    expect(await teams.cards().getByRole('button', { name: 'Approve', exact: true }).count()).toBe(0);
    await teams.open('Personal Chat');
    await shown('Scale AI grows (fr)');
  });

  test('one is refused by a button, and an old card of it decides nothing any more', async () => {
    await teams.open('My Team - Announcements');
    const { body } = await publish('Scale AI stalls', ['Scale AI']);
    const [id = ''] = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/.exec(body) ?? [];
    const proposal = teams.cards().filter({ hasText: 'Scale AI stalls' }).first();
    await proposal.getByRole('button', { name: 'Refuse', exact: true }).click();
    await proposal.getByText(/Refused by/).waitFor();
    const verb = { type: 'Action.Execute', verb: 'approval-approve', data: { v: 1, id, language: 'fr' } };
    const response = await fetch(`${teams.address}/api/messages`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({
        ...{ type: 'invoke', id: 'old', name: 'adaptiveCard/action', value: { action: verb } },
        ...{ channelId: 'msteams', serviceUrl: 'http://127.0.0.1:56150/_connector' },
        from: { id: 'user-id-1', name: 'Megan Bowen' },
        recipient: { id: '00000000-0000-0000-0000-00000000000011' },
        conversation: { id: approvals, conversationType: 'channel' },
        channelData: { tenant: { id: tenant } },
      }),
    });
    expect(await response.text()).toContain('déjà');
    expect(teams.rows(`select state from notification where id = '${id}'`)).toEqual([{ state: 'cancelled' }]);
  });

  test('another is refused by words; elsewhere, of what is unknown or decided, words do nothing', async () => {
    const { body } = await publish('Scale AI shrinks', ['Scale AI']);
    const [id = ''] = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/.exec(body) ?? [];
    await teams.open('Personal Chat');
    await teams.write(`approve ${id}`);
    await teams.sendMessage();
    await shown('Notifications are approved in the channel that is set for it, not here.');

    await teams.open('My Team - Announcements');
    await teams.cards().getByText('Scale AI shrinks').first().waitFor();
    const say = async (text: string) => {
      await teams.write(` ${text}`, 'mention');
      await teams.post();
    };
    await say('approve 00000000-0000-4000-8000-000000000000');
    await shown('Nothing awaits approval under this number.');
    await say(`refuser ${id}`);
    await shown('Refusée : rien n’est envoyé.');
    await shown(/^Refused by/);
    await say(`approve ${id}`);
    await shown('It has been refused already.');
    await teams.open('Group Chat');
    expect(await teams.page.getByText('Scale AI shrinks').count()).toBe(0);
  });

  test('a channel without the app is told through its webhook; one that is switched off is suspended', async () => {
    expect(await teams.notify(['webhooks', 'add', 'Trade team'], 'https://127.0.0.1/?sig=x\n')).toContain(
      'this is no webhook address',
    );
    expect(await teams.notify(['webhooks', 'add', 'Trade team'], `${webhookAddress}\n`)).toContain(
      'Kept: Trade team',
    );
    expect(await teams.notify(['webhooks', 'test', 'Trade team'])).toContain('Taken by the workflow');
    expect(workflows.posted).toHaveLength(1);
    await teams.notify(['webhooks', 'line', 'Trade team', 'subscribe Protein Industries Canada']);

    await publish('Proteins meet', ['Protein Industries Canada']);
    await expect.poll(() => workflows.posted.length, { timeout: 15_000 }).toBe(2);
    const card: unknown = JSON.parse(workflows.posted[1] ?? '');
    expect(card).toMatchObject({ attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive' }] });
    expect(workflows.posted[1]).toContain('Proteins meet');
    expect(workflows.posted[1]).not.toContain('Action.Execute');

    workflows.answer(404, { error: { code: 'WorkflowTriggerIsNotEnabled', message: 'off' } });
    await publish('Proteins meet again', ['Protein Industries Canada']);
    await expect
      .poll(() => teams.notify(['webhooks', 'list']), { timeout: 15_000, interval: 1_000 })
      .toContain('suspended: WorkflowTriggerIsNotEnabled');
    expect(await teams.notify(['webhooks', 'list'])).not.toContain('sig=');
    workflows.answer(202);
    await teams.notify(['webhooks', 'test', 'Trade team']);
    expect(await teams.notify(['webhooks', 'list'])).toContain('active');
  });
});
