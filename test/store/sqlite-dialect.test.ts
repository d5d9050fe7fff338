import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Kysely, sql } from 'kysely';
import { expect, it, onTestFinished } from 'vitest';
import { sqliteDialect } from '../../src/store/sqlite-dialect.ts';

interface Tables {
  kept: { value: string };
}

async function open(): Promise<Kysely<Tables>> {
  const directory = mkdtempSync(join(tmpdir(), 'sqlite-dialect-'));
  const kysely = new Kysely<Tables>({ dialect: sqliteDialect(join(directory, 'file.sqlite')) });
  onTestFinished(async () => {
    await kysely.destroy();
    rmSync(directory, { recursive: true });
  });
  await kysely.schema
    .createTable('kept')
    .addColumn('value', 'text', (column) => column.primaryKey())
    .execute();
  return kysely;
}

const add = (kysely: Kysely<Tables>, value: string) => kysely.insertInto('kept').values({ value });
const kept = async (kysely: Kysely<Tables>) => {
  const rows = await kysely.selectFrom('kept').select('value').orderBy('value').execute();
  return rows.map(({ value }) => value);
};

it('shows a reader nothing that is not on the disk yet, and a transaction what it wrote itself', async () => {
  const kysely = await open();
  const writing = add(kysely, 'a').execute();
  expect(await kept(kysely)).toEqual([]);
  await writing;
  expect(await kept(kysely)).toEqual(['a']);
  await kysely.transaction().execute(async (transaction) => {
    await add(transaction, 'b').execute();
    expect(await kept(transaction)).toEqual(['a', 'b']);
    expect(await kept(kysely)).toEqual(['a']);
  });
  expect(await kept(kysely)).toEqual(['a', 'b']);
});

it('writes what a statement that yields rows changes', async () => {
  const kysely = await open();
  const rows = await add(kysely, 'a').returning('value').execute();
  expect(rows).toEqual([{ value: 'a' }]);
  const { rows: raw } = await sql<{ value: string }>`update kept set value = 'b' returning value`.execute(
    kysely,
  );
  expect(raw).toEqual([{ value: 'b' }]);
  expect(await kept(kysely)).toEqual(['b']);
});

it('tells how many rows a statement changed', async () => {
  const kysely = await open();
  await add(kysely, 'a').execute();
  const again = await add(kysely, 'a')
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  expect(again.numInsertedOrUpdatedRows).toBe(0n);
  expect((await kysely.deleteFrom('kept').executeTakeFirst()).numDeletedRows).toBe(1n);
});

it('gives up a transaction whole, with the error that its work failed with', async () => {
  const kysely = await open();
  await add(kysely, 'a').execute();
  const failing = kysely.transaction().execute(async (transaction) => {
    await add(transaction, 'b').execute();
    await add(transaction, 'a').execute();
  });
  await expect(failing).rejects.toMatchObject({ message: expect.stringMatching(/UNIQUE/) });
  const given = kysely.transaction().execute(async (transaction) => {
    await add(transaction, 'c').execute();
    throw new Error('never mind');
  });
  await expect(given).rejects.toThrow('never mind');
  expect(await kept(kysely)).toEqual(['a']);
});

it('is closed once, after which nothing is read or written', async () => {
  const kysely = await open();
  const writing = add(kysely, 'a').execute();
  await writing;
  await kysely.destroy();
  await expect(kept(kysely)).rejects.toThrow();
  await expect(add(kysely, 'b').execute()).rejects.toThrow();
});
