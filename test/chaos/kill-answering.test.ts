/** Kills the running bot while it answers, over and over: nobody who was acknowledged is left without a word. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { expect, onTestFinished, test, vi } from 'vitest';
import { openStore } from '../../src/store/store.ts';
import { SlackBot } from '../support/slack-bot.ts';

/** KILLS=50 npm run chaos for the long proof. */
const kills = Number(process.env.KILLS ?? 2);

test(`every acknowledged question is answered once over ${kills} kills`, {
  timeout: 60_000 + kills * 20_000,
}, async () => {
  const data = mkdtempSync(join(tmpdir(), 'kill-answering-'));
  const guide = await SlackBot.start({ DATA_DIR: data });
  const { slack, asker } = guide;
  // Slack takes a moment, so that a kill meets answers under way.
  slack.always('chat.postMessage', { after: 25 });
  onTestFinished(async () => {
    await guide.end();
    rmSync(data, { recursive: true, force: true });
  });

  let over = false;
  const messages: string[] = [];
  let redelivered = 0;
  const asking = Array.from({ length: 4 }, async (_, lane) => {
    while (!over) {
      const { ts, deliveries } = await asker.ask('who leads NGen?', `C${lane}`);
      messages.push(ts);
      redelivered += deliveries - 1;
      await delay(5);
    }
  });
  for (let kill = 0; kill < kills; kill += 1) {
    const before = messages.length;
    await vi.waitFor(() => expect(messages.length).toBeGreaterThan(before + 3), 10_000);
    await delay(Math.random() * 500);
    guide.bot.process.kill('SIGKILL');
    await guide.restart();
  }
  over = true;
  await Promise.all(asking);
  // What the dead ones held is taken over when their leases are out.
  await vi.waitFor(() => expect(messages.filter((ts) => guide.said(ts).length === 0)).toEqual([]), 60_000);
  await delay(500);
  expect(messages.filter((ts) => guide.said(ts).length > 1)).toEqual([]);
  for (const ts of messages) expect(guide.said(ts)[0]).toContain('Myers');
  expect(await guide.bot.stop()).toBe(0);

  const store = await openStore({ kind: 'sqlite', directory: data }, { role: 'server' });
  const lease = { holder: 'test', until: new Date() };
  expect(await store.pendingQuestions.claim('slack', lease, new Date())).toEqual([]);
  await store.close();
  const lookups = slack.calls('conversations.replies').length;
  console.log(
    `${kills} kills: ${messages.length} messages acknowledged, ${redelivered} deliveries repeated; ` +
      `each has one answer; ${lookups} looked up`,
  );
});
