/** Vitest's global set-up: one PostgreSQL for the whole run; every test that wants one gets its own database in it. */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the server, without the name of a database. */
    postgresUrl: string;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  // Away from the terminal's group, so that Ctrl+C leaves it to the teardown, or to the end of its input.
  const server = spawn(process.execPath, [fileURLToPath(new URL('server.ts', import.meta.url))], {
    detached: true,
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  const url = await new Promise<string>((resolve, reject) => {
    let complaint = '';
    server.stderr.on('data', (chunk: Buffer) => {
      complaint += chunk.toString();
    });
    server.stdout.once('data', (chunk: Buffer) => resolve(chunk.toString().trim()));
    ended.then(() => reject(new Error(`PostgreSQL for the tests did not start:\n${complaint}`)));
  });
  project.provide('postgresUrl', url);
  return async () => {
    server.stdin.end();
    await ended;
  };
}
