/** `/metrics` on an address of its own, which no proxy of the public one reaches. */
import { createServer, type Server } from 'node:http';
import type { Metrics } from './prometheus.ts';

/** @returns the listening server; close it with the others */
export function serveMetrics(
  metrics: Pick<Metrics, 'contentType' | 'text'>,
  host: string,
  port: number,
): Promise<Server> {
  const server = createServer({ requestTimeout: 10_000, headersTimeout: 10_000 }, (request, response) => {
    if (request.method !== 'GET' || request.url?.split('?', 1)[0] !== '/metrics') {
      response.writeHead(404).end();
      return;
    }
    metrics.text().then(
      (text) => response.writeHead(200, { 'content-type': metrics.contentType }).end(text),
      () => response.writeHead(500).end(),
    );
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve(server));
  });
}
