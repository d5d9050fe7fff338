/** A local Slack: records Web API calls and response addresses, and fails on demand. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { HomeView, KnownBlock, ModalView } from '@slack/types';
import { limitViolations } from '../../src/slack/limits.ts';
import { viewViolations } from '../../src/slack/view-limits.ts';

export interface Received {
  /** `chat.postMessage`, or `response` for a response address. */
  readonly method: string;
  readonly path: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly authorization: string | undefined;
}

export interface Answer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** In place of the body: a page that is no answer of Slack's. */
  readonly page?: string;
  /** Milliseconds before it answers. */
  readonly after?: number;
  /** Cuts the line instead of answering. */
  readonly cut?: boolean;
}

const standard: Readonly<Record<string, unknown>> = {
  'auth.test': { ok: true, user_id: 'UBOT', bot_id: 'BBOT', team_id: 'T1' },
  'chat.postMessage': { ok: true, ts: '1700000000.000900', channel: 'C1' },
  'chat.delete': { ok: true },
  'chat.unfurl': { ok: true },
  'chat.update': { ok: true, ts: '1700000000.000900', channel: 'C1' },
  'views.update': { ok: true, view: { id: 'V1' } },
  'views.publish': { ok: true, view: { id: 'VHOME' } },
  'users.info': { ok: true, user: { id: 'UANN', is_admin: false, is_owner: false } },
  'views.open': { ok: true, view: { id: 'V1' } },
  response: { ok: true },
};

/** What carries a message. */
const written = new Set(['chat.postMessage', 'chat.update', 'response']);

function isView(value: unknown): value is ModalView | HomeView {
  return typeof value === 'object' && value !== null;
}

/** What puts a message before somebody. */
const messages = new Set(['chat.postMessage', 'response']);

export class SlackDouble {
  readonly received: Received[] = [];
  readonly server: Server;
  readonly #answers = new Map<string, Answer[]>();
  readonly #lasting = new Map<string, Answer>();
  readonly #standing: Readonly<Record<string, unknown>>[] = [];
  #remembers = false;

  constructor() {
    this.server = createServer((request, response) => void this.#handle(request, response));
  }

  async start(): Promise<this> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return this;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }
  get apiUrl(): string {
    return `${this.origin}/api/`;
  }
  get responseUrl(): string {
    return `${this.origin}/response/T1/1/x`;
  }

  /** The next call of a method is answered like this; several queue up. */
  answer(method: string, ...answers: readonly Answer[]): void {
    this.#answers.set(method, [...(this.#answers.get(method) ?? []), ...answers]);
  }

  /** Tells from now on what stands in a channel, as Slack does. */
  remember(): void {
    this.#remembers = true;
  }

  /** The messages that stand in a thread. */
  standing(thread: string): Readonly<Record<string, unknown>>[] {
    return this.#standing.filter((one) => one.thread_ts === thread);
  }

  #remembered(method: string, body: Readonly<Record<string, unknown>>): unknown {
    if (!this.#remembers || !['conversations.history', 'conversations.replies'].includes(method))
      return undefined;
    const thread = method === 'conversations.replies' ? body.ts : undefined;
    const messages = this.#standing.filter(
      (one) => one.channel === body.channel && (thread === undefined || one.thread_ts === thread),
    );
    return { ok: true, messages: messages.toReversed(), has_more: false };
  }

  /** Every call of a method is answered like this from now on. */
  always(method: string, answer: Answer): void {
    this.#lasting.set(method, answer);
  }

  calls(method: string): Readonly<Record<string, unknown>>[] {
    return this.received.filter((call) => call.method === method).map((call) => call.body);
  }

  /** Messages posted so far, public and private. */
  get posted(): Readonly<Record<string, unknown>>[] {
    return this.received.filter(({ method }) => messages.has(method)).map((call) => call.body);
  }

  /** Where anything that came here is beyond Slack's limits. */
  get violations(): string[] {
    return this.received.flatMap(({ method, body }) => {
      if (isView(body.view)) return viewViolations(body.view);
      if (!written.has(method)) return [];
      return limitViolations({ text: String(body.text ?? ''), blocks: (body.blocks ?? []) as KnownBlock[] });
    });
  }

  async #handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString('utf8');
    const [, kind = '', name = ''] = (request.url ?? '').split('/');
    const method = kind === 'api' ? name : kind;
    const body = kind === 'api' ? formBody(text) : JSON.parse(text);
    this.received.push({
      method,
      path: request.url ?? '',
      body,
      authorization: request.headers.authorization,
    });
    const answer = this.#answers.get(method)?.shift() ?? this.#lasting.get(method) ?? {};
    if (method === 'chat.postMessage' && isTaken(answer))
      this.#standing.push({ ts: `${Date.now() / 1_000}`, ...body });
    if (answer.after) await new Promise((resolve) => setTimeout(resolve, answer.after));
    if (answer.cut) {
      request.socket.destroy();
      return;
    }
    response.writeHead(answer.status ?? 200, { 'content-type': 'application/json', ...answer.headers });
    response.end(
      answer.page ??
        JSON.stringify(
          answer.body ??
            this.#remembered(method, body) ??
            standard[method] ?? { ok: false, error: 'unknown_method' },
        ),
    );
  }
}

/** Whether a message stands afterwards: also where nobody is told. */
function isTaken({ status = 200, body = { ok: true } }: Answer): boolean {
  return status === 200 && Reflect.get(Object(body), 'ok') === true;
}

/** The Web API client sends forms; structured values are JSON inside. */
export function formBody(text: string): Record<string, unknown> {
  return Object.fromEntries(
    [...new URLSearchParams(text)].map(([key, value]) => [
      key,
      ['blocks', 'metadata', 'outputs', 'prompts', 'unfurls', 'view'].includes(key)
        ? JSON.parse(value)
        : value,
    ]),
  );
}
