import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { progressLine } from '../../src/cli/progress.ts';
import { openStore } from '../../src/store/store.ts';

const directory = mkdtempSync(join(tmpdir(), 'notify-'));
afterAll(() => rmSync(directory, { recursive: true }));
const file = join(directory, 'message.md');
const now = new Date('2026-11-23T17:00:00Z');

beforeAll(async () => {
  writeFileSync(file, '# News {#en}\n\nA text.\n\n# Nouvelles {#fr}\n\nUn texte.');
  const store = await openStore({ kind: 'sqlite', directory }, { role: 'tool' });
  for (const [index, language] of (['en', 'en', 'fr'] as const).entries()) {
    const channel = { platform: 'slack' as const, workspace: 'T1', channel: `C${index}` };
    const settings = {
      ...{ language, cadence: 'instantly' as const, at: '09:00', weekday: 1 },
      ...{ timeZone: 'America/Toronto', weekends: 'deliver' as const },
    };
    await store.subscriptions.put(channel, [{ topic: 'ngen', settings }], 'U1', now);
  }
  await store.close();
});

function notify(...options: readonly string[]) {
  return notifyWith({}, ...options);
}

function notifyWith(environment: Readonly<Record<string, string>>, ...options: readonly string[]) {
  const { stdout, stderr, status } = spawnSync(process.execPath, ['src/cli/notify.ts', ...options], {
    encoding: 'utf8',
    env: {
      ...{ PATH: process.env.PATH, DATA_DIR: directory, NOTIFY_APPROVAL_ABOVE: '2' },
      ...{ SLACK_BOT_TOKEN: 'xoxb-x', SLACK_SIGNING_SECRET: 'x' },
      ...environment,
    },
  });
  return { out: stdout.trim(), err: stderr.trim(), status };
}

describe('npm run notify', () => {
  test('previews, proposes, approves, reports and cancels a message', { timeout: 180_000 }, () => {
    const message = ['--message', file, '--topics', 'NGen'];
    const dry = notify(...message, '--dry-run', '--payloads');
    expect(dry).toMatchObject({ err: '', status: 0 });
    expect(dry.out).toContain('Audience: 3 channels; 3 will be told, 0 skipped');
    expect(dry.out).toContain('Payloads: 2 rendered, all within limits');
    expect(dry.out).toContain('A second person has to approve it: more than 2 channels.');
    expect(dry.out).toContain('"text": "Nouvelles\\n\\nUn texte.');
    expect(notify('--list').out).toBe('');

    const proposed = notify(...message, '--by', 'ada', '--key', 'k1');
    const id = /--approve (\S+)/.exec(proposed.out)?.[1] ?? '';
    expect(proposed.out).toMatch(/^3 channels: a second person has to approve it with/);
    expect(notify(...message, '--by', 'ada', '--key', 'k1').out).toBe(
      `It was published or proposed before: ${id}`,
    );
    expect(
      notify('--message', file, '--topics', 'NGen, Scale AI', '--by', 'ada', '--key', 'k1'),
    ).toMatchObject({
      status: 2,
      err: `--key was used for another message before (${id}): choose another one`,
    });
    expect(notify('--approve', id, '--by', 'ada')).toMatchObject({
      status: 2,
      err: 'you have proposed it yourself: a second person has to approve it',
    });
    const looked = notify('--approve', id, '--by', 'grace', '--dry-run', '--payloads');
    expect(looked).toMatchObject({ err: '', status: 0 });
    expect(looked.out).toContain('Audience: 3 channels; 3 will be told, 0 skipped');
    expect(looked.out).toContain('"text": "Nouvelles\\n\\nUn texte.');
    expect(notify('--list').out).toContain(`${id}  announcement  awaiting-approval  by ada  ngen`);
    const approved = notify('--approve', id, '--by', 'grace');
    expect(approved.out).toContain(`Approved by grace: ${id}`);
    expect(approved.out).toContain('audience 3 = sent 0 + failed 0 + skipped 0 + pending 3');
    expect(notify('--report', id, '--csv').out.split('\r\n')).toHaveLength(4);
    expect(notify('--approve', id, '--dry-run').err).toBe(`nothing awaits approval under ${id}`);
    expect(notify('--resend-failures', id, '--dry-run').out).toMatch(
      /^0 failed deliveries would be tried again\.\n[\s\S]*3 × pending/,
    );
    expect(notify('--cancel', id, '--dry-run').out).toMatch(/^3 channels would not be told/);
    expect(notify('--report', id).out).toContain('pending 3');
    expect(notify('--cancel', id, '--by', 'grace').out).toContain('Cancelled: 3 channels will not be told.');
    expect(notify('--report', id).out).toContain('3 × skipped: cancelled');
    expect(notify('--resend-failures', id)).toMatchObject({
      status: 2,
      err: 'nothing of it is sent: it is cancelled',
    });
    expect(notify('--list').out).toContain(
      `${id}  announcement  cancelled  by ada, approved by grace, cancelled by grace  ngen`,
    );
  });

  test('with a channel for approvals it is proposed there, by somebody who is known there', {
    timeout: 120_000,
  }, () => {
    const editors = { NOTIFY_APPROVAL_CHANNEL: 'slack/T1/CEDITORS' };
    const message = ['--message', file, '--topics', 'NGen'];
    expect(notifyWith(editors, ...message, '--by', 'ada')).toMatchObject({
      status: 2,
      err: expect.stringMatching(/^say who you are in Slack with --by/),
    });
    const proposed = notifyWith(editors, ...message, '--by', 'u0ada');
    const id = /^ {2}approve (\S+)/m.exec(proposed.out)?.[1] ?? '';
    expect(proposed.out).toContain('in the channel of NOTIFY_APPROVAL_CHANNEL');
    expect(notifyWith(editors, '--approve', id, '--by', 'grace')).toMatchObject({
      status: 2,
      err: expect.stringContaining('approved in the channel of NOTIFY_APPROVAL_CHANNEL'),
    });
    const list = notifyWith(editors, '--list').out;
    expect(list).toContain(`${id}  announcement  awaiting-approval  by U0ADA  ngen`);
    expect(list).toContain('approval  published  by U0ADA');
  });

  test('the first look at the content is what changes are told against', { timeout: 60_000 }, () => {
    for (const look of [1, 2]) {
      const { out } = notify('--changes', '--dry-run');
      expect(out, `look ${look}`).toContain('Nothing was announced before: --changes would tell nothing');
    }
    expect(notify('--changes').out).toContain('Nothing was announced before: the content of now');
    expect(notify('--changes').out).toBe('Nothing has changed materially since the last announcement.');
  });

  test.each([
    [[], 'choose one of the forms'],
    [['--changes', '--list'], 'choose one of the forms'],
    [['--changes', '--topics', 'NGen'], '--topics does not go with --changes (only with --message)'],
    [
      ['--message', 'x.md', '--note', 'Thanks', '--note-fr', 'Merci'],
      '--note does not go with --message (only with --changes)',
    ],
    [['--list', '--csv'], '--csv does not go with --list (only with --report)'],
    [['--message', 'x.md', '--payloads'], '--payloads goes with --dry-run'],
    [['--report', 'none'], 'there is no notification none'],
    [['--cancel', 'none'], 'nothing to cancel: none'],
    [['--cancel', 'none', '--dry-run'], 'there is no notification none'],
    [['--resend-failures', 'none'], 'there is no notification none'],
    [['--approve', 'none', '--dry-run'], 'nothing awaits approval under none'],
    [['--message', 'x.md', '--topics', 'flying saucers'], '--topics: unknown: flying saucers'],
    [['--changes', '--note', 'only English'], 'a note is needed in both languages: --note and --note-fr'],
  ])('%j is refused in one sentence', { timeout: 60_000 }, (options, expected) => {
    const { err, out, status } = notify(...options);
    expect([err.split('\n')[0], out, status]).toEqual([expected, '', 2]);
  });
});

describe('the progress bar', () => {
  const counts = { audience: 10, pending: 4, sending: 0, inDoubt: 0, sent: 4, failed: 1, skipped: 1 };

  test('says how far it is, in one line of the terminal', () => {
    expect(progressLine(counts, 3)).toBe(
      '[██████████████░░░░░░░░░░] 60 % · 6 of 10 · 2.0/s · 1 failed · 1 skipped'.padEnd(79),
    );
    expect(progressLine(counts, 3, 40)).toHaveLength(39);
    // Some terminals do not know how wide they are.
    expect(progressLine(counts, 3, 0)).toHaveLength(79);
    expect(progressLine({ ...counts, audience: 0, sent: 0, failed: 0, skipped: 0 }, 0).trim()).toBe(
      '[████████████████████████] 100 % · 0 of 0',
    );
  });
});
