/** Kills the running bot while it answers, over and over: nobody who was acknowledged is left without a word. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { expect, onTestFinished, test, vi } from 'vitest';
import { openStore } from '../../src/store/store.ts';
import { commandFields } from '../slack/harness.ts';
import { SlackBot } from '../support/slack-bot.ts';

/** KILLS=50 npm run chaos for the long proof. */
const kills = Number(process.env.KILLS ?? 2);
/** They ask faster than a channel is answered. Looked at seldom, for Slack's double is in this process. */
const patient = { timeout: 180_000, interval: 500 };

test(`every acknowledged command is answered over ${kills} kills`, {
  timeout: 240_000 + kills * 20_000,
}, async () => {
  const data = mkdtempSync(join(tmpdir(), 'kill-answering-'));
  const guide = await SlackBot.start({ DATA_DIR: data });
  const { slack, asker } = guide;
  slack.always('response', { after: 25 });
  onTestFinished(async () => {
    await guide.end();
    rmSync(data, { recursive: true, force: true });
  });

  let over = false;
  const people: string[] = [];
  let unheard = 0;
  const asking = Array.from({ length: 4 }, async (_, lane) => {
    for (let count = 0; !over; count += 1) {
      const person = `U${lane}X${count}`;
      const fields = { ...commandFields(slack), text: 'ask who leads NGen?', user_id: person };
      const body = new URLSearchParams({ ...fields, response_url: `${slack.responseUrl}/${person}` });
      // Slack delivers a command once, and tells the person that it was not taken.
      const status = await asker.deliver(body.toString(), 'application/x-www-form-urlencoded');
      if (status === 200) people.push(person);
      else unheard += 1;
      await delay(status === 200 ? 5 : 100);
    }
  });
  for (let kill = 0; kill < kills; kill += 1) {
    const before = people.length;
    await vi.waitFor(() => expect(people.length).toBeGreaterThan(before + 3), 10_000);
    await delay(Math.random() * 500);
    guide.bot.process.kill('SIGKILL');
    await guide.restart();
  }
  over = true;
  await Promise.all(asking);
  const answers = () => {
    const all = slack.received.filter(({ method }) => method === 'response' || method === 'chat.postMessage');
    return Map.groupBy(all, ({ method, path, body }) =>
      method === 'response' ? path.slice(path.lastIndexOf('/') + 1) : String(body.channel),
    );
  };
  await vi.waitFor(() => {
    const answered = answers();
    expect(people.filter((one) => !answered.has(one))).toEqual([]);
  }, patient);
  expect(await guide.bot.stop()).toBe(0);
  const answered = answers();
  for (const person of people) expect(String(answered.get(person)?.[0]?.body.text)).toContain('Myers');
  const direct = people.filter((one) =>
    answered.get(one)?.some(({ method }) => method === 'chat.postMessage'),
  );
  const twice = people.filter((one) => (answered.get(one)?.length ?? 0) > 1);
  console.log(
    `${kills} kills: ${people.length} commands acknowledged, all answered, ${direct.length} of them directly ` +
      `by the next process, ${twice.length} twice; ${unheard} were never acknowledged`,
  );
});

test(`every acknowledged question is answered once over ${kills} kills`, {
  timeout: 240_000 + kills * 20_000,
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
  const answers = () => Map.groupBy(slack.calls('chat.postMessage'), (one) => String(one.thread_ts));
  // What the dead ones held is taken over when their leases are out, and answered in its order.
  await vi.waitFor(() => {
    const answered = answers();
    expect(messages.filter((ts) => !answered.has(ts))).toEqual([]);
  }, patient);
  await delay(500);
  const answered = answers();
  expect(messages.filter((ts) => answered.get(ts)?.length !== 1)).toEqual([]);
  for (const ts of messages) expect(String(answered.get(ts)?.[0]?.text)).toContain('Myers');
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
