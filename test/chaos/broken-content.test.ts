/** What may happen to content files while the bot serves: the old content answers until the new one is right. */
import { cpSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { SlackBot } from '../support/slack-bot.ts';

const breakages: readonly (readonly [string, (directory: string) => void])[] = [
  ['a file cut off in the middle', (at) => writeFileSync(join(at, 'clusters/ngen.en.md'), '---\nid: ng')],
  [
    'bytes that are no text',
    (at) => writeFileSync(join(at, 'clusters/ngen.fr.md'), Buffer.alloc(5_000, 0xff)),
  ],
  ['one language gone', (at) => rmSync(join(at, 'clusters/ngen.fr.md'))],
  ['everything gone', (at) => renameSync(at, `${at}-away`)],
];

test('broken content is told in the log and in /readyz while the old content answers', async () => {
  const content = mkdtempSync(join(tmpdir(), 'broken-content-'));
  cpSync('content', content, { recursive: true });
  const guide = await SlackBot.start({ CONTENT_DIR: content });
  onTestFinished(async () => {
    await guide.end();
    for (const directory of [content, `${content}-away`]) rmSync(directory, { recursive: true, force: true });
  });
  const answers = async () => {
    const { ts } = await guide.asker.ask('who leads NGen?');
    await vi.waitFor(() => expect(guide.said(ts)).toEqual([expect.stringContaining('Myers')]), 10_000);
  };
  const state = async () => ((await guide.ready()).body.content as { readonly state: string }).state;
  const failures = () => guide.bot.output().split('content_reload_failed').length - 1;

  for (const [name, breakIt] of breakages) {
    const before = failures();
    breakIt(content);
    guide.bot.process.kill('SIGHUP');
    await vi.waitFor(async () => expect(await state(), name).toBe('stale'), 15_000);
    expect((await guide.ready()).status).toBe(200);
    expect(failures()).toBeGreaterThan(before);
    await answers();
    cpSync('content', content, { recursive: true });
    guide.bot.process.kill('SIGHUP');
    await vi.waitFor(async () => expect(await state(), name).toBe('ready'), 15_000);
    await answers();
  }
  expect(await guide.bot.stop()).toBe(0);
});
