/**
 * What do our edges cost beside the bare libraries that they rest on? `npm run bench:edges`
 *
 * Each server is a process of its own that acknowledges and replies with one sentence: bare Bolt and our
 * Slack edge to a slash command, bare botbuilder and our Teams edge to a message. The edges answer from a
 * fixed card, with a real store on a file system in memory where the machine has one, so that neither the
 * search nor the disk is measured. They take turns; compared is the processor time of the server per
 * request, which a busy machine disturbs least, and of which throughput is the inverse.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { createHmac, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Answering } from '../src/answering.ts';
import { messageCard } from '../src/cards/message-card.ts';
import type { Reply } from '../src/conversation/types.ts';
import type { Store } from '../src/store/store.ts';
import { percentile } from './measures.ts';

const { values } = parseArgs({
  options: {
    requests: { type: 'string', default: '1000' },
    rounds: { type: 'string', default: '5' },
    serve: { type: 'string' },
    to: { type: 'string', default: '' },
  },
});
const secret = 'a-signing-secret';
const sentence = 'NGen is the advanced manufacturing cluster.';
const concurrency = 8;

const servers = {
  'bare Bolt': bareBolt,
  'our Slack edge': slackEdge,
  'bare botbuilder': bareBotbuilder,
  'our Teams edge': teamsEdge,
};
type Name = keyof typeof servers;

async function bareBolt(): Promise<Server> {
  const { App, HTTPReceiver, LogLevel } = await import('@slack/bolt');
  const receiver = new HTTPReceiver({ signingSecret: secret, endpoints: '/slack/events' });
  const app = new App({
    ...{ receiver, authorize: async () => ({ botToken: 'xoxb-x' }), logLevel: LogLevel.ERROR },
  });
  app.command('/supercluster', async ({ ack, respond }) => {
    await ack();
    await respond({ text: sentence, response_type: 'ephemeral' });
  });
  return createServer((request, response) => void receiver.requestListener(request, response));
}

async function bareBotbuilder(): Promise<Server> {
  const { CloudAdapter, ConfigurationBotFrameworkAuthentication } = await import('botbuilder');
  const { default: express } = await import('express');
  const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
  const app = express();
  app.post('/api/messages', express.json(), (request, response) => {
    void adapter.process(request, response, async (context) => {
      await context.sendActivity(sentence);
    });
  });
  return createServer(app);
}

async function slackEdge(): Promise<Server> {
  const { createSlack } = await import('../src/slack/slack.ts');
  const { pino } = await import('pino');
  const { createInstallations } = await import('../src/slack/create-installations.ts');
  const workspace = await openStore();
  const { desks } = await notificationsOf(workspace);
  const logger = pino({ level: 'silent' });
  const config = { signingSecret: secret, botToken: 'xoxb-x', apiUrl: `${values.to}/api/` };
  const platform = createSlack({
    config,
    installations: createInstallations(config, { stores: workspace, clock: () => new Date(), logger }),
    ...{ answering, workspace, ...desks, logger },
    freshness: () => ({ entries: 1, statements: 1, overdue: 0, newest: '2026-10-01' }),
    suggestedQuestions: () => [],
    sources: { callFor: () => undefined },
  });
  return mounted(platform);
}

async function teamsEdge(): Promise<Server> {
  const { createTeams } = await import('../src/teams/teams.ts');
  const { createTeamsServices } = await import('../src/teams-services.ts');
  const { pino } = await import('pino');
  const store = await openStore();
  const { knowledge, desks } = await notificationsOf(store);
  const clock = () => new Date();
  const platform = createTeams({
    ...{ config: undefined, production: false, answering, ...desks },
    logger: pino({ level: 'silent' }),
    saveReference: (record) =>
      store.references.save(
        { platform: 'teams', workspace: record.tenantId ?? '', channel: record.conversationId },
        JSON.stringify(record),
        clock(),
      ),
    ...createTeamsServices({ store, knowledge, clock, administrators: 'everyone' }),
  });
  return mounted(platform);
}

async function mounted(platform: { mount(app: unknown): void }): Promise<Server> {
  const { default: express } = await import('express');
  const app = express();
  platform.mount(app);
  return createServer(app);
}

async function openStore() {
  const { openStore: open } = await import('../src/store/store.ts');
  const memory = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();
  const directory = mkdtempSync(join(memory, 'edges-'));
  process.once('exit', () => rmSync(directory, { recursive: true, force: true }));
  return open({ kind: 'sqlite', directory }, { role: 'server' });
}

const reply: Reply = {
  ...{ outcome: 'answer', answered: true, language: 'en', intent: 'profile', confidence: 1 },
  card: messageCard('en', 'NGen', sentence),
  ...{ entries: [], sources: [], unclear: false },
  turn: {
    ...{ question: 'NGen', meaning: 'NGen', language: 'en', intent: 'profile', args: {}, entities: [] },
    ...{ repeatable: false, offers: [], listed: false },
  },
} as unknown as Reply;

const answering: Answering = {
  defaultLanguage: 'en',
  ask: async () => reply,
  overhear: async () => undefined,
  call: async () => reply,
  firstSeen: async () => true,
};
/** What people may do about notifications; nothing is sent here. */
async function notificationsOf(store: Store) {
  const { readContentDirectory } = await import('../src/content-directory.ts');
  const { requireKnowledge } = await import('../src/knowledge/read-knowledge.ts');
  const { createNotifications } = await import('../src/notifications/notifications.ts');
  const { subscriptionVerbs } = await import('../src/intents/commands.ts');
  const content = requireKnowledge(readContentDirectory('content'), 'content');
  const knowledge = () => content;
  const { desk, subscribers, approvals } = createNotifications({
    ...{ store, knowledge, senders: [], verbs: subscriptionVerbs, clock: () => new Date() },
    rules: { timeZone: 'America/Toronto', approvalAbove: 25, stageDays: 14 },
    ...{ random: Math.random, newId: randomUUID, report: () => {}, previews: {}, language: 'en' },
  });
  const answerLog = { posted: async () => {} };
  return { knowledge, desks: { subscriptions: desk, subscribers, approvals, answerLog } };
}

/** In the child: serves, and tells what processor time it has used whenever it is asked. */
async function serve(name: Name): Promise<void> {
  const server = await servers[name]();
  server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));
  process.on('message', () => {
    const { user, system } = process.cpuUsage();
    process.send?.((user + system) / 1_000);
  });
  process.once('disconnect', () => process.exit());
}

interface Load {
  request(n: number): {
    readonly path: string;
    readonly headers: Record<string, string>;
    readonly body: string;
  };
}

function slashCommands(to: string): Load {
  return {
    request(n) {
      const body = new URLSearchParams({
        ...{ command: '/supercluster', text: 'NGen', team_id: 'T1', channel_id: 'C1', user_id: 'U1' },
        ...{ response_url: `${to}/response`, trigger_id: `trigger-${n}` },
      }).toString();
      const time = String(Math.floor(Date.now() / 1_000));
      const signature = createHmac('sha256', secret).update(`v0:${time}:${body}`).digest('hex');
      return {
        path: '/slack/events',
        headers: {
          'content-type': 'application/x-www-form-urlencoded',
          'x-slack-request-timestamp': time,
          'x-slack-signature': `v0=${signature}`,
        },
        body,
      };
    },
  };
}

function messages(to: string): Load {
  return {
    request: (n) => ({
      path: '/api/messages',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        ...{ type: 'message', id: `a${n}`, text: 'NGen', channelId: 'msteams', serviceUrl: `${to}/` },
        from: { id: '29:1', name: 'Ada' },
        recipient: { id: '28:bot', name: 'Guide' },
        conversation: { id: 'a:chat', conversationType: 'personal', tenantId: 'tenant-1' },
        channelData: { tenant: { id: 'tenant-1' } },
      }),
    }),
  };
}

let count = 0;

async function measure(name: Name, child: ChildProcess, port: number, load: Load): Promise<number> {
  const requests = Number(values.requests);
  const before = await processorTime(child);
  const repliesBefore = replies;
  let waiting = requests;
  await Promise.all(
    Array.from({ length: concurrency }, async () => {
      while (waiting > 0) {
        waiting -= 1;
        count += 1;
        const { path, headers, body } = load.request(count);
        const response = await fetch(`http://127.0.0.1:${port}${path}`, { method: 'POST', headers, body });
        await response.arrayBuffer();
        if (response.status >= 300) throw new Error(`${name} answered ${response.status}`);
      }
    }),
  );
  const patience = performance.now() + 10_000;
  while (replies < repliesBefore + requests) {
    if (performance.now() > patience) throw new Error(`${name}: ${replies - repliesBefore} replies`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  return ((await processorTime(child)) - before) / requests;
}

async function processorTime(child: ChildProcess): Promise<number> {
  child.send('processor time?');
  return Number((await once(child, 'message'))[0]);
}

let replies = 0;

async function compare(): Promise<void> {
  const double = createServer((request, response) => {
    request.resume();
    request.once('end', () => {
      if (!(request.url ?? '').startsWith('/api')) replies += 1;
      response.writeHead(200, { 'content-type': 'application/json' }).end('{"ok":true,"id":"1"}');
    });
  });
  double.listen(0, '127.0.0.1');
  await once(double, 'listening');
  const to = `http://127.0.0.1:${(double.address() as AddressInfo).port}`;
  const loads: readonly (readonly [Name, Load])[] = [
    ['bare Bolt', slashCommands(to)],
    ['our Slack edge', slashCommands(to)],
    ['bare botbuilder', messages(to)],
    ['our Teams edge', messages(to)],
  ];
  const running = new Map<Name, { readonly child: ChildProcess; readonly port: number }>();
  for (const [name] of loads) {
    const child = fork(process.argv[1]!, ['--serve', name, '--to', to]);
    running.set(name, { child, port: Number((await once(child, 'message'))[0]) });
  }
  const times = new Map<Name, number[]>(loads.map(([name]) => [name, []]));
  // The first round warms up.
  for (let round = 0; round <= Number(values.rounds); round += 1) {
    for (const [name, load] of loads) {
      const { child, port } = running.get(name)!;
      const time = await measure(name, child, port, load);
      if (round > 0) times.get(name)?.push(time);
    }
  }
  for (const { child } of running.values()) child.disconnect();
  double.close();
  double.closeAllConnections();
  const median = (name: Name) =>
    percentile(
      (times.get(name) ?? []).toSorted((a, b) => a - b),
      50,
    );
  for (const [name] of loads) {
    const baseline = name.includes('Slack')
      ? 'bare Bolt'
      : name.includes('Teams')
        ? 'bare botbuilder'
        : undefined;
    const ratio = baseline
      ? `  throughput ${(median(baseline) / median(name)).toFixed(2)} × ${baseline}`
      : '';
    console.log(`${name.padEnd(16)} ${median(name).toFixed(3)} ms of processor time per request${ratio}`);
  }
}

if (values.serve !== undefined) await serve(values.serve as Name);
else await compare();
