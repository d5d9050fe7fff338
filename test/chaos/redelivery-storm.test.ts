/** Slack delivers everything again, many times and at once. */
import { setTimeout as delay } from 'node:timers/promises';
import { expect, onTestFinished, test, vi } from 'vitest';
import { SlackBot } from '../support/slack-bot.ts';

const questions = 20;
const deliveries = 15;

test(`${questions} questions delivered ${deliveries} times each, before and after a restart, get one answer each`, async () => {
  const guide = await SlackBot.start({});
  onTestFinished(() => guide.end());
  const asked = Array.from({ length: questions }, (_, n) =>
    guide.asker.question('who leads NGen?', `C${n % 5}`),
  );
  const storm = asked.flatMap((question) => Array.from({ length: deliveries }, () => question));
  storm.sort(() => Math.random() - 0.5);
  // Slack waits three seconds; whoever is not acknowledged in time comes again.
  const waiting = [...storm];
  const statuses: (number | undefined)[] = [];
  await Promise.all(
    Array.from({ length: 30 }, async () => {
      for (let next = waiting.pop(); next; next = waiting.pop()) {
        statuses.push(await guide.asker.deliver(next.body));
      }
    }),
  );
  expect(statuses.filter((status) => status === 200).length).toBeGreaterThan(questions);
  await vi.waitFor(() => {
    expect(asked.map(({ ts }) => guide.said(ts).length)).toEqual(asked.map(() => 1));
  }, 20_000);
  for (const { body } of asked) await guide.asker.deliver(body);
  await delay(500);
  expect(asked.map(({ ts }) => guide.said(ts).length)).toEqual(asked.map(() => 1));
  for (const { ts } of asked) expect(guide.said(ts)[0]).toContain('Myers');
  console.log(`${storm.length} deliveries of ${questions} questions, ${questions} answers`);
});
