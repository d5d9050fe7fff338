import { execFile } from 'node:child_process';
import { describe, expect, it, onTestFinished } from 'vitest';
import { questionsReport } from '../../src/cli/questions-report.ts';
import { openStore } from '../../src/store/store.ts';
import type { UnansweredQuestion } from '../../src/store/unanswered.ts';
import { freshDatabase } from '../support/databases.ts';
import { realKnowledge } from '../support/real-content.ts';

const asked = (
  unknownTerms: readonly string[],
  fields: Partial<UnansweredQuestion> = {},
): UnansweredQuestion => ({ platform: 'slack', workspace: 'T1', language: 'en', unknownTerms, ...fields });
const nearFunding = { nearest: { entry: 'ngen', section: 'funding' } } as const;

function run(
  args: readonly string[],
  directory: string,
): Promise<{ code: number; out: string; err: string }> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      ['src/cli/questions.ts', ...args],
      { env: { PATH: process.env.PATH ?? '', DATA_DIR: directory } },
      (error, out, err) =>
        resolve({ code: typeof error?.code === 'number' ? error.code : error ? -1 : 0, out, err }),
    );
  });
}

describe('the report of unanswered questions', () => {
  it('counts unknown words with their languages and nearest sections, the most frequent first', () => {
    const report = questionsReport(
      [
        asked(['zeppelin'], nearFunding),
        asked(['hydrogen', 'zeppelin'], nearFunding),
        asked(['zeppelin'], { language: 'fr' }),
        asked([]),
      ],
      realKnowledge,
      'the last 7 days',
    );
    expect(report).toMatch(/^Questions without an answer in the last 7 days: 4 \(3 en, 1 fr\)\n/);
    expect(report).toMatch(/zeppelin +en fr +ngen#funding \(2\) +3\nhydrogen +en +ngen#funding \(1\) +1\n/);
    expect(report).toMatch(/ngen#funding +\S.* +2\n/);
    expect(report).toContain('Only known words, and yet no answer: 1');
  });

  it('suggests a line for the vocabulary from the second question on, in the languages asked', () => {
    const twice = (term: string, fields = {}) => [asked([term], fields), asked([term], fields)];
    const report = questionsReport(
      [...twice('zeppelin'), ...twice('montgolfière', { language: 'fr' }), asked(['once'])],
      realKnowledge,
      'a week',
    );
    expect(report).toContain('- { en: [zeppelin, "…"], fr: ["…"] }');
    expect(report).toContain('- { en: ["…"], fr: [montgolfière, "…"] }');
    expect(report).not.toContain('[once');
  });

  it('prints kept words without what would steer a terminal', () => {
    const text = 'who \u001b[2J\u202eleads\nit?';
    const report = questionsReport([asked(['x\u0007y'], { text })], realKnowledge, 'a week');
    expect(report).toContain('en  who [2J leads it?');
    expect(report).toContain('x y');
  });

  it('is one line when everything was answered', () => {
    const report = questionsReport([], realKnowledge, 'the last day');
    expect(report).toBe('Questions without an answer in the last day: 0 (0 en, 0 fr)');
  });
});

describe('npm run questions', () => {
  it('reads the store beside a running server', async () => {
    const database = await freshDatabase('SQLite');
    const store = await openStore(database.location, { role: 'server' });
    onTestFinished(async () => {
      await store.close();
      await database.remove();
    });
    if (database.location.kind !== 'sqlite') throw new Error('expected SQLite');
    const { directory } = database.location;
    const ago = (days: number) => new Date(Date.now() - days * 86_400_000);
    await store.unanswered.record(asked(['zeppelin']), ago(1));
    await store.unanswered.record(asked(['airship']), ago(10));
    const week = await run([], directory);
    expect(week).toMatchObject({ code: 0, err: '' });
    expect(week.out).toContain('zeppelin');
    expect(week.out).not.toContain('airship');
    expect((await run(['--days', '30'], directory)).out).toContain('airship');
    for (const wrong of [
      ['--days', '0'],
      ['--days', 'x'],
      ['--weeks', '1'],
    ]) {
      expect(await run(wrong, directory)).toMatchObject({ code: 2, err: expect.stringContaining('usage:') });
    }
  });
});
