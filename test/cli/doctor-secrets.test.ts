/** The doctor says what is set, and shows no value: whatever it is, right or wrong, and whoever repeats it. */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import nock from 'nock';
import { afterAll, afterEach, beforeAll, describe, expect, it, test } from 'vitest';
import { examine } from '../../src/cli/doctor/examine.ts';
import { readConfig } from '../../src/config.ts';
import { environmentVariables } from '../../src/environment.ts';

const guid = '5d1f7a3c-2b4e-4c6d-8e9f-a1b2c3d4e5f6';

/** Settings whose value the doctor may show: where something is, and how it is reached. */
const shown = new Set(
  `PORT HOST METRICS_HOST METRICS_PORT CONTENT_DIR DATA_DIR NODE_ENV LOG_LEVEL LOG_FORMAT DEFAULT_LANGUAGE PLATFORMS
  PLAYGROUND DEFAULT_TIME_ZONE NOTIFY_APPROVAL_ABOVE NOTIFY_STAGE_DAYS KEEP_EVENTS KEEP_TURNS KEEP_ANSWERS
  KEEP_FEEDBACK KEEP_QUESTIONS KEEP_NOTIFICATIONS KEEP_SUSPENDED MICROSOFT_APP_TYPE`.split(/\s+/),
);

/** Of every other setting a value that the schema takes. In each, what is secret is unlike all else. */
const planted: Readonly<Record<string, string>> = {
  DATABASE_URL: 'postgres://Gq7user:Zk4vWpn8xTs@127.0.0.1:1/Hn5base?application_name=Jb8nameXq',
  ENCRYPTION_KEY: `Kd9:${Buffer.from('Vw3rTy6uIo9pAs2dFg5hJk8lZx1cVb4n').toString('base64')}`,
  MICROSOFT_APP_ID: guid,
  MICROSOFT_APP_PASSWORD: 'Lm2~Qx8Rn.5Tb7Yc4Ue6',
  MICROSOFT_APP_TENANT_ID: '7e8f9a0b-1c2d-4e3f-9a5b-6c7d8e9fa0b1',
  NOTIFY_APPROVAL_CHANNEL: 'slack/T9Wq3Zx7/C8Vn2Mk5',
  NOTIFY_TOKEN: 'Pt6wKz3mXv9bNc5rQj8hLs2dFy7gTa4e',
  OTEL_EXPORTER_OTLP_ENDPOINT: 'http://Oc4user:Xw7Tq2Lz9Km@127.0.0.1:4318/Vs6path?key=Nd3Rb8Fp5Hj',
  SLACK_API_URL: 'http://Sa5user:Yt8Gk3Wd6Pq@127.0.0.1:9/api/',
  SLACK_APP_TOKEN: 'xapp-1-A4Rt7Yu2Io-5Kj8Hg3Fd6Sa',
  SLACK_BOT_TOKEN: 'xoxb-7392648105-Zx6Cv3Bn9Mq2We',
  SLACK_CLIENT_ID: '8265930471.6049382715',
  SLACK_CLIENT_SECRET: 'c7f2e9a4b6d1083f5e2a9c7b4d6e1f08',
  SLACK_PRIVACY_URL: 'https://Pv4site.example/Qz8Policy?key=Wd7Ln3Xs9Kt',
  SLACK_SIGNING_SECRET: 'e3b8d5f0a7c2491683de5fb07a9c2e41',
  SLACK_SUPPORT_URL: 'mailto:Ht6Desk@example.com?subject=Bm4Rq9Vz2',
  SLACK_STATE_SECRET: 'Rg5tHy8jUk2iLo6pMn3bVc9xZq4wEs7d',
  TEAMS_ADMINISTRATORS: '2f3e4d5c-6b7a-4890-a1b2-c3d4e5f60718',
  TEAMS_ALLOWED_TENANTS: '9c8b7a6f-5e4d-4c3b-8a29-1807f6e5d4c3',
};

/** Every piece of a value that is long enough to be no chance, and has a digit, as no word of ours has. */
const shortest = 7;
function partsOf(value: string): readonly string[] {
  const pieces = value.split(/[^A-Za-z0-9+~.-]+/).filter((piece) => piece !== '127.0.0.1');
  return pieces.flatMap((piece) =>
    Array.from({ length: Math.max(0, piece.length - shortest + 1) }, (_, at) =>
      piece.slice(at, at + shortest),
    ).filter((part) => /\d/.test(part)),
  );
}

function leaks(output: string, values: readonly string[]): string[] {
  const parts = values.flatMap((value) => [value, ...partsOf(value)]);
  return parts.filter((part) => output.includes(part));
}

const directory = mkdtempSync(join(tmpdir(), 'doctor-secrets-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));
/** An empty directory of content is soon read. */
const quiet = { PORT: '0', DATA_DIR: join(directory, 'data'), CONTENT_DIR: directory };

test('every setting is either one that may be shown, or has its secret planted here', () => {
  expect([...shown, ...Object.keys(planted)].toSorted()).toEqual(environmentVariables.toSorted());
});

type Settings = Readonly<Record<string, string>>;
const without = (...names: readonly string[]): Settings =>
  Object.fromEntries(Object.entries(planted).filter(([name]) => !names.includes(name)));
const oauth = ['SLACK_CLIENT_ID', 'SLACK_CLIENT_SECRET', 'SLACK_STATE_SECRET'];

/** Everything at once is no valid configuration; these are, and together they have every setting. */
const valid: readonly (readonly [string, Settings])[] = [
  ['one workspace', { ...without(...oauth, 'TEAMS_ALLOWED_TENANTS'), MICROSOFT_APP_TYPE: 'SingleTenant' }],
  ['many workspaces', { ...without('SLACK_BOT_TOKEN'), MICROSOFT_APP_TYPE: 'MultiTenant' }],
];

test('the configurations here are valid, and plant every setting', () => {
  for (const [, settings] of valid) readConfig({ ...quiet, ...settings });
  const names = new Set(valid.flatMap(([, settings]) => Object.keys(settings)));
  expect(Object.keys(planted).filter((name) => !names.has(name))).toEqual([]);
});

describe('asked of platforms that repeat what they were sent', () => {
  const address = new URL('https://Ad7user:Ue9Wr4Tz@guide.example.org/Pa3th?token=Mx6Kq9Vb2Ln');
  afterEach(() => {
    nock.cleanAll();
    nock.enableNetConnect();
  });

  async function said(settings: Settings): Promise<string> {
    const environment = { ...quiet, ...settings };
    let config: ReturnType<typeof readConfig> | undefined;
    try {
      config = readConfig(environment);
    } catch {
      config = undefined;
    }
    const now = () => new Date('2026-11-26T12:00:00Z');
    return JSON.stringify(await examine({ environment, config, address, now }));
  }

  function repeatEverything(status: number): void {
    nock.disableNetConnect();
    const secrets = Object.values(planted).join(' ');
    const body = { ok: false, error: secrets, error_codes: [secrets], error_description: secrets };
    const headers = { date: secrets.replaceAll(/[^ -~]/g, ''), 'x-oauth-scopes': '', location: secrets };
    for (const host of [/guide\.example\.org/, /login\.microsoftonline\.com/, /slack\.com/, /127\.0\.0\.1/]) {
      const scope = nock(host).persist();
      for (const verb of ['get', 'head', 'post'] as const) scope[verb](/.*/).reply(status, body, headers);
    }
  }

  it.each(
    valid.flatMap(([name, settings]) =>
      [200, 400, 302, 500].map((status) => [name, status, settings] as const),
    ),
  )('for %s, who answer %d, it shows nothing of any', async (_name, status, settings) => {
    repeatEverything(status);
    const real = { ...settings, SLACK_API_URL: 'https://slack.com/api/' };
    for (const one of [settings, real]) {
      const output = await said(one);
      expect(leaks(output, [...Object.values(planted), 'Ue9Wr4Tz', 'Mx6Kq9Vb2Ln'])).toEqual([]);
      expect(output).toContain('The configuration is valid');
    }
  });

  it.each(Object.entries(planted))(
    'for %s that is damaged in any way it shows nothing of it',
    async (name, value) => {
      nock.disableNetConnect();
      const [, settings = {}] = valid.find(([, one]) => name in one) ?? [];
      const damaged = [
        ...[
          value.slice(1),
          value.slice(0, -1),
          `x${value}`,
          `${value} ${value}`,
          `"${value}"`,
          value.toUpperCase(),
        ],
        ...[
          value.replaceAll(/[-:/.]/g, ''),
          `${name}=${value}`,
          value.replace('@', '/@'),
          `${value}\n${value}`,
        ],
      ];
      for (const one of damaged) {
        const output = await said({ ...settings, [name]: one });
        expect(leaks(output, [one, value]), one).toEqual([]);
      }
    },
  );

  it.each(['/', '?', '#'])(
    'for a password of the database with a “%s” that is not encoded it shows no part of it',
    async (sign) => {
      nock.disableNetConnect();
      const output = await said({ DATABASE_URL: `postgres://Gq7user:61${sign}Zk4vWpn8xTs@127.0.0.1:1/b` });
      expect(output).toContain('an unreadable address');
      expect(output).not.toMatch(/Gq7user|:61|Zk4v/i);
    },
  );
});

describe('npm run doctor', () => {
  /** In Slack's place: whatever it is sent, it sends back. */
  const echo = createServer((request, response) => {
    const body = JSON.stringify({ ok: false, error: JSON.stringify([request.headers, request.url]) });
    response.writeHead(200, { 'content-type': 'application/json', date: 'soon' }).end(body);
  });
  beforeAll(() => new Promise<void>((resolve) => echo.listen(0, '127.0.0.1', () => resolve())));
  afterAll(() => void echo.close());

  function doctor(settings: Settings, ...options: string[]): Promise<string> {
    const env = { PATH: process.env.PATH ?? '', ...quiet, ...settings };
    return new Promise((resolve) => {
      execFile(process.execPath, ['src/cli/doctor.ts', ...options], { env }, (_error, out, err) =>
        resolve(out + err),
      );
    });
  }

  it.each(valid)(
    'prints nothing secret for %s, in sentences and for programs',
    { timeout: 60_000 },
    async (_name, settings) => {
      const { port } = echo.address() as AddressInfo;
      const asked = { ...settings, SLACK_API_URL: `http://127.0.0.1:${port}/api/`, PLATFORMS: 'slack' };
      for (const options of [[], ['--json']]) {
        const output = await doctor(asked, ...options);
        expect(output).toContain('SLACK_SIGNING_SECRET');
        expect(leaks(output, Object.values(planted))).toEqual([]);
      }
    },
  );

  it('prints nothing of settings that are all wrong', { timeout: 60_000 }, async () => {
    const wrong = Object.fromEntries(Object.entries(planted).map(([name, value]) => [name, `"${value}"`]));
    const output = await doctor(wrong);
    expect(output).toContain('A setting is wrong: SLACK_BOT_TOKEN');
    expect(leaks(output, Object.values(planted))).toEqual([]);
  });
});
