import { describe, expect, test } from 'vitest';
import { toWire } from '../../src/cards/call.ts';
import { commands } from '../../src/intents/commands.ts';
import { strings } from '../../src/slack/strings.ts';
import { profileCall, profileCard, replyOf } from './fake-answering.ts';
import { privately, startHarness } from './harness.ts';

const callAction = { action_id: 'call:1', type: 'button', value: JSON.stringify(toWire(profileCall)) };
const shareAction = (asked?: string) => ({
  action_id: 'share',
  type: 'button',
  value: JSON.stringify({ call: toWire(profileCall), asked }),
});

interface Element {
  readonly action_id: string;
  readonly value: string;
}
function buttons(message: Readonly<Record<string, unknown>> | undefined): Element[] {
  const blocks = (message?.blocks ?? []) as { readonly type: string; readonly elements: Element[] }[];
  return blocks.filter((block) => block.type === 'actions').flatMap((block) => block.elements);
}

describe('a slash command', () => {
  test('is answered to its author with the question on top and a button to share', async () => {
    const harness = await startHarness();
    const response = await harness.command({ text: 'ask who leads NGen?' });
    expect([response.status, await response.text()]).toEqual([200, '']);
    const [reply] = await harness.posted(1);
    expect(reply).toMatchObject({ response_type: 'ephemeral', replace_original: false });
    expect(reply?.text).toMatch(/^You asked: who leads NGen\?\n\nNGen\n\n/);
    expect(reply?.blocks).toMatchObject([
      { type: 'context', elements: [{ type: 'plain_text', text: 'You asked: who leads NGen?' }] },
      { type: 'header' },
      { type: 'rich_text' },
      { type: 'actions' },
      { type: 'context_actions' },
    ]);
    expect(buttons(reply).map((button) => button.action_id)).toEqual(['call:0', 'open:1', 'share']);
    expect(JSON.parse(buttons(reply)[2]?.value ?? '')).toEqual({
      call: toWire(profileCall),
      asked: 'who leads NGen?',
    });
    expect(harness.answering.asked).toEqual([
      { place: { platform: 'slack', workspace: 'T1', id: 'T1/C1/UANN' }, text: 'who leads NGen?' },
    ]);
  });

  test('is restated in the language of its answer', async () => {
    const harness = await startHarness();
    harness.answering.reply = replyOf({ ...profileCard, language: 'fr' });
    await harness.command({ text: 'question qui dirige NGen ?' });
    const [reply] = await harness.posted(1);
    expect(reply?.text).toMatch(/^Vous avez demandé : qui dirige NGen \?/);
    expect(JSON.stringify(reply?.blocks)).toContain(strings.share.fr);
  });

  test.each(commands.map((command) => [command.name, command.about]))(
    '/%s says what its question is about: %s',
    async (name, about) => {
      const harness = await startHarness();
      await harness.command({ command: `/${name}`, text: 'is it in force?' });
      await harness.posted(1);
      expect(harness.answering.asked[0]?.about).toBe(about);
    },
  );

  test('/supercluster alone gets help', async () => {
    const harness = await startHarness();
    await harness.command({ command: '/supercluster', text: '  ' });
    const [reply] = await harness.posted(1);
    expect(harness.answering.called[0]?.call.intent).toBe('help');
    expect(reply?.text).toMatch(/^NGen/);
  });

  test('/ceta alone gets what it is about', async () => {
    const harness = await startHarness();
    await harness.command({ command: '/ceta', text: '  ' });
    await harness.posted(1);
    expect(harness.answering.asked[0]).toMatchObject({ text: '', about: 'ceta' });
  });

  test('whose answer cannot be repeated offers no share button', async () => {
    const harness = await startHarness();
    const { call: _, ...reply } = replyOf(profileCard);
    harness.answering.reply = reply;
    await harness.command({});
    const [message] = await harness.posted(1);
    expect(buttons(message).map((button) => button.action_id)).toEqual(['call:0', 'open:1']);
  });

  test('nobody declared gets one sentence', async () => {
    const harness = await startHarness();
    expect((await harness.command({ command: '/weather' })).status).toBe(200);
    const [reply] = await harness.posted(1);
    expect(reply).toMatchObject({
      text: `${strings.unknownCommand.en}\n${strings.unknownCommand.fr}`,
      response_type: 'ephemeral',
    });
    expect(harness.answering.asked).toEqual([]);
  });

  test('that fails gets one sentence', async () => {
    const harness = await startHarness();
    harness.answering.failure = new Error('secret words');
    await harness.command({ text: 'secret words' });
    const [reply] = await harness.posted(1);
    expect(reply?.text).toContain(strings.failed.en);
    expect(harness.logged()).toContain('question not answered');
    expect(harness.logged()).not.toContain('secret words');
  });

  test('whose blocks Slack refuses gets the text alone', async () => {
    const harness = await startHarness();
    const refusal = { body: { ok: false, error: 'invalid_blocks' } };
    harness.slack.answer('response', refusal, refusal);
    await harness.command({});
    const [first, second, third] = await harness.settled();
    expect(first).toHaveProperty('blocks');
    expect(second).toHaveProperty('blocks');
    expect(third).not.toHaveProperty('blocks');
    expect(third?.text).toBe(first?.text);
  });

  test('whose response address is gone is logged and ends there', async () => {
    const harness = await startHarness();
    harness.slack.answer('response', { status: 404 }, { status: 404 });
    await harness.command({});
    await harness.settled();
    expect(harness.logged()).toContain('"status":404');
    expect(harness.logged()).not.toContain(harness.slack.responseUrl);
  });
});

describe('a button that asks', () => {
  test('under a public message is answered in its thread', async () => {
    const harness = await startHarness();
    await harness.click({ actions: [callAction] });
    const [posted] = await harness.posted(1);
    expect(posted).toMatchObject({ channel: 'C1', thread_ts: '1700000000.000300' });
    // The others in the thread did not see it asked.
    expect(posted?.text).toMatch(/^Asked by <@UANN>\n\nNGen/);
    expect(JSON.stringify(posted?.blocks)).toContain('{"type":"user","user_id":"UANN"}');
    expect(harness.answering.called).toEqual([{ call: profileCall, place: 'T1/C1/1700000000.000300' }]);
  });

  test('inside a thread is answered in that thread', async () => {
    const harness = await startHarness();
    await harness.click({ actions: [callAction], message: { ts: '1.9', thread_ts: '1.1' } });
    const [posted] = await harness.posted(1);
    expect(posted).toMatchObject({ thread_ts: '1.1' });
    expect(harness.answering.called[0]?.place).toBe('T1/C1/1.1');
  });

  test('in a direct message is answered beside it', async () => {
    const harness = await startHarness();
    await harness.click({ actions: [callAction], channel: { id: 'D1', name: 'directmessage' } });
    const [posted] = await harness.posted(1);
    expect(posted).toMatchObject({ channel: 'D1' });
    expect(posted).not.toHaveProperty('thread_ts');
    expect(posted?.text).toMatch(/^NGen/);
    expect(harness.answering.called[0]?.place).toBe('T1/D1');
  });

  test('under a private answer is answered privately', async () => {
    const harness = await startHarness();
    await harness.click({ actions: [callAction], ...privately });
    const [reply] = await harness.posted(1);
    expect(reply).toMatchObject({ response_type: 'ephemeral', replace_original: false });
    expect(harness.slack.calls('chat.postMessage')).toEqual([]);
    expect(harness.answering.called[0]?.place).toBe('T1/C1/UANN');
  });

  test('in a channel closed to the bot is answered privately', async () => {
    const harness = await startHarness();
    harness.slack.answer('chat.postMessage', { body: { ok: false, error: 'not_in_channel' } });
    await harness.click({ actions: [callAction] });
    await harness.posted(2);
    expect(harness.slack.calls('response')).toMatchObject([
      { response_type: 'ephemeral', text: expect.stringContaining('NGen is the advanced') },
    ]);
  });

  test.each([
    ['nothing', undefined],
    ['no JSON', 'x'],
    ['another version', JSON.stringify({ ...toWire(profileCall), v: 2 })],
    ['more than Slack carries', 'x'.repeat(2_001)],
  ])('with %s in it gets one sentence', async (_, value) => {
    const harness = await startHarness();
    expect((await harness.click({ actions: [{ ...callAction, value }] })).status).toBe(200);
    const [reply] = await harness.posted(1);
    expect(reply).toMatchObject({
      text: `${strings.unreadableButton.en}\n${strings.unreadableButton.fr}`,
      response_type: 'ephemeral',
    });
    expect(harness.answering.called).toEqual([]);
  });

  test('that fails gets one sentence in its language', async () => {
    const harness = await startHarness();
    harness.answering.failure = new Error('no');
    const value = JSON.stringify(toWire({ ...profileCall, language: 'fr' }));
    await harness.click({ actions: [{ ...callAction, value }] });
    const [reply] = await harness.posted(1);
    expect(reply?.text).toBe(strings.failed.fr);
  });
});

describe('the share button', () => {
  test('shows the answer to the channel, with the question and who shares it', async () => {
    const harness = await startHarness();
    await harness.click({ actions: [shareAction('who <!channel> leads NGen?')], ...privately });
    const [shared] = await harness.posted(1);
    expect(shared).toMatchObject({ response_type: 'in_channel', replace_original: false });
    expect(shared?.text).toMatch(/^Shared by <@UANN> — who &lt;!channel&gt; leads NGen\?\n\nNGen/);
    expect((shared?.blocks as object[] | undefined)?.[0]).toEqual({
      type: 'rich_text',
      elements: [
        {
          type: 'rich_text_section',
          elements: [
            { type: 'text', text: 'Shared by ' },
            { type: 'user', user_id: 'UANN' },
            { type: 'text', text: ' — who <!channel> leads NGen?' },
          ],
        },
      ],
    });
    expect(buttons(shared).map((button) => button.action_id)).toEqual(['call:0', 'open:1']);
    expect(harness.answering.called).toEqual([{ call: profileCall, place: undefined }]);
  });

  test('takes the question from the answer when it carries none', async () => {
    const harness = await startHarness();
    harness.answering.reply = replyOf(profileCard, profileCall, 'NGen?');
    await harness.click({ actions: [shareAction()], ...privately });
    const [shared] = await harness.posted(1);
    expect(shared?.text).toMatch(/^Shared by <@UANN> — NGen\?/);
  });

  test.each(['x', JSON.stringify(toWire(profileCall)), JSON.stringify({ call: {}, asked: 'x' })])(
    'with forged value %s gets one sentence',
    async (value) => {
      const harness = await startHarness();
      await harness.click({ actions: [{ action_id: 'share', type: 'button', value }], ...privately });
      const [reply] = await harness.posted(1);
      expect(reply?.text).toContain(strings.unreadableButton.en);
      expect(harness.answering.called).toEqual([]);
    },
  );

  test('that fails tells only the person who shares', async () => {
    const harness = await startHarness();
    harness.answering.failure = new Error('no');
    await harness.click({ actions: [shareAction('x')], ...privately });
    const [reply] = await harness.posted(1);
    expect(reply).toMatchObject({ text: strings.failed.en, response_type: 'ephemeral' });
  });
});

describe('the Markdown button', () => {
  const markdownAction = { ...callAction, action_id: 'markdown:3' };

  test('hands the text to the one who clicks, in the thread of the button', async () => {
    const harness = await startHarness();
    await harness.click({ actions: [markdownAction], message: { ts: '1.9', thread_ts: '1.1' } });
    const [reply] = await harness.posted(1);
    expect(reply).toMatchObject({ response_type: 'ephemeral', replace_original: false, thread_ts: '1.1' });
    const text =
      '# NGen\n\nNGen is the advanced manufacturing cluster.\n\n- [Website](https://www.ngen.ca/)\n';
    expect(reply?.blocks).toMatchObject([
      { type: 'rich_text', elements: [{ elements: [{ type: 'text', text: strings.markdown.en }] }] },
      {
        type: 'rich_text',
        elements: [{ type: 'rich_text_preformatted', elements: [{ type: 'text', text }] }],
      },
    ]);
    expect(reply?.text).toBe(`${strings.markdown.en}\n\`\`\`\n${text}\`\`\``);
    expect(harness.slack.calls('chat.postMessage')).toEqual([]);
    // What is only copied does not change what the thread is about.
    expect(harness.answering.called).toEqual([{ call: profileCall, place: undefined }]);
  });

  test('outside a thread opens none, for nobody would see a private message in it', async () => {
    const harness = await startHarness();
    await harness.click({ actions: [markdownAction] });
    const [reply] = await harness.posted(1);
    expect(reply).toMatchObject({ response_type: 'ephemeral' });
    expect(reply).not.toHaveProperty('thread_ts');
  });

  test('with a forged value gets one sentence, and one that fails another', async () => {
    const harness = await startHarness();
    await harness.click({ actions: [{ ...markdownAction, value: 'x' }] });
    await harness.posted(1);
    harness.answering.failure = new Error('no');
    await harness.click({ actions: [markdownAction] });
    const said = (await harness.posted(2)).map((reply) => reply.text);
    expect(said).toEqual([
      `${strings.unreadableButton.en}\n${strings.unreadableButton.fr}`,
      strings.failed.en,
    ]);
  });
});

describe('other buttons', () => {
  test('a link is acknowledged and nothing more', async () => {
    const harness = await startHarness();
    const response = await harness.click({ actions: [{ action_id: 'open:2', type: 'button' }] });
    expect(response.status).toBe(200);
    expect(await harness.settled()).toEqual([]);
  });

  test.each(['', 'vote', 'callout', 'sharepoint'])(
    '“%s”, which nobody knows, gets one sentence',
    async (id) => {
      const harness = await startHarness();
      const response = await harness.click({ actions: [{ action_id: id, type: 'button', value: '1' }] });
      expect(response.status).toBe(200);
      const [reply] = await harness.posted(1);
      expect(reply?.text).toContain(strings.unreadableButton.fr);
    },
  );

  test('an interaction of another kind is acknowledged', async () => {
    const harness = await startHarness();
    expect((await harness.click({ type: 'view_closed' })).status).toBe(200);
    expect(await harness.settled()).toEqual([]);
  });
});
