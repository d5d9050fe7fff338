/** How a workspace installs the app: a page, Slack's own page, and the way back with a code for tokens. */
import { createHash } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import {
  ClearStateStore,
  ErrorCode,
  type Installation,
  type InstallationStore,
  InvalidStateError,
  type StateStore,
} from '@slack/oauth';
import type { Express, Request, Response } from 'express';
import type { OperatorPages } from '../config.ts';
import type { InstallationStores } from '../workspace.ts';
import {
  type InstallProblem,
  installedPage,
  installHeaders,
  installPage,
  notInstalledPage,
} from './install-page.ts';
import { createProvider, type ProviderOptions } from './install-provider.ts';
import { describeError } from './log.ts';
import { botScopes } from './scopes.ts';

export const installPath = '/slack/install';
/** The redirect URL in Slack's settings. */
export const redirectPath = '/slack/oauth_redirect';
/** Time to read Slack's page and agree. */
const stateSeconds = 10 * 60;

export interface InstallOptions extends ProviderOptions {
  readonly installed: (installation: Installation) => Promise<void>;
  readonly pages: OperatorPages;
  readonly stores: Pick<InstallationStores, 'events'>;
  readonly clock: () => Date;
}

export function mountInstall(app: Express, options: InstallOptions): void {
  const { installed, pages, log } = options;
  const store: InstallationStore = {
    storeInstallation: installed,
    fetchInstallation: () => Promise.reject(new Error('installing fetches nothing')),
  };
  const provider = createProvider(options, store, {
    stateStore: singleUse(options),
    stateCookieExpirationSeconds: stateSeconds,
    installUrlOptions: { scopes: [...botScopes] },
    renderHtmlForInstallPath: (address) => installPage(address, pages),
  });

  app.get(installPath, async (request: Request, response: Response) => {
    response.set(installHeaders);
    try {
      await provider.handleInstallPath(request, response);
    } catch (error) {
      log.error(describeError(error), 'slack: install page not shown');
      answer(response, 500, notInstalledPage('failed', installPath));
    }
  });

  app.get(redirectPath, async (request: Request, response: Response) => {
    response.set(installHeaders);
    await provider.handleCallback(request, response, {
      success: (installation, _options, _request, back) => {
        log.info({ code: 'slack_installed' }, 'slack: the app was installed');
        answer(back, 200, installedPage(addressOf(installation), pages));
      },
      failure: ({ code }, _options, _request, back) => {
        const problem = problems[code] ?? 'failed';
        log.warn({ code, problem }, 'slack: the app was not installed');
        answer(back, problem === 'failed' ? 500 : 400, notInstalledPage(problem, installPath));
      },
    });
  });
}

const problems: Readonly<Record<string, InstallProblem>> = {
  [ErrorCode.AuthorizationError]: 'cancelled',
  [ErrorCode.MissingStateError]: 'outdated',
  [ErrorCode.InvalidStateError]: 'outdated',
  [ErrorCode.MissingCodeError]: 'outdated',
};

function answer(response: ServerResponse, status: number, page: string): void {
  if (response.headersSent) return;
  response.writeHead(status).end(page);
}

/** The library signs the state, binds it to the browser by a cookie and lets it expire; here it is good once. */
function singleUse({ oauth, stores, clock }: InstallOptions): StateStore {
  const signed = new ClearStateStore(oauth.stateSecret, stateSeconds);
  return {
    generateStateParam: (installOptions, now) => signed.generateStateParam(installOptions, now),
    async verifyStateParam(now, state) {
      const installOptions = await signed.verifyStateParam(now, state);
      const digest = createHash('sha256').update(state).digest('base64url');
      if (await stores.events.firstSeen(`slack:state:${digest}`, clock())) return installOptions;
      throw new InvalidStateError('the state was used before');
    },
  };
}

/** An organisation chooses next which of its workspaces get the app. */
function addressOf({ isEnterpriseInstall, enterpriseUrl, appId, team }: Installation): string {
  if (isEnterpriseInstall && enterpriseUrl && appId && /^https:\/\/[\w.-]+\/$/.test(enterpriseUrl)) {
    return `${enterpriseUrl}manage/organization/apps/profile/${encodeURIComponent(appId)}/workspaces/add`;
  }
  return `https://app.slack.com/client/${encodeURIComponent(team?.id ?? '')}`;
}
