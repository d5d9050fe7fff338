/** Puts the pieces together, starts them, and stops them in order. */
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Logger } from 'pino';
import { createAnswering } from './answering.ts';
import { type Config, ConfigError, deliveryPlatforms, readConfig } from './config.ts';
import { takeReadAhead } from './content-ahead.ts';
import { gaugeSources } from './gauge-sources.ts';
import { subscriptionVerbs } from './intents/commands.ts';
import { contentFreshness } from './knowledge/content-freshness.ts';
import type { Knowledge } from './knowledge/knowledge.ts';
import type { Language } from './knowledge/language.ts';
import { ContentError } from './knowledge/problems.ts';
import { suggestedQuestions } from './knowledge/suggested-questions.ts';
import { createSenders, createSlackInstallations, loadPlatforms } from './load-platforms.ts';
import { logDelivery } from './log-delivery.ts';
import { createLogger } from './logging.ts';
import { measuredAnswering, measuredReport, measuredSender } from './measured.ts';
import { createNotifications } from './notifications/notifications.ts';
import type { Worker } from './notifications/worker.ts';
import type { Platform } from './platform.ts';
import { previewsOf } from './previews.ts';
import { type ContentService, createContentService } from './server/content-service.ts';
import { createApp, listen } from './server/server.ts';
import { createSourceIndex } from './source-index.ts';
import { StoreError } from './store/errors.ts';
import { openStore, type Store } from './store/store.ts';
import { createTeamsServices } from './teams-services.ts';
import { createTelemetry, type Telemetry } from './telemetry/telemetry.ts';

/** Within the ten seconds that a container runtime allows before it kills. */
const drainMilliseconds = 9_000;
const purgeEvery = 10 * 60_000;

interface Running {
  readonly config: Config;
  readonly logger: Logger;
  readonly server: Server;
  readonly content: ContentService;
  readonly store: Store;
  readonly platforms: readonly Platform[];
  readonly worker: Worker;
  readonly purge: NodeJS.Timeout;
  readonly telemetry: Telemetry;
  readonly state: { draining: boolean };
}

async function start(): Promise<Running> {
  if (existsSync('.env')) process.loadEnvFile('.env');
  const config = readConfig(process.env);
  const logger = createLogger(config.logLevel, config.logFormat);
  const clock = () => new Date();
  const { slack, teams } = await loadPlatforms(config);
  const content = createContentService({
    directory: config.contentDirectory,
    defaultLanguage: config.defaultLanguage,
    logger,
    clock,
    read: await takeReadAhead(config.contentDirectory),
    reloaded: (previous) => correctAnswers(previous),
  });
  const store = await openStore(config.database, {
    role: 'server',
    retention: config.retention,
    ...(config.encryptionKeys && { keys: config.encryptionKeys }),
  });
  const telemetry = await createTelemetry({
    metrics: config.metrics,
    traces: config.traces,
    slackApiUrl: config.slack?.apiUrl,
    sources: gaugeSources({ content, store, clock }),
    logger,
  });
  const answering = createAnswering({
    conversation: content.conversation,
    store,
    clock,
    defaultLanguage: config.defaultLanguage,
    forgot: (error) =>
      logger.error({ code: 'answer_forgotten', cause: causeOf(error) }, 'an answer was not remembered'),
  });
  const installations = await createSlackInstallations(config, store, logger, clock);
  const previews = previewsOf(deliveryPlatforms(config));
  const notifications = createNotifications({
    store,
    knowledge: content.knowledge,
    senders: (await createSenders(config, store, logger, installations)).map((one) =>
      measuredSender(one, telemetry),
    ),
    verbs: subscriptionVerbs,
    rules: config.notifications,
    previews,
    language: config.defaultLanguage,
    clock,
    random: Math.random,
    newId: randomUUID,
    report: measuredReport(logDelivery(logger), telemetry),
  });
  const subscriptions = notifications.desk;
  const { approvals, subscribers, corrections: answerLog } = notifications;
  function correctAnswers(previous?: Knowledge): void {
    notifications.corrections.run(previous).then(
      (threads) => threads > 0 && logger.info({ code: 'answers_corrected', threads }, 'answers corrected'),
      (error: unknown) =>
        logger.error({ code: 'corrections_failed', cause: causeOf(error) }, 'answers were not corrected'),
    );
  }
  const platforms: Platform[] = [];
  if (slack) {
    const freshness = () => contentFreshness(content.knowledge(), clock());
    const people = { workspace: store, freshness, subscriptions, subscribers, approvals, answerLog };
    const asks = (language: Language) => suggestedQuestions(content.knowledge(), language, clock());
    const about = { suggestedQuestions: asks, sources: createSourceIndex(content.knowledge) };
    const asked = measuredAnswering(answering, 'slack', telemetry);
    platforms.push(
      slack.createSlack({
        config: config.slack,
        installations,
        answering: asked,
        ...people,
        ...about,
        logger,
      }),
    );
  }
  if (teams) {
    platforms.push(
      teams.createTeams({
        config: config.teams,
        production: config.production,
        answering: measuredAnswering(answering, 'teams', telemetry),
        subscriptions,
        subscribers,
        approvals,
        answerLog,
        logger,
        saveReference: (record) =>
          store.references.save(
            { platform: 'teams', workspace: record.tenantId ?? '', channel: record.conversationId },
            JSON.stringify(record),
            clock(),
          ),
        ...createTeamsServices({
          store,
          knowledge: content.knowledge,
          clock,
          // Without credentials only this machine can speak to the bot.
          administrators: config.teams ? (config.teams.administrators ?? []) : 'everyone',
        }),
      }),
    );
  }
  const state = { draining: false };
  const app = createApp({
    content,
    store,
    platforms,
    answering: measuredAnswering(answering, 'playground', telemetry),
    logger,
    telemetry,
    notifications: {
      token: config.notifications.token,
      publisher: notifications.publisher,
      topics: notifications.topics,
      previews,
      approvalChannel: config.notifications.approvalChannel,
      clock,
      logger,
    },
    playground: config.playground,
    loopbackOnly: isLoopback(config.host),
    draining: () => state.draining,
  });
  const server = await listen(app, config.host, config.port);
  for (const platform of platforms) await platform.start();
  notifications.worker.start();
  // Also for a content that changed while the server was down; who asks something now need not wait for it.
  setImmediate(() => correctAnswers());
  if (!config.production) content.watch();
  const purge = setInterval(() => {
    store.purge(clock()).catch(() => logger.error({ code: 'purge_failed' }, 'old rows were not removed'));
  }, purgeEvery);
  purge.unref();
  const running: Running = {
    config,
    logger,
    server,
    content,
    store,
    platforms,
    worker: notifications.worker,
    purge,
    telemetry,
    state,
  };
  return running;
}

function causeOf(error: unknown): string {
  return error instanceof Error ? error.name : typeof error;
}

function announce({ config, server, platforms, content, telemetry }: Running): void {
  const { port } = server.address() as AddressInfo;
  const host = isLoopback(config.host) ? 'localhost' : config.host;
  console.log(`Supercluster Guide listens on http://${host}:${port}/`);
  console.log(`  content: ${content.status().entries} entries, version ${content.status().version}`);
  for (const platform of platforms) {
    const { name, state, detail } = platform.status();
    console.log(`  ${name}: ${state} – ${detail}`);
  }
  if (config.metrics && telemetry.metricsServer) {
    const at = telemetry.metricsServer.address() as AddressInfo;
    console.log(`  metrics: http://${config.metrics.host}:${at.port}/metrics`);
  }
  console.log(`  playground: ${config.playground ? 'open the address above in a browser' : 'off'}`);
}

function isLoopback(host: string): boolean {
  return ['127.0.0.1', 'localhost', '::1'].includes(host);
}

/** Takes no new work, lets what is under way finish, then closes; after the time limit it leaves anyway. */
async function stop(running: Running, signal: string): Promise<void> {
  if (running.state.draining) return;
  running.state.draining = true;
  const { logger, server, platforms, content, store, worker, purge, telemetry } = running;
  logger.info({ code: 'stopping', signal }, 'stopping');
  setTimeout(() => {
    logger.error({ code: 'drain_timeout' }, 'work was still under way');
    process.exit(1);
  }, drainMilliseconds).unref();
  clearInterval(purge);
  content.close();
  const closed = new Promise((resolve) => server.close(resolve));
  server.closeIdleConnections();
  await Promise.all([worker.stop(), ...platforms.map((platform) => platform.stop())]);
  server.closeAllConnections();
  await closed;
  await telemetry.close();
  await store.close();
  logger.info({ code: 'stopped' }, 'stopped');
}

/** One clear sentence for the operator; a stack only for what nobody foresaw. */
function explainFailure(error: unknown): string {
  if (error instanceof ConfigError) return `The configuration is not usable:\n${error.message}`;
  if (error instanceof ContentError) return `The content is not usable:\n${error.message}`;
  if (error instanceof StoreError) return error.message;
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
    return 'The port is in use: set PORT to another one, or stop the program that uses it.';
  }
  return `The start failed: ${error instanceof Error ? error.message : 'unknown cause'}`;
}

try {
  const running = await start();
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      stop(running, signal).then(
        () => process.exit(0),
        () => process.exit(1),
      );
    });
  }
  process.on('SIGHUP', () => running.content.reload());
  // Last, so that whoever waits for these lines finds the signals handled.
  announce(running);
} catch (error) {
  console.error(explainFailure(error));
  process.exit(1);
}
