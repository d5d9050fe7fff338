/**
 * Publishes and delivers until it is killed, or, told to drain, until nothing is left to do:
 * `node kill-process.ts '{"location":…,"slackUrl":…,"epoch":…,"prefix":…,"mode":"run"|"drain"}'`.
 */
import { randomUUID } from 'node:crypto';
import { writeSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { pino } from 'pino';
import { requireKnowledge } from '../../src/knowledge/read-knowledge.ts';
import { createPublisher } from '../../src/notifications/publisher.ts';
import type { RateLimits } from '../../src/notifications/sender.ts';
import { createTopics } from '../../src/notifications/topics.ts';
import { createWorker } from '../../src/notifications/worker.ts';
import { createSlackSender } from '../../src/slack/sender.ts';
import { openStore } from '../../src/store/store.ts';
import { createTeamsSender } from '../../src/teams/sender.ts';
import { entryFile, vocabulary } from '../support/content.ts';

const { location, slackUrl, epoch, prefix, mode, role } = JSON.parse(process.argv[2] ?? '');
/** Time runs twenty times as fast, so that pauses and leases pass quickly; the same in every process. */
const speed = 20;
const clock = () => new Date(epoch + (Date.now() - epoch) * speed);
const knowledge = requireKnowledge(
  [entryFile('alpha', 'en', { title: 'Alpha' }), entryFile('alpha', 'fr', { title: 'Alpha' }), ...vocabulary],
  'content',
);
const topics = createTopics(knowledge);
const store = await openStore(location, { role });
const logger = pino({ level: 'silent' });
const unlimited: RateLimits = {
  channel: [{ count: 1_000, milliseconds: 1 }],
  workspace: [{ count: 1_000, milliseconds: 1 }],
  throttled: 'channel',
};
const slack = createSlackSender({ token: async () => 'xoxb-x', apiUrl: slackUrl, logger });
const teams = createTeamsSender({
  config: undefined,
  reference: (channel) => store.references.get(channel),
  logger,
});
const worker = createWorker({
  store,
  senders: [
    { ...slack, limits: unlimited },
    { ...teams, limits: unlimited },
  ],
  topics: () => topics,
  clock,
  random: Math.random,
  name: randomUUID(),
  report: ({ code, ...rest }) => {
    if (code === 'worker_failed') process.stderr.write(`${String(Reflect.get(rest, 'error'))}\n`);
  },
  // The heartbeat is a timer of the real clock.
  timing: { lease: 30_000, heartbeat: 300, longestSleep: 50 },
});

writeSync(1, 'ready\n');
worker.start();
if (mode === 'run') {
  const publisher = createPublisher({
    ...{ store, knowledge: () => knowledge, topics: () => topics, clock, newId: randomUUID },
    ...{ approvalAbove: Number.POSITIVE_INFINITY, stageDays: 1, published: () => worker.wake() },
  });
  for (let n = 0; ; n += 1) {
    const title = `${prefix}-${n}`;
    const block = { type: 'paragraph' as const, text: [{ type: 'text' as const, value: title }] };
    const news = { kind: 'announcement' as const, title, blocks: [block] };
    const content = {
      v: 1 as const,
      news: [{ item: title, topics: ['alpha'], texts: { en: news, fr: news } }],
    };
    await publisher.publish({ kind: 'announcement', content, idempotencyKey: title }, 'test');
    writeSync(1, `${title}\n`);
    await delay(30);
  }
}
while (await store.outbox.nextDue()) await delay(50);
await worker.stop();
await store.close();
