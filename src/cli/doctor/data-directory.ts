import { accessSync, constants, existsSync, statfsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { broken, type Check, needsConfiguration, ok, skipped, warning } from './check.ts';

const scarce = 200 * 1024 * 1024;

export const dataDirectory: Check = {
  name: 'data-directory',
  async run({ config }) {
    if (!config) return needsConfiguration;
    if (config.database.kind !== 'sqlite') return [skipped('The data is in PostgreSQL.')];
    const { directory } = config.database;
    const standing = nearest(resolve(directory));
    try {
      accessSync(standing, constants.W_OK | constants.X_OK);
    } catch {
      const todo = 'Give it to the user that the bot runs as, or set DATA_DIR.';
      return [broken(`${standing} cannot be written by this user.`, todo)];
    }
    const { bavail, bsize } = statfsSync(standing);
    const free = bavail * bsize;
    const size = `${Math.round(free / 1024 / 1024)} MB are free`;
    if (free < scarce) {
      return [
        warning(
          `${directory} is on a disk that is nearly full: ${size}.`,
          'Make room: a full disk stops the bot from remembering.',
        ),
      ];
    }
    return [
      ok(
        `${directory} ${existsSync(directory) ? 'can be written' : 'will be made at the first start'}; ${size}.`,
      ),
    ];
  },
};

/** The directory, or the one above it that exists. */
function nearest(directory: string): string {
  return existsSync(directory) ? directory : nearest(dirname(directory));
}
