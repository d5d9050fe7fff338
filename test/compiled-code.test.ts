/** What is kept of compiled code between starts, and where it is not. */
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';

function temporary(): string {
  const directory = mkdtempSync(join(tmpdir(), 'compiled-'));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  return directory;
}

/** A process of its own: what is switched on stays on. */
function keptIn(directory: string): boolean {
  const script = `
    const { keepCompiledCode } = await import('./src/compiled-code.ts');
    const kept = keepCompiledCode(process.argv[1]);
    await import('zod');
    console.log(kept);`;
  const output = execFileSync(process.execPath, ['--input-type=module', '-e', script, directory], {
    encoding: 'utf8',
    env: { PATH: process.env.PATH ?? '' },
  });
  return output.trim() === 'true';
}

test('compiled code is kept in the data directory, which is made for this user alone', () => {
  const data = join(temporary(), 'data');
  expect(keptIn(data)).toBe(true);
  expect(statSync(data).mode & 0o777).toBe(0o700);
  expect(readdirSync(join(data, 'compiled-code'))).not.toEqual([]);
});

test('compiled code is not read from where others could have put it', () => {
  const data = temporary();
  chmodSync(data, 0o770);
  expect(keptIn(data)).toBe(false);
  expect(existsSync(join(data, 'compiled-code'))).toBe(false);
});

test('a directory that cannot be made costs the start nothing but time', () => {
  const file = join(temporary(), 'file');
  writeFileSync(file, '');
  expect(keptIn(join(file, 'data'))).toBe(false);
});
