/** The WebSocket half of a local Slack: the handshake, small text frames, and nothing else. */
import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { SlackDouble } from './slack-double.ts';

/** RFC 6455, section 1.3. */
const handshakeGuid = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';

export class SocketDouble {
  /** Messages the client sent, in order. */
  readonly received: Readonly<Record<string, unknown>>[] = [];
  connections = 0;
  #socket: Duplex | undefined;

  /** Lets `apps.connections.open` of a double lead here. */
  constructor(slack: SlackDouble) {
    const url = slack.origin.replace('http:', 'ws:');
    slack.answer('apps.connections.open', { body: { ok: true, url: `${url}/link` } });
    slack.server.on('upgrade', (request: IncomingMessage, socket: Duplex) => this.#accept(request, socket));
  }

  send(message: object): void {
    const payload = Buffer.from(JSON.stringify(message));
    const length = Buffer.alloc(2);
    length.writeUInt16BE(payload.length);
    this.#socket?.write(Buffer.concat([Buffer.from([0x81, 126]), length, payload]));
  }

  #accept(request: IncomingMessage, socket: Duplex): void {
    const key = createHash('sha1')
      .update(`${request.headers['sec-websocket-key']}${handshakeGuid}`)
      .digest('base64');
    socket.write(
      `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${key}\r\n\r\n`,
    );
    this.#socket = socket;
    this.connections += 1;
    let buffered = Buffer.alloc(0);
    socket.on('data', (chunk: Buffer) => {
      buffered = this.#read(Buffer.concat([buffered, chunk]), socket);
    });
    socket.on('error', () => {});
    this.send({ type: 'hello', num_connections: 1, connection_info: { app_id: 'A1' } });
  }

  /** Takes whole frames off the buffer and returns what is left. */
  #read(buffer: Buffer, socket: Duplex): Buffer<ArrayBuffer> {
    let rest = Buffer.from(buffer);
    while (rest.length >= 6) {
      const short = (rest[1] ?? 0) & 0x7f;
      const start = short === 126 ? 4 : 2;
      const length = short === 126 ? rest.readUInt16BE(2) : short;
      if (rest.length < start + 4 + length) break;
      const mask = rest.subarray(start, start + 4);
      const payload = rest
        .subarray(start + 4, start + 4 + length)
        .map((byte, i) => byte ^ (mask[i % 4] ?? 0));
      const kind = (rest[0] ?? 0) & 0x0f;
      if (kind === 1) this.received.push(JSON.parse(Buffer.from(payload).toString('utf8')));
      if (kind === 8) socket.end(Buffer.from([0x88, 0]));
      rest = rest.subarray(start + 4 + length);
    }
    return rest;
  }
}
