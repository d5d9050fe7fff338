/** Queries whose form never changes: put together once, and run with other values each time. */
import type { Compilable, CompiledQuery, Kysely, QueryResult } from 'kysely';
import type { Database } from './schema.ts';

type Values = Readonly<Record<string, string | number | null>>;

/** Stands for a value in the query while it is put together. */
class Slot {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}

export type Prepared<V, Row> = (executor: Kysely<Database>, values: V) => Promise<QueryResult<Row>>;

/**
 * For what is asked with every question: to put a query together takes longer than SQLite takes to run it.
 *
 * @param build is called once; it may only say where its values belong, and not look at them
 */
export function prepared<V extends Values, Row>(build: (value: V) => Compilable<Row>): Prepared<V, Row> {
  const slots = new Proxy({}, { get: (_target, name) => new Slot(String(name)) }) as V;
  let compiled: CompiledQuery<Row> | undefined;
  return (executor, values) => {
    compiled ??= build(slots).compile();
    const parameters = compiled.parameters.map((one) => (one instanceof Slot ? values[one.name] : one));
    return executor.executeQuery({ ...compiled, parameters });
  };
}
