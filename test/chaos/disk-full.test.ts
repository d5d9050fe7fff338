/**
 * Nothing more can be written: the bot runs with a limit on the size of files, which to SQLite is a disk
 * that is full, on any system and without special rights.
 */
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { sqliteFileName } from '../../src/store/databases.ts';
import { openStore } from '../../src/store/store.ts';
import { SlackBot } from '../support/slack-bot.ts';

test('on a full disk questions are answered all the same, and nothing that was written is lost', async () => {
  const data = mkdtempSync(join(tmpdir(), 'disk-full-'));
  const guide = await SlackBot.start({ DATA_DIR: data });
  onTestFinished(async () => {
    await guide.end();
    rmSync(data, { recursive: true, force: true });
  });
  const ask = async () => (await guide.asker.ask('who leads NGen?')).ts;
  const heard = (ts: string) =>
    vi.waitFor(() => expect(guide.said(ts)).toEqual([expect.stringMatching(/Myers/)]), 15_000);
  const before = await ask();
  await heard(before);
  await guide.bot.stop();

  // A few pages more than it has now.
  const blocks = Math.ceil(statSync(join(data, sqliteFileName)).size / 512) + 16;
  await guide.restart({ FILE_BLOCKS: String(blocks) });
  const asked: string[] = [];
  while (!guide.bot.output().includes('answer_forgotten')) {
    const ts = await ask();
    await heard(ts);
    asked.push(ts);
    if (asked.length > 200) throw new Error('the disk never became full');
  }
  for (let n = 0; n < 5; n += 1) await heard(await ask());
  expect(guide.bot.process.exitCode).toBeNull();
  expect((await guide.ready()).status).toBe(200);
  await guide.bot.stop();

  // There is room again.
  await guide.restart();
  await heard(await ask());
  expect(await guide.bot.stop()).toBe(0);
  const store = await openStore({ kind: 'sqlite', directory: data }, { role: 'server' });
  const channel = { platform: 'slack', workspace: 'T1', channel: 'C1' } as const;
  for (const ts of [before, asked[0] ?? before]) {
    expect(await store.answeredMessages.takeForEdit({ ...channel, questionId: ts })).toBeDefined();
  }
  await store.close();
});

test('a directory that cannot be written to is told in a sentence at the start', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'no-directory-')), 'file');
  writeFileSync(file, '');
  await expect(SlackBot.start({ DATA_DIR: join(file, 'data') })).rejects.toThrow(/start failed|cannot/);
  rmSync(file);
});
