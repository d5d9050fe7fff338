/**
 * Publishes and delivers until it is killed; told to serve it only delivers, and told to drain it ends
 * when nothing is left to do:
 * `node deliver.ts '{"location":…,"slackUrl":…,"epoch":…,"prefix":…,"mode":"run"|"serve"|"drain"}'`.
 */
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { writeSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { pino } from 'pino';
import { requireKnowledge } from '../../src/knowledge/read-knowledge.ts';
import { createPublisher } from '../../src/notifications/publisher.ts';
import type { RateLimits } from '../../src/notifications/sender.ts';
import { createTopics } from '../../src/notifications/topics.ts';
import { createWorker } from '../../src/notifications/worker.ts';
import { usualTiming } from '../../src/notifications/worker-options.ts';
import { createSlackSender } from '../../src/slack/sender.ts';
import { openStore } from '../../src/store/store.ts';
import { createTeamsSender } from '../../src/teams/sender.ts';
import { entryFile, vocabulary } from '../support/content.ts';
import { fastClock, timeSpeed } from './time-speed.ts';

const { location, slackUrl, epoch, prefix, mode, role, worker: name } = JSON.parse(process.argv[2] ?? '');
/** Milliseconds of the real clock; long enough for a busy machine to answer whatever it means to answer. */
const longestRequest = 5_000;
const clock = fastClock(epoch);
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
const slack = createSlackSender({
  token: async () => `xoxb-${prefix}`,
  apiUrl: slackUrl,
  logger,
  timeout: longestRequest,
});
const teams = createTeamsSender({
  config: undefined,
  reference: (channel) => store.references.get(channel),
  logger,
  timeout: longestRequest,
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
  name: name ?? randomUUID(),
  report: ({ code, ...rest }) => {
    if (code === 'worker_failed') process.stderr.write(`${String(Reflect.get(rest, 'error'))}\n`);
  },
  // The heartbeat is a timer of the real clock.
  timing: { ...usualTiming, heartbeat: usualTiming.heartbeat / timeSpeed, longestSleep: 50 },
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
    writeSync(1, `begins ${title}\n`);
    await publisher.publish({ kind: 'announcement', content, idempotencyKey: title }, 'test');
    writeSync(1, `done ${title}\n`);
    await delay(60);
  }
}
if (mode === 'serve') await once(process, 'SIGTERM');
while (mode === 'drain' && (await store.outbox.nextDue())) await delay(50);
await worker.stop();
await store.close();
// A platform that never answers keeps its connection open.
process.exit();
