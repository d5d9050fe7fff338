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

test(`every acknowledged command is answered over ${kills} kills`, {
  timeout: 60_000 + kills * 20_000,
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
  const answers = (person: string) =>
    slack.received.filter(
      ({ method, path, body }) =>
        (method === 'response' && path.endsWith(`/${person}`)) ||
        (method === 'chat.postMessage' && body.channel === person),
    );
  await vi.waitFor(() => expect(people.filter((one) => answers(one).length === 0)).toEqual([]), 60_000);
  for (const person of people) expect(String(answers(person)[0]?.body.text)).toContain('Myers');
  expect(await guide.bot.stop()).toBe(0);
  const direct = people.filter((one) => answers(one).some(({ method }) => method === 'chat.postMessage'));
  const twice = people.filter((one) => answers(one).length > 1);
  console.log(
    `${kills} kills: ${people.length} commands acknowledged, all answered, ${direct.length} of them directly ` +
      `by the next process, ${twice.length} twice; ${unheard} were never acknowledged`,
  );
});

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
