import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

/** Runs the check as a Node of another version would. */
function checkAs(version: string) {
  const pretend = `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '${version}' } })`;
  return spawnSync(process.execPath, [
    '--import',
    `data:text/javascript,${encodeURIComponent(pretend)}`,
    'scripts/require-node.mjs',
  ]);
}

it.each(['20.20.2', '22.19.9', '18.0.0'])('Node %s is too old, and one sentence says so', (version) => {
  const { status, stderr } = checkAs(version);
  expect(status).toBe(1);
  expect(String(stderr).trim()).toMatch(
    new RegExp(`^Supercluster Guide needs Node 22\\.20 or newer and this is ${version}: [^\\n]+\\.$`),
  );
});

it.each(['22.20.0', '24.1.0', '30.0.0'])('Node %s will do', (version) => {
  expect(checkAs(version).status).toBe(0);
});

it('is what this runs on, and what the package asks for', () => {
  const { engines } = JSON.parse(readFileSync('package.json', 'utf8')) as { engines: { node: string } };
  expect(engines.node).toBe('>=22.20');
  execFileSync(process.execPath, ['scripts/require-node.mjs']);
});
