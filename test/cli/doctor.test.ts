import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import nock from 'nock';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import manifest from '../../manifest.json' with { type: 'json' };
import { checks, type Examined, examine, exitCodeOf } from '../../src/cli/doctor/examine.ts';
import { readConfig } from '../../src/config.ts';
import { sqliteFileName } from '../../src/store/databases.ts';
import { openStore } from '../../src/store/store.ts';

const guid = '11111111-2222-3333-4444-555555555555';
const secrets = {
  SLACK_SIGNING_SECRET: 'planted-signing-secret',
  SLACK_BOT_TOKEN: 'xoxb-planted-bot-token',
  SLACK_APP_TOKEN: 'xapp-planted-app-token',
  MICROSOFT_APP_PASSWORD: 'planted-app-password',
  NOTIFY_TOKEN: 'planted-notify-token-planted-notify-token',
  ENCRYPTION_KEY: `k1:${Buffer.alloc(32, 7).toString('base64')}`,
};
const teams = {
  MICROSOFT_APP_ID: guid,
  MICROSOFT_APP_TENANT_ID: guid,
  MICROSOFT_APP_PASSWORD: secrets.MICROSOFT_APP_PASSWORD,
};
const { SLACK_SIGNING_SECRET, SLACK_BOT_TOKEN, SLACK_APP_TOKEN } = secrets;
const slack = { SLACK_SIGNING_SECRET, SLACK_BOT_TOKEN };
const scopes = manifest.oauth_config.scopes.bot;
const now = new Date('2026-11-26T12:00:00Z');
const signIn = `/${guid}/oauth2/v2.0/token`;

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'doctor-'));
  nock.disableNetConnect();
  nock.enableNetConnect('127.0.0.1');
});
afterEach(() => {
  nock.cleanAll();
  nock.enableNetConnect();
  rmSync(directory, { recursive: true, force: true });
});

const data = () => ({ DATA_DIR: join(directory, 'data') });

function examined(settings: Readonly<Record<string, string>>, address?: string): Promise<Examined[]> {
  const environment = { ...data(), PORT: '0', ...settings };
  let config: ReturnType<typeof readConfig> | undefined;
  try {
    config = readConfig(environment);
  } catch {
    config = undefined;
  }
  return examine({ environment, config, address: address ? new URL(address) : undefined, now: () => now });
}

const of = (check: string, findings: readonly Examined[]) => findings.filter((one) => one.check === check);
const states = (findings: readonly Examined[]) => findings.map(({ state }) => state);

/** Platforms that take everything, by clocks that agree. */
function everythingWell(): void {
  nock('https://slack.com')
    .post('/api/auth.test')
    .reply(200, { ok: true }, { 'x-oauth-scopes': scopes.join(',') });
  nock('https://slack.com').post('/api/apps.connections.open').reply(200, { ok: true });
  nock('https://slack.com').head('/api/api.test').reply(200, '', { date: now.toUTCString() });
  nock('https://login.microsoftonline.com').post(signIn).reply(200, { access_token: 'planted-access-token' });
  nock('https://login.microsoftonline.com').head('/').reply(302, '', { date: now.toUTCString() });
}

describe('the doctor', () => {
  it('finds all well where all is well', async () => {
    everythingWell();
    const findings = await examined({ ...slack, SLACK_APP_TOKEN, ...teams });
    expect(findings.filter(({ state }) => state === 'broken' || state === 'warning')).toEqual([]);
    expect(new Set(findings.map(({ check }) => check))).toEqual(new Set(checks.map(({ name }) => name)));
    expect(exitCodeOf(findings)).toBe(0);
    expect(nock.pendingMocks()).toEqual([]);
  });

  it('says what to do wherever something is wrong', async () => {
    const findings = await examined({
      ...slack,
      ...teams,
      CONTENT_DIR: directory,
      PLAYGROUND: 'on',
      NODE_ENV: 'production',
    });
    const wrong = findings.filter(({ state }) => state === 'broken' || state === 'warning');
    expect(wrong.length).toBeGreaterThan(3);
    for (const { says, remedy } of wrong) {
      expect(says).toMatch(/^\S.*\.$|\)$/);
      expect(remedy).toMatch(/\w{3}.*\.$/);
    }
    expect(exitCodeOf(findings)).toBe(2);
  });

  it('names each wrong setting, and looks at nothing that needs them', async () => {
    const findings = await examined({ PORT: 'http', SLACK_BOT_TOKEN: 'planted-wrong-token' });
    expect(of('configuration', findings).map(({ says }) => says)).toEqual([
      expect.stringContaining('PORT: expected a port'),
      expect.stringContaining('SLACK_BOT_TOKEN: expected a bot token'),
    ]);
    expect(JSON.stringify(findings)).not.toContain('planted');
    expect(new Set(states(of('database', findings)))).toEqual(new Set(['skipped']));
  });

  it('notices a setting that nobody reads', async () => {
    const [, slip] = of('configuration', await examined({ SLACK_SIGNING_SECERT: 'planted' }));
    expect(slip).toMatchObject({ state: 'warning', says: expect.stringContaining('SLACK_SIGNING_SECERT') });
  });
});

describe('the doctor on Slack', () => {
  const token = async (settings: Readonly<Record<string, string>> = slack) =>
    of('slack-token', await examined(settings));

  it.each([
    ['invalid_auth', /Bot User OAuth Token/],
    ['token_revoked', /Install the app again/],
    ['account_inactive', /removed from the workspace/],
  ])('tells what %s means', async (error, remedy) => {
    nock('https://slack.com').post('/api/auth.test').reply(200, { ok: false, error });
    const [finding] = await token();
    expect(finding).toMatchObject({ state: 'broken', says: expect.stringContaining(error) });
    expect(finding?.remedy).toMatch(remedy);
  });

  it('shows nothing that is no word of Slack', async () => {
    nock('https://slack.com').post('/api/auth.test').reply(502, '<html>planted</html>');
    const [finding] = await token();
    expect(finding).toMatchObject({ state: 'broken', says: expect.stringContaining('HTTP 502') });
  });

  it('compares the scopes with the manifest', async () => {
    const granted = [...scopes.slice(1), 'files:read'];
    nock('https://slack.com')
      .post('/api/auth.test')
      .reply(200, { ok: true }, { 'x-oauth-scopes': granted.join(', ') });
    const findings = await token();
    expect(findings).toContainEqual(
      expect.objectContaining({ state: 'broken', says: `The app lacks scopes: ${scopes[0]}.` }),
    );
    expect(findings).toContainEqual(
      expect.objectContaining({ state: 'warning', says: expect.stringContaining('files:read') }),
    );
  });

  it('tries the app-level token of Socket Mode', async () => {
    nock('https://slack.com').post('/api/auth.test').reply(200, { ok: true });
    nock('https://slack.com')
      .post('/api/apps.connections.open', undefined, {
        reqheaders: { authorization: `Bearer ${SLACK_APP_TOKEN}` },
      })
      .reply(200, { ok: false, error: 'not_allowed_token_type' });
    const findings = await token({ ...slack, SLACK_APP_TOKEN });
    expect(findings.at(-1)).toMatchObject({
      state: 'broken',
      remedy: expect.stringContaining('connections:write'),
    });
  });

  it('says that it cannot be reached', async () => {
    const [finding] = await token({ ...slack, SLACK_API_URL: 'http://127.0.0.1:59999/api/' });
    expect(finding).toMatchObject({
      state: 'broken',
      says: '127.0.0.1:59999 cannot be reached (ECONNREFUSED)',
    });
  });
});

describe('the doctor on Teams', () => {
  it.each([
    [7000215, /is wrong: it is the value of the client secret/],
    [7000222, /has expired/],
    [700016, /MICROSOFT_APP_ID is unknown/],
    [90002, /names no directory/],
  ])('tells what AADSTS%d means', async (code, remedy) => {
    nock('https://login.microsoftonline.com')
      .post(signIn)
      .reply(401, { error: 'invalid_client', error_codes: [code], error_description: 'planted' });
    const [finding] = of('teams-credentials', await examined(teams));
    expect(finding).toMatchObject({ state: 'broken', says: expect.stringContaining(`AADSTS${code}`) });
    expect(finding?.remedy).toMatch(remedy);
  });

  it('does not sign in for a managed identity', async () => {
    const identity = { ...teams, MICROSOFT_APP_PASSWORD: '', MICROSOFT_APP_TYPE: 'UserAssignedMSI' };
    expect(states(of('teams-credentials', await examined(identity)))).toEqual(['skipped']);
  });
});

describe('the doctor on the clock', () => {
  it.each([
    [10, 'ok'],
    [-90, 'warning'],
    [600, 'broken'],
  ])('%d seconds off is %s', async (seconds, state) => {
    const theirs = new Date(now.getTime() - seconds * 1_000).toUTCString();
    nock('https://slack.com').head('/api/api.test').reply(200, '', { date: theirs });
    const [finding] = of('clock', await examined(slack));
    expect(finding?.state).toBe(state);
    if (seconds > 60) expect(finding?.says).toMatch(/600 seconds ahead/);
    if (seconds < 0) expect(finding?.says).toMatch(/9\d seconds behind/);
  });
});

describe('the doctor on the machine', () => {
  it('finds no database before the first start, and makes none', async () => {
    const findings = await examined({});
    expect(of('database', findings)).toMatchObject([
      { state: 'ok', says: expect.stringContaining('no database yet') },
    ]);
    expect(of('data-directory', findings)).toMatchObject([{ says: expect.stringContaining('will be made') }]);
  });

  it('finds the tables up to date, behind, or ahead of this version', async () => {
    const location = { kind: 'sqlite', directory: data().DATA_DIR } as const;
    await (await openStore(location, { role: 'server' })).close();
    const migrations = async () => of('database', await examined({})).at(-1);
    expect(await migrations()).toMatchObject({ state: 'ok', says: 'The tables are up to date.' });
    const file = new DatabaseSync(join(location.directory, sqliteFileName));
    const [last] = file.prepare('select name from kysely_migration order by name desc').all();
    file.prepare('delete from kysely_migration where name = ?').run(String(last?.name));
    expect(await migrations()).toMatchObject({
      state: 'warning',
      says: expect.stringContaining(String(last?.name)),
    });
    file.exec("insert into kysely_migration values ('9999-later', '2030-01-01')");
    file.close();
    expect(await migrations()).toMatchObject({
      state: 'broken',
      says: expect.stringContaining('9999-later'),
    });
  });

  it('finds a damaged database', async () => {
    mkdirSync(data().DATA_DIR);
    writeFileSync(join(data().DATA_DIR, sqliteFileName), 'planted: this is no database at all');
    const findings = of('database', await examined({}));
    expect(findings).toMatchObject([{ state: 'broken', remedy: expect.stringContaining('backup') }]);
  });

  it('does not reach a PostgreSQL that is not there, and tells no password', async () => {
    const findings = await examined({ DATABASE_URL: 'postgres://guide:planted-password@127.0.0.1:1/guide' });
    expect(of('database', findings)).toMatchObject([
      { state: 'broken', says: expect.stringContaining('PostgreSQL on 127.0.0.1:1') },
    ]);
    expect(JSON.stringify(findings)).not.toContain('planted');
  });

  it('tells a running bot from another program on its port', async () => {
    const answers = { status: 200 };
    const server = createServer((_request, response) => response.writeHead(answers.status).end('{}'));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const PORT = String((server.address() as AddressInfo).port);
    expect(of('ports', await examined({ PORT }))).toMatchObject([{ state: 'ok' }]);
    answers.status = 404;
    expect(of('ports', await examined({ PORT }))).toMatchObject([{ state: 'broken' }]);
    await new Promise((resolve) => server.close(resolve));
  });

  it('tries the address that the platforms call', async () => {
    everythingWell();
    nock('https://guide.example.org').post('/slack/events').reply(401);
    nock('https://guide.example.org').post('/api/messages').reply(404, 'a proxy’s page');
    const findings = of('addresses', await examined({ ...slack, ...teams }, 'https://guide.example.org'));
    expect(findings).toMatchObject([
      { state: 'ok', says: expect.stringContaining('/slack/events') },
      { state: 'broken', says: expect.stringContaining('/api/messages answers 404') },
    ]);
  });
});

/** As a person runs it. */
function doctor(
  environment: Readonly<Record<string, string>>,
  ...args: string[]
): Promise<{ code: number; output: string }> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      ['src/cli/doctor.ts', ...args],
      { env: { PATH: process.env.PATH ?? '', PORT: '0', ...data(), ...environment } },
      (error, out, err) => resolve({ code: error ? Number(error.code) : 0, output: out + err }),
    );
  });
}

describe('npm run doctor', () => {
  it('has each check and each exit code documented', () => {
    const page =
      readFileSync('docs/operations.md', 'utf8').split('## Is all well?')[1]?.split('\n## ')[0] ?? '';
    expect([...page.matchAll(/^\| `([a-z-]+)` /gm)].map(([, name]) => name)).toEqual(
      checks.map(({ name }) => name),
    );
    expect([...page.matchAll(/^\| (\d+) \|/gm)].map(([, code]) => Number(code))).toEqual([0, 1, 2, 64]);
  });

  it('says in sentences that all is well, without any set-up', async () => {
    const { code, output } = await doctor({});
    expect(output).toMatch(/✔ content: The content can be read: 30 entries/);
    expect(output).toMatch(/All is well\.\n$/);
    expect(code).toBe(0);
  });

  it('tells what is broken and what to do, as sentences and for programs, and never a secret', async () => {
    const offline = { ...secrets, PLATFORMS: 'slack', SLACK_API_URL: 'http://127.0.0.1:59999/api/' };
    const { code, output } = await doctor(offline);
    expect(code).toBe(2);
    expect(output).toMatch(/✘ slack-token: .*cannot be reached.*\n {4}→ /);
    const json = await doctor(offline, '--json');
    expect(json.code).toBe(2);
    expect(JSON.parse(json.output)).toMatchObject({
      exitCode: 2,
      findings: expect.arrayContaining([expect.objectContaining({ check: 'slack-token', state: 'broken' })]),
    });
    for (const secret of Object.values(secrets)) expect(output + json.output).not.toContain(secret);
  });

  it.each([[['--frobnicate']], [['--address', 'guide.example.org']]])(
    '%j is a wrong option',
    async (args) => {
      expect(await doctor({}, ...args)).toMatchObject({
        code: 64,
        output: expect.stringContaining('usage:'),
      });
    },
  );
});
