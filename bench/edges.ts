/**
 * What do our edges cost beside the bare libraries that they rest on? `npm run bench:edges`
 *
 * Three servers, each a process of its own: bare Bolt, bare botbuilder, and our application as it is served,
 * with headers, request ids, a real store and everything that is remembered. All check who writes (Slack's
 * signature, Teams' token), acknowledge and send the very same message: the bare ones say what ours was
 * seen to say. Ours takes its reply ready-made, so that the search is not measured (`bench:latency` does),
 * and its store lies in memory where the machine has such a file system, so that the disk is not. They take
 * turns; compared is the processor time of the server per request, which a busy machine disturbs least, and
 * of which throughput is the inverse.
 *
 * `-- --answer "who leads NGen?"`: the content's answer instead of one sentence.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parseArgs } from 'node:util';
import { messageCard } from '../src/cards/message-card.ts';
import type { Conversation } from '../src/conversation/types.ts';
import { type Bot, bareBolt, bareBotbuilder, ourBot, serve, signingSecret } from './bots.ts';
import { percentile } from './measures.ts';

const { values } = parseArgs({
  options: {
    requests: { type: 'string', default: '1000' },
    rounds: { type: 'string', default: '5' },
    answer: { type: 'string' },
    /** For the processes: which server, where the platforms are, and what it says. */
    serve: { type: 'string' },
    to: { type: 'string', default: '' },
    reply: { type: 'string', default: '{}' },
  },
});
const question = values.answer ?? 'NGen';
const sentence = 'NGen is the advanced manufacturing cluster.';
const concurrency = 8;

/** Says one and the same thing to everything. */
function fixed(content: Conversation): Conversation {
  const answer = content.ask({ text: question, now: new Date(), turns: [] });
  const card = messageCard('en', 'NGen', sentence);
  const reply = values.answer === undefined ? { ...answer, card } : answer;
  return { ask: () => reply, overhear: () => reply, call: () => reply };
}

const servers: Readonly<Record<string, () => Promise<Bot>>> = {
  Bolt: () => bareBolt(JSON.parse(values.reply)),
  botbuilder: () => bareBotbuilder(JSON.parse(values.reply), values.to),
  ours: () => ourBot(values.to, fixed),
};

/** In the child: serves, and tells what processor time it has used and a good token whenever it is asked. */
async function serveHere(name: string): Promise<void> {
  const bot = await servers[name]!();
  const port = await serve(bot);
  process.on('message', () => {
    const { user, system } = process.cpuUsage();
    process.send?.({ time: (user + system) / 1_000, token: bot.issuer?.token() });
  });
  process.once('disconnect', () => process.exit());
  process.send?.(port);
}

interface Running {
  readonly child: ChildProcess;
  readonly port: number;
}

async function start(name: string, to: string, reply = '{}'): Promise<Running> {
  const answer = values.answer === undefined ? [] : ['--answer', values.answer];
  const child = fork(process.argv[1]!, ['--serve', name, '--to', to, '--reply', reply, ...answer]);
  return { child, port: Number((await once(child, 'message'))[0]) };
}

async function look({ child }: Running): Promise<{ readonly time: number; readonly token?: string }> {
  child.send('look');
  return (await once(child, 'message'))[0];
}

interface Request {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}
/** @param to address of the platforms' double */
type Load = (n: number, to: string, token: string) => Request;

const slashCommand: Load = (n, to) => {
  const body = new URLSearchParams({
    ...{ command: '/supercluster', text: question, team_id: 'T1', channel_id: `C${n % 50}` },
    ...{ user_id: `U${n % 500}`, response_url: `${to}/response`, trigger_id: `trigger-${n}` },
  }).toString();
  const time = String(Math.floor(Date.now() / 1_000));
  const signature = createHmac('sha256', signingSecret).update(`v0:${time}:${body}`).digest('hex');
  return {
    path: '/slack/events',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'x-slack-request-timestamp': time,
      'x-slack-signature': `v0=${signature}`,
    },
    body,
  };
};

const message: Load = (n, to, authorization) => ({
  path: '/api/messages',
  headers: { 'content-type': 'application/json', authorization },
  body: JSON.stringify({
    ...{ type: 'message', id: `a${n}`, text: question, channelId: 'msteams', serviceUrl: `${to}/` },
    ...{ from: { id: `29:${n % 500}`, name: 'Ada' }, recipient: { id: '28:bot', name: 'Guide' } },
    conversation: { id: `a:${n % 500}`, conversationType: 'personal', tenantId: 'tenant-1' },
    channelData: { tenant: { id: 'tenant-1' } },
  }),
});

/** The platforms: they take everything, and count the messages that reach people. */
const said = { messages: 0, last: '' };
// Node's own five seconds would let it close a line just when a busy bot takes it for the next message.
const platforms = createServer({ keepAliveTimeout: 65_000 }, (request, response) => {
  let body = '';
  request.on('data', (chunk: Buffer) => {
    body += chunk.toString();
  });
  request.once('end', () => {
    if (!(request.url ?? '').startsWith('/api')) {
      said.messages += 1;
      said.last = body;
    }
    response.writeHead(200, { 'content-type': 'application/json' }).end('{"ok":true,"id":"1"}');
  });
});

let count = 0;

/** @returns milliseconds of processor time per request */
async function measure(server: Running, load: Load, to: string, requests: number): Promise<number> {
  const { time, token = '' } = await look(server);
  const before = said.messages;
  let waiting = requests;
  await Promise.all(
    Array.from({ length: Math.min(concurrency, requests) }, async () => {
      while (waiting > 0) {
        waiting -= 1;
        count += 1;
        const { path, headers, body } = load(count, to, token);
        const url = `http://127.0.0.1:${server.port}${path}`;
        const response = await fetch(url, { method: 'POST', headers, body });
        await response.arrayBuffer();
        if (response.status >= 300) throw new Error(`${path} answered ${response.status}`);
      }
    }),
  );
  const patience = performance.now() + 10_000;
  while (said.messages < before + requests) {
    if (performance.now() > patience) {
      throw new Error(`port ${server.port}: ${said.messages - before} replies to ${requests} requests`);
    }
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  return ((await look(server)).time - time) / requests;
}

/** What our bot says, without what botbuilder adds to every activity by itself. */
async function messagesOf(ours: Running, to: string): Promise<{ slack: string; teams: string }> {
  await measure(ours, slashCommand, to, 1);
  const slack = said.last;
  await measure(ours, message, to, 1);
  const { type, text, summary, attachments, channelData, suggestedActions } = JSON.parse(said.last);
  const teams = JSON.stringify({ type, text, summary, attachments, channelData, suggestedActions });
  return { slack, teams };
}

async function compare(): Promise<void> {
  platforms.listen(0, '127.0.0.1');
  await once(platforms, 'listening');
  const to = `http://127.0.0.1:${(platforms.address() as AddressInfo).port}`;
  const ours = await start('ours', to);
  const { slack, teams } = await messagesOf(ours, to);
  const bolt = await start('Bolt', to, slack);
  const botbuilder = await start('botbuilder', to, teams);
  const pairs = [
    { name: 'slash command', bare: 'Bolt', server: bolt, load: slashCommand, bytes: slack.length },
    { name: 'message', bare: 'botbuilder', server: botbuilder, load: message, bytes: teams.length },
  ].map((pair) => ({ ...pair, theirs: [] as number[], own: [] as number[] }));
  // The first two rounds warm up.
  for (let round = -2; round < Number(values.rounds); round += 1) {
    for (const { server, load, theirs, own } of pairs) {
      const [first, second] = [
        await measure(server, load, to, Number(values.requests)),
        await measure(ours, load, to, Number(values.requests)),
      ];
      if (round >= 0) {
        theirs.push(first);
        own.push(second);
      }
    }
  }
  for (const { child } of [ours, bolt, botbuilder]) child.disconnect();
  platforms.close();
  platforms.closeAllConnections();
  const middle = (figures: readonly number[]) =>
    percentile(
      figures.toSorted((a, b) => a - b),
      50,
    );
  for (const { name, bare, theirs, own, bytes } of pairs) {
    const ratios = own.map((time, round) => theirs[round]! / time).toSorted((a, b) => a - b);
    console.log(
      `${name.padEnd(13)} throughput ${middle(ratios).toFixed(2)} (${ratios[0]?.toFixed(2)} to ${ratios.at(-1)?.toFixed(2)}) × bare ${bare}; ` +
        `${middle(own).toFixed(3)} against ${middle(theirs).toFixed(3)} ms of processor time per request, reply of ${bytes} bytes`,
    );
  }
}

if (values.serve !== undefined) await serveHere(values.serve);
else await compare();
