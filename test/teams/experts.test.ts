import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AdaptiveCardPayload } from '../../src/teams/adaptive-card.ts';
import { expertStrings as strings } from '../../src/teams/expert-strings.ts';
import { limitViolations } from '../../src/teams/limits.ts';
import { strings as common } from '../../src/teams/strings.ts';
import { channelMessage, click, personalMessage } from './activities.ts';
import { complaints } from './official-renderer.ts';
import { startServer, type TestServer } from './server.ts';

const expertChannel = '19:experts@thread.tacv2';
const expert = { id: '29:expert', name: 'Grace Hopper', aadObjectId: '33333333-3333-4333-8333-333333333333' };
const inExperts = {
  from: expert,
  conversation: { id: `${expertChannel};messageid=1`, conversationType: 'channel', tenantId: 'tenant-1' },
  channelData: { tenant: { id: 'tenant-1' }, team: { id: '19:team@thread.tacv2' } },
};

let server: TestServer;
beforeEach(async () => {
  server = await startServer();
  // The bot has been in the channel, so it can speak there.
  await server.post({ ...channelMessage(server.serviceUrl, 'hi'), ...inExperts });
  server.services.experts.expertChannel = expertChannel;
  server.sent.length = 0;
});
afterEach(() => server.close());

const press = async (verb: string, data: object, more: object = {}): Promise<string> => {
  const response = await server.post({
    ...click(server.serviceUrl, data, verb),
    replyToId: 'card-1',
    ...more,
  });
  expect(response.status).toBe(200);
  return JSON.parse(response.body).value;
};
const requests = () => [...server.services.experts.requests.values()];
const paths = () => server.sent.map((sent) => `${sent.method} ${decodeURIComponent(sent.path)}`);
const cardOf = (index: number) =>
  server.sent.at(index)?.activity.attachments?.[0]?.content as AdaptiveCardPayload;
const verbsOf = (card: AdaptiveCardPayload) =>
  card.body.flatMap((item) =>
    item.type === 'ActionSet' ? item.actions.map((action) => ('verb' in action ? action.verb : '')) : [],
  );

/** Asks as Ada does, and returns the id of the request. */
async function ask(more: object = {}): Promise<string> {
  const asked = { v: 1, language: 'en', question: 'Who is the minister?' };
  expect(await press('ask-person-send', asked, more)).toBe(strings.sent.en);
  const id = requests().at(-1)?.id ?? '';
  server.sent.length = 0;
  return id;
}

describe('asking a person', () => {
  it('is offered under answers and where there is no answer, but not under a greeting', async () => {
    for (const outcome of ['answer', 'no-answer', 'unsupported', 'did-you-mean'] as const) {
      server.answering.outcome = outcome;
      await server.post(personalMessage(server.serviceUrl, 'Who is the minister?'));
      expect(JSON.stringify(server.sent.pop())).toContain('"verb":"ask-person"');
    }
    server.answering.outcome = 'social';
    await server.post(personalMessage(server.serviceUrl, 'hi'));
    expect(JSON.stringify(server.sent)).not.toContain('ask-person');
  });

  it('is not offered where nobody named an experts’ channel', async () => {
    server.services.experts.expertChannel = undefined;
    await server.post(personalMessage(server.serviceUrl, 'Who is the minister?'));
    expect(JSON.stringify(server.sent)).not.toContain('ask-person');
    expect(await press('ask-person-send', { v: 1, language: 'fr', question: 'x' })).toBe(
      strings.noExperts.fr,
    );
    expect(requests()).toEqual([]);
  });

  it('first shows the question, to be changed, and says where it goes', async () => {
    await press('ask-person', { v: 1, language: 'en', question: 'Who is *it*?' });
    const json = JSON.stringify(cardOf(0));
    expect(json).toContain(strings.confirmText.en);
    expect(json).toContain('"value":"Who is *it*?"');
    expect(verbsOf(cardOf(0))).toEqual(['ask-person-send']);
    expect(complaints(cardOf(0))).toEqual([]);
    expect(requests()).toEqual([]);
  });

  it('puts a card before the experts and takes the form away', async () => {
    const asked = { v: 1, language: 'en', question: ' Who is the minister? ' };
    expect(await press('ask-person-send', asked)).toBe(strings.sent.en);
    expect(paths()).toEqual([
      `POST /v3/conversations/${expertChannel}/activities`,
      'PUT /v3/conversations/a:personal-chat/activities/card-1',
    ]);
    const card = cardOf(0);
    expect(JSON.stringify(card)).toContain('Who is the minister?');
    expect(JSON.stringify(card)).toContain('Ada Lovelace');
    expect(verbsOf(card)).toEqual(['expert-take', 'expert-answer', 'expert-close']);
    expect(complaints(card)).toEqual([]);
    expect(limitViolations(card)).toEqual([]);
    expect(verbsOf(cardOf(1))).toEqual([]);
    expect(requests()).toMatchObject([
      {
        state: 'open',
        workspace: 'tenant-1',
        channel: 'a:personal-chat',
        question: 'Who is the minister?',
        expertChannel,
        cardId: 'sent-1',
      },
    ]);
    expect(JSON.stringify(requests())).not.toContain('Ada');
  });

  it('twice by the same click is done once', async () => {
    const activity = {
      ...click(server.serviceUrl, { v: 1, language: 'en', question: 'Who?' }, 'ask-person-send'),
      replyToId: 'card-1',
    };
    await server.post(activity);
    await server.post(activity);
    expect(requests()).toHaveLength(1);
  });

  it('with no words is refused', async () => {
    expect(await press('ask-person-send', { v: 1, language: 'en', question: ' ' })).toBe(strings.noWords.en);
    expect(requests()).toEqual([]);
  });

  it('says when the experts cannot be reached, and leaves nothing open', async () => {
    server.services.records.delete(expertChannel);
    const asked = { v: 1, language: 'en', question: 'Who?' };
    expect(await press('ask-person-send', asked)).toBe(strings.notReached.en);
    expect(requests()).toMatchObject([{ state: 'closed' }]);
    expect(server.sent).toEqual([]);
    expect(server.log()).toContain('teams_experts_not_reached');
    expect(server.log()).not.toContain('Who?');
  });

  it.each([
    {},
    { v: 1, language: 'de', question: 'x' },
    { v: 1, language: 'en', question: 'x'.repeat(1_001) },
  ])('with data we never made is refused politely: %j', async (data) => {
    expect(await press('ask-person', data)).toBe(common.unreadableButton.en);
    expect(await press('ask-person-send', data)).toBe(common.unreadableButton.en);
  });
});

describe('the experts', () => {
  it('take a question once', async () => {
    const id = await ask();
    expect(await press('expert-take', { v: 1, id }, inExperts)).toBe(strings.done.en);
    expect(requests()).toMatchObject([{ state: 'taken' }]);
    expect(paths()).toEqual([`PUT /v3/conversations/${expertChannel};messageid=1/activities/card-1`]);
    expect(JSON.stringify(cardOf(0))).toContain('Taken by Grace Hopper');
    expect(verbsOf(cardOf(0))).toEqual(['expert-answer', 'expert-close']);
    expect(await press('expert-take', { v: 1, id }, inExperts)).toBe(strings.moved.en);
  });

  it('answer, and the answer goes to where the question was asked', async () => {
    const id = await ask();
    const answered = { v: 1, id, answer: ' The *Minister*, [see](javascript:alert(1)). ' };
    expect(await press('expert-answer', answered, inExperts)).toBe(strings.delivered.en);
    expect(paths()).toEqual([
      'POST /v3/conversations/a:personal-chat/activities',
      `PUT /v3/conversations/${expertChannel};messageid=1/activities/card-1`,
    ]);
    const json = JSON.stringify(cardOf(0));
    expect(json).toContain('Grace Hopper answers your question');
    expect(json).toContain('Who is the minister?');
    expect(complaints(cardOf(0))).toEqual([]);
    expect(server.sent[0]?.activity.summary).toBe('Grace Hopper answers your question');
    expect(requests()).toMatchObject([{ state: 'answered' }]);
    expect(verbsOf(cardOf(1))).toEqual(['expert-close']);
    // The second answer comes too late, and the person who asked is not told twice.
    expect(await press('expert-answer', answered, inExperts)).toBe(strings.moved.en);
    expect(server.sent).toHaveLength(2);
  });

  it('answer in the thread of a channel', async () => {
    const { conversation, channelData } = channelMessage(server.serviceUrl, '');
    await server.post(channelMessage(server.serviceUrl, 'hi'));
    const id = await ask({ conversation, channelData });
    await press('expert-answer', { v: 1, id, answer: 'She.' }, inExperts);
    expect(paths()[0]).toBe(
      'POST /v3/conversations/19:channel@thread.tacv2;messageid=1700000000001/activities',
    );
  });

  it('close what is answered in silence, and what is not with a word to who asked', async () => {
    const answered = await ask();
    await press('expert-answer', { v: 1, id: answered, answer: 'She.' }, inExperts);
    server.sent.length = 0;
    expect(await press('expert-close', { v: 1, id: answered, answer: '' }, inExperts)).toBe(strings.done.en);
    expect(paths()).toHaveLength(1);
    expect(verbsOf(cardOf(0))).toEqual([]);
    const open = await ask();
    expect(await press('expert-close', { v: 1, id: open }, inExperts)).toBe(strings.done.en);
    expect(JSON.stringify(cardOf(0))).toContain('Grace Hopper closed your question without an answer.');
    expect(requests().map(({ state }) => state)).toEqual(['closed', 'closed']);
  });

  it('are told when the person who asked cannot be reached', async () => {
    const id = await ask();
    server.answerNext({ status: 403, code: 'ConversationBlockedByUser' });
    const answered = { v: 1, id, answer: 'She.' };
    expect(await press('expert-answer', answered, inExperts)).toBe(strings.undelivered.en);
    expect(server.log()).toContain('teams_asker_not_reached');
  });

  it('need words to answer', async () => {
    const id = await ask();
    expect(await press('expert-answer', { v: 1, id, answer: '  ' }, inExperts)).toBe(strings.noAnswer.en);
    expect(requests()).toMatchObject([{ state: 'open' }]);
  });

  it('are those in their channel: a button elsewhere, or of another tenant, does nothing', async () => {
    const id = await ask();
    for (const more of [
      {},
      { ...inExperts, channelData: { tenant: { id: 'tenant-2' } } },
      { ...inExperts, conversation: { ...inExperts.conversation, id: '19:other@thread.tacv2' } },
    ]) {
      for (const verb of ['expert-take', 'expert-answer', 'expert-close']) {
        expect(await press(verb, { v: 1, id, answer: 'x' }, more)).toBe(common.unreadableButton.en);
      }
    }
    expect(await press('expert-take', { v: 1, id: 'x' }, inExperts)).toBe(common.unreadableButton.en);
    expect(requests()).toMatchObject([{ state: 'open' }]);
    expect(server.sent).toEqual([]);
  });

  it('keep the card as it was where Teams does not change it', async () => {
    const id = await ask();
    server.answerNext({ status: 404, code: 'ActivityNotFoundInConversation' });
    expect(await press('expert-take', { v: 1, id }, inExperts)).toBe(strings.done.en);
    expect(server.log()).toContain('teams_card_not_changed');
  });
});

describe('the experts’ channel', () => {
  const say = (text: string, more: object = inExperts) =>
    server.post({ ...channelMessage(server.serviceUrl, text), ...more });
  const heard = () => server.sent.map((sent) => sent.activity.text);

  it('is named there by an administrator, and given up again', async () => {
    server.services.experts.administrators.push(expert.aadObjectId);
    server.services.experts.expertChannel = undefined;
    await say('experts here');
    expect(server.services.experts.expertChannel).toBe(expertChannel);
    await say('Experts off');
    expect(server.services.experts.expertChannel).toBeUndefined();
    await say('experts ici');
    expect(heard()).toEqual([strings.expertsHere.en, strings.expertsOff.en, strings.expertsHere.en]);
    expect(server.answering.questions).toHaveLength(1);
  });

  it('is no matter for anybody else', async () => {
    await say('experts off');
    expect(heard()).toEqual([strings.expertsNotAllowed.en]);
    expect(server.services.experts.expertChannel).toBe(expertChannel);
  });

  it('is none that belongs to one person', async () => {
    server.services.experts.administrators.push(expert.aadObjectId);
    await server.post(personalMessage(server.serviceUrl, 'experts here', { from: expert }));
    expect(heard()).toEqual([strings.expertsInChannel.en]);
    expect(server.services.experts.expertChannel).toBe(expertChannel);
  });
});
