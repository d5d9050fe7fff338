/** One Express application for Slack, Teams, the playground and health, on one port. */
import { createServer, type Server } from 'node:http';
import express, { type ErrorRequestHandler, type Express } from 'express';
import type { Logger } from 'pino';
import type { Answering } from '../answering.ts';
import { mountPlayground } from '../playground/playground.ts';
import { type HealthOptions, mountHealth } from './health.ts';
import { mountNotificationsApi, type NotificationsApiOptions } from './notifications-api.ts';
import { followRequests, type RequestsOptions } from './requests.ts';
import { securityHeaders } from './security-headers.ts';

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
  app.use(securityHeaders);
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

/** Slow or silent clients do not hold connections for long, and many at once do not use up the process. */
export const limits = {
  /** Milliseconds until the headers, and until the body, have to be there. */
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  /** How often both are looked at: Node's own pace would let a silent client stay three times as long. */
  connectionsCheckingInterval: 5_000,
  /** Milliseconds an idle connection is kept: longer than the minute of the usual proxies, which would
   * else send a request into a connection that is being closed. */
  keepAliveTimeout: 65_000,
  /** Bytes of all headers together: Teams' tokens are under four thousand. */
  maxHeaderSize: 16 * 1024,
  /** Headers of one request; more are not read. */
  maxHeadersCount: 100,
  /** A connection is closed after so many requests, so that none lives for ever. */
  maxRequestsPerSocket: 10_000,
  /** Open connections; each further one is closed at once. */
  maxConnections: 5_000,
};

/** @param within the limits, which tests make shorter */
export function listen(app: Express, host: string, port: number, within = limits): Promise<Server> {
  const { maxHeadersCount, maxRequestsPerSocket, maxConnections, ...options } = within;
  const server = createServer(options, app);
  Object.assign(server, { maxHeadersCount, maxRequestsPerSocket, maxConnections });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve(server));
  });
}
