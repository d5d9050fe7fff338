import type { Logger } from 'pino';
import type { SlackConfig } from '../config.ts';
import type { InstallationStores } from '../workspace.ts';
import { type Installations, singleInstallation } from './installations.ts';
import { ManyInstallations } from './many-installations.ts';

export interface InstallationsOptions {
  readonly stores: InstallationStores;
  readonly clock: () => Date;
  readonly logger: Logger;
}

/** One for everything that speaks to Slack, so that a token is exchanged once. */
export function createInstallations(
  config: SlackConfig,
  { stores, clock, logger }: InstallationsOptions,
): Installations {
  const log = logger.child({ platform: 'slack' });
  if ('botToken' in config) return singleInstallation(config.botToken, stores, clock, log);
  const { oauth, apiUrl, pages = {} } = config;
  return new ManyInstallations({ oauth, apiUrl, pages, stores, clock, log });
}
