/**
 * Does anything grow while the bot runs? `npm run bench:soak` (30 minutes; `-- --seconds 20` in passing)
 *
 * The whole bot as a process, with its content and a SQLite store, gets mixed traffic: mentions, slash
 * commands and messages of Teams, in both languages, follow-ups and nonsense among them, each question from
 * another place, and some delivered twice. Memory, open handles and latency of the second quarter (the first
 * warms up) are compared with those of the last. Memory is what V8's great collections leave: between them the
 * resident memory rises and falls by a third, so of it only the highest is compared. Ends with an error where
 * one of them grew, where a question has no answer or two, or where much more is open or in memory at rest after
 * the last answer than before the first question: the last two hold on a machine of any speed.
 */
import { spawn } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { percentile } from './measures.ts';
import { seeded } from './random.ts';

const { values } = parseArgs({
  options: { seconds: { type: 'string', default: '1800' }, rate: { type: 'string', default: '10' } },
});
const milliseconds = Number(values.seconds) * 1_000;
const secret = 'a-signing-secret';
const random = seeded(2026);
const questions = [
  'who leads NGen?',
  'what is CETA?',
  'and its website?',
  'which supercluster is for shipbuilders?',
  'Qui dirige Scale AI ?',
  'règles d’origine',
  'compare NGen and Ocean',
  'flurb of zorkmid?',
  'hello',
  'help',
  '<script>alert(1)</script> &amp; *stars*',
];
/** A shorter run still warms up: of it only the answers are judged. */
const judgedFrom = 120_000;
/** And one of this length at the usual rate has great collections in each of its quarters. */
const enoughForCollections = 900_000;
/** Milliseconds for what is under way when the traffic ends: a busy machine is behind. */
const longestRest = 60_000;
/** At rest: idle lines to the platforms, and a heap that has seen work. */
const allowedAtRest = { handles: 60, memory: 2.5 };
/** What may be noise: a great collection comes early or late, a busy machine answers late. */
const allowed = { kept: 1.05, memory: 1.15, handles: 1.1, latency: 2 };

interface Kept {
  readonly at: number;
  /** Megabytes. */
  readonly memory: number;
}

interface Sample extends Kept {
  readonly handles: number;
}

const waiting = new Map<string, number>();
const latencies: { readonly at: number; readonly took: number }[] = [];
let started = 0;
let unmatched = 0;

/** An answer has come for the question with the key. */
function arrived(key: string): void {
  const asked = waiting.get(key);
  if (asked === undefined) unmatched += 1;
  else latencies.push({ at: performance.now() - started, took: performance.now() - asked });
  waiting.delete(key);
}

// As the platforms' load balancers: Node's own five seconds would cut lines that a busy bot is just taking up.
const platforms = createServer({ keepAliveTimeout: 65_000 }, (request, response) => {
  let body = '';
  request.on('data', (chunk: Buffer) => {
    body += chunk.toString();
  });
  request.once('end', () => {
    const url = request.url ?? '';
    if (url === '/api/chat.postMessage') arrived(`message ${new URLSearchParams(body).get('thread_ts')}`);
    else if (url.startsWith('/response/')) arrived(`command ${url.slice('/response/'.length)}`);
    else if (url.startsWith('/v3/')) {
      const activity = JSON.parse(body) as { readonly type: string; readonly replyToId?: string };
      if (activity.type === 'message') arrived(`teams ${activity.replyToId}`);
    }
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ ok: true, ts: '1700000000.000900', id: 'sent', user_id: 'UBOT' }));
  });
});
platforms.listen(0, '127.0.0.1');
await once(platforms, 'listening');
const to = `http://127.0.0.1:${(platforms.address() as AddressInfo).port}`;

const data = mkdtempSync(join(tmpdir(), 'soak-'));
const bot = spawn(process.execPath, ['--trace-gc', 'src/start.ts'], {
  env: {
    ...{ PATH: process.env.PATH ?? '', PORT: '0', DATA_DIR: data, LOG_LEVEL: 'error' },
    ...{ SLACK_SIGNING_SECRET: secret, SLACK_BOT_TOKEN: 'xoxb-x', SLACK_API_URL: `${to}/api/` },
    CONTENT_DIR: process.env.CONTENT_DIR || 'content',
  },
  stdio: ['ignore', 'pipe', 'inherit'],
});
/** Megabytes that each great collection has left. */
const kept: Kept[] = [];
const address = await new Promise<string>((resolve, reject) => {
  let output = '';
  createInterface({ input: bot.stdout }).on('line', (line) => {
    const [, left] = /: Mark-Compact .*? -> (\d+\.\d+) /.exec(line) ?? [];
    if (left) kept.push({ at: performance.now() - started, memory: Number(left) });
    // Before it listens, the way to its error.
    if (!left && output.length < 10_000) output += `${line}\n`;
    const [, found] = /localhost:(\d+)/.exec(line) ?? [];
    if (found) resolve(`http://127.0.0.1:${found}`);
  });
  bot.once('exit', () => reject(new Error(`the bot ended:\n${output}`)));
});

async function post(path: string, body: string, type: string): Promise<void> {
  const time = String(Math.floor(Date.now() / 1_000));
  const signature = createHmac('sha256', secret).update(`v0:${time}:${body}`).digest('hex');
  const response = await fetch(`${address}${path}`, {
    method: 'POST',
    body,
    headers: {
      ...{ 'content-type': type, 'x-slack-request-timestamp': time, 'x-slack-signature': `v0=${signature}` },
      // What the bot holds open is its own then.
      connection: 'close',
    },
  });
  await response.arrayBuffer();
  if (response.status >= 300) throw new Error(`${path}: ${response.status}`);
}

async function ask(n: number): Promise<void> {
  const text = random.pick(questions);
  const now = performance.now();
  switch (n % 3) {
    case 0: {
      const ts = `17${String(n).padStart(8, '0')}.000100`;
      const event = {
        type: 'app_mention',
        user: `U${n % 500}`,
        text: `<@UBOT> ${text}`,
        ts,
        channel: `C${n % 50}`,
      };
      const body = JSON.stringify({
        ...{ token: 'x', team_id: 'T1', api_app_id: 'A1', type: 'event_callback', event_id: `Ev${n}`, event },
        authorizations: [{ team_id: 'T1', user_id: 'UBOT', is_bot: true }],
      });
      waiting.set(`message ${ts}`, now);
      await post('/slack/events', body, 'application/json');
      if (n % 10 === 0) await post('/slack/events', body, 'application/json');
      return;
    }
    case 1: {
      const fields = {
        ...{
          command: '/supercluster',
          text,
          team_id: 'T1',
          channel_id: `C${n % 50}`,
          user_id: `U${n % 500}`,
        },
        ...{ response_url: `${to}/response/${n}`, trigger_id: `trigger-${n}` },
      };
      waiting.set(`command ${n}`, now);
      return post(
        '/slack/events',
        new URLSearchParams(fields).toString(),
        'application/x-www-form-urlencoded',
      );
    }
    default: {
      const conversation = { id: `a:${n % 500}`, conversationType: 'personal', tenantId: 'tenant-1' };
      const activity = {
        ...{ type: 'message', id: `activity-${n}`, text, channelId: 'msteams', serviceUrl: `${to}/` },
        ...{ from: { id: `29:${n % 500}`, name: 'Ada' }, recipient: { id: '28:bot', name: 'Guide' } },
        ...{ conversation, channelData: { tenant: { id: 'tenant-1' } }, locale: 'en-CA' },
      };
      waiting.set(`teams activity-${n}`, now);
      return post('/api/messages', JSON.stringify(activity), 'application/json');
    }
  }
}

function sample(): Sample {
  const [, kilobytes = '0'] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${bot.pid}/status`, 'utf8')) ?? [];
  const handles = readdirSync(`/proc/${bot.pid}/fd`).length;
  return { at: performance.now() - started, memory: Number(kilobytes) / 1_024, handles };
}

const samples: Sample[] = [];
const before = sample();
const failures = new Map<string, number>();
started = performance.now();
let asked = 0;
let lastSample = 0;
while (performance.now() - started < milliseconds) {
  asked += 1;
  void ask(asked).catch((error: Error) =>
    failures.set(error.message, (failures.get(error.message) ?? 0) + 1),
  );
  await delay(1_000 / Number(values.rate));
  if (performance.now() - lastSample > Math.min(5_000, milliseconds / 40)) {
    lastSample = performance.now();
    samples.push(sample());
  }
}
const patience = performance.now() + longestRest;
while (waiting.size > 0 && performance.now() < patience) await delay(100);
// A second answer would come by now.
await delay(3_000);
const rest = sample();
samples.push(rest);
bot.kill('SIGTERM');
const [code] = await once(bot, 'exit');
platforms.close();
platforms.closeAllConnections();
rmSync(data, { recursive: true });

/** The first quarter after as long a warm-up, and the last. */
const isEarly = ({ at }: { readonly at: number }) => at > milliseconds * 0.25 && at < milliseconds * 0.5;
const isLate = ({ at }: { readonly at: number }) => at > milliseconds * 0.75;
const middle = (figures: readonly number[], percent = 50) =>
  percentile(
    figures.toSorted((a, b) => a - b),
    percent,
  );
const grown: string[] = [];
function compare(name: string, early: number, late: number, limit: number): void {
  console.log(`${name.padEnd(22)} ${early.toFixed(1)} → ${late.toFixed(1)} (×${(late / early).toFixed(2)})`);
  if (milliseconds >= judgedFrom && late > early * limit) grown.push(name);
}
console.log(
  `${asked} questions in ${values.seconds} s, ${latencies.length} answers, ${waiting.size} without one, ` +
    `${unmatched} answers too many, the bot ended with ${code}; second quarter → last quarter`,
);
const memoryOf = (all: readonly Kept[], which: typeof isEarly) =>
  all.filter(which).map(({ memory }) => memory);
const handlesOf = (which: typeof isEarly) => samples.filter(which).map(({ handles }) => handles);
const [keptEarly, keptLate] = [memoryOf(kept, isEarly), memoryOf(kept, isLate)];
if (keptEarly.length > 0 && keptLate.length > 0) {
  compare('memory kept, MB', middle(keptEarly), middle(keptLate), allowed.kept);
} else {
  console.log('memory kept: no great collection in one of the quarters');
  if (milliseconds >= enoughForCollections) grown.push('memory that no collection has shown');
}
const highest = (which: typeof isEarly) => Math.max(...memoryOf(samples, which));
compare('resident at most, MB', highest(isEarly), highest(isLate), allowed.memory);
compare('open handles', middle(handlesOf(isEarly)), middle(handlesOf(isLate)), allowed.handles);
for (const percent of [50, 99]) {
  const took = (which: typeof isEarly) =>
    middle(
      latencies.filter(which).map((one) => one.took),
      percent,
    );
  compare(
    `latency p${percent}, ms`,
    took(isEarly),
    took(isLate),
    percent === 50 ? allowed.latency : allowed.latency * 2,
  );
}
console.log(
  `before → at rest: ${before.memory.toFixed(0)} → ${rest.memory.toFixed(0)} MB, ${before.handles} → ${rest.handles} open handles`,
);
if (rest.handles > before.handles + allowedAtRest.handles) grown.push('handles at rest');
if (rest.memory > before.memory * allowedAtRest.memory) grown.push('memory at rest');
for (const key of waiting.keys()) console.log(`no answer: ${key}`);
for (const [message, count] of failures) console.log(`failed ${count} times: ${message}`);
if (grown.length > 0) console.log(`grew: ${grown.join(', ')}`);
process.exitCode =
  grown.length > 0 || waiting.size > 0 || unmatched > 0 || failures.size > 0 || code !== 0 ? 1 : 0;
