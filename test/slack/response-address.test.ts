import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { describeError } from '../../src/slack/log.ts';
import { postToResponseAddress } from '../../src/slack/response-address.ts';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/commands/T1/1/x`;
}

const post = (address: string, timeout = 2_000) =>
  postToResponseAddress(address, '{"text":"« é »"}', { 'content-type': 'application/json' }, timeout);

async function failure(posted: Promise<unknown>) {
  const original = await posted.then(
    () => undefined,
    (error: unknown) => error,
  );
  // As `respondWith` gives it on.
  return describeError(Object.assign(new Error(), { code: 'slack_webapi_request_error', original })).cause;
}

describe('a response address', () => {
  test('gets the message whole, and its answer is read', async () => {
    const got: string[] = [];
    const address = await serve((request, response) => {
      request.on('data', (piece: Buffer) => got.push(piece.toString('utf8')));
      request.once('end', () => {
        got.push(`${request.method} ${request.url} ${request.headers['content-type']}`);
        response.end('ok');
      });
    });
    const response = await post(address);
    expect([response.status, response.ok, await response.text()]).toEqual([200, true, 'ok']);
    expect(got).toEqual(['{"text":"« é »"}', 'POST /commands/T1/1/x application/json']);
  });

  test.each([204, 404, 429, 500])('that answers %i without a word is told by its status', async (status) => {
    const response = await post(await serve((_request, response) => response.writeHead(status).end()));
    expect([response.status, response.ok, await response.text()]).toEqual([status, status < 300, '']);
  });

  test('that leads elsewhere is not followed', async () => {
    const address = await serve((_request, response) =>
      response.writeHead(307, { location: 'http://127.0.0.1:1/' }).end(),
    );
    expect((await post(address)).status).toBe(307);
  });

  test('that is silent is given up after the time', async () => {
    expect(await failure(post(await serve(() => {}), 50))).toBe('TimeoutError');
  });

  test('that stops in the middle of its answer is given up after the time', async () => {
    const address = await serve((_request, response) => response.writeHead(200).write('o'));
    expect(await failure(post(address, 50))).toBe('TimeoutError');
  });

  test('that cuts the line is told by the word of the system', async () => {
    expect(await failure(post(await serve((request) => request.socket.destroy())))).toBe('ECONNRESET');
  });

  test('that nobody listens at is told by the word of the system', async () => {
    expect(await failure(post('http://127.0.0.1:1/'))).toBe('ECONNREFUSED');
  });

  test('that is none is told apart', async () => {
    expect(await failure(post('nowhere'))).toBe('ERR_INVALID_URL');
  });

  test('that answers without end is not listened to', async () => {
    const address = await serve((_request, response) => {
      const more = () => {
        while (response.write('x'.repeat(16_384)));
      };
      response.on('drain', more);
      more();
    });
    await expect(post(address)).rejects.toThrow('too long');
  });
});
