/** A running Express server with the Teams edge, and a double of Teams' connector service. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { pino } from 'pino';
import type { Platform } from '../../src/platform.ts';
import { createTeams, type TeamsOptions } from '../../src/teams/teams.ts';
import {
  FakeAnswerLog,
  FakeSubscriptions,
  noApprovals,
  noSubscribers,
} from '../support/fake-notifications.ts';
import { createFakeAnswering, type FakeAnswering } from './fake-answering.ts';
import { createFakeServices, type FakeServices } from './fake-services.ts';

/** What the bot sent to Teams. */
export interface Sent {
  readonly method: string;
  readonly path: string;
  readonly authorization: string | undefined;
  readonly activity: {
    readonly type: string;
    readonly text?: string;
    readonly summary?: string;
    readonly suggestedActions?: {
      readonly to: readonly string[];
      readonly actions: readonly { readonly type: string; readonly title: string; readonly value: string }[];
    };
    readonly attachments?: readonly { readonly contentType: string; readonly content: unknown }[];
  };
}

export interface ConnectorAnswer {
  readonly status: number;
  readonly code?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface TestServer {
  readonly url: string;
  readonly serviceUrl: string;
  readonly sent: Sent[];
  readonly answering: FakeAnswering;
  readonly services: FakeServices;
  readonly subscriptions: FakeSubscriptions;
  readonly answerLog: FakeAnswerLog;
  readonly teams: Platform;
  /** Everything that was logged, as one text. */
  log(): string;
  /** The status with which the connector answers from now on. */
  failWith(status: number): void;
  /** What the connector answers to the next requests, one each; after them it accepts again. */
  answerNext(...answers: readonly ConnectorAnswer[]): void;
  post(body: unknown, headers?: Readonly<Record<string, string>>): Promise<{ status: number; body: string }>;
  close(): Promise<void>;
}

export async function startServer(
  overrides: Partial<TeamsOptions> = {},
  host = '127.0.0.1',
): Promise<TestServer> {
  const sent: Sent[] = [];
  let connectorStatus = 201;
  let next: ConnectorAnswer[] = [];
  const connector = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      sent.push({
        method: request.method ?? '',
        path: request.url ?? '',
        authorization: request.headers.authorization,
        activity: JSON.parse(body),
      });
      const { status, code, headers } = next.shift() ?? { status: connectorStatus };
      response.writeHead(status, { 'content-type': 'application/json', ...headers });
      response.end(JSON.stringify(code ? { error: { code, message: 'x' } } : { id: `sent-${sent.length}` }));
    });
  });
  const serviceUrl = `${await listen(connector, '127.0.0.1')}/`;

  const lines: string[] = [];
  const answering = createFakeAnswering();
  const services = createFakeServices();
  const subscriptions = new FakeSubscriptions();
  const answerLog = new FakeAnswerLog();
  const teams = createTeams({
    config: undefined,
    production: false,
    answering,
    ...services,
    subscriptions,
    answerLog,
    approvals: noApprovals,
    subscribers: noSubscribers,
    logger: pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) }),
    ...overrides,
  });
  const app = express();
  teams.mount(app);
  const server = createServer(app);
  const url = await listen(server, host);

  return {
    url,
    serviceUrl,
    sent,
    answering,
    services,
    subscriptions,
    answerLog,
    teams,
    log: () => lines.join(''),
    failWith(status) {
      connectorStatus = status;
    },
    answerNext(...answers) {
      next = [...answers];
    },
    async post(body, headers = {}) {
      const response = await fetch(`${url}/api/messages`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      });
      return { status: response.status, body: await response.text() };
    },
    async close() {
      for (const one of [server, connector]) {
        one.closeAllConnections();
        await new Promise((resolve) => one.close(resolve));
      }
    },
  };
}

/** A double of Teams' connector service alone: answers as told, remembers what it got. */
export async function startConnector() {
  const sent: (Sent & { readonly method: string })[] = [];
  let answer: { status: number; body?: object; headers?: Record<string, string> } | 'cut' = { status: 201 };
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      const { method = '', url = '', headers } = request;
      sent.push({ method, path: url, authorization: headers.authorization, activity: JSON.parse(body) });
      if (answer === 'cut') {
        request.socket.destroy();
        return;
      }
      response.writeHead(answer.status, { 'content-type': 'application/json', ...answer.headers });
      response.end(JSON.stringify(answer.body ?? { id: `sent-${sent.length}` }));
    });
  });
  return {
    sent,
    serviceUrl: `${await listen(server, '127.0.0.1')}/`,
    answerWith(next: typeof answer) {
      answer = next;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

export async function listen(server: Server, host: string): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  return `http://${host}:${(server.address() as AddressInfo).port}`;
}
