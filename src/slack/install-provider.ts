/** Slack's own library for installing and for exchanging tokens; what it writes and where is up to the store. */
import { type InstallationStore, InstallProvider, type InstallProviderOptions } from '@slack/oauth';
import type { Logger } from 'pino';
import type { SlackOAuth } from '../config.ts';
import { clientOptions } from './client-options.ts';
import { boltLogger } from './log.ts';

export interface ProviderOptions {
  readonly oauth: SlackOAuth;
  readonly apiUrl: string;
  readonly log: Logger;
}

export function createProvider(
  { oauth, apiUrl, log }: ProviderOptions,
  installationStore: InstallationStore,
  pages: Pick<
    InstallProviderOptions,
    'installUrlOptions' | 'renderHtmlForInstallPath' | 'stateCookieExpirationSeconds' | 'stateStore'
  > = {},
): InstallProvider {
  const { logger: _, ...options } = clientOptions(apiUrl, log);
  return new InstallProvider({
    clientId: oauth.clientId,
    clientSecret: oauth.clientSecret,
    stateSecret: oauth.stateSecret,
    authorizationUrl: new URL('../oauth/v2/authorize', apiUrl).href,
    installationStore,
    logger: boltLogger(log),
    // Codes and refresh tokens are good once.
    clientOptions: { ...options, retryConfig: { retries: 0 } },
    ...pages,
  });
}
