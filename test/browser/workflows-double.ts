/** A double of Power Automate's Workflows on this machine, and what makes the bot post to it. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll } from 'vitest';

/** An address as Power Automate hands it out. */
export const webhookAddress =
  'https://default0123456789abcdef0123456789abcd.ef.environment.api.powerplatform.com:443/powerautomate/' +
  'automations/direct/workflows/0123456789abcdef/triggers/manual/paths/invoke?api-version=1&sig=secret';

export interface WorkflowsDouble {
  /** The bodies of what was posted, in order. */
  readonly posted: string[];
  /** Answers with this from now on. */
  answer(status: number, body?: object): void;
  /** For the process that posts. */
  environment(): Readonly<Record<string, string>>;
}

export function useWorkflowsDouble(): WorkflowsDouble {
  const posted: string[] = [];
  let next: { readonly status: number; readonly body: object } = { status: 202, body: {} };
  let server: Server;
  beforeAll(async () => {
    server = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk: Buffer) => {
        body += chunk.toString();
      });
      request.on('end', () => {
        posted.push(body);
        response.writeHead(next.status, { 'Content-Type': 'application/json' });
        response.end(JSON.stringify(next.body));
      });
    });
    server.listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
  });
  afterAll(() => server?.close());
  return {
    posted,
    answer(status, body = {}) {
      next = { status, body };
    },
    environment: () => ({
      WORKFLOWS_DOUBLE: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
      NODE_OPTIONS: `--import ${new URL('workflows-detour.ts', import.meta.url).href}`,
    }),
  };
}
