/** Bots to compare: bare Bolt and bare botbuilder as their documentation begins, and ours as it is served. */
import { randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RespondArguments } from '@slack/bolt';
import type { Activity } from 'botbuilder';
import type { Conversation } from '../src/conversation/types.ts';
import { credentials, type Issuer, startIssuer } from '../test/teams/issuer.ts';

export const signingSecret = 'a-signing-secret';
const botToken = 'xoxb-x';

export interface Bot {
  readonly listener: RequestListener;
  /** An activity's `Authorization`; absent where the bot knows no Teams. */
  readonly issuer?: Issuer;
}

/** @param reply what is said to every slash command: the very message of the bot it is compared with */
export async function bareBolt(reply: RespondArguments): Promise<Bot> {
  const { App, HTTPReceiver, LogLevel } = await import('@slack/bolt');
  const receiver = new HTTPReceiver({ signingSecret, endpoints: '/slack/events' });
  const app = new App({ receiver, authorize: async () => ({ botToken }), logLevel: LogLevel.ERROR });
  app.command('/supercluster', async ({ ack, respond }) => {
    await ack();
    await respond(reply);
  });
  return { listener: receiver.requestListener };
}

/** @param reply what is said to every message @param platforms address of their double */
export async function bareBotbuilder(reply: Partial<Activity>, platforms: string): Promise<Bot> {
  const { CloudAdapter } = await import('botbuilder');
  const { default: express } = await import('express');
  const issuer = await startIssuer(`${platforms}/`);
  const adapter = new CloudAdapter(issuer.authentication);
  const app = express();
  app.post('/api/messages', express.json(), (request, response) => {
    void adapter.process(request, response, async (context) => {
      await context.sendActivity({ ...reply });
    });
  });
  return { listener: app, issuer };
}

/**
 * Our application with both platforms, a real store and real content, put together as `main.ts` does.
 * @param platforms address of their double
 * @param conversation what answers; the content's own unless given
 */
export async function ourBot(
  platforms: string,
  conversation?: (content: Conversation) => Conversation,
): Promise<Bot & { readonly conversation: Conversation }> {
  const [{ pino }, { createAnswering }, { createApp }, { createContentService }, { openStore }] =
    await Promise.all([
      import('pino'),
      import('../src/answering.ts'),
      import('../src/server/server.ts'),
      import('../src/server/content-service.ts'),
      import('../src/store/store.ts'),
    ]);
  const [{ createNotifications }, { subscriptionVerbs }, { contentFreshness }, { createSourceIndex }] =
    await Promise.all([
      import('../src/notifications/notifications.ts'),
      import('../src/intents/commands.ts'),
      import('../src/knowledge/content-freshness.ts'),
      import('../src/source-index.ts'),
    ]);
  const { createSlack } = await import('../src/slack/slack.ts');
  const { createInstallations } = await import('../src/slack/create-installations.ts');
  const { createTeams } = await import('../src/teams/teams.ts');
  const { createTeamsServices } = await import('../src/teams-services.ts');
  const { noMeasurements } = await import('../src/telemetry/measurements.ts');
  const { noTracer } = await import('../src/telemetry/tracer.ts');
  const issuer = await startIssuer(`${platforms}/`);
  const logger = pino({ level: 'info' }, { write: () => {} });
  const clock = () => new Date();
  const content = createContentService({ directory: 'content', defaultLanguage: 'en', logger, clock });
  const store = await openStore({ kind: 'sqlite', directory: directoryInMemory() }, { role: 'server' });
  const answers = conversation?.(content.conversation()) ?? content.conversation();
  const answering = createAnswering({
    ...{ conversation: () => answers, store, clock, defaultLanguage: 'en', forgot: () => {} },
  });
  const { desk, subscribers, approvals, corrections, publisher, topics } = createNotifications({
    ...{ store, knowledge: content.knowledge, senders: [], verbs: subscriptionVerbs, clock },
    rules: { timeZone: 'America/Toronto', approvalAbove: 25, stageDays: 14 },
    ...{ random: Math.random, newId: randomUUID, report: () => {}, previews: {}, language: 'en' },
  });
  const shared = {
    ...{ answering, subscriptions: desk, subscribers, approvals, answerLog: corrections, logger },
  };
  const slack = { signingSecret, botToken, apiUrl: `${platforms}/api/` };
  const app = createApp({
    ...{ content, store, answering, logger, playground: false, loopbackOnly: true, draining: () => false },
    platforms: [
      createSlack({
        ...{ ...shared, config: slack, workspace: store, suggestedQuestions: () => [] },
        installations: createInstallations(slack, { stores: store, clock, logger }),
        freshness: () => contentFreshness(content.knowledge(), clock()),
        sources: createSourceIndex(content.knowledge),
      }),
      createTeams({
        ...{ ...shared, config: credentials, production: true, authentication: issuer.authentication },
        saveReference: (record) =>
          store.references.save(
            { platform: 'teams', workspace: record.tenantId ?? '', channel: record.conversationId },
            JSON.stringify(record),
            clock(),
          ),
        ...createTeamsServices({ store, knowledge: content.knowledge, clock, administrators: [] }),
      }),
    ],
    telemetry: { measurements: noMeasurements, tracer: noTracer },
    notifications: {
      ...{ token: undefined, publisher, topics, previews: {}, clock, logger, approvalChannel: undefined },
    },
  });
  return { listener: app, issuer, conversation: answers };
}

/** So that a benchmark does not measure the disk, where the machine has a file system in memory. */
function directoryInMemory(): string {
  const directory = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'bench-'));
  process.once('exit', () => rmSync(directory, { recursive: true, force: true }));
  return directory;
}

/** Listens on this machine. @returns the port */
export function serve({ listener }: Bot): Promise<number> {
  const server = createServer(listener);
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : 0);
    });
  });
}
