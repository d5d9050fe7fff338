/** The content as the build has read it: a start takes it for that of the same files, and for no other's. */
import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { readContentDirectory } from '../../src/content-directory.ts';
import { findKept, packContent, unpackContent } from '../../src/kept-content.ts';
import { versionOf } from '../../src/knowledge/content-files.ts';
import { createKnowledge, dataOf } from '../../src/knowledge/knowledge.ts';
import { startBot } from '../support/bot.ts';

/** A copy of what was built and of the content. */
function copied(): { readonly program: string; readonly content: string; readonly kept: string } {
  const directory = mkdtempSync(join(tmpdir(), 'kept-'));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  cpSync('dist', join(directory, 'dist'), { recursive: true });
  cpSync('content', join(directory, 'content'), { recursive: true });
  return {
    program: join(directory, 'dist/start.js'),
    content: join(directory, 'content'),
    kept: join(directory, 'dist/content.kept'),
  };
}

async function answerOf(program: string, content: string): Promise<string> {
  const bot = await startBot({ CONTENT_DIR: content }, program);
  try {
    const response = await fetch(`${bot.address}/playground/ask`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ text: 'who leads NGen?', conversation: crypto.randomUUID() }),
    });
    return await response.text();
  } finally {
    await bot.stop();
  }
}

/** Makes what was kept recognisable: another name in it than in the files. */
function rename(kept: string, version: string): void {
  const { knowledge, searchData } = unpackContent(findKept(version, pathToFileURL(kept))!)!;
  const { entries, ...rest } = dataOf(knowledge);
  const told = JSON.stringify(entries).replaceAll('Jayson (Jay) Myers', 'Whoever was kept');
  const renamed = createKnowledge({ ...rest, entries: JSON.parse(told) });
  writeFileSync(kept, packContent({ knowledge: renamed, searchData: searchData! }));
}

test('a start takes what the build has read of the same files', async () => {
  const { program, content, kept } = copied();
  rename(kept, versionOf(readContentDirectory(content)));
  expect(await answerOf(program, content)).toContain('Whoever was kept');
});

test('files that were changed since are read, and so they are where nothing usable was kept', async () => {
  const { program, content, kept } = copied();
  const version = versionOf(readContentDirectory(content));
  rename(kept, version);
  const vocabulary = join(content, 'vocabulary/synonyms.yaml');
  const before = readFileSync(vocabulary);
  appendFileSync(vocabulary, '\n# Changed.\n');
  expect(await answerOf(program, content)).toContain('Jayson (Jay) Myers');
  writeFileSync(vocabulary, before);
  writeFileSync(kept, `${version}\nnothing that V8 has written`);
  expect(await answerOf(program, content)).toContain('Jayson (Jay) Myers');
});
