import { describe, expect, test } from 'vitest';
import { strings } from '../../src/slack/strings.ts';
import { botToken, directMessage, envelopeOf, mention, startHarness } from './harness.ts';

describe('a mention in a channel', () => {
  test('is acknowledged at once and answered in its thread', async () => {
    const harness = await startHarness();
    let open = () => {};
    harness.answering.gate = new Promise((resolve) => {
      open = resolve;
    });
    const response = await harness.event(mention());
    expect(response.status).toBe(200);
    expect(harness.slack.posted).toEqual([]);
    open();
    const [posted] = await harness.posted(1);
    expect(posted).toMatchObject({ channel: 'C1', thread_ts: '1700000000.000100', unfurl_links: 'false' });
    expect(posted?.text).toContain('NGen is the advanced manufacturing cluster.');
    expect(posted?.blocks).toMatchObject([
      { type: 'header' },
      { type: 'rich_text' },
      { type: 'actions' },
      { type: 'context_actions' },
    ]);
    expect(harness.answering.asked).toEqual([
      {
        place: { platform: 'slack', workspace: 'T1', id: 'T1/C1/1700000000.000100' },
        text: 'who leads NGen?',
      },
    ]);
    expect(harness.slack.received[0]?.authorization).toBe(`Bearer ${botToken}`);
  });

  test('inside a thread is answered in that thread', async () => {
    const harness = await startHarness();
    await harness.event(mention({ thread_ts: '1690000000.000001' }));
    const [posted] = await harness.posted(1);
    expect(posted).toMatchObject({ thread_ts: '1690000000.000001' });
    expect(harness.answering.asked[0]?.place.id).toBe('T1/C1/1690000000.000001');
  });

  test('keeps every other mention and decodes what Slack encoded', async () => {
    const harness = await startHarness();
    await harness.event(
      mention({
        text: ' <@UBOT>: does <@U2|bob> of <https://ngen.ca|NGen> work with R&amp;D &lt;5% &gt; <@UBOT>?',
      }),
    );
    await harness.posted(1);
    expect(harness.answering.asked[0]?.text).toBe('does @bob of NGen work with R&D <5% > @UBOT?');
  });

  test('of somebody else first is not stripped', async () => {
    const harness = await startHarness();
    await harness.event(mention({ text: '<@U2> and <@UBOT> hello' }));
    await harness.posted(1);
    expect(harness.answering.asked[0]?.text).toBe('@U2 and @UBOT hello');
  });

  test('with nothing else gets help', async () => {
    const harness = await startHarness();
    await harness.event(mention({ text: '<@UBOT>  ' }));
    await harness.posted(1);
    expect(harness.answering.asked).toEqual([]);
    expect(harness.answering.called).toEqual([
      { call: { intent: 'help', args: {}, language: 'en' }, place: 'T1/C1/1700000000.000100' },
    ]);
  });

  test('asks Slack who the bot is only when the event does not say', async () => {
    const harness = await startHarness();
    const envelope = { authorizations: undefined };
    await harness.event(mention({ ts: '1.1' }), envelope);
    await harness.event(mention({ ts: '1.2' }), envelope);
    await harness.posted(2);
    expect(harness.answering.asked.map((question) => question.text)).toEqual([
      'who leads NGen?',
      'who leads NGen?',
    ]);
    expect(harness.slack.calls('auth.test')).toHaveLength(1);
  });

  test('of 10,000 characters reaches the conversation whole', async () => {
    const harness = await startHarness();
    await harness.event(mention({ text: `<@UBOT> ${'a'.repeat(10_000)}` }));
    await harness.posted(1);
    expect(harness.answering.asked[0]?.text).toBe('a'.repeat(10_000));
  });
});

describe('a direct message', () => {
  test('is answered beside the question', async () => {
    const harness = await startHarness();
    await harness.event(directMessage());
    const [posted] = await harness.posted(1);
    expect(posted).toMatchObject({ channel: 'D1' });
    expect(posted).not.toHaveProperty('thread_ts');
    expect(harness.answering.asked[0]).toEqual({
      place: { platform: 'slack', workspace: 'T1', id: 'T1/D1' },
      text: 'who leads NGen?',
    });
  });

  test('in a thread is answered there', async () => {
    const harness = await startHarness();
    await harness.event(directMessage({ thread_ts: '1.5' }));
    const [posted] = await harness.posted(1);
    expect(posted).toMatchObject({ channel: 'D1', thread_ts: '1.5' });
    expect(harness.answering.asked[0]?.place.id).toBe('T1/D1/1.5');
  });

  test.each(['file_share', 'thread_broadcast'])('of subtype %s is a question', async (subtype) => {
    const harness = await startHarness();
    await harness.event(directMessage({ subtype }));
    expect(await harness.posted(1)).toHaveLength(1);
  });
});

describe('what is not a question stays unanswered', () => {
  test.each([
    ['a bot’s message', directMessage({ bot_id: 'B2' })],
    ['a bot’s mention', mention({ bot_id: 'B2' })],
    ['an own message', directMessage({ user: 'UBOT' })],
    ['an own mention', mention({ user: 'UBOT' })],
    ['Slackbot', directMessage({ user: 'USLACKBOT' })],
    ['an edit', directMessage({ subtype: 'message_changed', hidden: true })],
    ['an edited mention', mention({ edited: { user: 'UANN', ts: '1.1' } })],
    ['a deletion', directMessage({ subtype: 'message_deleted' })],
    ['a join', directMessage({ subtype: 'channel_join' })],
    ['a hidden message', directMessage({ hidden: true })],
    ['a channel message without mention', directMessage({ channel_type: 'channel', channel: 'C1' })],
    ['a message without author', directMessage({ user: undefined })],
  ])('%s', async (_, event) => {
    const harness = await startHarness();
    expect((await harness.event(event)).status).toBe(200);
    expect(await harness.settled()).toEqual([]);
    expect(harness.answering.asked).toEqual([]);
  });
});

describe('what arrives twice is answered once', () => {
  test('the same event delivered again', async () => {
    const harness = await startHarness();
    const body = JSON.stringify(envelopeOf(mention()));
    await harness.send(body);
    const again = await harness.send(body, { headers: { 'x-slack-retry-num': '1' } });
    expect(again.status).toBe(200);
    expect(await harness.settled()).toHaveLength(1);
  });

  test('an event known by its id, whatever it says', async () => {
    const harness = await startHarness();
    await harness.event(mention({ ts: '1.1' }), { event_id: 'EvSame' });
    await harness.event(mention({ ts: '1.2' }), { event_id: 'EvSame' });
    expect(await harness.settled()).toHaveLength(1);
  });

  test('a first delivery that carries a retry number is answered', async () => {
    const harness = await startHarness();
    await harness.send(JSON.stringify(envelopeOf(mention())), { headers: { 'x-slack-retry-num': '1' } });
    expect(await harness.settled()).toHaveLength(1);
  });

  test('a message that raises app_mention and message', async () => {
    const harness = await startHarness();
    const same = { ts: '1700000000.000500', channel: 'D1', text: '<@UBOT> who leads NGen?' };
    await Promise.all([harness.event(mention(same)), harness.event(directMessage(same))]);
    expect(await harness.settled()).toHaveLength(1);
  });

  test('two questions asked quickly are both answered', async () => {
    const harness = await startHarness();
    await Promise.all([harness.event(mention({ ts: '1.1' })), harness.event(mention({ ts: '1.2' }))]);
    expect(await harness.settled()).toHaveLength(2);
  });
});

describe('when something fails', () => {
  const secretText = 'my very private question';

  test('in the conversation, the person is told in both languages and the log keeps the text out', async () => {
    const harness = await startHarness();
    harness.answering.failure = Object.assign(new Error(`cannot answer ${secretText}`), {
      code: 'SQLITE_BUSY',
    });
    await harness.event(mention({ text: `<@UBOT> ${secretText}` }));
    const [posted] = await harness.posted(1);
    expect(posted?.text).toBe(`${strings.failed.en}\n${strings.failed.fr}`);
    expect(harness.logged()).toContain('SQLITE_BUSY');
    expect(harness.logged()).not.toContain(secretText);
    expect(harness.logged()).not.toContain(botToken);
  });

  test('at Slack, its word for it is logged without text, names or token', async () => {
    const harness = await startHarness();
    harness.slack.answer('chat.postMessage', { body: { ok: false, error: 'is_archived' } });
    await harness.event(mention({ text: `<@UBOT> ${secretText}` }));
    expect(await harness.settled()).toHaveLength(1);
    expect(harness.logged()).toContain('"cause":"is_archived"');
    for (const secret of [secretText, botToken, 'UANN', 'advanced manufacturing']) {
      expect(harness.logged()).not.toContain(secret);
    }
  });

  test('with status 500 at Slack, it is tried again', async () => {
    const harness = await startHarness();
    harness.slack.answer('chat.postMessage', { status: 500, body: 'oops' });
    await harness.event(mention());
    expect(await harness.posted(2)).toHaveLength(2);
    expect(harness.logged()).not.toContain('not delivered');
  });

  test('with blocks that Slack refuses, the text goes alone', async () => {
    const harness = await startHarness();
    const refusal = { body: { ok: false, error: 'invalid_blocks' } };
    harness.slack.answer('chat.postMessage', refusal, refusal);
    await harness.event(mention());
    const [first, second, third] = await harness.settled();
    expect(first).toHaveProperty('blocks');
    expect(second).toHaveProperty('blocks');
    expect(third).not.toHaveProperty('blocks');
    expect(third?.text).toBe(first?.text);
  });

  test('a short rate limit is waited out, without holding up another channel', async () => {
    const harness = await startHarness();
    harness.slack.answer('chat.postMessage', { status: 429, headers: { 'retry-after': '1' } });
    await harness.event(mention({ ts: '1.1', channel: 'C1' }));
    await harness.posted(1);
    const before = Date.now();
    await harness.event(mention({ ts: '1.2', channel: 'C2' }));
    await harness.posted(2);
    expect(Date.now() - before).toBeLessThan(900);
    const posted = await harness.settled();
    expect(posted.map((message) => message.channel)).toEqual(['C1', 'C2', 'C1']);
  });

  test('a long rate limit is waited out as long as Slack asks', async () => {
    const harness = await startHarness();
    harness.slack.answer('chat.postMessage', { status: 429, headers: { 'retry-after': '60' } });
    await harness.event(mention());
    expect(await harness.settled()).toHaveLength(1);
    expect(harness.logged()).toContain('"retryAfter":60');
    expect(harness.logged()).toContain('kept until Slack takes it');
  });
});
