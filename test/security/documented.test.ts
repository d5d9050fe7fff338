import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const lines = readFileSync('docs/security.md', 'utf8').split('\n');

/** Rows of the threat model: a file of tests, then the names of tests in it. */
const rows = lines
  .filter((line) => line.startsWith('| ') && line.split(' | ').length === 3)
  .map((line) => line.replace(/ \|$/, '').split(' | '))
  .filter(([, , tests]) => tests !== 'test' && tests !== undefined);

function namedTests(cell: string): { file: string; name: string }[] {
  return cell.split(/; (?=`test\/)/).flatMap((part) => {
    const [, file = '', names = ''] = /^`(test\/[\w/.-]+)` (".*")$/.exec(part.trim()) ?? [];
    return names.split(/(?<="), (?=")/).map((name) => ({ file, name: name.slice(1, -1) }));
  });
}

test('the threat model has its lines', () => expect(rows.length).toBeGreaterThan(30));

test.each(rows.map(([threat = '', , tests = '']) => [threat.replace(/^\| /, ''), tests]))(
  '“%s” has the tests it names',
  (_threat, tests) => {
    const named = namedTests(tests);
    expect(named).not.toEqual([]);
    for (const { file, name } of named) {
      expect(existsSync(file), `${file} in: ${tests}`).toBe(true);
      expect(readFileSync(file, 'utf8'), file).toContain(name);
    }
  },
);
