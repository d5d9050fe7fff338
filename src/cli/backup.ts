/** `npm run backup -- FILE`: copies the database into a file while the bot goes on. See `docs/operations.md`. */
import { existsSync } from 'node:fs';
import { ConfigError, readConfig } from '../config.ts';
import { backUpSqlite } from '../store/databases.ts';
import { StoreError } from '../store/errors.ts';

/** A mistake of the person at the keyboard; its message is for them. */
class UsageError extends Error {
  override readonly name = 'UsageError';
}

function main(arguments_: readonly string[]): void {
  const [target] = arguments_;
  if (target === undefined || arguments_.length !== 1) throw new UsageError('usage: npm run backup -- FILE');
  if (existsSync(target)) throw new UsageError(`${target} exists already: name a new file`);
  if (existsSync('.env')) process.loadEnvFile('.env');
  const { database } = readConfig(process.env);
  if (database.kind === 'postgres') {
    throw new UsageError('DATABASE_URL is set: back PostgreSQL up with pg_dump (see docs/operations.md)');
  }
  backUpSqlite(database.directory, target);
  console.log(`The database was copied to ${target}, and the copy is sound`);
}

try {
  main(process.argv.slice(2));
} catch (error) {
  const foreseen = error instanceof UsageError || error instanceof StoreError || error instanceof ConfigError;
  const cause = error instanceof Error ? error.message : 'unknown cause';
  console.error(foreseen ? cause : `the database could not be copied: ${cause}`);
  process.exitCode = error instanceof UsageError ? 2 : 1;
}
