import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readAhead, takeReadAhead } from '../src/content-ahead.ts';
import { dataOf } from '../src/knowledge/knowledge.ts';
import { realKnowledge } from './support/real-content.ts';

const dataDirectory = mkdtempSync(join(tmpdir(), 'ahead-'));
// A thread may still be keeping its compiled code there.
afterAll(() => rmSync(dataDirectory, { recursive: true, force: true, maxRetries: 20 }));

describe('content read in a thread of its own', () => {
  it('is what this thread reads, and is handed over once', async () => {
    readAhead({ directory: 'content', dataDirectory });
    const read = await takeReadAhead('content');
    expect(read && dataOf(read.knowledge)).toEqual(dataOf(realKnowledge));
    expect(await takeReadAhead('content')).toBeUndefined();
  });

  it('is not taken for that of another directory', async () => {
    readAhead({ directory: 'content', dataDirectory });
    expect(await takeReadAhead('other')).toBeUndefined();
  });

  it('is nothing where the content is not usable: reading it again says why', async () => {
    const broken = join(dataDirectory, 'content');
    cpSync('content', broken, { recursive: true });
    writeFileSync(join(broken, 'vocabulary', 'synonyms.yaml'), 'a: [');
    readAhead({ directory: broken, dataDirectory });
    expect(await takeReadAhead(broken)).toBeUndefined();
  });

  it('is nothing where there is no such directory', async () => {
    const nowhere = join(dataDirectory, 'nowhere');
    readAhead({ directory: nowhere, dataDirectory });
    expect(await takeReadAhead(nowhere)).toBeUndefined();
  });
});
