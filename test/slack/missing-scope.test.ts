/** The app lacks a permission: the log names it for the operator, and the person is told where Slack still lets us speak. */
import { describe, expect, test } from 'vitest';
import { toWire } from '../../src/cards/call.ts';
import { profileCall } from './fake-answering.ts';
import { directMessage, type Harness, mention, startHarness } from './harness.ts';
import type { Answer } from './slack-double.ts';

const lacking = (needed: string): Answer => ({
  body: { ok: false, error: 'missing_scope', needed, provided: 'commands' },
});
const told = (scope: string) =>
  new RegExp(`I lack the Slack permission ${scope}; [^]*il me manque l’autorisation Slack ${scope}\\u00a0;`);
const logLines = (harness: Harness) =>
  harness
    .logged()
    .split('\n')
    .filter((line) => line.includes('missing_scope'));

describe('a missing scope', () => {
  test('is one clear line in the log that names it, where nothing can be said', async () => {
    const harness = await startHarness();
    harness.slack.answer('chat.postMessage', lacking('chat:write'));
    await harness.event(mention());
    expect(await harness.settled()).toHaveLength(1);
    const lines = logLines(harness);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain('the app lacks the scope chat:write: add it under OAuth & Permissions');
  });

  test('is named to whoever clicks a button, through its response address', async () => {
    const harness = await startHarness();
    harness.slack.answer('chat.postMessage', lacking('chat:write'));
    await harness.click({
      actions: [{ type: 'button', action_id: 'call:1', value: JSON.stringify(toWire(profileCall)) }],
    });
    const [, sentence] = await harness.posted(2);
    expect(sentence).toMatchObject({ response_type: 'ephemeral' });
    expect(sentence?.text).toContain('I lack the Slack permission chat:write;');
  });

  test('is named to whoever subscribes by a command, and nobody is told that they may not', async () => {
    const harness = await startHarness();
    harness.slack.answer('conversations.info', lacking('channels:read'), lacking('channels:read'));
    await harness.command({ text: 'subscribe ceta' });
    const [sentence] = await harness.posted(1);
    expect(sentence?.text).toMatch(told('channels:read'));
    expect(logLines(harness)).toHaveLength(1);
  });

  test('is named in the thread of a mention', async () => {
    const harness = await startHarness();
    harness.slack.answer('users.info', lacking('users:read'));
    harness.slack.answer('conversations.info', { body: { ok: true, channel: { is_member: true } } });
    await harness.event(mention({ text: '<@UBOT> subscribe ceta' }));
    const [sentence] = await harness.posted(1);
    expect(sentence?.text).toMatch(told('users:read'));
  });

  test('without which an answer cannot be looked for does not cost the answer', async () => {
    const harness = await startHarness();
    harness.slack.answer('chat.postMessage', { status: 503, body: {} });
    harness.slack.answer('conversations.history', lacking('im:history'));
    await harness.event(directMessage());
    expect(await harness.posted(2)).toHaveLength(2);
    expect(logLines(harness)[0]).toContain('im:history');
  });
});
