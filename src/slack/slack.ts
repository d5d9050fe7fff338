/** Verifies what Slack sends, asks the conversation, renders the card, and sends it back. */
import { randomUUID } from 'node:crypto';
import { App, SocketModeReceiver } from '@slack/bolt';
import { WebClient } from '@slack/web-api';
import type { Express } from 'express';
import type { Logger } from 'pino';
import type { Answering } from '../answering.ts';
import type { SlackConfig } from '../config.ts';
import { endsWithin } from '../ends-within.ts';
import type { ContentFreshness } from '../knowledge/content-freshness.ts';
import type { Language } from '../knowledge/language.ts';
import type { ApprovalDesk } from '../notifications/approval-desk.ts';
import type { AnswerLog } from '../notifications/corrections.ts';
import type { SubscribersDesk } from '../notifications/subscribers-desk.ts';
import type { SubscriptionDesk } from '../notifications/subscription-desk.ts';
import type { Platform, PlatformStatus } from '../platform.ts';
import type { SourceIndex } from '../source-index.ts';
import { currentRequest, inNewRequest } from '../telemetry/request.ts';
import { noSpan } from '../telemetry/tracer.ts';
import type { Workspace } from '../workspace.ts';
import { AgentSessions } from './agent-sessions.ts';
import { answerInteractionTakenOver } from './answer-interaction.ts';
import { answerTakenOver } from './answer-message.ts';
import { clientOptions, requestTimeout } from './client-options.ts';
import { createClients } from './clients.ts';
import type { Edge } from './edge.ts';
import { HeldAcknowledgements } from './held-acknowledgements.ts';
import { slackHttp } from './http.ts';
import { createIdentify } from './identity.ts';
import { InFlight } from './in-flight.ts';
import { InOrder } from './in-order.ts';
import { installPath } from './install.ts';
import type { Installations } from './installations.ts';
import { type KeptQuestion, KeptQuestions } from './kept-questions.ts';
import { register } from './listeners/index.ts';
import { boltLogger, describeError } from './log.ts';
import { VerifiedReceiver } from './receiver.ts';
import { RecentLinks } from './recent-links.ts';

export interface SlackOptions {
  /** Absent when Slack is not set up: the address then answers that it is off. */
  readonly config: SlackConfig | undefined;
  /** Absent with the configuration. */
  readonly installations: Installations | undefined;
  readonly answering: Answering;
  readonly workspace: Workspace;
  readonly freshness: () => ContentFreshness;
  /** Questions to begin with, from the content. */
  readonly suggestedQuestions: (language: Language) => readonly string[];
  /** The pages that the content rests on. */
  readonly sources: SourceIndex;
  readonly subscriptions: SubscriptionDesk;
  readonly subscribers: SubscribersDesk;
  readonly approvals: ApprovalDesk;
  readonly answerLog: AnswerLog;
  readonly logger: Logger;
  /** Judges how old a request is. */
  readonly clock?: () => Date;
}

/** The one address for events, slash commands and buttons. */
export const slackPath = '/slack/events';
/** Socket Mode keeps trying to connect; the start does not wait for it longer than this. */
const longestStart = 10_000;

/** The Slack edge. Nothing leaves the process before `start`, except answers to what Slack sends. */
export function createSlack(options: SlackOptions): Platform {
  const { config, installations } = options;
  return config && installations ? new Slack(config, installations, options) : new SlackOff();
}

class SlackOff implements Platform {
  status(): PlatformStatus {
    return { name: 'slack', state: 'off', detail: 'Slack is off: SLACK_BOT_TOKEN is not set.' };
  }
  mount(app: Express): void {
    app.post(slackPath, (_request, response) => {
      response.status(503).json({ error: 'slack_not_configured' });
    });
  }
  async start(): Promise<void> {}
  async stop(): Promise<void> {}
}

class Slack implements Platform {
  readonly #config: SlackConfig;
  readonly #installations: Installations;
  readonly #log: Logger;
  readonly #now: () => Date;
  readonly #receiver: VerifiedReceiver | SocketModeReceiver;
  readonly #app: App;
  readonly #inFlight = new InFlight();
  readonly #kept: KeptQuestions;
  readonly #answerKept: (question: KeptQuestion) => Promise<void>;
  #stopping = false;

  constructor(config: SlackConfig, installations: Installations, options: SlackOptions) {
    this.#config = config;
    this.#installations = installations;
    this.#log = options.logger.child({ platform: 'slack' });
    this.#now = options.clock ?? (() => new Date());
    this.#receiver = createReceiver(config, this.#log);
    this.#app = new App({
      receiver: this.#receiver,
      // With a token alone Bolt would call Slack before it acknowledges the first event.
      authorize: (source) => installations.authorize(source),
      clientOptions: clientOptions(config.apiUrl, this.#log),
      logger: boltLogger(this.#log),
      // Both are done here: the first needs Bolt to know the bot, the second keeps state in memory.
      ignoreSelf: false,
      convoStore: false,
    });
    const acknowledgements = new HeldAcknowledgements();
    acknowledgements.holdFor(this.#app);
    // Over Socket Mode there was no HTTP request that began one.
    this.#app.use(({ next }) =>
      this.#inFlight.track(currentRequest() ? next() : inNewRequest(noSpan, () => next())),
    );
    this.#app.error(async (error) => this.#log.error(describeError(error), 'slack: listener failed'));
    this.#kept = new KeptQuestions({
      ...{ pending: options.workspace.pendingQuestions, clock: this.#now, log: this.#log },
      holder: randomUUID(),
    });
    const { answering, workspace, freshness, subscriptions, subscribers, approvals, answerLog } = options;
    const edge: Edge = {
      ...{ answering, workspace, freshness, subscriptions, subscribers, approvals, answerLog },
      clock: this.#now,
      installations,
      pages: config.pages ?? {},
      ...{ log: this.#log, identify: createIdentify(), inOrder: new InOrder() },
      ...{ suggestedQuestions: options.suggestedQuestions, sources: options.sources },
      recentLinks: new RecentLinks(),
      sessions: new AgentSessions(this.#now, this.#log),
      clients: createClients(installations, config.apiUrl, this.#log),
      ...{ acknowledgements, kept: this.#kept },
    };
    register(this.#app, edge);
    this.#answerKept = (question) =>
      this.#inFlight.track(
        'incoming' in question ? answerTakenOver(edge, question) : answerInteractionTakenOver(edge, question),
      );
  }

  status(): PlatformStatus {
    const how = this.#config.appToken ? 'over Socket Mode' : `over HTTP at ${slackPath}`;
    const where = 'oauth' in this.#config ? `; workspaces install it at ${installPath}` : '';
    const detail = this.#stopping ? 'Slack is stopping.' : `Slack is ready ${how}${where}.`;
    return { name: 'slack', state: 'ready', detail };
  }

  mount(app: Express): void {
    this.#installations.mount(app);
    const receiver = this.#receiver;
    if (receiver instanceof SocketModeReceiver) {
      app.post(slackPath, (_request, response) => {
        response.status(503).json({ error: 'slack_uses_socket_mode' });
      });
      return;
    }
    const { signingSecret } = this.#config;
    const handle = slackHttp({ receiver, signingSecret, now: this.#now });
    app.post(slackPath, (request, response, next) => {
      if (this.#stopping) {
        // Slack delivers events again after a failure.
        response.status(503).set('Retry-After', '5').json({ error: 'stopping' });
        return;
      }
      // From the first byte on, so that a request still being read is waited for as well.
      this.#inFlight.track(new Promise((resolve) => response.once('close', resolve)));
      handle(request, response, next);
    });
  }

  async start(): Promise<void> {
    this.#installations.start();
    this.#kept.start(this.#answerKept);
    if ('botToken' in this.#config) this.#inFlight.track(this.#checkToken(this.#config.botToken));
    if (!(this.#receiver instanceof SocketModeReceiver)) return;
    const connected = this.#receiver.start();
    // Its error, if it ends with one, is the start's.
    if (await endsWithin(connected, longestStart)) return void (await connected);
    this.#log.warn('slack: Socket Mode is not connected yet; trying on');
    connected.catch((error: unknown) => this.#log.error(describeError(error), 'slack: Socket Mode failed'));
  }

  /** Tells the operator at the start, rather than a person at the first question, that a token is wrong. */
  async #checkToken(token: string): Promise<void> {
    try {
      const client = new WebClient(token, {
        ...clientOptions(this.#config.apiUrl, this.#log),
        retryConfig: { retries: 0 },
      });
      await client.auth.test();
    } catch (error) {
      this.#log.error(describeError(error), 'slack: the bot token could not be checked');
    }
  }

  async stop(): Promise<void> {
    this.#stopping = true;
    if (this.#receiver instanceof SocketModeReceiver) await this.#receiver.stop();
    this.#kept.stop();
    await this.#inFlight.drained();
    await this.#kept.release();
    await this.#installations.stop();
  }
}

function createReceiver(config: SlackConfig, log: Logger): VerifiedReceiver | SocketModeReceiver {
  const logger = boltLogger(log);
  if (config.appToken) {
    // Its own retries: they carry the connection over hours without Slack, answers must not wait so long.
    const connecting = { slackApiUrl: config.apiUrl, timeout: requestTimeout, logger };
    return new SocketModeReceiver({
      appToken: config.appToken,
      logger,
      installerOptions: { clientOptions: connecting },
    });
  }
  return new VerifiedReceiver(log);
}
