/** What happens beside questions in the Agents Playground: thumbs, arrivals, departures, channels, strange requests. */
import { describe, expect, test } from 'vitest';
import { strings } from '../../src/teams/strings.ts';
import { usePlayground } from './agents-playground.ts';

const announcements = 'channel-announcements-id';

describe('in the Agents Playground', () => {
  const teams = usePlayground();
  const question = 'Who leads Scale AI?';

  /** Suspended conversations with the reason. */
  const suspended = () =>
    teams
      .rows("select channel, reason from channel_state where state = 'suspended'")
      .map(({ channel, reason }) => [channel, reason]);
  const messages = () => teams.page.getByText(strings.welcome.en).count();

  async function subscribeAnnouncements(): Promise<void> {
    await teams.open('My Team - Announcements');
    await teams.threadCardAfter(0, async () => {
      await teams.write(' subscribe NGen', 'mention');
      await teams.post();
    });
  }

  /** A request that the playground does not make, as Teams would make it. */
  async function invoke(
    name: string,
    value: unknown,
    more: object = {},
  ): Promise<{ status: number; body: string }> {
    const response = await fetch(`${teams.address}/api/messages`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({
        ...{ type: 'invoke', id: `invoke-${name}`, name, value, channelId: 'msteams' },
        ...{ serviceUrl: 'http://127.0.0.1:56150/_connector', locale: 'en-CA' },
        from: { id: 'user-id-0', aadObjectId: '00000000-0000-0000-0000-0000000000020' },
        recipient: { id: '00000000-0000-0000-0000-00000000000011' },
        conversation: { id: announcements, conversationType: 'channel', tenantId: 't' },
        ...more,
      }),
    });
    return { status: response.status, body: await response.text() };
  }

  test.each([
    ['Like', 'like', 'helpful'],
    ['Dislike', 'dislike', 'not-helpful'],
  ])(
    'the thumb “%s” of the client, with the words of its dialog, is kept without them',
    async (thumb, reaction, rating) => {
      const { page } = teams;
      await teams.open('Personal Chat');
      await teams.ask(question);
      await page.getByRole('button', { name: thumb, exact: true }).last().click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('textbox').fill('Ada says so.');
      await dialog.getByRole('button', { name: 'Submit' }).click();
      await page.getByText('Thank you!').waitFor();
      await page.getByRole('button', { name: 'Close', exact: true }).click();

      // The playground leaves out which message it is about; Teams says it.
      const [answer] = teams.rows('select message_id from answer_record order by rowid desc limit 1');
      const replyToId = String(answer?.message_id);
      const feedback = JSON.stringify({ feedbackText: 'Ada says so.' });
      const value = { actionName: 'feedback', actionValue: { reaction, feedback } };
      expect(await invoke('message/submitAction', value, { replyToId })).toEqual({ status: 200, body: '{}' });
      expect(teams.rows(`select rating, comment from feedback where message_id = '${replyToId}'`)).toEqual([
        { rating, comment: null },
      ]);
    },
  );

  test('the app leaves a chat and comes back: it is suspended, then reached again, and welcomed once only', async () => {
    await teams.open('Personal Chat');
    expect(await messages()).toBe(1);
    await teams.mock('Uninstall application');
    await expect.poll(suspended).toEqual([[expect.any(String), 'app_removed']]);
    await teams.mock('Install application');
    await expect.poll(suspended).toEqual([]);
    await teams.mock('Remove application');
    await expect.poll(suspended).toEqual([[expect.any(String), 'app_removed']]);
    await teams.mock('Add application');
    await expect.poll(suspended).toEqual([]);
    expect(await messages()).toBe(1);
  });

  test('people who come and go are met in silence', async () => {
    await teams.open('Personal Chat');
    const cards = await teams.cards().count();
    await teams.mock('Add user');
    await teams.mock('Remove user');
    await teams.ask(question);
    expect(await teams.cards().count(), 'the answer alone').toBe(cards + 1);
    expect(suspended()).toEqual([]);
  });

  test('a renamed channel goes on, a deleted one is suspended, and one that is restored goes on', async () => {
    await subscribeAnnouncements();
    await teams.mock('Rename channel');
    await teams.mock('Rename team');
    expect(suspended()).toEqual([]);
    await teams.mock('Remove channel');
    await expect.poll(suspended).toEqual([[announcements, 'channel_deleted']]);
    // The menu has no restored channel.
    const channel = { id: announcements, name: 'Announcements' };
    const channelData = { tenant: { id: '00000000-0000-0000-0000-0000000000001' }, team: { id: 'team-id' } };
    await teams.send(announcements, 'channelCreated', {
      channelData: { ...channelData, channel, eventType: 'channelRestored' },
    });
    await expect.poll(suspended).toEqual([]);
    expect(teams.rows('select channel, topic from subscription')).toEqual([
      { channel: announcements, topic: 'ngen' },
    ]);
  });

  test('the app leaves a team and comes back with all its channels', async () => {
    await teams.open('My Team - Announcements');
    await teams.mock('Uninstall application');
    await expect
      .poll(() => suspended().toSorted())
      .toEqual([
        [announcements, 'app_removed'],
        ['team-id', 'app_removed'],
      ]);
    await teams.mock('Install application');
    await expect.poll(suspended).toEqual([]);
    await teams.page.getByText(strings.welcomeTogether.en).first().waitFor();
  });

  test('a team that is deleted is suspended with its channels, and goes on when it is restored', async () => {
    await teams.open('My Team - Announcements');
    await teams.mock('Remove team');
    await expect
      .poll(() => suspended().toSorted())
      .toEqual([
        [announcements, 'team_deleted'],
        ['team-id', 'team_deleted'],
      ]);
    // The menu has no restored team.
    const channelData = { tenant: { id: '00000000-0000-0000-0000-0000000000001' }, team: { id: 'team-id' } };
    await teams.send('team-id', 'teamRenamed', {
      channelData: { ...channelData, eventType: 'teamRestored' },
    });
    await expect.poll(suspended).toEqual([]);
  });

  test('a message that Teams delivers twice is answered once', async () => {
    await teams.open('My Team - General');
    const again = { type: 'message', id: 'twice', text: question, textFormat: 'plain' };
    const cards = await teams.cards().count();
    await teams.send('team-id', 'userAdded', { ...again, membersAdded: undefined });
    await teams.send('team-id', 'userAdded', { ...again, membersAdded: undefined });
    await expect.poll(() => teams.cards().count()).toBe(cards + 1);
    await teams.threadCardAfter(0, async () => {
      await teams.write(' what is CETA?', 'mention');
      await teams.post();
    });
    expect(await teams.cards().count()).toBe(cards + 2);
  });

  test.each([
    ['something/else', {}, strings.unknownRequest.en],
    ['task/fetch', null, strings.unknownRequest.en],
    ['composeExtension/setting', [], strings.unknownRequest.en],
    [
      'adaptiveCard/action',
      { action: { type: 'Action.Execute', verb: 'nonsense' } },
      strings.unreadableButton.en,
    ],
    ['adaptiveCard/action', 7, strings.unreadableButton.en],
    [
      'composeExtension/fetchTask',
      { commandId: 'answerThis', messagePayload: {} },
      strings.nothingToAnswer.en,
    ],
    ['message/submitAction', { actionName: 'feedback', actionValue: 'x' }, '{}'],
  ])(
    'the request %s with %j, which the playground does not make, gets one polite sentence',
    async (name, value, said) => {
      const { status, body } = await invoke(name, value);
      expect(status).toBe(200);
      expect(body).toContain(JSON.stringify(said).slice(1, -1));
      expect(body).not.toMatch(/at .*\.ts|Error|node_modules/);
    },
  );

  test.each([
    ['{', 400],
    ['[]', 400],
    ['{"type":"message"}', 400],
    [JSON.stringify({ text: 'x'.repeat(300_000) }), 413],
  ])(
    'a body that is no activity (%#) is refused without a reason that would help anybody',
    async (body, status) => {
      const headers = { 'Content-Type': 'application/json' };
      const response = await fetch(`${teams.address}/api/messages`, { method: 'POST', headers, body });
      expect(response.status).toBe(status);
      expect((await response.text()).length).toBeLessThan(60);
    },
  );
});
