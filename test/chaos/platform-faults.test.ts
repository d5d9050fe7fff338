/** Slack in every bad mood while questions are asked. Deliveries in the same moods: kill-delivery. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import type { Answer } from '../slack/slack-double.ts';
import { SlackBot } from '../support/slack-bot.ts';

const limited: Answer = { status: 429, headers: { 'retry-after': '1' }, body: {} };
const refused = (error: string): Answer => ({ body: { ok: false, error } });

/** What Slack answers to the first posts, and how often the person may then see the answer. */
const moods: readonly (readonly [string, readonly Answer[], number])[] = [
  ['a rate limit', [limited], 2],
  [
    'HTTP 500 twice',
    [
      { status: 500, body: {} },
      { status: 500, body: {} },
    ],
    3,
  ],
  ['a cut line', [{ cut: true }], 2],
  ['blocks refused', [refused('invalid_blocks')], 2],
  // The client waits ten seconds and asks again.
  ['no answer in time', [{ after: 10_500 }], 2],
];

/** What ends without an answer, and is apologised for by the next process. */
const hopeless: readonly (readonly [string, Answer])[] = [
  ['a proxy’s page', { page: '<html>It works!' }],
  ['Slack’s internal error', refused('internal_error')],
];

test('whatever Slack answers, the question is answered or apologised for', async () => {
  const data = mkdtempSync(join(tmpdir(), 'platform-faults-'));
  const guide = await SlackBot.start({ DATA_DIR: data });
  onTestFinished(async () => {
    await guide.end();
    rmSync(data, { recursive: true, force: true });
  });
  const { slack, asker } = guide;
  const seen: string[] = [];
  for (const [name, answers, atMost] of moods) {
    slack.answer('chat.postMessage', ...answers);
    const { ts } = await asker.ask('who leads NGen?', name);
    await vi.waitFor(() => expect(guide.said(ts), name).toHaveLength(answers.length + 1), 30_000);
    expect(guide.said(ts).length, name).toBeLessThanOrEqual(atMost);
    expect(guide.said(ts).at(-1), name).toContain('Myers');
    seen.push(`${name} ${guide.said(ts).length}`);
  }
  const left: string[] = [];
  for (const [name, answer] of hopeless) {
    slack.always('chat.postMessage', answer);
    const { ts } = await asker.ask('who leads NGen?', name);
    await vi.waitFor(() => expect(guide.said(ts).length, name).toBeGreaterThan(0), 15_000);
    left.push(ts);
  }
  await guide.bot.stop();
  slack.always('chat.postMessage', {});
  await guide.restart({ DATA_DIR: data });
  for (const ts of left) {
    await vi.waitFor(() => expect(guide.said(ts).at(-1)).toMatch(/I was interrupted/), 10_000);
  }
  console.log(`posts tried: ${seen.join(', ')}; ${left.length} apologised for after a restart`);
});
