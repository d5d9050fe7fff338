/**
 * One notification to 10,000 channels: how long does publishing take, how much memory, and does
 * answering stay as fast meanwhile? `npm run bench:fan-out`
 *
 * Answers are timed idle, while it is published and while it is sent, in the same process and minutes:
 * the ratios count, not the milliseconds.
 */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { readContentDirectory } from '../src/content-directory.ts';
import { createConversation } from '../src/conversation/conversation.ts';
import { requireKnowledge } from '../src/knowledge/read-knowledge.ts';
import { createPublisher } from '../src/notifications/publisher.ts';
import type { Sender } from '../src/notifications/sender.ts';
import { createTopics } from '../src/notifications/topics.ts';
import { createWorker } from '../src/notifications/worker.ts';
import { usualTiming } from '../src/notifications/worker-options.ts';
import { openStore } from '../src/store/store.ts';

const { values } = parseArgs({ options: { channels: { type: 'string', default: '10000' } } });
const channels = Number(values.channels);
const zones = ['America/St_Johns', 'America/Toronto', 'America/Vancouver', 'Europe/Brussels'];
const directory = process.env.CONTENT_DIR || 'content';
const knowledge = requireKnowledge(readContentDirectory(directory), directory);
const conversation = createConversation(knowledge, { defaultLanguage: 'en' });
const topics = createTopics(knowledge);
const data = mkdtempSync(join(tmpdir(), 'fan-out-'));
const clock = () => new Date();
const store = await openStore({ kind: 'sqlite', directory: data }, { role: 'server' });

for (let n = 0; n < channels; n += 1) {
  const channel = { platform: 'slack' as const, workspace: `T${n % 100}`, channel: `C${n}` };
  const settings = {
    ...{ language: n % 3 === 0 ? ('fr' as const) : ('en' as const), cadence: 'instantly' as const },
    ...{ at: '09:00', weekday: 1, timeZone: zones[n % zones.length]!, weekends: 'deliver' as const },
  };
  await store.subscriptions.put(channel, [{ topic: 'ngen', settings }], 'U1', clock());
}

/** Answers a question every few milliseconds until told to stop; how long each was late and took. */
function startAsking() {
  const times: number[] = [];
  let stopped = false;
  const done = (async () => {
    while (!stopped) {
      const wanted = performance.now() + 5;
      await delay(5);
      conversation.ask({ text: 'who leads NGen?', now: clock(), turns: [] });
      times.push(performance.now() - wanted);
    }
  })();
  return async () => {
    stopped = true;
    await done;
    times.sort((a, b) => a - b);
    const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))]!;
    return { count: times.length, median: at(0.5), p99: at(0.99), worst: times.at(-1)! };
  };
}

let sent = 0;
const instant: Sender = {
  platform: 'slack',
  limits: {
    channel: [{ count: 1, milliseconds: 1 }],
    workspace: [{ count: 100_000, milliseconds: 1 }],
    throttled: 'channel',
  },
  async send() {
    sent += 1;
    return { type: 'sent', messageId: `m${sent}`, status: 200 };
  },
};
const publisher = createPublisher({
  ...{ store, knowledge: () => knowledge, topics: () => topics, clock, newId: randomUUID },
  ...{ approvalAbove: Number.POSITIVE_INFINITY, stageDays: 14 },
});
const part = (title: string) => ({
  title,
  blocks: [{ type: 'paragraph' as const, text: [{ type: 'text' as const, value: title }] }],
});
const draft = publisher.draftMessage({ en: part('News'), fr: part('Nouvelles') }, ['ngen']);

const idleAsking = startAsking();
await delay(2_000);
const idle = await idleAsking();

const memoryBefore = process.memoryUsage().rss;
const publishAsking = startAsking();
const publishStarted = performance.now();
const published = await publisher.publish(draft, 'bench');
const publishSeconds = (performance.now() - publishStarted) / 1_000;
const publishing = await publishAsking();
const memoryAfter = process.memoryUsage().rss;

const worker = createWorker({
  ...{ store, senders: [instant], topics: () => topics, clock, random: Math.random, name: 'bench' },
  report: () => {},
  timing: usualTiming,
});
const sendAsking = startAsking();
const sendStarted = performance.now();
await worker.drain();
const sendSeconds = (performance.now() - sendStarted) / 1_000;
const sending = await sendAsking();

const counts = await store.outbox.counts(published.id);
await store.close();
rmSync(data, { recursive: true });

const line = (name: string, figures: typeof idle) =>
  console.log(
    `${name.padEnd(18)} ${figures.count} answers; median ${figures.median.toFixed(1)} ms (×${(figures.median / idle.median).toFixed(1)}), ` +
      `99th ${figures.p99.toFixed(1)} ms (×${(figures.p99 / idle.p99).toFixed(1)}), worst ${figures.worst.toFixed(1)} ms`,
  );
console.log(
  `${channels} channels: published in ${publishSeconds.toFixed(2)} s (${Math.round(channels / publishSeconds)}/s), ` +
    `memory +${Math.round((memoryAfter - memoryBefore) / 1e6)} MB; ` +
    `sent in ${sendSeconds.toFixed(1)} s (${Math.round(channels / sendSeconds)}/s) to a platform that answers at once`,
);
console.log(`counts: ${JSON.stringify(counts)}`);
line('idle', idle);
line('while publishing', publishing);
line('while sending', sending);
