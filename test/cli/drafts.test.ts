import { execFile } from 'node:child_process';
import { expect, it, onTestFinished } from 'vitest';
import { draftsReport } from '../../src/cli/drafts-report.ts';
import { openStore } from '../../src/store/store.ts';
import { freshDatabase } from '../support/databases.ts';

function run(directory: string): Promise<{ out: string; err: string }> {
  const env = { PATH: process.env.PATH ?? '', DATA_DIR: directory };
  return new Promise((resolve) => {
    execFile(process.execPath, ['src/cli/drafts.ts'], { env }, (_, out, err) => resolve({ out, err }));
  });
}

it('npm run content:drafts prints the answers of workspaces that let words be kept', async () => {
  const database = await freshDatabase('SQLite');
  const store = await openStore(database.location, { role: 'server' });
  onTestFinished(async () => {
    await store.close();
    await database.remove();
  });
  if (database.location.kind !== 'sqlite') throw new Error('expected SQLite');
  const { directory } = database.location;
  const now = new Date();
  for (const [workspace, keepQuestionText] of [
    ['T1', true],
    ['T2', false],
  ] as const) {
    const tenant = { platform: 'slack', workspace } as const;
    await store.settings.save(
      tenant,
      { subscribers: 'anyone', listedPeople: [], keepQuestionText },
      'U',
      now,
    );
    const { id } = await store.experts.open(
      {
        ...tenant,
        ...{ channel: 'C1', language: 'en', asker: 'U1', expertChannel: 'C9' },
        question: `Does ${workspace} fund zeppelins?`,
      },
      now,
    );
    await store.experts.answer(tenant, id, { expert: 'U2', answer: 'No.' }, now);
  }
  const { out, err } = await run(directory);
  expect(err).toBe('');
  expect(out).toContain('## Does T1 fund zeppelins? {#draft-1}');
  expect(out).toContain('  - "Does T1 fund zeppelins?"');
  expect(out).toMatch(/\nNo\.\n/);
  expect(out).not.toContain('T2');
});

it('a draft cannot break out of its place', () => {
  const draft = draftsReport([{ language: 'fr', question: '# a\nb "c"\u001b[2J', answer: 'x\n```\n<!-- y' }]);
  expect(draft).toContain('## a b "c" [2J {#draft-1}');
  expect(draft).toContain('  - "# a b \\"c\\" [2J"');
  expect(draft).not.toContain('\u001b');
  expect(draft.match(/```/g)).toHaveLength(2);
  expect(draft.match(/<!--/g)).toHaveLength(1);
});
