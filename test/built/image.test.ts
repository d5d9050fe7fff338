/** The files of the container image, put together as the Dockerfile says, in a place without any packages. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readDockerfile } from '../support/dockerfile.ts';

const image = mkdtempSync(join(tmpdir(), 'image-'));
const data = mkdtempSync(join(tmpdir(), 'image-data-'));
const last = readDockerfile(readFileSync('Dockerfile', 'utf8')).at(-1) ?? [];
const environment = { PATH: process.env.PATH ?? '', DATA_DIR: data, PORT: '0' };
let bot: ChildProcess;
let address = '';
let output = '';

beforeAll(async () => {
  for (const { rest } of last.filter(({ word }) => word === 'COPY')) {
    const [to = '', ...from] = rest
      .replace(/^--from=\S+ \/app\//, '')
      .split(/\s+/)
      .reverse();
    for (const path of from)
      cpSync(path, join(image, to, to.endsWith('/') ? (path.split('/').at(-1) ?? '') : ''), {
        recursive: true,
      });
  }
  const command = JSON.parse(last.find(({ word }) => word === 'CMD')?.rest ?? '[]') as string[];
  bot = spawn(process.execPath, command.slice(1), { cwd: image, env: environment });
  address = await new Promise((resolve, reject) => {
    for (const stream of [bot.stdout, bot.stderr]) {
      stream?.on('data', (chunk: Buffer) => {
        output += chunk.toString();
        const found = /listens on (http:\/\/\S+?)\/\n/.exec(output)?.[1];
        if (found) resolve(found);
      });
    }
    bot.once('exit', () => reject(new Error(`the bot did not start:\n${output}`)));
  });
});

afterAll(async () => {
  if (bot.exitCode === null) {
    bot.kill('SIGTERM');
    await once(bot, 'exit');
  }
  for (const directory of [image, data]) rmSync(directory, { recursive: true, force: true });
});

it('answers, and says nothing else when it starts', async () => {
  const response = await fetch(`${address}/playground/ask`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ text: 'who leads NGen?', conversation: crypto.randomUUID() }),
  });
  expect(response.status).toBe(200);
  expect(await response.text()).toContain('Jayson (Jay) Myers');
  expect(output).not.toMatch(/warning/i);
});

it.each(['/', '/playground/app.js', '/playground/vendor/adaptivecards.js'])('serves %s', async (path) => {
  const response = await fetch(address + path);
  expect(response.status).toBe(200);
  expect((await response.text()).length).toBeGreaterThan(1_000);
});

it('is healthy, as its own check says', () => {
  const [check = ''] = last.flatMap(({ word, rest }) => (word === 'HEALTHCHECK' ? [rest] : []));
  const [, ...command] = JSON.parse(/CMD (\[.*\])$/.exec(check)?.[1] ?? '[]') as string[];
  const port = new URL(address).port;
  execFileSync(process.execPath, command, { cwd: image, env: { ...environment, PORT: port } });
});

it.each([
  ['ask', ['who leads NGen?'], 'Myers'],
  ['backup', [join(data, 'copy.sqlite')], 'copy.sqlite'],
  ['content', ['check'], '30 entries'],
  ['doctor', [], 'All is well.'],
  ['notify', ['--help'], 'notify'],
  ['questions', [], 'Questions without an answer'],
])('has the tool %s', (tool, args, said) => {
  const printed = execFileSync(process.execPath, [`dist/cli/${tool}.js`, ...args], {
    cwd: image,
    env: environment,
    encoding: 'utf8',
  });
  expect(printed).toContain(said);
});

it('tells of the licences of what it has taken in', () => {
  const licences = readFileSync(join(image, 'dist/third-party-licences.txt'), 'utf8');
  for (const name of ['@slack/bolt', 'adaptivecards', 'botbuilder', 'minisearch', 'zod']) {
    expect(licences).toMatch(new RegExp(`^${name} \\d+\\.\\d+\\.\\d+ \\(MIT\\)$`, 'm'));
  }
});
