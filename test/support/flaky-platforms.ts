/**
 * Local platforms that answer 429, 500, late, or not at all, and remember what they took: what a test
 * counts in the end is what they received, not what the bot believes.
 */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';

/** What a double does to one request in so many; `garbage` is a page of a proxy where an answer should be. */
export const troubles = ['429', '500', 'cut before', 'cut after', 'garbage', 'late'] as const;
export type Trouble = (typeof troubles)[number];

export abstract class FlakyPlatform {
  readonly server: Server = createServer((request, response) => void this.#handle(request, response));
  readonly met: Record<Trouble, number>;
  readonly #share: number;
  readonly #pause: number;

  /**
   * @param share of requests that meet trouble, from 0 to 1
   * @param pause milliseconds before every answer
   */
  constructor(share = 0.2, pause = 0) {
    this.#share = share;
    this.#pause = pause;
    this.met = { '429': 0, '500': 0, 'cut before': 0, 'cut after': 0, garbage: 0, late: 0 };
  }

  abstract accept(request: IncomingMessage, body: string): { readonly answer: object; readonly key?: string };
  /** What is accepted although nobody is told. */
  readonly cut = new Set<string>();

  async start(): Promise<string> {
    this.server.listen(0, '127.0.0.1');
    await once(this.server, 'listening');
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/`;
  }

  stop(): void {
    this.server.closeAllConnections();
    this.server.close();
  }

  async #handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let body = '';
    for await (const chunk of request) body += chunk;
    const trouble =
      Math.random() < this.#share ? troubles[Math.floor(Math.random() * troubles.length)] : undefined;
    if (trouble) this.met[trouble] += 1;
    const json = (status: number, answer: object, headers = {}) => {
      response.writeHead(status, { 'content-type': 'application/json', ...headers });
      response.end(JSON.stringify(answer));
    };
    if (trouble === '429') return json(429, {}, { 'retry-after': '1' });
    // A 503 on Teams is tried again; Slack may have taken what it answers 500 to.
    if (trouble === '500') return json(503, {});
    if (trouble === 'cut before') return void request.socket.destroy();
    const { answer, key } = this.accept(request, body);
    if (trouble === 'cut after') {
      if (key !== undefined) this.cut.add(key);
      return void request.socket.destroy();
    }
    if (trouble === 'garbage') {
      if (key !== undefined) this.cut.add(key);
      response.writeHead(200, { 'content-type': 'text/html' });
      return void response.end('<html>It works!');
    }
    const wait = this.#pause + (trouble === 'late' ? 400 : 0);
    if (wait > 0) await delay(wait);
    json(200, answer);
  }
}

export class FlakySlack extends FlakyPlatform {
  readonly posts: {
    readonly ts: string;
    readonly channel: string;
    /** The bearer token: tells processes apart. */
    readonly token: string;
    readonly metadata: { readonly event_payload: { readonly delivery_ids: string } };
  }[] = [];
  lookups = 0;

  /** Delivery ids → the messages that stand with them. */
  standing(): Map<string, string[]> {
    const standing = new Map<string, string[]>();
    for (const { ts, metadata } of this.posts) {
      const id = metadata.event_payload.delivery_ids;
      standing.set(id, [...(standing.get(id) ?? []), ts]);
    }
    return standing;
  }

  accept(request: IncomingMessage, body: string) {
    const form = new URLSearchParams(body);
    const channel = form.get('channel') ?? '';
    if (request.url?.endsWith('conversations.history')) {
      this.lookups += 1;
      const messages = this.posts.filter((post) => post.channel === channel).toReversed();
      return { answer: { ok: true, messages: messages.slice(0, 100), has_more: false } };
    }
    const ts = `${this.posts.length + 1}.0`;
    const [, token = ''] = (request.headers.authorization ?? '').split(' ');
    this.posts.push({ ts, channel, token, metadata: JSON.parse(form.get('metadata') ?? '{}') });
    return { answer: { ok: true, ts }, key: ts };
  }
}

export class FlakyTeams extends FlakyPlatform {
  /** Conversation and title → how often it was taken. */
  readonly posts = new Map<string, number>();

  accept(request: IncomingMessage, body: string) {
    const [, conversation = ''] = /conversations\/([^/]+)\//.exec(request.url ?? '') ?? [];
    const key = `${decodeURIComponent(conversation)} ${JSON.parse(body).summary}`;
    this.posts.set(key, (this.posts.get(key) ?? 0) + 1);
    return { answer: { id: key }, key };
  }
}
