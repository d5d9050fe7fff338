/** Slack in every bad mood while questions are asked. Deliveries in the same moods: kill-delivery. */
import { expect, onTestFinished, test, vi } from 'vitest';
import type { Answer } from '../slack/slack-double.ts';
import { SlackBot } from '../support/slack-bot.ts';

const limited: Answer = { status: 429, headers: { 'retry-after': '1' }, body: {} };
const refused = (error: string): Answer => ({ body: { ok: false, error } });

/** What Slack answers to the first posts; some of them stand all the same. */
const moods: readonly (readonly [string, readonly Answer[]])[] = [
  // The client waits ten seconds, while the others are asked.
  ['no answer in time', [{ after: 10_500 }]],
  ['a rate limit', [limited, limited]],
  [
    'HTTP 500 twice',
    [
      { status: 500, body: {} },
      { status: 500, body: {} },
    ],
  ],
  ['a cut line', [{ cut: true }]],
  ['blocks refused', [refused('invalid_blocks')]],
  ['a proxy’s page', [{ page: '<html>It works!' }]],
  ['Slack’s internal error', [refused('internal_error')]],
];

test('whatever Slack answers, each question has one answer in the end', async () => {
  const guide = await SlackBot.start({});
  onTestFinished(() => guide.end());
  const { slack, asker } = guide;
  const tried: string[] = [];
  for (const [name, answers] of moods) {
    slack.answer('chat.postMessage', ...answers);
    const { ts } = await asker.ask('who leads NGen?', name);
    await vi.waitFor(() => {
      expect(guide.said(ts).length, name).toBeGreaterThan(0);
      expect(slack.standing(ts), name).toHaveLength(1);
    }, 40_000);
    expect(slack.standing(ts)[0]?.text, name).toContain('Myers');
    tried.push(`${name} ${guide.said(ts).length}`);
  }
  await vi.waitFor(() => expect(slack.calls('conversations.replies').length).toBeGreaterThan(4), 20_000);
  expect(await guide.bot.stop()).toBe(0);
  for (const [name] of moods) {
    const standing = slack.calls('chat.postMessage').filter(({ channel }) => channel === name);
    expect(slack.standing(String(standing[0]?.thread_ts)), name).toHaveLength(1);
  }
  console.log(`posts tried until one stood: ${tried.join(', ')}`);
});
