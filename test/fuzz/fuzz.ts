/**
 * `npm run fuzz -- --requests 100000 [--seed 1] [--edges slack-events,teams-invokes] [--from 0]`: sends
 * generated requests to every edge of the whole bot, in this process and through its real HTTP server.
 *
 * It fails on a crash, an unhandled rejection, a status from 500 on, an accepted forgery, a planted word in
 * the log, a content reader or command line that throws, and memory that grows. What failed is named by
 * edge and number, and sent again alone with `--edges EDGE --from NUMBER --requests 1`.
 */
import { Readable } from 'node:stream';
import { parseArgs } from 'node:util';
import { answerLines } from '../../src/cli/jsonl.ts';
import { readContentDirectory } from '../../src/content-directory.ts';
import { createConversation } from '../../src/conversation/conversation.ts';
import { readMessage } from '../../src/knowledge/message.ts';
import { readKnowledge, requireKnowledge } from '../../src/knowledge/read-knowledge.ts';
import { startWholeBot, type WholeBot } from '../support/whole-bot.ts';
import { Chance, seedOf } from './chance.ts';
import * as http from './requests.ts';
import { damaged, planted, text, value } from './values.ts';

/** Requests between two looks at memory and log. */
const chunk = 250;
const concurrency = 8;
const mostFailures = 20;
/** Megabytes that a run may end above where it stood after its first quarter. */
const allowedGrowth = 24;

const { values: options } = parseArgs({
  options: {
    requests: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
    from: { type: 'string', default: '0' },
    edges: { type: 'string' },
  },
});
const [requests, seed, from] = [Number(options.requests), Number(options.seed), Number(options.from)];

// botframework-connector prints its public keys for every token without one it knows.
const print = console.error;
console.error = (...parts: unknown[]) => {
  if (!String(parts[0]).startsWith('Error finding key for token')) print(...parts);
};

const failures: string[] = [];
function fail(edge: string, index: number, what: string): void {
  failures.push(`${edge} ${index}: ${what}`);
  if (failures.length >= mostFailures) finish();
}
function finish(): never {
  for (const failure of failures) console.error(failure);
  process.exit(failures.length > 0 ? 1 : 0);
}
let current = '';
process.on('unhandledRejection', (reason) => fail(current, -1, `unhandled rejection: ${stackOf(reason)}`));
process.on('uncaughtException', (error) => fail(current, -1, `uncaught exception: ${stackOf(error)}`));

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

type Run = (chance: Chance, index: number) => Promise<string>;

/** @returns a short outcome, by which the requests are counted */
function httpEdge(bot: WholeBot, edge: string, make: typeof http.slackCommand): Run {
  const addresses = { responseUrl: bot.slack.responseUrl, serviceUrl: bot.connector.serviceUrl };
  return async (chance, index) => {
    const request = make(chance, index, addresses);
    const response = await send(bot, request);
    const body = await response.text();
    const refused = [400, 401, 403, 413, 415].includes(response.status);
    const isCertificateCheck = request.body.includes('ssl_check=1') && response.status === 200;
    if (response.status >= 500) {
      const logged = bot.log().trim().split('\n').at(-1) ?? '';
      fail(edge, index, `${response.status} ${body.slice(0, 200)}; last in the log: ${logged.slice(0, 300)}`);
    }
    if (response.status < 500 && request.signed === 'badly' && !refused && !isCertificateCheck) {
      fail(edge, index, `a forgery was answered with ${response.status}`);
    }
    if (/node_modules|\n\s+at /.test(body)) fail(edge, index, 'a stack in the answer');
    return String(response.status);
  };
}

function send(bot: WholeBot, { platform, body, contentType, signed }: http.FuzzRequest): Promise<Response> {
  if (signed === 'well')
    return platform === 'slack' ? bot.postSlack(body, contentType) : bot.postTeams(body, contentType);
  return fetch(`${bot.url}${platform === 'slack' ? '/slack/events' : '/api/messages'}`, {
    method: 'POST',
    body,
    headers: {
      'content-type': contentType,
      'x-slack-request-timestamp': String(Math.floor(Date.now() / 1_000)),
      'x-slack-signature': `v0=${'0'.repeat(64)}`,
      authorization: `Bearer ${Buffer.from('{"alg":"none"}').toString('base64url')}.e30.`,
    },
  });
}

const realFiles = readContentDirectory('content');

/** A few files at a time: what one of them holds wrong must be named, whatever it is. */
function contentEdge(): Run {
  return async (chance) => {
    const chosen = realFiles[chance.below(realFiles.length)];
    if (!chosen) throw new Error('there is no content');
    const base = chosen.path.replace(/\.(?:en|fr)\.md$/, '');
    const files = realFiles
      .filter(({ path }) => path === chosen.path || path.startsWith(`${base}.`))
      .map((file) => (file === chosen ? { ...file, text: edited(chance, file.text) } : file));
    const { problems } = readKnowledge(files, 'content');
    const message = readMessage(
      chance.happens(0.5) ? text(chance) : edited(chance, '# A {#en}\n\nB.\n\n# C {#fr}\n\nD.\n'),
      'm',
    );
    for (const { message: said } of [...problems, ...message.problems]) {
      if (typeof said !== 'string' || said === '') throw new Error('a problem without words');
    }
    return problems.length > 0 ? 'named' : 'fine';
  };
}

function edited(chance: Chance, original: string): string {
  let result = original;
  const times = 1 + chance.below(4);
  for (let count = 0; count < times; count += 1) {
    const lines = result.split('\n');
    const at = chance.below(lines.length);
    const change = chance.below(6);
    if (change === 0) lines.splice(at, 1 + chance.below(5));
    else if (change === 1) lines.splice(at, 0, text(chance).slice(0, 2_000));
    else if (change === 2) lines.push(...lines.slice(at, at + 10));
    else if (change === 3) lines[at] = damaged(chance, lines[at] ?? '');
    else if (change === 4) lines[at] = `${lines[at]?.split(':')[0] ?? ''}: ${JSON.stringify(value(chance))}`;
    else lines[at] = `${' '.repeat(chance.below(8))}${lines[at] ?? ''}`;
    result = lines.join('\n');
  }
  return result;
}

function cliEdge(): Run {
  const conversation = createConversation(requireKnowledge(realFiles, 'content'), { defaultLanguage: 'en' });
  const now = new Date('2026-11-26T12:00:00Z');
  return async (chance, index) => {
    const line = {
      id: chance.happens(0.9) ? index : value(chance),
      question: chance.happens(0.95) ? text(chance) : value(chance),
      ...(chance.happens(0.2) && { context: [text(chance), text(chance)] }),
      ...(chance.happens(0.3) && { lang: chance.pick(['en', 'fr', 'de']) }),
    };
    const json = JSON.stringify(line);
    const input = Readable.from([`${chance.happens(0.1) ? damaged(chance, json) : json}\n`]);
    for await (const answer of answerLines(input, conversation, { now })) {
      const read = JSON.parse(answer) as { error?: string; text?: string };
      if (
        read.error === undefined &&
        (read.text === undefined || read.text === '' || read.text.length > 1_200)
      ) {
        throw new Error(`an answer without text or too long: ${answer.slice(0, 200)}`);
      }
      return read.error === undefined ? 'answered' : 'refused';
    }
    return 'silent';
  };
}

const edges: Readonly<Record<string, (bot: WholeBot, edge: string) => Run>> = {
  'slack-events': (bot, edge) => httpEdge(bot, edge, http.slackEvent),
  'slack-commands': (bot, edge) => httpEdge(bot, edge, http.slackCommand),
  'slack-interactions': (bot, edge) => httpEdge(bot, edge, http.slackInteraction),
  'teams-activities': (bot, edge) => httpEdge(bot, edge, http.teamsActivity),
  'teams-invokes': (bot, edge) => httpEdge(bot, edge, http.teamsInvoke),
  content: () => contentEdge(),
  'cli-lines': cliEdge,
};

/** Acknowledged first and answered afterwards: until nothing more leaves the bot. */
async function settled(bot: WholeBot): Promise<void> {
  let before = -1;
  for (let tries = 0; tries < 200; tries += 1) {
    const now = bot.slack.received.length + bot.connector.sent.length;
    if (now === before) return;
    before = now;
    await new Promise((resolve) => setTimeout(resolve, 40));
  }
}

function heapMegabytes(): number {
  globalThis.gc?.();
  globalThis.gc?.();
  return process.memoryUsage().heapUsed / 2 ** 20;
}

async function runEdge(name: string): Promise<void> {
  const make = edges[name];
  if (!make) throw new Error(`there is no edge ${name}: ${Object.keys(edges).join(', ')}`);
  current = name;
  const bot = await startWholeBot();
  const run = make(bot, name);
  const outcomes = new Map<string, number>();
  const started = performance.now();
  let [first, last] = [Number.NaN, Number.NaN];
  for (let start = from; start < from + requests; start += chunk) {
    const end = Math.min(start + chunk, from + requests);
    let next = start;
    const worker = async () => {
      while (next < end) {
        const index = next++;
        try {
          const outcome = await run(new Chance(seedOf(seed, name, index)), index);
          outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
        } catch (error) {
          fail(name, index, stackOf(error));
        }
      }
    };
    await Promise.all(Array.from({ length: concurrency }, worker));
    await settled(bot);
    if (bot.log().includes(planted)) {
      const line = bot
        .log()
        .split('\n')
        .find((one) => one.includes(planted));
      fail(name, start, `what somebody wrote stands in the log: ${line?.slice(0, 300)}`);
    }
    bot.forgetSeen();
    if (end - from >= requests / 4 && Number.isNaN(first)) first = heapMegabytes();
  }
  last = heapMegabytes();
  const seconds = (performance.now() - started) / 1_000;
  await bot.stop();
  const counted = [...outcomes].toSorted().map(([outcome, count]) => `${outcome} ${count}`);
  console.log(
    `${name.padEnd(19)} ${requests} requests in ${seconds.toFixed(0)} s; heap ${first.toFixed(1)} → ${last.toFixed(1)} MB; ${counted.join(', ')}`,
  );
  if (last - first > allowedGrowth)
    fail(name, from + requests, `memory grew by ${(last - first).toFixed(1)} MB`);
}

for (const name of options.edges?.split(',') ?? Object.keys(edges)) await runEdge(name);
finish();
