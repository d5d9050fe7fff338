/**
 * `npm run test:browser [-- FILE…]`: the browser tests, or those of some files. Microsoft's Agents Playground calls its maker whatever it
 * is told and listens on every interface, so everything runs in a network namespace that has the
 * loopback interface alone. Making one takes root on Linux; elsewhere only our own playground is tested.
 */
import { spawnSync } from 'node:child_process';

const tests = ['vitest', 'run', '--config', 'vitest.browser.config.ts', ...process.argv.slice(2)];
const namespace = ['unshare', '-n', 'sh', '-c', 'ip link set lo up && exec "$@"', 'sh'];

const canSeparate =
  spawnSync(namespace[0]!, [...namespace.slice(1), 'true'], { stdio: 'ignore' }).status === 0;
const [command, ...args] = canSeparate
  ? [...namespace, ...tests]
  : [...tests, '--exclude', 'test/browser/teams-playground*.test.ts'];
if (!canSeparate) {
  console.error(
    'The Agents Playground is left out: a network of its own needs root on Linux, unshare and ip.',
  );
}
process.exitCode = spawnSync(command!, args, { stdio: 'inherit' }).status ?? 1;
