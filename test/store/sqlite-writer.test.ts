import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { CompiledQuery } from 'kysely';
import { describe, expect, it, onTestFinished } from 'vitest';
import { SqliteFile } from '../../src/store/sqlite-file.ts';
import { SqliteWriter } from '../../src/store/sqlite-writer.ts';

/** Counts commits, and fails at what it is told to fail at. */
class WatchedFile extends SqliteFile {
  commits = 0;
  #isClosed = false;
  /** Called before every statement. */
  before: (text: string) => void = () => {};

  override close() {
    if (!this.#isClosed) super.close();
    this.#isClosed = true;
  }

  override run<Row>(query: Pick<CompiledQuery, 'sql' | 'parameters'>) {
    this.before(query.sql);
    if (query.sql === 'commit') this.commits += 1;
    return super.run<Row>(query);
  }
}

const insert = (value: string) => CompiledQuery.raw('insert into kept values (?)', [value]);

/** A file with one table, who writes in it, and what somebody else finds there. */
function newFile() {
  const directory = mkdtempSync(join(tmpdir(), 'sqlite-writer-'));
  const path = join(directory, 'file.sqlite');
  const file = new WatchedFile(path);
  file.run(CompiledQuery.raw('create table kept (value text primary key) without rowid'));
  const other = new SqliteFile(path);
  const writer = new SqliteWriter(file);
  return {
    file,
    writer,
    kept: () => {
      const { rows } = other.run<{ value: string }>(
        CompiledQuery.raw('select value from kept order by value'),
      );
      return rows.map(({ value }) => value);
    },
    async transaction(values: readonly string[], end: 'commit' | 'rollback', pause = async () => {}) {
      const batch = await writer.beginTransaction();
      try {
        for (const value of values) {
          writer.run(batch, insert(value));
          await pause();
        }
      } catch (error) {
        await writer.rollbackTransaction(batch);
        throw error;
      }
      await (end === 'commit' ? writer.commitTransaction(batch) : writer.rollbackTransaction(batch));
    },
    end() {
      other.close();
      file.close();
      rmSync(directory, { recursive: true });
    },
  };
}

function openFile() {
  const opened = newFile();
  onTestFinished(opened.end);
  return opened;
}

const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

describe('writes at the same moment', () => {
  it('share one commit, and are acknowledged after it', async () => {
    const { file, writer, kept, transaction } = openFile();
    const acknowledged: string[][] = [];
    const works = [writer.write(insert('a')), transaction(['b', 'c'], 'commit'), writer.write(insert('d'))];
    expect(kept()).toEqual([]);
    await Promise.all(works.map((work) => work.then(() => acknowledged.push(kept()))));
    expect(acknowledged).toEqual(works.map(() => ['a', 'b', 'c', 'd']));
    expect(file.commits).toBe(1);
    await writer.write(insert('e'));
    expect(file.commits).toBe(2);
  });

  it('lose only what failed or was given up', async () => {
    const { file, writer, kept, transaction } = openFile();
    const ends = await Promise.allSettled([
      writer.write(insert('a')),
      writer.write(insert('a')),
      transaction(['b', 'c'], 'rollback'),
      transaction(['d', 'a'], 'commit'),
      transaction(['e'], 'commit'),
    ]);
    expect(ends.map(({ status }) => status)).toEqual([
      'fulfilled',
      'rejected',
      'fulfilled',
      'rejected',
      'fulfilled',
    ]);
    expect(kept()).toEqual(['a', 'e']);
    expect(file.commits).toBe(1);
  });

  it('wait for a transaction that takes its time, and do not come between its statements', async () => {
    const { file, writer, kept, transaction } = openFile();
    const seen: string[] = [];
    file.before = (text) => seen.push(text.split(' ')[0]!);
    await Promise.all([transaction(['a', 'b'], 'commit', turn), writer.write(insert('c'))]);
    expect(seen).toEqual(['begin', 'savepoint', 'insert', 'insert', 'release', 'insert', 'commit']);
    expect(kept()).toEqual(['a', 'b', 'c']);
  });

  it('are all told when the commit fails; later ones are not touched by it', async () => {
    const { file, writer, kept, transaction } = openFile();
    file.before = (text) => {
      if (text === 'commit') throw new Error('disk full');
    };
    const works = [writer.write(insert('a')), transaction(['b'], 'commit')];
    for (const end of await Promise.allSettled(works)) {
      expect(end).toMatchObject({ status: 'rejected', reason: { message: 'disk full' } });
    }
    expect(kept()).toEqual([]);
    file.before = () => {};
    await writer.write(insert('c'));
    expect(kept()).toEqual(['c']);
  });

  it('are all told when SQLite gives up the transaction, and nothing is written outside of one', async () => {
    const { file, writer, kept, transaction } = openFile();
    const first = writer.write(insert('a'));
    const batch = await writer.beginTransaction();
    writer.run(batch, insert('b'));
    // As SQLite does by itself where the disk is full: https://sqlite.org/lang_transaction.html
    file.run(CompiledQuery.raw('rollback'));
    expect(() => writer.run(batch, CompiledQuery.raw('insert into nothing values (1)'))).toThrow();
    expect(() => writer.run(batch, insert('c'))).toThrow('ended with an earlier error');
    await writer.rollbackTransaction(batch);
    await expect(first).rejects.toThrow('nothing');
    expect(kept()).toEqual([]);
    await transaction(['d'], 'commit');
    expect(kept()).toEqual(['d']);
  });

  it('that are under way when the file is closed are on the disk; later ones fail', async () => {
    const { writer, kept } = openFile();
    const first = writer.write(insert('a'));
    await writer.close();
    await first;
    expect(kept()).toEqual(['a']);
    await expect(writer.write(insert('b'))).rejects.toThrow(/not open/);
  });
});

it('a file that is closed with a batch open tells nobody, for nobody waits', async () => {
  const unhandled: unknown[] = [];
  const note = (reason: unknown) => unhandled.push(reason);
  process.on('unhandledRejection', note);
  onTestFinished(() => void process.off('unhandledRejection', note));
  const { file, writer } = openFile();
  await writer.write(insert('a'));
  await expect(writer.write(insert('a'))).rejects.toThrow('UNIQUE');
  file.close();
  await turn();
  await turn();
  expect(unhandled).toEqual([]);
});

it('whatever comes in whatever order, what was acknowledged is there and nothing else', async () => {
  const value = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');
  const step = fc.record({
    values: fc.array(value, { minLength: 1, maxLength: 3 }),
    how: fc.constantFrom('write' as const, 'commit' as const, 'rollback' as const),
    pauses: fc.nat(2),
    before: fc.nat(2),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
      const { writer, kept, transaction, end } = newFile();
      const model = new Set<string>();
      const wait = async (turns: number) => {
        for (let n = 0; n < turns; n += 1) await turn();
      };
      await Promise.all(
        steps.map(async ({ values, how, pauses, before }) => {
          await wait(before);
          try {
            if (how === 'write') await writer.write(insert(values[0]!));
            else await transaction(values, how, () => wait(pauses));
          } catch {
            return;
          }
          const own = how === 'write' ? values.slice(0, 1) : how === 'commit' ? values : [];
          const there = new Set(kept());
          for (const one of own) {
            expect(there).toContain(one);
            // Nobody else was told that this very row was his.
            expect(model).not.toContain(one);
            model.add(one);
          }
        }),
      );
      expect(kept()).toEqual([...model].toSorted());
      end();
    }),
    { numRuns: 60 },
  );
});
