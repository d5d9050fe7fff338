/** `npm run questions`: the weekly table of what was asked and not answered. See `docs/cli.md`. */
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { ConfigError, readConfig } from '../config.ts';
import { readContentDirectory } from '../content-directory.ts';
import { ContentError } from '../knowledge/problems.ts';
import { requireKnowledge } from '../knowledge/read-knowledge.ts';
import { StoreError } from '../store/errors.ts';
import { openStore } from '../store/store.ts';
import { questionsReport } from './questions-report.ts';

const usage = 'usage: npm run questions -- [--days 7]';
/** More are not looked at: the table would not change. */
const mostQuestions = 20_000;
const longestDays = 365;
const day = 86_400_000;

/** A mistake of the person at the keyboard; its message is for them. */
class UsageError extends Error {
  override readonly name = 'UsageError';
}

async function main(): Promise<void> {
  const days = readDays();
  if (existsSync('.env')) process.loadEnvFile('.env');
  const config = readConfig(process.env);
  const knowledge = requireKnowledge(readContentDirectory(config.contentDirectory), config.contentDirectory);
  const store = await openStore(config.database, { role: 'tool' });
  try {
    const from = new Date(Date.now() - days * day);
    const questions = await store.unanswered.since('all', from, mostQuestions);
    console.log(questionsReport(questions, knowledge, days === 1 ? 'the last day' : `the last ${days} days`));
  } finally {
    await store.close();
  }
}

function readDays(): number {
  try {
    const { values } = parseArgs({ options: { days: { type: 'string', default: '7' } } });
    const days = Number(values.days);
    if (Number.isInteger(days) && days >= 1 && days <= longestDays) return days;
  } catch {
    throw new UsageError(usage);
  }
  throw new UsageError(`--days: expected a whole number from 1 to ${longestDays}\n${usage}`);
}

try {
  await main();
} catch (error) {
  const foreseen = [UsageError, StoreError, ConfigError, ContentError].some((kind) => error instanceof kind);
  const cause = error instanceof Error ? error.message : 'unknown cause';
  console.error(foreseen ? cause : `the questions could not be read: ${cause}`);
  process.exitCode = error instanceof UsageError ? 2 : 1;
}
