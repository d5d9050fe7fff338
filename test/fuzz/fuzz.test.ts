import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';

const edges = [
  'slack-events',
  'slack-commands',
  'slack-interactions',
  'teams-activities',
  'teams-invokes',
  'content',
  'cli-lines',
];

test.each(edges)('generated requests to %s break nothing', { timeout: 180_000 }, (edge) => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--expose-gc', 'test/fuzz/fuzz.ts', '--edges', edge, '--requests', '200'],
    { env: { PATH: process.env.PATH ?? '' }, encoding: 'utf8' },
  );
  expect(stderr.replaceAll(/^.*(?:Warning|--trace-warnings).*$/gm, '').trim()).toBe('');
  expect(stdout).toMatch(new RegExp(`^${edge} +200 requests`));
  expect(status).toBe(0);
});
