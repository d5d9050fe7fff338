/** `npm run doctor`: says what is set, reachable and valid, and what to do. See `docs/operations.md`. */
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type Config, ConfigError, readConfig } from '../config.ts';
import type { Finding } from './doctor/check.ts';
import { type Examined, examine, exitCodeOf } from './doctor/examine.ts';

const usage = `usage: npm run doctor -- [--json] [--address https://guide.example.org]

  --json       one JSON object instead of sentences
  --address    the public address of the bot: tries what Slack and Teams would call

Exit code: 0 all is well, 1 warnings, 2 something is broken, 64 wrong options.`;
/** sysexits.h: the command was used incorrectly. */
const exitUsage = 64;

const signs: Readonly<Record<Finding['state'], string>> = {
  ok: '✔',
  warning: '!',
  broken: '✘',
  skipped: '–',
};

function readOptions() {
  try {
    const { values } = parseArgs({
      options: { json: { type: 'boolean' }, address: { type: 'string' }, help: { type: 'boolean' } },
    });
    const { address } = values;
    if (address !== undefined && !/^https?:\/\//.test(address)) return undefined;
    if (address !== undefined && !URL.canParse(address)) return undefined;
    return { ...values, address: address === undefined ? undefined : new URL(address) };
  } catch {
    return undefined;
  }
}

function usableConfig(): Config | undefined {
  try {
    return readConfig(process.env);
  } catch (error) {
    if (error instanceof ConfigError) return undefined;
    throw error;
  }
}

function sentences(findings: readonly Examined[]): string {
  const lines = findings.map(({ check, state, says, remedy }) => {
    const todo = remedy === undefined ? '' : `\n    → ${remedy}`;
    return `${signs[state]} ${check}: ${says}${todo}`;
  });
  const count = (state: Finding['state']) => findings.filter((one) => one.state === state).length;
  const [broken, warnings] = [count('broken'), count('warning')];
  const verdict =
    broken + warnings === 0
      ? 'All is well.'
      : `${broken} broken, ${warnings} ${warnings === 1 ? 'warning' : 'warnings'}.`;
  return [...lines, '', verdict].join('\n');
}

const options = readOptions();
if (!options) {
  console.error(usage);
  process.exitCode = exitUsage;
} else if (options.help) {
  console.log(usage);
} else {
  if (existsSync('.env')) process.loadEnvFile('.env');
  const { address } = options;
  const findings = await examine({
    ...{ environment: process.env, config: usableConfig(), address, now: () => new Date() },
  });
  const exitCode = exitCodeOf(findings);
  console.log(options.json ? JSON.stringify({ exitCode, findings }, undefined, 2) : sentences(findings));
  process.exitCode = exitCode;
}
