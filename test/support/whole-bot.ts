/**
 * The whole bot in this process: the real application, store, content and both platforms, with Slack's
 * Web API, Teams' connector and the issuer of its tokens as doubles on this machine.
 */
import { createHmac, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { type AddressInfo, connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { createAnswering } from '../../src/answering.ts';
import { subscriptionVerbs } from '../../src/intents/commands.ts';
import { contentFreshness } from '../../src/knowledge/content-freshness.ts';
import { suggestedQuestions } from '../../src/knowledge/suggested-questions.ts';
import { createNotifications } from '../../src/notifications/notifications.ts';
import { createContentService } from '../../src/server/content-service.ts';
import { createApp, limits, listen } from '../../src/server/server.ts';
import { createInstallations } from '../../src/slack/create-installations.ts';
import { createSlack } from '../../src/slack/slack.ts';
import { createSourceIndex } from '../../src/source-index.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import { createTeams } from '../../src/teams/teams.ts';
import { createTeamsServices } from '../../src/teams-services.ts';
import { noMeasurements } from '../../src/telemetry/measurements.ts';
import { noTracer } from '../../src/telemetry/tracer.ts';
import { SlackDouble } from '../slack/slack-double.ts';
import { credentials, type Issuer, startIssuer } from '../teams/issuer.ts';
import { startConnector } from '../teams/server.ts';

export const signingSecret = 'a-signing-secret';
export const botToken = 'xoxb-secret-token';
export const notifyToken = 'a-token-for-programs-of-more-than-32-characters';
/** Ids of Teams people who may name the experts' channel. */
export const teamsAdministrator = '99999999-9999-4999-8999-999999999999';

export interface WholeBotOptions {
  /** Shorter limits of the server. */
  readonly within?: Partial<typeof limits>;
  /** The database; a temporary one unless given. */
  readonly directory?: string;
}

export interface WholeBot {
  readonly url: string;
  readonly port: number;
  readonly store: Store;
  readonly slack: SlackDouble;
  readonly connector: Awaited<ReturnType<typeof startConnector>>;
  readonly issuer: Issuer;
  /** Everything that was logged so far. */
  log(): string;
  /** A request as Slack signs it. */
  postSlack(body: string, contentType?: string): Promise<Response>;
  /** An activity with a good token. @param activity an object, or the body as text */
  postTeams(activity: object | string, contentType?: string): Promise<Response>;
  /** Lets go of what was logged and of what the doubles have received. */
  forgetSeen(): void;
  /** Resolves once nothing is under way any more; takes nothing new from then on. */
  drain(): Promise<void>;
  stop(): Promise<void>;
}

export function signSlack(body: string, seconds: number, secret = signingSecret): string {
  return `v0=${createHmac('sha256', secret).update(`v0:${seconds}:${body}`).digest('hex')}`;
}

export async function startWholeBot(options: WholeBotOptions = {}): Promise<WholeBot> {
  const directory = options.directory ?? mkdtempSync(join(tmpdir(), 'whole-'));
  const lines: string[] = [];
  const logger = pino({ level: 'info' }, { write: (line: string) => void lines.push(line) });
  const clock = () => new Date();
  const slack = await new SlackDouble().start();
  const connector = await startConnector();
  const issuer = await startIssuer(connector.serviceUrl);
  const content = createContentService({ directory: 'content', defaultLanguage: 'en', logger, clock });
  const store = await openStore({ kind: 'sqlite', directory }, { role: 'server' });
  const answering = createAnswering({
    ...{ conversation: content.conversation, store, clock, defaultLanguage: 'en', forgot: () => {} },
  });
  const notifications = createNotifications({
    ...{ store, knowledge: content.knowledge, senders: [], verbs: subscriptionVerbs, clock },
    rules: { timeZone: 'America/Toronto', approvalAbove: 25, stageDays: 14 },
    ...{ random: Math.random, newId: randomUUID, report: () => {}, previews: {}, language: 'en' },
  });
  const shared = {
    answering,
    subscriptions: notifications.desk,
    subscribers: notifications.subscribers,
    approvals: notifications.approvals,
    answerLog: notifications.corrections,
    logger,
  };
  const slackConfig = { signingSecret, botToken, apiUrl: slack.apiUrl };
  const platforms = [
    createSlack({
      ...shared,
      config: slackConfig,
      installations: createInstallations(slackConfig, { stores: store, clock, logger }),
      workspace: store,
      freshness: () => contentFreshness(content.knowledge(), clock()),
      suggestedQuestions: (language) => suggestedQuestions(content.knowledge(), language, clock()),
      sources: createSourceIndex(content.knowledge),
    }),
    createTeams({
      ...shared,
      config: { appId: credentials.appId, appPassword: 'x', appType: 'MultiTenant' },
      production: true,
      authentication: issuer.authentication,
      saveReference: (record) =>
        store.references.save(
          { platform: 'teams', workspace: record.tenantId ?? '', channel: record.conversationId },
          JSON.stringify(record),
          clock(),
        ),
      ...createTeamsServices({
        ...{ store, knowledge: content.knowledge, clock, administrators: [teamsAdministrator] },
      }),
    }),
  ];
  const app = createApp({
    ...{ content, store, platforms, answering, logger, playground: true, loopbackOnly: true },
    notifications: {
      ...{ token: notifyToken, publisher: notifications.publisher, topics: notifications.topics },
      ...{ previews: {}, clock, logger, approvalChannel: undefined },
    },
    telemetry: { measurements: noMeasurements, tracer: noTracer },
    draining: () => false,
  });
  const server = await listen(app, '127.0.0.1', 0, { ...limits, ...options.within });
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;
  let kept = { text: '', until: 0 };
  // One token serves many activities, as Teams' own do; each signature would cost more than an answer.
  const token = () => {
    if (Date.now() > kept.until) kept = { text: issuer.token(), until: Date.now() + 60_000 };
    return kept.text;
  };
  const drain = async () => void (await Promise.all(platforms.map((platform) => platform.stop())));
  return {
    ...{ url, port, store, slack, connector, issuer, drain },
    log: () => lines.join(''),
    postSlack(body, contentType = 'application/json') {
      const seconds = Math.floor(Date.now() / 1_000);
      const signed = {
        'x-slack-request-timestamp': String(seconds),
        'x-slack-signature': signSlack(body, seconds),
      };
      return fetch(`${url}/slack/events`, {
        ...{ method: 'POST', body, headers: { 'content-type': contentType, ...signed } },
      });
    },
    postTeams: (activity, contentType = 'application/json') =>
      fetch(`${url}/api/messages`, {
        method: 'POST',
        body: typeof activity === 'string' ? activity : JSON.stringify(activity),
        headers: { 'content-type': contentType, authorization: token() },
      }),
    forgetSeen() {
      lines.length = 0;
      slack.received.length = 0;
      connector.sent.length = 0;
    },
    async stop() {
      await drain();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await Promise.all([slack.stop(), connector.close(), issuer.close()]);
      await store.close();
      if (options.directory === undefined) rmSync(directory, { recursive: true, force: true });
    },
  };
}

/** What the server answers to bytes written by hand before it closes; rejects when it does not close in time. */
export function closesWithin(port: number, bytes: string, milliseconds: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
    let answer = '';
    const timer = setTimeout(() => {
      socket.destroy();
      reject(new Error(`still open after ${milliseconds} ms`));
    }, milliseconds);
    socket.on('data', (chunk) => {
      answer += chunk.toString();
    });
    socket.on('error', () => {});
    socket.on('close', () => {
      clearTimeout(timer);
      resolve(answer);
    });
  });
}
