import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';

const directory = mkdtempSync(join(tmpdir(), 'webhooks-'));
afterAll(() => rmSync(directory, { recursive: true }));
const key = `k1:${Buffer.alloc(32, 7).toString('base64')}`;
const address =
  'https://default5c07.61.environment.api.powerplatform.com:443/powerautomate/automations/direct/workflows/3f297b/triggers/manual/paths/invoke?api-version=1&sig=secret-signature';

function webhooks(
  options: readonly string[],
  input = '',
  environment: Readonly<Record<string, string>> = {},
) {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ['src/cli/notify.ts', 'webhooks', ...options],
    {
      ...{ input, encoding: 'utf8' },
      env: { PATH: process.env.PATH, DATA_DIR: directory, ENCRYPTION_KEY: key, ...environment },
    },
  );
  return { out: stdout.trim(), err: stderr.trim(), status };
}

describe('npm run notify -- webhooks', () => {
  test('keeps, subscribes, lists and removes a webhook, and never shows its address', {
    timeout: 120_000,
  }, () => {
    const added = webhooks(['add', 'Trade team'], `${address}\n`);
    expect(added).toMatchObject({ err: '', status: 0 });
    const subscribed = webhooks(['line', 'Trade team', 'subscribe NGen weekly on Monday at 09:00 in French']);
    expect(subscribed.out).toContain('I will tell this channel about: NGen');
    expect(webhooks(['line', 'Trade team', 'subscriptions']).out).toContain(
      'weekly on Monday at 09:00 in French',
    );
    const listed = webhooks(['list']);
    expect(listed.out).toMatch(/^Trade team {2}[0-9a-f-]{36} {2}active {2}ngen {2}\d{4}-\d{2}-\d{2} by /);
    // Again under its name: another address for the same subscriptions.
    webhooks(['add', 'Trade team'], address.replace('secret', 'other'));
    expect(webhooks(['list']).out).toBe(listed.out);
    expect(webhooks(['remove', 'Trade team']).out).toContain('Forgotten: Trade team');
    expect(webhooks(['list']).out).toBe('');
    const said = [added, subscribed, listed].map(({ out, err }) => out + err).join('');
    expect(said).not.toMatch(/signature|powerplatform/);
    for (const file of readdirSync(directory)) {
      expect(readFileSync(join(directory, file), 'latin1')).not.toMatch(/signature/);
    }
  });

  test.each([
    [[], '', 2, 'usage:'],
    [['add'], '', 2, 'usage:'],
    [['add', 'A', 'https://example.com/?sig=secret'], '', 2, 'usage:'],
    [['add', 'A'], 'https://example.com/hook?sig=secret', 2, 'this is no webhook address of Workflows'],
    [['line', 'Nobody', 'subscribe NGen'], '', 2, 'there is no webhook Nobody'],
  ])(
    '%j is refused in one sentence that quotes no address',
    { timeout: 60_000 },
    (options, input, code, words) => {
      const { err, out, status } = webhooks(options, input);
      expect([err.startsWith(words), out, status]).toEqual([true, '', code]);
      expect(err).not.toContain('secret');
    },
  );

  test('needs a key to keep an address', { timeout: 60_000 }, () => {
    const { err, status } = webhooks(['add', 'A'], address, { ENCRYPTION_KEY: '' });
    expect([err, status]).toEqual(['ENCRYPTION_KEY is not set: webhooks cannot be kept without it.', 1]);
  });
});
