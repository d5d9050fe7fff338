/** What Slack tells the bot although nobody spoke to it: of that nothing may stay. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { envelopeOf, mention } from '../slack/harness.ts';
import { startWholeBot } from '../support/whole-bot.ts';

const word = 'zanzibarquux';
const person = 'UPASSERBY';
const thread = '1700000000.000100';
let stamps = 0;
const stamp = () => `1699999999.${String(++stamps).padStart(6, '0')}`;

const said = (text: string, fields: object = {}) => ({
  ...{ type: 'message', channel_type: 'channel', channel: 'C1', user: person, text, ts: stamp() },
  ...{ thread_ts: thread, ...fields },
});
const changed = (subtype: string) => ({
  ...{ type: 'message', subtype, channel: 'C1', channel_type: 'channel', ts: stamp(), deleted_ts: stamp() },
  message: { type: 'message', user: person, ts: stamp(), thread_ts: thread, text: `NGen ${word}?` },
  previous_message: { type: 'message', user: person, ts: stamp(), thread_ts: thread, text: `${word}?` },
});
const shared = (url: string, fields: object = {}) => ({
  ...{ type: 'link_shared', channel: 'CLINKS', user: person, message_ts: stamp() },
  ...{ source: 'conversations_history', links: [{ domain: 'clustercollaboration.eu', url }], ...fields },
});
const source = 'https://clustercollaboration.eu/news/eu-canada-cluster-matchmaking-event-success';

const overheard: readonly object[] = [
  said(`when is the ${word} meeting?`),
  said(`What is ${word}?`),
  said(`and ${word}?`),
  said(`Who leads NGen, ${word}?`, { thread_ts: '1600000000.000100' }),
  said(`Who leads NGen, ${word}?`, { thread_ts: undefined }),
  said(`NGen ${word}`, { subtype: 'bot_message', bot_id: 'B2' }),
  said(`<@U2> who leads NGen, ${word}?`),
  changed('message_changed'),
  changed('message_deleted'),
  shared(`${source}?utm_source=${word}`),
  shared(`https://clustercollaboration.eu/${word}`),
  shared(`${source}?utm_source=${word}`, { source: 'composer' }),
];

test('what people write and post past the bot is neither kept nor logged, whatever becomes of it', {
  timeout: 30_000,
}, async () => {
  const directory = mkdtempSync(join(tmpdir(), 'overheard-'));
  const bot = await startWholeBot({ directory });
  const send = async (event: object) => {
    expect((await bot.postSlack(JSON.stringify(envelopeOf(event)))).status).toBe(200);
  };
  try {
    // From now on the bot is part of this thread.
    await send(mention({ text: '<@UBOT> Who leads NGen?', ts: thread }));
    await vi.waitFor(() => expect(bot.slack.posted).toHaveLength(1), 5_000);
    for (const event of overheard) await send(event);
    await vi.waitFor(() => expect(bot.slack.calls('chat.unfurl')).toHaveLength(1), 5_000);
    await bot.drain();
    expect(bot.slack.posted).toHaveLength(1);
    expect(bot.log()).not.toMatch(new RegExp(`${word}|${person}`));
  } finally {
    await bot.stop();
  }
  const kept = readdirSync(directory).map((file) => readFileSync(join(directory, file), 'latin1'));
  expect(kept.join('')).toContain(thread);
  expect(kept.join('')).not.toMatch(new RegExp(`${word}|${person}|1699999999|CLINKS`));
  rmSync(directory, { recursive: true });
});
