/** Mixed traffic for a minute: the long soak (`npm run bench:soak`) in short, without what depends on speed. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';

const seconds = Number(process.env.SOAK_SECONDS ?? 60);

test(`over ${seconds} seconds of mixed traffic every question is answered once and nothing stays open`, {
  timeout: 180_000 + 2_000 * seconds,
}, async () => {
  const soak = spawn(process.execPath, ['bench/soak.ts', '--seconds', String(seconds), '--rate', '5'], {
    env: { PATH: process.env.PATH ?? '' },
  });
  let output = '';
  for (const stream of [soak.stdout, soak.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
  }
  const [code] = await once(soak, 'close');
  expect(output).toMatch(/, 0 without one, 0 answers too many, the bot ended with 0;/);
  expect(output).not.toContain('grew:');
  expect(code).toBe(0);
  console.log(output.trim());
});
