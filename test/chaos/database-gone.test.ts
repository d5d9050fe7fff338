/** PostgreSQL goes away and comes back while questions are asked. */
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { expect, onTestFinished, test, vi } from 'vitest';
import { freshDatabase } from '../support/databases.ts';
import { SlackBot } from '../support/slack-bot.ts';

/** Stands before the database: to the bot a server that stopped, and that starts again at its address. */
class Line {
  readonly #target: { readonly host: string; readonly port: number };
  readonly #sockets = new Set<Socket>();
  #server: Server | undefined;
  #port = 0;

  constructor({ hostname, port }: URL) {
    this.#target = { host: hostname, port: Number(port) };
  }

  async up(): Promise<number> {
    this.#server = createServer((near) => {
      const far = connect(this.#target);
      for (const [one, other] of [
        [near, far],
        [far, near],
      ] as const) {
        this.#sockets.add(one);
        one.on('error', () => {});
        one.once('close', () => {
          this.#sockets.delete(one);
          other.destroy();
        });
        one.pipe(other);
      }
    });
    this.#server.listen(this.#port, '127.0.0.1');
    await once(this.#server, 'listening');
    this.#port = (this.#server.address() as AddressInfo).port;
    return this.#port;
  }

  async down(): Promise<void> {
    const closed = new Promise((resolve) => this.#server?.close(resolve));
    for (const socket of this.#sockets) socket.destroy();
    await closed;
  }
}

test('without its database the bot says so to whoever asks, and goes on by itself when it is back', async () => {
  const { location, remove } = await freshDatabase('PostgreSQL');
  if (location.kind !== 'postgres') throw new Error('expected PostgreSQL');
  const url = new URL(location.url);
  const line = new Line(url);
  url.port = String(await line.up());
  const guide = await SlackBot.start({ DATABASE_URL: url.href });
  onTestFinished(async () => {
    await guide.end();
    await line.down();
    await remove();
  });
  const ask = async () => (await guide.asker.ask('who leads NGen?')).ts;
  const heard = (ts: string, says: RegExp) =>
    vi.waitFor(() => expect(guide.said(ts)).toEqual([expect.stringMatching(says)]), 15_000);

  await heard(await ask(), /Myers/);
  for (let outage = 0; outage < 2; outage += 1) {
    await line.down();
    expect((await guide.ready()).status).toBe(503);
    const unlucky = await Promise.all([ask(), ask(), ask()]);
    for (const ts of unlucky) await heard(ts, /Sorry, something went wrong|Myers/);
    await line.up();
    await vi.waitFor(async () => expect((await guide.ready()).status).toBe(200), 15_000);
    await heard(await ask(), /Myers/);
  }
  expect(guide.bot.process.exitCode).toBeNull();
  expect(await guide.bot.stop()).toBe(0);
});
