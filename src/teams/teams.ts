/** Microsoft Teams: verifies, parses, asks, renders, sends. botbuilder is known in this folder alone. */
import express, { type Express, type NextFunction, type Request, type Response } from 'express';
import type { Logger } from 'pino';
import type { Answering } from '../answering.ts';
import type { TeamsCredentials } from '../config.ts';
import type { AnswerLog } from '../notifications/corrections.ts';
import type { SubscriptionDesk } from '../notifications/subscription-desk.ts';
import type { Platform } from '../platform.ts';
import { readActivity } from './activity.ts';
import {
  type BotFrameworkAuthentication,
  createAuthentication,
  TeamsAdapter,
  UnauthorizedError,
} from './adapter.ts';
import { createBot } from './bot.ts';
import type { ConversationRecord } from './conversation-record.ts';
import { causeOf } from './failure.ts';
import { isAllowedServiceUrl, isLoopbackAddress, isLoopbackName } from './service-url.ts';

export type { ConversationRecord } from './conversation-record.ts';

export interface TeamsOptions {
  /** Absent: only this machine may talk to the bot, and the bot only to this machine. */
  readonly config: TeamsCredentials | undefined;
  readonly production: boolean;
  readonly answering: Answering;
  readonly subscriptions: SubscriptionDesk;
  readonly answerLog: AnswerLog;
  readonly logger: Logger;
  /** Called on every activity with the least that a later message needs. */
  readonly saveReference?: (record: ConversationRecord) => Promise<void>;
  /** For tests: a local issuer, whose connector is on this machine. */
  readonly authentication?: BotFrameworkAuthentication;
}

/** Teams gives up after 15 seconds and would send the activity again. */
const turnMilliseconds = 14_000;
const longestBody = '256kb';

export function createTeams(options: TeamsOptions): Platform {
  const { config, production, answering, subscriptions, answerLog, logger, saveReference } = options;
  const mounted = config !== undefined || !production;
  const adapter = new TeamsAdapter(options.authentication ?? createAuthentication(config), logger);
  const bot = createBot({
    answering,
    subscriptions,
    answerLog,
    logger,
    ...(saveReference && { saveReference }),
  });
  const tenant = config?.appType === 'SingleTenant' ? config.tenantId : undefined;
  const allowed = !config ? 'loopback' : options.authentication ? 'both' : 'teams';
  const underWay = new Set<Promise<void>>();
  let stopping = false;

  function admit(request: Request, response: Response, next: NextFunction): void {
    if (stopping) refuse(response.set('Retry-After', '5'), 503, 'shutting down');
    else if (!config && !isLocal(request)) refuse(response, 403, 'loopback only');
    else next();
  }

  async function receive(request: Request, response: Response): Promise<void> {
    const activity = readActivity(request.body);
    if (!activity) return refuse(response, 400, 'not an activity');
    if (!isAllowedServiceUrl(activity.serviceUrl, allowed)) {
      logger.warn({ code: 'teams_service_url_refused' }, 'an activity named a foreign service address');
      return refuse(response, 403, 'service address not allowed');
    }
    try {
      const authorization = request.headers.authorization ?? '';
      const turn = adapter.receive(authorization, activity, bot, tenant);
      const result = await withinTime(turn, logger);
      response.status(result?.status ?? 200);
      if (result?.body === undefined) response.end();
      else response.json(result.body);
    } catch (error) {
      const unauthorized = error instanceof UnauthorizedError;
      logger[unauthorized ? 'warn' : 'error'](
        { code: unauthorized ? 'teams_unauthorized' : 'teams_request_failed', cause: causeOf(error) },
        'a Teams request was refused',
      );
      if (unauthorized) refuse(response, 401, 'unauthorized');
      else refuse(response, 500, 'internal error');
    }
  }

  return {
    status() {
      if (!mounted) {
        return { name: 'teams', state: 'off', detail: 'No credentials: Teams is off in production.' };
      }
      return config
        ? { name: 'teams', state: 'ready', detail: `Ready at /api/messages as a ${config.appType} bot.` }
        : {
            name: 'teams',
            state: 'local',
            detail: 'No credentials: /api/messages answers this machine only (Agents Playground).',
          };
    },
    mount(app: Express) {
      if (!mounted) return;
      app.post(
        '/api/messages',
        admit,
        express.json({ limit: longestBody }),
        (request: Request, response: Response) => {
          const work = receive(request, response);
          underWay.add(work);
          return work.finally(() => underWay.delete(work));
        },
        onParseError,
      );
    },
    async start() {},
    async stop() {
      stopping = true;
      await Promise.allSettled(underWay);
    },
  };
}

/**
 * Whether the request comes from this machine by itself: not through a proxy, and not from a web page
 * that had its own name resolved to 127.0.0.1.
 */
function isLocal(request: Request): boolean {
  const { host = '', forwarded, origin } = request.headers;
  return (
    isLoopbackAddress(request.socket.remoteAddress) &&
    request.headers['x-forwarded-for'] === undefined &&
    forwarded === undefined &&
    URL.canParse(`http://${host}`) &&
    isLoopbackName(new URL(`http://${host}`).hostname) &&
    (origin === undefined || (URL.canParse(origin) && isLoopbackName(new URL(origin).hostname)))
  );
}

/** After the time Teams waits, the response goes out while the turn goes on. */
async function withinTime<T>(turn: Promise<T>, logger: Logger): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => {
      logger.error({ code: 'teams_turn_slow' }, 'a Teams activity took too long');
      resolve(undefined);
    }, turnMilliseconds);
  });
  try {
    return await Promise.race([turn, timeout]);
  } finally {
    clearTimeout(timer);
  }
}

/** What `express.json` refuses: broken JSON, too much of it, or another charset or encoding. */
function onParseError(error: unknown, _request: Request, response: Response, next: NextFunction): void {
  const status = typeof error === 'object' && error && 'status' in error ? error.status : undefined;
  if (status === 413) refuse(response, 413, 'too large');
  else if (status === 415) refuse(response, 415, 'unsupported encoding');
  else if (typeof status === 'number' && status >= 400 && status < 500) refuse(response, 400, 'not JSON');
  else next(error);
}

/** A tiny body that helps an operator and tells a stranger nothing. */
function refuse(response: Response, status: number, error: string): void {
  response.status(status).json({ error });
}
