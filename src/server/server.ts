/** One Express application for Slack, Teams, the playground and health, on one port. */
import { createServer, type Server } from 'node:http';
import express, { type ErrorRequestHandler, type Express } from 'express';
import type { Logger } from 'pino';
import type { Answering } from '../answering.ts';
import { mountPlayground } from '../playground/playground.ts';
import { type HealthOptions, mountHealth } from './health.ts';
import { mountNotificationsApi, type NotificationsApiOptions } from './notifications-api.ts';
import { followRequests, type RequestsOptions } from './requests.ts';

export interface AppOptions extends HealthOptions {
  readonly answering: Answering;
  readonly logger: Logger;
  readonly telemetry: RequestsOptions;
  readonly notifications: NotificationsApiOptions;
  readonly playground: boolean;
  /** Whether the server listens on loopback alone; the playground then refuses other host names. */
  readonly loopbackOnly: boolean;
}

/** No body parser stands before the platforms: Bolt and botbuilder read their own bodies. */
export function createApp(options: AppOptions): Express {
  const { answering, logger, platforms } = options;
  const app = express();
  app.disable('x-powered-by');
  app.use(followRequests(options.telemetry));
  mountHealth(app, options);
  for (const platform of platforms) platform.mount(app);
  mountNotificationsApi(app, options.notifications);
  if (options.playground) mountPlayground(app, { answering, logger, loopbackOnly: options.loopbackOnly });
  app.use((_request, response) => {
    response.status(404).json({ error: 'not_found' });
  });
  app.use(answerErrors(logger));
  return app;
}

/** Express would show a stack trace; callers get a code, the log gets the cause. */
function answerErrors(logger: Logger): ErrorRequestHandler {
  return (error: unknown, _request, response, next) => {
    if (response.headersSent) {
      next(error);
      return;
    }
    const status = statusOf(error);
    if (status >= 500) logger.error({ code: 'request_failed', cause: nameOf(error) }, 'a request failed');
    response.status(status).json({ error: status >= 500 ? 'internal_error' : 'bad_request' });
  };
}

function statusOf(error: unknown): number {
  if (typeof error !== 'object' || error === null || !('status' in error)) return 500;
  const { status } = error;
  return typeof status === 'number' && status >= 400 && status < 600 ? status : 500;
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : typeof error;
}

/** Slow or silent clients do not hold connections for long. */
const headersTimeout = 10_000;
const requestTimeout = 30_000;

export function listen(app: Express, host: string, port: number): Promise<Server> {
  const server = createServer({ headersTimeout, requestTimeout }, app);
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve(server));
  });
}
