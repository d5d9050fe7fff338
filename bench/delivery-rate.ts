/**
 * How close does delivery come to what the platforms' rate limits allow? `npm run bench:delivery-rate`
 *
 * A notification for several tenants of Teams, scaled down, goes to a double that enforces the documented
 * limits by itself and refuses what comes too soon. The theoretical minimum lets each window be full from
 * the first millisecond on. Answers are timed meanwhile, as in `bench/fan-out.ts`.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { readContentDirectory } from '../src/content-directory.ts';
import { createConversation } from '../src/conversation/conversation.ts';
import { requireKnowledge } from '../src/knowledge/read-knowledge.ts';
import type { Sender } from '../src/notifications/sender.ts';
import { createTopics } from '../src/notifications/topics.ts';
import { createWorker } from '../src/notifications/worker.ts';
import { usualTiming } from '../src/notifications/worker-options.ts';
import { openStore } from '../src/store/store.ts';
import { teamsRateLimits } from '../src/teams/rate-limits.ts';
import { percentile } from './measures.ts';

const { values } = parseArgs({
  options: { tenants: { type: 'string', default: '3' }, channels: { type: 'string', default: '1000' } },
});
const tenants = Number(values.tenants);
/** Of each tenant. */
const channels = Number(values.channels);
const knowledge = requireKnowledge(readContentDirectory('content'), 'content');
const conversation = createConversation(knowledge, { defaultLanguage: 'en' });
const topics = createTopics(knowledge);
const clock = () => new Date();
const data = mkdtempSync(join(tmpdir(), 'delivery-rate-'));
const store = await openStore({ kind: 'sqlite', directory: data }, { role: 'server' });
const [limit] = teamsRateLimits.workspace;
if (!limit) throw new Error('Teams limits what an app sends to a tenant');

const settings = {
  ...{ language: 'en' as const, cadence: 'instantly' as const, at: '09:00', weekday: 1 },
  ...{ timeZone: 'America/Toronto', weekends: 'deliver' as const },
};
const places = Array.from({ length: tenants * channels }, (_, n) => ({
  ...{ platform: 'teams' as const, workspace: `tenant-${n % tenants}`, channel: `19:${n}` },
}));
for (const place of places) {
  await store.subscriptions.put(place, [{ topic: 'ngen', settings }], 'U1', clock());
}

const accepted = new Map<string, number[]>();
let refused = 0;
/** Takes 50 milliseconds for each, and counts a window of its own. */
const teams: Sender = {
  platform: 'teams',
  limits: teamsRateLimits,
  async send({ channel }) {
    const now = performance.now();
    const times = accepted.get(channel.workspace) ?? [];
    accepted.set(channel.workspace, times);
    const oldest = times.at(-limit.count);
    // A millisecond is what timers are exact to.
    if (oldest !== undefined && now - oldest < limit.milliseconds - 1) {
      refused += 1;
      return { type: 'retry', reason: 'too many requests', status: 429, after: 1_000 };
    }
    times.push(now);
    await delay(50);
    return { type: 'sent', messageId: `m${now}`, status: 201 };
  },
};

async function asking(until: { readonly over: boolean }): Promise<number[]> {
  const times: number[] = [];
  while (!until.over) {
    const wanted = performance.now() + 5;
    await delay(5);
    conversation.ask({ text: 'who leads NGen?', now: clock(), turns: [] });
    times.push(performance.now() - wanted);
  }
  return times.toSorted((a, b) => a - b);
}

const before = { over: false };
const idleAsking = asking(before);
await delay(3_000);
before.over = true;
const idle = await idleAsking;

const now = clock();
const block = { type: 'paragraph', text: [{ type: 'text', value: 'News.' }] };
const news = { kind: 'announcement', title: 'News', blocks: [block] };
const content = JSON.stringify({
  v: 1,
  news: [{ item: 'news', topics: ['ngen'], texts: { en: news, fr: news } }],
});
const about = { topics: ['ngen'], items: ['news'], createdBy: 'bench' };
await store.notifications.publish(
  { id: 'news', kind: 'announcement', content, ...about },
  places.map((place, n) => ({ ...place, id: `d${n}`, language: 'en' as const, dueAt: now })),
  now,
);
const worker = createWorker({
  ...{ store, senders: [teams], topics: () => topics, clock, random: Math.random, name: 'bench' },
  ...{ report: () => {}, timing: usualTiming },
});
const sending = { over: false };
const sendingAsking = asking(sending);
const started = performance.now();
worker.start();
while (await store.outbox.nextDue()) await delay(50);
const seconds = (performance.now() - started) / 1_000;
sending.over = true;
const meanwhile = await sendingAsking;
await worker.stop();
const counts = await store.outbox.counts('news');
await store.close();
rmSync(data, { recursive: true });

const least = (Math.floor((channels - 1) / limit.count) * limit.milliseconds) / 1_000;
const last = Math.max(...[...accepted.values()].flat().map((time) => (time - started) / 1_000));
console.log(
  `${places.length} channels of ${tenants} tenants: the last left after ${last.toFixed(1)} s, all settled after ` +
    `${seconds.toFixed(1)} s; at least ${least.toFixed(1)} s by the limits (×${(last / least).toFixed(2)}); ` +
    `${refused} refused; ${JSON.stringify(counts)}`,
);
for (const percent of [50, 99]) {
  const [alone, busy] = [percentile(idle, percent), percentile(meanwhile, percent)];
  console.log(
    `answers p${percent}: ${alone.toFixed(1)} ms idle, ${busy.toFixed(1)} ms while sending (×${(busy / alone).toFixed(1)})`,
  );
}
