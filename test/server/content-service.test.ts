import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ContentError } from '../../src/knowledge/problems.ts';
import { type ContentService, createContentService } from '../../src/server/content-service.ts';

let directory: string;
let service: ContentService | undefined;
const logged: string[] = [];
const logger = pino({ base: null }, { write: (line: string) => void logged.push(line) });

const start = () =>
  createContentService({
    directory,
    defaultLanguage: 'en',
    logger,
    clock: () => new Date('2026-11-23T00:00:00Z'),
  });
const broken = () => join(directory, 'clusters', 'ngen.en.md');
const ask = () => service?.conversation().ask({ text: 'Where is NGen based?', now: new Date(0), turns: [] });

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'content-'));
  cpSync('content', directory, { recursive: true });
  logged.length = 0;
});
afterEach(() => {
  service?.close();
  service = undefined;
  rmSync(directory, { recursive: true });
});

describe('content in service', () => {
  it('does not start with a broken file, and names file, line and expectation', () => {
    writeFileSync(broken(), '---\nkind: robot\n---\n');
    expect(start).toThrow(ContentError);
    expect(start).toThrow(/ngen\.en\.md:2: kind: expected one of cluster/);
  });

  it('keeps the old content when a reload fails, says so, and recovers', () => {
    service = start();
    const { version } = service.status();
    writeFileSync(broken(), 'nothing');
    service.reload();
    expect(service.status()).toMatchObject({
      version,
      reloadErrors: expect.arrayContaining([expect.stringContaining('ngen.en.md:1')]),
    });
    expect(ask()?.answered).toBe(true);
    expect(logged.join('')).toContain('content_reload_failed');
    cpSync('content/clusters/ngen.en.md', broken());
    service.reload();
    expect(service.status()).toMatchObject({ version, reloadErrors: [] });
  });

  it('sees that a file changed', async () => {
    service = start();
    const { version } = service.status();
    service.watch();
    writeFileSync(join(directory, 'vocabulary', 'synonyms.yaml'), '[]\n');
    await vi.waitFor(() => expect(service?.status().version).not.toBe(version), { timeout: 5_000 });
  });
});
