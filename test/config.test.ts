import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { deliveryPlatforms, readConfig } from '../src/config.ts';
import { environmentVariables } from '../src/environment.ts';
import { defaultRetention } from '../src/store/retention.ts';

const guid = '11111111-2222-3333-4444-555555555555';
const teams = { MICROSOFT_APP_ID: guid, MICROSOFT_APP_PASSWORD: 'p', MICROSOFT_APP_TENANT_ID: guid };
const slack = { SLACK_SIGNING_SECRET: 's', SLACK_BOT_TOKEN: 'xoxb-1' };

describe('configuration', () => {
  it('needs nothing to start on one computer', () => {
    expect(readConfig({})).toMatchObject({
      production: false,
      host: '127.0.0.1',
      port: 3978,
      defaultLanguage: 'en',
      playground: true,
      platforms: ['slack', 'teams'],
    });
    expect(readConfig({}).slack).toBeUndefined();
    expect(readConfig({}).teams).toBeUndefined();
  });

  it('delivers where the server sends: on one computer to the Teams that stands there', () => {
    const keys = { ENCRYPTION_KEY: `k1:${Buffer.alloc(32).toString('base64')}` };
    expect(deliveryPlatforms(readConfig({}))).toEqual(['teams']);
    expect(deliveryPlatforms(readConfig({ ...slack, ...keys }))).toEqual(['slack', 'teams', 'workflows']);
    expect(deliveryPlatforms(readConfig({ ...slack, ...keys, PLATFORMS: 'slack' }))).toEqual(['slack']);
    expect(deliveryPlatforms(readConfig({ NODE_ENV: 'production', ...slack, ...teams }))).toEqual([
      'slack',
      'teams',
    ]);
  });

  it('treats an empty value as absent', () => {
    expect(readConfig({ PORT: '', HOST: ' ', MICROSOFT_APP_ID: '' })).toEqual(readConfig({}));
  });

  it('opens to the network and closes the playground in production', () => {
    const config = readConfig({ NODE_ENV: 'production', ...teams, ...slack });
    expect(config).toMatchObject({ host: '0.0.0.0', playground: false });
    expect(readConfig({ NODE_ENV: 'production', ...teams, ...slack, PLAYGROUND: 'on' }).playground).toBe(
      true,
    );
  });

  it('lets a managed identity do without a password and many tenants without a tenant', () => {
    expect(
      readConfig({ ...teams, MICROSOFT_APP_PASSWORD: '', MICROSOFT_APP_TYPE: 'UserAssignedMSI' }).teams,
    ).toEqual({
      appId: guid,
      appType: 'UserAssignedMSI',
      tenantId: guid,
    });
    const { MICROSOFT_APP_TENANT_ID: _, ...rest } = teams;
    expect(readConfig({ ...rest, MICROSOFT_APP_TYPE: 'MultiTenant' }).teams?.appType).toBe('MultiTenant');
    const several = readConfig({
      ...rest,
      MICROSOFT_APP_TYPE: 'MultiTenant',
      TEAMS_ALLOWED_TENANTS: `${guid}, ${guid.toUpperCase()}`,
      TEAMS_ADMINISTRATORS: guid,
    });
    expect(several.teams).toMatchObject({ allowedTenants: [guid, guid], administrators: [guid] });
  });

  it('takes the operator’s own pages for help and privacy, over https or by mail', () => {
    const pages = {
      SLACK_SUPPORT_URL: 'mailto:help@example.com',
      SLACK_PRIVACY_URL: 'https://example.com/p',
    };
    expect(readConfig({ ...slack, ...pages }).slack?.pages).toEqual({
      support: 'mailto:help@example.com',
      privacy: 'https://example.com/p',
    });
    expect(readConfig(slack).slack).not.toHaveProperty('pages');
    for (const wrong of ['javascript:alert(1)', 'http://example.com/', 'help@example.com']) {
      expect(() => readConfig({ ...slack, SLACK_SUPPORT_URL: wrong })).toThrow('https or mailto');
    }
  });

  it('serves many Slack workspaces by the credentials of the app, or one by its token', () => {
    const oauth = {
      SLACK_SIGNING_SECRET: 's',
      SLACK_CLIENT_ID: '12.34',
      SLACK_CLIENT_SECRET: 'c',
      SLACK_STATE_SECRET: 'x'.repeat(32),
      ENCRYPTION_KEY: `k1:${Buffer.alloc(32).toString('base64')}`,
    };
    expect(readConfig(oauth).slack).toMatchObject({
      oauth: { clientId: '12.34', clientSecret: 'c', stateSecret: 'x'.repeat(32) },
    });
    expect(readConfig(slack).slack).toMatchObject({ botToken: 'xoxb-1' });
    for (const missing of [
      'SLACK_CLIENT_ID',
      'SLACK_CLIENT_SECRET',
      'SLACK_STATE_SECRET',
      'ENCRYPTION_KEY',
    ]) {
      expect(() => readConfig({ ...oauth, [missing]: '' })).toThrow(
        `${missing}: is needed for many workspaces`,
      );
    }
    expect(() => readConfig({ ...oauth, SLACK_BOT_TOKEN: 'xoxb-1' })).toThrow(
      'leave it out beside SLACK_CLIENT_ID',
    );
    expect(() => readConfig({ ...oauth, SLACK_STATE_SECRET: 'short' })).toThrow('at least 32 characters');
  });

  it('keeps its data in a file, or in PostgreSQL where an address is given', () => {
    expect(readConfig({ DATA_DIR: '/data' }).database).toEqual({ kind: 'sqlite', directory: '/data' });
    const url = 'postgres://guide:secret@db:5432/guide';
    expect(readConfig({ DATA_DIR: '/data', DATABASE_URL: url }).database).toEqual({ kind: 'postgres', url });
  });

  it('reads the keys that seal tokens, the current one first', () => {
    const key = (byte: number) => Buffer.alloc(32, byte).toString('base64');
    const keys = readConfig({ ENCRYPTION_KEY: `b:${key(2)},a:${key(1)}` }).encryptionKeys;
    expect(keys?.current).toBe('b');
    expect([...(keys?.keys.keys() ?? [])]).toEqual(['b', 'a']);
    expect(readConfig({}).encryptionKeys).toBeUndefined();
  });

  it('keeps each kind of row for its time', () => {
    expect(readConfig({}).retention).toEqual(defaultRetention);
    expect(readConfig({ KEEP_EVENTS: '20m', KEEP_TURNS: '2h', KEEP_ANSWERS: '7d' }).retention).toEqual({
      ...defaultRetention,
      events: 20 * 60_000,
      turns: 2 * 3_600_000,
      answers: 7 * 24 * 3_600_000,
    });
  });

  it('ends the API address with a slash', () => {
    expect(readConfig({ ...slack, SLACK_API_URL: 'http://127.0.0.1:9/api' }).slack?.apiUrl).toBe(
      'http://127.0.0.1:9/api/',
    );
  });

  it.each([
    [{ PORT: 'http' }, 'PORT: expected a port'],
    [{ PORT: '65536' }, 'PORT: expected a port'],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL: expected fatal, error'],
    [{ DEFAULT_LANGUAGE: 'de' }, 'DEFAULT_LANGUAGE: expected en or fr'],
    [{ PLAYGROUND: 'yes' }, 'PLAYGROUND: expected on or off'],
    [{ PLATFORMS: 'slack,irc' }, 'PLATFORMS: expected slack, teams'],
    [{ DATABASE_URL: 'mysql://db' }, 'DATABASE_URL: expected an address that starts with postgres://'],
    [{ ENCRYPTION_KEY: 'secret' }, 'ENCRYPTION_KEY: expected id:key'],
    [{ KEEP_TURNS: 'forever' }, 'KEEP_TURNS: expected a duration such as 10m'],
    [{ KEEP_ANSWERS: '90' }, 'KEEP_ANSWERS: expected a duration such as 10m'],
    [{ KEEP_ANSWERS: '0d' }, 'KEEP_ANSWERS: expected a duration such as 10m'],
    [{ KEEP_FEEDBACK: '3651d' }, 'KEEP_FEEDBACK: expected a duration such as 10m'],
    [{ NOTIFY_APPROVAL_CHANNEL: 'C1' }, 'NOTIFY_APPROVAL_CHANNEL: expected slack/<team id>/<channel id>'],
    [
      { NOTIFY_APPROVAL_CHANNEL: 'slack/T1/C1', PLATFORMS: 'teams' },
      'NOTIFY_APPROVAL_CHANNEL: slack is not among PLATFORMS',
    ],
    [{ SLACK_BOT_TOKEN: 'secret' }, 'SLACK_BOT_TOKEN: expected a bot token that starts with xoxb-'],
    [{ SLACK_APP_TOKEN: 'secret' }, 'SLACK_APP_TOKEN: expected an app-level token'],
    [{ SLACK_API_URL: 'ftp://x' }, 'SLACK_API_URL: expected an http or https address'],
    [{ SLACK_SIGNING_SECRET: 's' }, 'SLACK_BOT_TOKEN: is needed beside'],
    [{ SLACK_BOT_TOKEN: 'xoxb-1' }, 'SLACK_SIGNING_SECRET: is needed beside'],
    [{ MICROSOFT_APP_ID: 'me' }, 'MICROSOFT_APP_ID: expected the application (client) id'],
    [{ MICROSOFT_APP_ID: guid }, 'MICROSOFT_APP_PASSWORD: is needed beside'],
    [{ MICROSOFT_APP_ID: guid, MICROSOFT_APP_PASSWORD: 'p' }, 'MICROSOFT_APP_TENANT_ID: is needed'],
    [{ ...teams, TEAMS_ALLOWED_TENANTS: guid }, 'TEAMS_ALLOWED_TENANTS: a SingleTenant bot serves'],
    [{ TEAMS_ADMINISTRATORS: 'ada@x.org' }, 'TEAMS_ADMINISTRATORS: expected user (object) ids'],
    [{ TEAMS_ALLOWED_TENANTS: 'contoso' }, 'TEAMS_ALLOWED_TENANTS: expected directory (tenant) ids'],
    [{ MICROSOFT_APP_TYPE: 'Robot' }, 'MICROSOFT_APP_TYPE: expected MultiTenant'],
    [{ NODE_ENV: 'production', ...slack }, 'MICROSOFT_APP_ID: is needed in production'],
    [{ NODE_ENV: 'production', ...teams }, 'SLACK_BOT_TOKEN: is needed in production'],
  ])('refuses %o', (environment, message) => {
    expect(() => readConfig(environment)).toThrow(message);
  });

  it('reads the channel for approvals', () => {
    const read = (text: string) =>
      readConfig({ NOTIFY_APPROVAL_CHANNEL: text }).notifications.approvalChannel;
    expect(read('slack/T1/C1')).toEqual({ platform: 'slack', workspace: 'T1', channel: 'C1' });
    expect(read(`teams/${guid}/19:a@thread.tacv2`)).toEqual({
      ...{ platform: 'teams', workspace: guid, channel: '19:a@thread.tacv2' },
    });
  });

  it('never repeats a secret in its message', () => {
    for (const name of ['SLACK_BOT_TOKEN', 'ENCRYPTION_KEY', 'DATABASE_URL']) {
      expect(() => readConfig({ [name]: 'my-secret' })).toThrow(/^((?!my-secret)[\s\S])*$/);
    }
  });

  it('is documented variable by variable in .env.example', () => {
    const example = readFileSync('.env.example', 'utf8');
    const documented = [...example.matchAll(/^([A-Z_]+)=/gm)].map((match) => match[1]);
    expect(documented.toSorted()).toEqual(environmentVariables.toSorted());
    for (const name of environmentVariables) expect(example).toMatch(new RegExp(`# .+\\n${name}=`));
  });
});
