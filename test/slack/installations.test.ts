/** Many workspaces: installed through Slack's OAuth, each spoken to with its own token, and forgotten. */

import { createHmac } from 'node:crypto';
import { pino } from 'pino';
import { describe, expect, test, vi } from 'vitest';
import manifest from '../../manifest.json' with { type: 'json' };
import { messageCard } from '../../src/cards/message-card.ts';
import { installPage } from '../../src/slack/install-page.ts';
import { botScopes } from '../../src/slack/scopes.ts';
import { createSlackSender } from '../../src/slack/sender.ts';
import {
  directMessage,
  envelopeOf,
  type Harness,
  mention,
  nowSeconds,
  oauth,
  startHarness,
} from './harness.ts';

const tokenOf = (team: string) => `xoxb-token-of-${team}`;

/** What Slack gives for a code (docs.slack.dev/reference/methods/oauth.v2.access). */
function granted(team: string, fields: object = {}): object {
  return {
    ok: true,
    access_token: tokenOf(team),
    token_type: 'bot',
    scope: botScopes.join(','),
    bot_user_id: 'UBOT',
    app_id: 'A1',
    team: { name: 'Acme Trade Secrets', id: team },
    enterprise: null,
    is_enterprise_install: false,
    authed_user: { id: 'UINSTALLER' },
    ...fields,
  };
}
const organisation = (id: string, fields: object = {}) =>
  granted(id, { team: null, enterprise: { name: 'Acme Org', id }, is_enterprise_install: true, ...fields });

interface Started {
  readonly state: string;
  readonly cookie: string;
}

async function visitInstallPage(
  harness: Harness,
): Promise<Started & { readonly page: string; readonly response: Response }> {
  const response = await fetch(`${harness.address}/slack/install`);
  const page = await response.text();
  const link = /href="([^"]+)"/.exec(page)?.[1]?.replaceAll('&amp;', '&') ?? '';
  const state = new URL(link).searchParams.get('state') ?? '';
  const cookie = response.headers.get('set-cookie')?.split(';')[0] ?? '';
  return { state, cookie, page, response };
}

function comeBack(harness: Harness, { state, cookie }: Started, query = 'code=c1'): Promise<Response> {
  return fetch(`${harness.address}/slack/oauth_redirect?${query}&state=${encodeURIComponent(state)}`, {
    headers: { cookie },
  });
}

/** The same words with another signature, and the cookie to go with it. */
function forgedState(state: string, alg: 'HS256' | 'none'): Started {
  const header = Buffer.from(JSON.stringify({ alg, typ: 'JWT' })).toString('base64url');
  const signed = `${header}.${state.split('.')[1]}`;
  const signature = createHmac('sha256', 'of somebody else').update(signed).digest('base64url');
  const forged = `${signed}.${alg === 'none' ? '' : signature}`;
  return { state: forged, cookie: `slack-app-oauth-state=${forged}` };
}

async function install(harness: Harness, grant: object): Promise<Response> {
  harness.slack.answer('oauth.v2.access', { body: grant });
  return comeBack(harness, await visitInstallPage(harness));
}

const from = (team: string, more: object = {}) => ({
  team_id: team,
  authorizations: [
    {
      team_id: team,
      user_id: 'UBOT',
      is_bot: true,
      enterprise_id: null,
      is_enterprise_install: false,
      ...more,
    },
  ],
});
const departure = (type: 'app_uninstalled' | 'tokens_revoked') =>
  type === 'app_uninstalled' ? { type } : { type, tokens: { bot: ['UBOT'], oauth: [] } };
const tenant = (workspace: string) => ({ platform: 'slack', workspace }) as const;
const authorizations = (harness: Harness, method: string) =>
  harness.slack.received.filter((call) => call.method === method).map((call) => call.authorization);

describe('the install page', () => {
  test('says in both languages what comes, and leads to Slack with the scopes of the manifest', async () => {
    const harness = await startHarness({ oauth });
    const { page, response, state } = await visitInstallPage(harness);
    expect(response.status).toBe(200);
    expect(page).toContain('<section lang="en">');
    expect(page).toContain('<section lang="fr">');
    const link = new URL(/href="([^"]+)"/.exec(page)?.[1]?.replaceAll('&amp;', '&') ?? '');
    expect(`${link.origin}${link.pathname}`).toBe(`${harness.slack.origin}/oauth/v2/authorize`);
    expect(link.searchParams.get('scope')?.split(',')).toEqual(manifest.oauth_config.scopes.bot);
    expect(link.searchParams.get('client_id')).toBe(oauth.clientId);
    expect(state).not.toBe('');
  });

  test('says where help is and what is done with data, and so does the page after it', async () => {
    const pages = { support: 'mailto:help@example.com', privacy: 'https://example.com/privacy' };
    const harness = await startHarness({ oauth, pages });
    const { page } = await visitInstallPage(harness);
    const installed = await (await install(harness, granted('T1'))).text();
    for (const text of [page, installed]) {
      expect(text.match(/href="mailto:help@example.com"/g)).toHaveLength(2);
      expect(text.match(/href="https:\/\/example.com\/privacy"/g)).toHaveLength(2);
    }
    expect(installed).toContain('/invite @Supercluster Guide');
  });

  test('runs nothing, is framed by nobody, and is kept nowhere', async () => {
    const harness = await startHarness({ oauth });
    const { response } = await visitInstallPage(harness);
    expect(response.headers.get('content-security-policy')).toMatch(
      /^default-src 'none'.*frame-ancestors 'none'$/,
    );
    expect(response.headers.get('x-frame-options')).toBe('DENY');
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('referrer-policy')).toBe('no-referrer');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('set-cookie')).toMatch(/Secure; HttpOnly/);
  });

  test('leads to Slack alone, whatever its own address asks for', async () => {
    const harness = await startHarness({ oauth });
    const elsewhere = 'https://evil.example/';
    const names = ['redirect_uri', 'redirect', 'url', 'next', 'state', 'team', 'scope', 'client_id'];
    const asked = new URLSearchParams(Object.fromEntries(names.map((name) => [name, elsewhere])));
    for (const path of ['/slack/install', '/slack/oauth_redirect']) {
      const response = await fetch(`${harness.address}${path}?${asked}`, { redirect: 'manual' });
      expect(response.headers.get('location')).toBeNull();
      const page = await response.text();
      expect(page + JSON.stringify([...response.headers])).not.toContain('evil.example');
      for (const [, link = ''] of page.matchAll(/href="([^"]+)"/g)) {
        expect(new URL(link, harness.slack.origin).origin).toBe(harness.slack.origin);
      }
    }
  });

  test('writes an address as text, whatever is in it', () => {
    expect(installPage('https://a.example/?x="><script>', {})).toContain('?x=&quot;&gt;&lt;script&gt;"');
  });

  test('is not there for a single workspace', async () => {
    const harness = await startHarness();
    expect((await fetch(`${harness.address}/slack/install`)).status).toBe(404);
  });
});

describe('installing', () => {
  test('keeps ids and the bot’s token, sealed, and no names', async () => {
    const harness = await startHarness({ oauth });
    const response = await install(
      harness,
      granted('T1', { authed_user: { id: 'U1', access_token: 'xoxp-person' } }),
    );
    expect(response.status).toBe(200);
    const page = await response.text();
    expect(page).toContain('https://app.slack.com/client/T1');
    expect(page).not.toContain('xox');
    const kept = await harness.store.installations.get(tenant('T1'));
    expect(kept).toContain(tokenOf('T1'));
    expect(kept).not.toMatch(/Acme|xoxp/);
    expect(harness.logged()).not.toMatch(/xox|Acme|c1/);
    expect(harness.slack.calls('oauth.v2.access')).toMatchObject([{ code: 'c1', client_id: '1.2' }]);
  });

  test.each<[string, (harness: Harness) => Promise<Response>, number, string]>([
    [
      'that was cancelled at Slack',
      async (harness) => comeBack(harness, await visitInstallPage(harness), 'error=access_denied'),
      400,
      'was cancelled',
    ],
    [
      'with another browser’s state',
      async (harness) =>
        comeBack(harness, { ...(await visitInstallPage(harness)), cookie: 'slack-app-oauth-state=x' }),
      400,
      'Please start again',
    ],
    [
      'with a forged state',
      (harness) => comeBack(harness, { state: 'x', cookie: 'slack-app-oauth-state=x' }),
      400,
      'Please start again',
    ],
    [
      'with a state that another secret signed',
      async (harness) => {
        const { state } = await visitInstallPage(harness);
        return comeBack(harness, forgedState(state, 'HS256'));
      },
      400,
      'Please start again',
    ],
    [
      'with a state that nobody signed',
      async (harness) => {
        const { state } = await visitInstallPage(harness);
        return comeBack(harness, forgedState(state, 'none'));
      },
      400,
      'Please start again',
    ],
    [
      'in a browser that did not begin it, as of somebody who was sent the address',
      async (harness) => comeBack(harness, { ...(await visitInstallPage(harness)), cookie: '' }),
      400,
      'Please start again',
    ],
    [
      'without a code',
      async (harness) => comeBack(harness, await visitInstallPage(harness), ''),
      400,
      'Please start again',
    ],
    [
      'that Slack refuses',
      async (harness) => install(harness, { ok: false, error: 'invalid_code' }),
      500,
      'Something went wrong',
    ],
  ])('%s keeps nothing and says what to do', async (_, act, status, says) => {
    const harness = await startHarness({ oauth });
    const response = await act(harness);
    expect(response.status).toBe(status);
    const page = await response.text();
    expect(page).toContain(says);
    expect(page).toContain('href="/slack/install"');
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(await harness.store.installations.list()).toEqual([]);
  });

  test('with the same state a second time is refused', async () => {
    const harness = await startHarness({ oauth });
    const started = await visitInstallPage(harness);
    harness.slack.answer('oauth.v2.access', { body: granted('T1') }, { body: granted('T2') });
    expect((await comeBack(harness, started)).status).toBe(200);
    expect((await comeBack(harness, started, 'code=c2')).status).toBe(400);
    expect(await harness.store.installations.list()).toEqual([tenant('T1')]);
  });
});

describe('each workspace is spoken to with its own token', () => {
  test('however their questions interleave', async () => {
    const harness = await startHarness({ oauth });
    await install(harness, granted('T1'));
    await install(harness, granted('T2'));
    const teams = ['T1', 'T2', 'T1', 'T2', 'T2', 'T1'];
    await Promise.all(
      teams.map((team, index) =>
        harness.event(directMessage({ ts: `1.${index}`, channel: `D${team}` }), from(team)),
      ),
    );
    await harness.posted(teams.length);
    const posted = harness.slack.received.filter((call) => call.method === 'chat.postMessage');
    for (const { body, authorization } of posted) {
      expect(authorization).toBe(`Bearer ${tokenOf(String(body.channel).slice(1))}`);
    }
  });

  test('the Home tab, modals and notifications too', async () => {
    const harness = await startHarness({ oauth });
    await install(harness, granted('T1'));
    await install(harness, granted('T2'));
    const sender = createSlackSender({
      token: (workspace) => harness.installations.tokenOf(workspace),
      apiUrl: harness.slack.apiUrl,
      logger: pino({ level: 'silent' }),
    });
    for (const team of ['T2', 'T1']) {
      const opened = { type: 'app_home_opened', user: 'UANN', channel: 'D1', tab: 'home', event_ts: '1.1' };
      await harness.event(opened, from(team));
      await harness.shortcut({ team: { id: team, domain: 'x' }, user: { id: 'UANN', team_id: team } });
      const message = {
        channel: { ...tenant(team), channel: 'C1' },
        deliveryIds: ['d'],
        card: messageCard('en', 'a', 'b'),
      };
      expect(await sender.send(message)).toMatchObject({ type: 'sent' });
      await vi.waitFor(() =>
        expect(authorizations(harness, 'views.publish').length).toBe(team === 'T2' ? 1 : 2),
      );
      await vi.waitFor(() =>
        expect(authorizations(harness, 'views.open').length).toBe(team === 'T2' ? 1 : 2),
      );
    }
    for (const method of ['views.publish', 'views.open', 'chat.postMessage', 'users.info']) {
      expect(authorizations(harness, method), method).toEqual(
        ['T2', 'T1'].map((team) => `Bearer ${tokenOf(team)}`),
      );
    }
    expect(
      await sender.send({
        channel: { ...tenant('T3'), channel: 'C1' },
        deliveryIds: ['d'],
        card: messageCard('en', 'a', 'b'),
      }),
    ).toEqual({
      type: 'suspend',
      reason: 'not_installed',
    });
  });

  test('who the bot is is asked of each', async () => {
    const harness = await startHarness({ oauth });
    await install(harness, granted('T1'));
    await install(harness, granted('T2'));
    const asked = () => authorizations(harness, 'auth.test').length;
    const before = asked();
    harness.slack.answer(
      'auth.test',
      { body: { ok: true, user_id: 'UBOT1' } },
      { body: { ok: true, user_id: 'UBOT2' } },
    );
    for (const [team, bot] of [
      ['T1', 'UBOT1'],
      ['T2', 'UBOT2'],
    ] as const) {
      await harness.event(mention({ text: `<@${bot}> hi`, ts: `1.${team}` }), {
        team_id: team,
        authorizations: undefined,
      });
      await vi.waitFor(() => expect(harness.answering.asked.at(-1)?.place.workspace).toBe(team));
    }
    expect(asked()).toBe(before + 2);
    expect(harness.answering.asked.map(({ text }) => text)).toEqual(['hi', 'hi']);
  });

  test('where the app is not installed nothing is answered, and the log says why', async () => {
    const harness = await startHarness({ oauth });
    expect((await harness.event(directMessage(), from('T9'))).status).toBe(200);
    expect(await harness.settled()).toEqual([]);
    expect(harness.logged()).toContain('slack_not_installed');
  });
});

describe('an organisation', () => {
  const inOrganisation = (team: string) => from(team, { enterprise_id: 'E1', is_enterprise_install: true });

  test('installs once for its workspaces, which are told apart', async () => {
    const harness = await startHarness({ oauth });
    harness.slack.answer('auth.test', {
      body: { ok: true, bot_id: 'B', url: 'https://acme.enterprise.slack.com/' },
    });
    const response = await install(harness, organisation('E1'));
    expect(await response.text()).toContain(
      'https://acme.enterprise.slack.com/manage/organization/apps/profile/A1/workspaces/add',
    );
    await harness.event(directMessage({ ts: '1.1' }), inOrganisation('T1'));
    await harness.event(directMessage({ ts: '1.2', channel: 'D2' }), inOrganisation('T2'));
    await harness.posted(2);
    expect(harness.answering.asked.map(({ place }) => place.workspace).toSorted()).toEqual(['T1', 'T2']);
    expect(new Set(authorizations(harness, 'chat.postMessage'))).toEqual(
      new Set([`Bearer ${tokenOf('E1')}`]),
    );
    // Notifications know the workspace alone.
    expect(await harness.installations.tokenOf('T2')).toBe(tokenOf('E1'));
    expect(await harness.installations.tokenOf('T3')).toBeUndefined();
  });

  test('that uninstalls takes its workspaces with it, but for those that installed the app themselves', async () => {
    const harness = await startHarness({ oauth });
    await install(harness, organisation('E1'));
    await install(harness, granted('T3'));
    await harness.event(directMessage({ ts: '1.1' }), inOrganisation('T1'));
    await harness.event(directMessage({ ts: '1.2' }), inOrganisation('T3'));
    await harness.posted(2);
    const gone = {
      team_id: 'E1',
      enterprise_id: 'E1',
      authorizations: undefined,
      is_enterprise_install: true,
    };
    await harness.event(departure('tokens_revoked'), { ...gone, event_time: nowSeconds() + 1 });
    await harness.event(departure('app_uninstalled'), { ...gone, event_time: nowSeconds() + 1 });
    await harness.settled();
    expect(await harness.store.installations.list()).toEqual([tenant('T3')]);
    expect(await harness.store.organisations.of(tenant('T1'))).toBeUndefined();
    expect(await harness.installations.tokenOf('T3')).toBe(tokenOf('T3'));
  });

  test('that takes the app away from a workspace has that workspace forgotten', async () => {
    const harness = await startHarness({ oauth });
    await install(harness, organisation('E1'));
    for (const team of ['T1', 'T2'])
      await harness.event(directMessage({ ts: `1.${team}` }), inOrganisation(team));
    await harness.posted(2);
    await harness.event(
      { type: 'team_access_revoked', team_ids: ['T1'] },
      // As Slack records it: no workspace, and nobody authorised.
      { team_id: undefined, enterprise_id: 'E1', authorizations: undefined },
    );
    await vi.waitFor(async () =>
      expect(await harness.store.organisations.members(tenant('E1'))).toEqual([tenant('T2')]),
    );
  });
});

describe('tokens that expire', () => {
  const expiring = (seconds: number) => granted('T1', { refresh_token: 'xoxe-1-old', expires_in: seconds });
  const exchanged = {
    ok: true,
    access_token: 'xoxb-new',
    refresh_token: 'xoxe-1-new',
    token_type: 'bot',
    expires_in: 43_200,
  };
  const exchanges = (harness: Harness) =>
    harness.slack.calls('oauth.v2.access').filter((body) => body.grant_type === 'refresh_token');

  test('are exchanged in time, once for all who ask, while the old one still serves', async () => {
    const harness = await startHarness({ oauth });
    await install(harness, expiring(3_600));
    harness.slack.answer('oauth.v2.access', { body: exchanged, after: 200 });
    await Promise.all(
      ['1.1', '1.2', '1.3'].map((ts) => harness.event(directMessage({ ts, channel: `D${ts}` }), from('T1'))),
    );
    await harness.posted(3);
    expect(new Set(authorizations(harness, 'chat.postMessage'))).toEqual(
      new Set([`Bearer ${tokenOf('T1')}`]),
    );
    await vi.waitFor(async () => expect(await harness.installations.tokenOf('T1')).toBe('xoxb-new'));
    expect(exchanges(harness)).toMatchObject([{ refresh_token: 'xoxe-1-old' }]);
    expect(await harness.store.installations.get(tenant('T1'))).toContain('xoxe-1-new');
  });

  test('and have expired are exchanged before anything is sent', async () => {
    const harness = await startHarness({ oauth });
    await install(harness, expiring(10));
    harness.slack.answer('oauth.v2.access', { body: exchanged });
    await harness.event(directMessage(), from('T1'));
    await harness.posted(1);
    expect(authorizations(harness, 'chat.postMessage')).toEqual(['Bearer xoxb-new']);
  });

  test('are exchanged from the start on, also where nobody asks', async () => {
    const harness = await startHarness({ oauth });
    await install(harness, expiring(3_600));
    harness.slack.answer('oauth.v2.access', { body: exchanged });
    await harness.platform.start();
    await vi.waitFor(async () =>
      expect(await harness.store.installations.get(tenant('T1'))).toContain('xoxb-new'),
    );
  });

  test('do not bring back a workspace that uninstalls meanwhile', async () => {
    const harness = await startHarness({ oauth });
    await install(harness, expiring(3_600));
    harness.slack.answer('oauth.v2.access', { body: exchanged, after: 300 });
    await harness.installations.tokenOf('T1');
    await harness.event(departure('app_uninstalled'), { ...from('T1'), event_time: nowSeconds() + 1 });
    await harness.settled();
    expect(await harness.store.installations.list()).toEqual([]);
    expect(harness.logged()).not.toMatch(/xox/);
  });

  test('go on serving when Slack does not exchange them', async () => {
    const harness = await startHarness({ oauth });
    await install(harness, expiring(3_600));
    harness.slack.answer('oauth.v2.access', { status: 503, body: {} });
    await harness.event(directMessage(), from('T1'));
    await harness.posted(1);
    expect(await harness.installations.tokenOf('T1')).toBe(tokenOf('T1'));
    expect(harness.logged()).not.toMatch(/xox/);
  });
});

describe('uninstalling', () => {
  const settings = {
    language: 'en',
    cadence: 'instantly',
    at: '09:00',
    weekday: 1,
    timeZone: 'America/Toronto',
    weekends: 'deliver',
  } as const;

  async function furnish(harness: Harness, team: string): Promise<void> {
    await install(harness, granted(team));
    const channel = { ...tenant(team), channel: 'C1' };
    await harness.store.subscriptions.put(channel, [{ topic: 'ceta', settings }], 'UANN', new Date());
    await harness.store.references.save(channel, '{}', new Date());
    await harness.store.preferences.change(
      { ...tenant(team), kind: 'person', id: 'UANN' },
      { language: 'fr' },
      new Date(),
    );
  }

  test.each([
    ['app_uninstalled', 'tokens_revoked'],
    ['tokens_revoked', 'app_uninstalled'],
  ] as const)(
    'told by %s, then %s, and both again, leaves nothing and harms nobody else',
    async (first, second) => {
      const harness = await startHarness({ oauth });
      await furnish(harness, 'T1');
      await furnish(harness, 'T2');
      const bodies = [first, second].map((type) =>
        JSON.stringify(envelopeOf(departure(type), { ...from('T1'), event_time: nowSeconds() + 1 })),
      );
      for (const body of [...bodies, ...bodies]) expect((await harness.send(body)).status).toBe(200);
      await harness.settled();
      const channel = (team: string) => ({ ...tenant(team), channel: 'C1' });
      expect(await harness.store.installations.list()).toEqual([tenant('T2')]);
      expect(await harness.store.subscriptions.of(channel('T1'))).toEqual([]);
      expect(await harness.store.references.get(channel('T1'))).toBeUndefined();
      expect(await harness.store.preferences.of({ ...tenant('T1'), kind: 'person', id: 'UANN' })).toEqual({});
      expect(await harness.store.subscriptions.of(channel('T2'))).toHaveLength(1);
      expect(harness.logged()).not.toMatch(/"level":[56]0/);
    },
  );

  test('that is told after the app was installed again changes nothing', async () => {
    const harness = await startHarness({ oauth });
    await furnish(harness, 'T1');
    for (const type of ['app_uninstalled', 'tokens_revoked'] as const) {
      await harness.event(departure(type), { ...from('T1'), event_time: nowSeconds() - 60 });
    }
    await harness.settled();
    expect(await harness.store.installations.list()).toEqual([tenant('T1')]);
    expect(await harness.store.subscriptions.of({ ...tenant('T1'), channel: 'C1' })).toHaveLength(1);
  });

  test('is not what tokens of people tell of', async () => {
    const harness = await startHarness({ oauth });
    await furnish(harness, 'T1');
    await harness.event(
      { type: 'tokens_revoked', tokens: { oauth: ['UANN'], bot: [] } },
      { ...from('T1'), event_time: nowSeconds() + 1 },
    );
    await harness.settled();
    expect(await harness.store.installations.list()).toEqual([tenant('T1')]);
  });

  test('a revoked token suspends, and installing again lets subscriptions go on', async () => {
    const harness = await startHarness({ oauth });
    await furnish(harness, 'T1');
    const channel = { ...tenant('T1'), channel: 'C1' };
    await harness.store.channels.suspend(channel, 'not_installed', new Date());
    await harness.store.channels.suspend({ ...channel, channel: 'C2' }, 'is_archived', new Date());
    await install(harness, granted('T1'));
    expect(await harness.store.channels.state(channel)).toEqual({ state: 'active' });
    expect(await harness.store.channels.state({ ...channel, channel: 'C2' })).toMatchObject({
      state: 'suspended',
    });
  });

  test('of the single workspace forgets it and tells the operator', async () => {
    const harness = await startHarness();
    await harness.store.references.save({ ...tenant('T1'), channel: 'C1' }, '{}', new Date());
    await harness.event(departure('app_uninstalled'));
    await harness.settled();
    expect(await harness.store.references.get({ ...tenant('T1'), channel: 'C1' })).toBeUndefined();
    expect(harness.logged()).toContain('slack_uninstalled');
  });
});

test('the scopes that are asked for are those of the manifest', () => {
  expect([...botScopes]).toEqual(manifest.oauth_config.scopes.bot);
});
