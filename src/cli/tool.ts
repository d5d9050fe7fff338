/** What the commands that look into the store share. */
import { userInfo } from 'node:os';
import { parseArgs } from 'node:util';
import { ConfigError } from '../config.ts';
import { ContentError } from '../knowledge/problems.ts';
import { StoreError } from '../store/errors.ts';

/** A mistake of the person at the keyboard; its message is for them. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** Who is at the keyboard; in a container the number of a user may have no name. */
export function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return `user ${process.getuid?.() ?? 'unknown'}`;
  }
}

const longestDays = 365;
const day = 86_400_000;

/** Reads `--days`, the one option of these commands. */
export function readDays(
  arguments_: readonly string[],
  standard: number,
  usage: string,
): { readonly days: number; readonly since: Date } {
  const options = { days: { type: 'string', default: String(standard) } } as const;
  let days: number;
  try {
    days = Number(parseArgs({ args: [...arguments_], options }).values.days);
  } catch {
    throw new UsageError(usage);
  }
  if (!Number.isInteger(days) || days < 1 || days > longestDays) {
    throw new UsageError(`--days: expected a whole number from 1 to ${longestDays}\n${usage}`);
  }
  return { days, since: new Date(Date.now() - days * day) };
}

/** Runs a command; what was foreseen is said in its own words, with exit code 2 for a mistake in the options. */
export async function runTool(
  failure: string,
  main: (arguments_: readonly string[]) => Promise<void>,
): Promise<void> {
  try {
    await main(process.argv.slice(2));
  } catch (error) {
    const foreseen = [UsageError, StoreError, ConfigError, ContentError].some(
      (kind) => error instanceof kind,
    );
    const cause = error instanceof Error ? error.message : 'unknown cause';
    console.error(foreseen ? cause : `${failure}: ${cause}`);
    process.exitCode = error instanceof UsageError ? 2 : 1;
  }
}
