/**
 * Starts the real bot as a child process, as `npm start` does, and stops it; with BOT_PROGRAM=dist/start.js the
 * built one.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const botProgram = process.env.BOT_PROGRAM ?? 'src/start.ts';

export interface RunningBot {
  readonly address: string;
  readonly process: ChildProcess;
  output(): string;
  /** Sends SIGTERM; resolves with the exit code. */
  stop(): Promise<number | null>;
}

/**
 * @param environment beside PORT=0 and a temporary DATA_DIR; FILE_BLOCKS bounds the size of the files it
 *   may write, in blocks of 512 bytes
 * @param started another program than that of the tests
 */
export async function startBot(
  environment: Readonly<Record<string, string>> = {},
  started = botProgram,
): Promise<RunningBot> {
  const data = mkdtempSync(join(tmpdir(), 'bot-'));
  const [program, ...programArguments] = environment.FILE_BLOCKS
    ? ['sh', '-c', 'trap "" XFSZ; ulimit -f "$FILE_BLOCKS"; exec "$0" "$1"', process.execPath, started]
    : [process.execPath, started];
  const child = spawn(program, programArguments, {
    env: { PATH: process.env.PATH ?? '', PORT: '0', DATA_DIR: data, LOG_LEVEL: 'warn', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const exited = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
  const address = await new Promise<string>((resolve, reject) => {
    const collect = (chunk: Buffer) => {
      output += chunk.toString();
      const match = /listens on (http:\/\/\S+?)\/\n/.exec(output);
      if (match?.[1]) resolve(match[1]);
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.once('exit', () => reject(new Error(`the bot did not start:\n${output}`)));
  });
  return {
    address,
    process: child,
    output: () => output,
    async stop() {
      child.kill('SIGTERM');
      const code = await exited;
      rmSync(data, { recursive: true, force: true });
      return code;
    },
  };
}
