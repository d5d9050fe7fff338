/** Runs every check, each in its own time. */
import { addresses } from './addresses.ts';
import { broken, type Check, type DoctorContext, type Finding } from './check.ts';
import { clock } from './clock.ts';
import { configuration } from './configuration.ts';
import { content } from './content.ts';
import { dataDirectory } from './data-directory.ts';
import { database } from './database.ts';
import { manifestDrift } from './manifest-drift.ts';
import { ports } from './ports.ts';
import { slackToken } from './slack-token.ts';
import { teamsCredentials } from './teams-credentials.ts';

/** In the order in which they are told. */
export const checks: readonly Check[] = [
  configuration,
  content,
  dataDirectory,
  database,
  ports,
  slackToken,
  manifestDrift,
  teamsCredentials,
  clock,
  addresses,
];

export interface Examined extends Finding {
  readonly check: string;
}

export async function examine(context: DoctorContext): Promise<Examined[]> {
  const findings = await Promise.all(checks.map((check) => examineOne(check, context)));
  return findings.flat();
}

/** A check that fails itself is a finding too, with the error's kind and not its message. */
async function examineOne(check: Check, context: DoctorContext): Promise<Examined[]> {
  const findings = await check.run(context).catch((error: unknown) => {
    const kind = error instanceof Error ? error.name : typeof error;
    return [
      broken(`This could not be looked at (${kind}).`, 'Run the doctor again; if it stays, report it.'),
    ];
  });
  return findings.map((finding) => ({ check: check.name, ...finding }));
}

/** 0: all is well; 1: it works, with warnings; 2: something is broken. */
export function exitCodeOf(findings: readonly Finding[]): 0 | 1 | 2 {
  if (findings.some(({ state }) => state === 'broken')) return 2;
  return findings.some(({ state }) => state === 'warning') ? 1 : 0;
}
