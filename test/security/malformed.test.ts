import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startWholeBot, type WholeBot } from '../support/whole-bot.ts';
import { personalMessage } from '../teams/activities.ts';

let bot: WholeBot;
beforeAll(async () => {
  bot = await startWholeBot();
}, 60_000);
afterAll(() => bot.stop());

const form = 'application/x-www-form-urlencoded';
const event = { type: 'app_mention', user: 'UANN', text: 'NGen', ts: '1.1', channel: 'C1' };
const envelope = { type: 'event_callback', team_id: 'T1', event_id: 'Ev1', event };
const click = {
  type: 'block_actions',
  team: { id: 'T1' },
  user: { id: 'UANN' },
  actions: [{ action_id: 'x' }],
};
const submission = {
  ...{ type: 'view_submission', team: click.team, user: click.user },
  view: { id: 'V1', type: 'modal', callback_id: 'x', state: { values: {} } },
};

describe('what Slack signed but Bolt cannot read is a bad request, not a failure that Slack repeats', () => {
  test.each([
    ['no authorization', { ...envelope, authorizations: [null] }],
    ['no user', { ...envelope, event: { ...event, user: null } }],
    ['no channel', { ...envelope, event: { ...event, channel: null } }],
    ['a channel that is a number', { ...envelope, event: { ...event, channel: 5 } }],
    ['an item that is none', { ...envelope, event: { ...event, item: 'x' } }],
    ['a workspace that is no id', { ...envelope, team_id: { toString: {} } }],
    ['an authorization for no id', { ...envelope, authorizations: [{ team_id: [{ toString: '' }] }] }],
    ['a subteam that is none', { ...envelope, event: { ...event, subteam: null } }],
    ['a function that nobody runs', { ...envelope, event: { ...event, type: 'function_executed' } }],
  ])('an event with %s', async (_what, body) => {
    expect((await bot.postSlack(JSON.stringify(body))).status).toBe(400);
  });

  test.each([
    ['nobody', { ...click, user: null }],
    ['no channel', { ...click, channel: null }],
    ['a workspace that is no id', { ...click, team: { id: { toString: {} } } }],
    ['a workspace named __proto__', { ...click, team: { id: '__proto__' } }],
    ['a button without a name', { ...click, actions: [{ action_id: null }] }],
    ['a form without its addresses', { ...click, response_urls: null }],
    ['a form with an address that is none', { ...submission, response_urls: [null] }],
    ['nobody in a shortcut', { type: 'shortcut', callback_id: 'ask_guide' }],
  ])('a click of %s', async (_what, payload) => {
    const body = new URLSearchParams({ payload: JSON.stringify(payload) }).toString();
    expect((await bot.postSlack(body, form)).status).toBe(400);
  });
});

test.each(['supercluster', '', ' /ceta'])(
  'a command “%s” is refused at once, not after three seconds',
  async (command) => {
    const body = new URLSearchParams({ command, text: 'NGen', team_id: 'T1' }).toString();
    expect((await bot.postSlack(body, form)).status).toBe(400);
  },
);

test('an activity with parts that cannot be compared is a bad request', async () => {
  const channelId = { length: [{ toString: '' }] };
  const activity = { ...personalMessage(bot.connector.serviceUrl, 'NGen'), channelId };
  expect((await bot.postTeams(activity)).status).toBe(400);
});

describe('the channel of an activity', () => {
  const post = (activity: object, authorization: string) =>
    fetch(`${bot.url}/api/messages`, {
      method: 'POST',
      body: JSON.stringify(activity),
      headers: { 'content-type': 'application/json', authorization },
    });

  test.each(['', ' ', undefined])(
    'that is %j does not let a key of another channel sign',
    async (channelId) => {
      const activity = { ...personalMessage(bot.connector.serviceUrl, 'NGen'), channelId };
      const status = (await post(activity, bot.issuer.token({ header: { kid: 'other' } }))).status;
      expect([400, 401]).toContain(status);
    },
  );

  test('that is left out is Teams', async () => {
    const activity = { ...personalMessage(bot.connector.serviceUrl, 'NGen'), channelId: undefined };
    expect((await post(activity, bot.issuer.token())).status).toBe(200);
  });
});
