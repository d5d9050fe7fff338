import { StoreError } from '../../store/errors.ts';
import { inspectDatabase } from '../../store/inspect.ts';
import { broken, type Check, type Finding, needsConfiguration, ok, warning } from './check.ts';

/** Looks without changing anything: neither tables nor a file are made. */
export const database: Check = {
  name: 'database',
  async run({ config }) {
    if (!config) return needsConfiguration;
    const { database: location } = config;
    const where =
      location.kind === 'sqlite' ? `in ${location.directory}` : `PostgreSQL on ${hostOf(location.url)}`;
    try {
      const inspected = await inspectDatabase(location);
      if (inspected.state === 'missing')
        return [ok(`There is no database yet ${where}; the first start makes it.`)];
      return [ok(`The database answers (${where}).`), migrations(inspected)];
    } catch (error) {
      if (!(error instanceof StoreError)) throw error;
      const remedy =
        location.kind === 'sqlite'
          ? 'Restore a backup: see docs/operations.md.'
          : 'Look whether the server runs, and at host, name, user and password of DATABASE_URL.';
      return [broken(`${error.message} (${where})`, remedy)];
    }
  },
};

function migrations({
  pending,
  later,
}: {
  readonly pending: readonly string[];
  readonly later?: string;
}): Finding {
  if (later !== undefined) {
    const remedy = 'Start that version, or restore a backup from before it.';
    return broken(`The database was written by a later version (${later}).`, remedy);
  }
  if (pending.length > 0) {
    const remedy = 'Back it up; the next start of the server brings it up to date.';
    return warning(`The tables are behind by ${pending.length}: ${pending.join(', ')}.`, remedy);
  }
  return ok('The tables are up to date.');
}

/**
 * Neither user nor password. A password with "/", "?" or "#" that is not written as %2F, %3F or %23 ends the
 * host early: what `URL` takes for host and port is then user and password, and the real host comes later.
 */
function hostOf(text: string): string {
  if (!URL.canParse(text)) return 'an unreadable address';
  const { host, pathname, search, hash } = new URL(text);
  return `${pathname}${search}${hash}`.includes('@') ? 'an unreadable address' : host;
}
