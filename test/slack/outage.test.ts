/** Slack's Web API is out of order, and only response addresses are reached. */
import { expect, test } from 'vitest';
import { type Harness, startHarness } from './harness.ts';

const outOfOrder = { status: 503, body: {} };
const methods = ['chat.postMessage', 'auth.test', 'users.info'];

async function startInOutage(): Promise<Harness> {
  const harness = await startHarness();
  for (const method of methods) harness.slack.always(method, outOfOrder);
  return harness;
}

test('a slash command is answered all the same', async () => {
  const harness = await startInOutage();
  await harness.command({ text: 'ask who leads NGen?' });
  const [said] = await harness.posted(1);
  expect(said?.text).toContain('NGen is the advanced manufacturing cluster.');
});

test('so is a message shortcut, which cannot ask who the bot is', async () => {
  const harness = await startInOutage();
  await harness.shortcut({
    ...{ type: 'message_action', callback_id: 'answer_this', response_url: harness.slack.responseUrl },
    ...{ channel: { id: 'C1', name: 'general' }, message_ts: '1.1' },
    message: { type: 'message', user: 'UBEN', text: 'who leads NGen?', ts: '1.1' },
  });
  const said = await harness.settled();
  expect(said.at(-1)?.text).toContain('NGen is the advanced manufacturing cluster.');
});

test('a rate limit of a response address is waited out', async () => {
  const harness = await startHarness();
  harness.slack.answer('response', { status: 429, body: 'rate_limited' });
  await harness.command({ text: 'ask who leads NGen?' });
  const said = await harness.posted(2);
  expect(said[1]?.text).toContain('NGen is the advanced manufacturing cluster.');
});

test('a response address that is none is not tried again: the answer comes directly', async () => {
  const harness = await startHarness();
  await harness.command({ text: 'ask who leads NGen?', response_url: 'http://[x' });
  const [said] = await harness.posted(1);
  expect(said).toMatchObject({ channel: 'UANN' });
  expect(said?.text).toContain('NGen is the advanced manufacturing cluster.');
  expect(harness.logged()).not.toContain('kept until Slack takes it');
});
