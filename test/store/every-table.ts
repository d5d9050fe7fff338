/** Rows in every table, whatever the tables are: what a test of all of them needs. */
import { type Kysely, sql } from 'kysely';

/** @param texts what stands in text columns of some names instead of `x`, as `table.column` */
export async function fillEveryTable(
  kysely: Kysely<unknown>,
  time: Date,
  texts: Readonly<Record<string, string>> = {},
): Promise<void> {
  const tables = await kysely.introspection.getTables();
  // What others refer to first.
  const ordered = tables.toSorted(
    (a, b) => Number(b.name === 'notification') - Number(a.name === 'notification'),
  );
  for (const { name, columns } of ordered) {
    const filled = columns.filter(({ isNullable, hasDefaultValue }) => !isNullable && !hasDefaultValue);
    const values = filled.map((column) => {
      if (!/int/i.test(column.dataType)) return sql`${texts[`${name}.${column.name}`] ?? 'x'}`;
      return column.name.endsWith('_at') ? sql`${time.getTime()}` : sql`1`;
    });
    const into = sql.join(filled.map((column) => sql.ref(column.name)));
    await sql`insert into ${sql.table(name)} (${into}) values (${sql.join(values)})`.execute(kysely);
  }
}

/** How many rows each table has. */
export async function rowsOfEveryTable(kysely: Kysely<unknown>): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  for (const { name } of await kysely.introspection.getTables()) {
    const { rows } = await sql<{ n: number }>`select count(*) as n from ${sql.table(name)}`.execute(kysely);
    counts.set(name, Number(rows[0]?.n));
  }
  return counts;
}
