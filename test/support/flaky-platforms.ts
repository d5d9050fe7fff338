/**
 * Local platforms that answer 429, 500, late, or not at all, and remember what they took: what a test
 * counts in the end is what they received, not what the bot believes.
 */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';

/**
 * What a double does to one request in so many; `garbage` is a page of a proxy where an answer should be,
 * `silence` accepts and never answers.
 */
export const troubles = ['429', '500', 'cut before', 'cut after', 'garbage', 'late', 'silence'] as const;
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
    this.met = { '429': 0, '500': 0, 'cut before': 0, 'cut after': 0, garbage: 0, late: 0, silence: 0 };
  }

  /** Takes a request at once; what it answers is made when it answers. */
  abstract accept(
    request: IncomingMessage,
    body: string,
  ): { readonly answer: () => object; readonly key?: string };
  /** What is accepted although nobody is told. */
  readonly cut = new Set<string>();

  /** Requests that have come in, and those of them that are not answered. */
  received = 0;
  underWay = 0;

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
    this.received += 1;
    this.underWay += 1;
    response.once('close', () => {
      this.underWay -= 1;
    });
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
    if (trouble === 'silence') {
      if (key !== undefined) this.cut.add(key);
      return;
    }
    if (trouble === 'garbage') {
      if (key !== undefined) this.cut.add(key);
      response.writeHead(200, { 'content-type': 'text/html' });
      return void response.end('<html>It works!');
    }
    const wait = this.#pause + (trouble === 'late' ? 400 : 0);
    if (wait > 0) await delay(wait);
    json(200, answer());
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
  readonly #clock: () => Date;
  /** Microseconds: no two messages have the same `ts`. */
  #latest = 0;

  /** @param clock that of the bot, by which it says since when it looks */
  constructor(clock: () => Date, share?: number, pause?: number) {
    super(share, pause);
    this.#clock = clock;
  }

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
      const oldest = Number(form.get('oldest') ?? 0);
      const from = Number(form.get('cursor') ?? 0);
      const until = from + Number(form.get('limit') ?? 100);
      // Looked up when it is answered: what a killed process had sent before may still be read meanwhile.
      const answer = () => {
        const all = this.posts.filter((post) => post.channel === channel && Number(post.ts) >= oldest);
        const messages = all.toReversed().slice(from, until);
        const more = until < all.length && { response_metadata: { next_cursor: String(until) } };
        return { ok: true, messages, has_more: more !== false, ...more };
      };
      return { answer };
    }
    this.#latest = Math.max(this.#latest + 1, this.#clock().getTime() * 1_000);
    const ts = (this.#latest / 1_000_000).toFixed(6);
    const [, token = ''] = (request.headers.authorization ?? '').split(' ');
    this.posts.push({ ts, channel, token, metadata: JSON.parse(form.get('metadata') ?? '{}') });
    return { answer: () => ({ ok: true, ts }), key: ts };
  }
}

export class FlakyTeams extends FlakyPlatform {
  /** Conversation and title → how often it was taken. */
  readonly posts = new Map<string, number>();

  accept(request: IncomingMessage, body: string) {
    const [, conversation = ''] = /conversations\/([^/]+)\//.exec(request.url ?? '') ?? [];
    const key = `${decodeURIComponent(conversation)} ${JSON.parse(body).summary}`;
    this.posts.set(key, (this.posts.get(key) ?? 0) + 1);
    return { answer: () => ({ id: key }), key };
  }
}
