/** Where the app is installed, and the token that speaks there. */
import type { AuthorizeResult, InstallationQuery } from '@slack/oauth';
import type { Express } from 'express';
import type { Logger } from 'pino';
import type { InstallationStores } from '../workspace.ts';

/** What was uninstalled: one workspace, or an organisation with all of its workspaces. */
export type Departed =
  | { readonly kind: 'workspace'; readonly id: string }
  | { readonly kind: 'organisation'; readonly id: string };

export interface Installations {
  /** The token for what Slack sent. Rejects where the app is not installed. */
  authorize(source: InstallationQuery<boolean>): Promise<AuthorizeResult>;
  /** The bot's token in a workspace; undefined where the app is not installed. */
  tokenOf(workspace: string): Promise<string | undefined>;
  /** Its token is worth nothing any more: nothing is sent there until it is installed again. */
  revoked(departed: Departed, at: Date): Promise<void>;
  /** The app is gone from there: everything about it is forgotten. */
  uninstalled(departed: Departed, at: Date): Promise<void>;
  /** An organisation took the app away from some of its workspaces. */
  left(workspaces: readonly string[]): Promise<void>;
  /** Adds the pages for installing, where there are any. */
  mount(app: Express): void;
  start(): void;
  stop(): Promise<void>;
}

/** One workspace, with the token of the configuration. */
export function singleInstallation(
  botToken: string,
  stores: Pick<InstallationStores, 'forgetWorkspace'>,
  clock: () => Date,
  log: Logger,
): Installations {
  return {
    authorize: async () => ({ botToken }),
    tokenOf: async () => botToken,
    async revoked() {
      log.error(
        { code: 'slack_token_revoked' },
        'slack: the bot token was revoked; set SLACK_BOT_TOKEN anew',
      );
    },
    async uninstalled({ kind, id }) {
      if (kind === 'workspace') await stores.forgetWorkspace({ platform: 'slack', workspace: id }, clock());
      log.error({ code: 'slack_uninstalled' }, 'slack: the app was uninstalled; set SLACK_BOT_TOKEN anew');
    },
    async left() {},
    mount() {},
    start() {},
    async stop() {},
  };
}
