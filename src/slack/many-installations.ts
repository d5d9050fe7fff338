/** Many workspaces and organisations, each with the sealed token that its installation gave. */
import type {
  AuthorizeResult,
  Installation,
  InstallationQuery,
  InstallationStore,
  InstallProvider,
} from '@slack/oauth';
import type { Express } from 'express';
import type { Logger } from 'pino';
import type { OperatorPages, SlackOAuth } from '../config.ts';
import type { InstallationStores } from '../workspace.ts';
import { InFlight } from './in-flight.ts';
import { mountInstall } from './install.ts';
import { createProvider } from './install-provider.ts';
import {
  idOf,
  type KeptInstallation,
  readInstallation,
  toInstallation,
  writeInstallation,
} from './installation.ts';
import type { Departed, Installations } from './installations.ts';
import { describeError } from './log.ts';

/** Tokens live twelve hours (docs.slack.dev/authentication/using-token-rotation); the library exchanges them two hours before. */
const exchangedBefore = 2 * 60 * 60_000;
/** A token with less left is waited for: what is sent with it could come too late. */
const leastLeft = 60_000;
const lookEvery = 15 * 60_000;

/** Why channels were suspended that can be reached again once the app is installed. */
const healedByInstalling = [
  'not_installed',
  'token_revoked',
  'token_expired',
  'account_inactive',
  'invalid_auth',
  'not_authed',
];

export interface ManyInstallationsOptions {
  readonly oauth: SlackOAuth;
  readonly apiUrl: string;
  readonly pages: OperatorPages;
  readonly stores: InstallationStores;
  readonly clock: () => Date;
  readonly log: Logger;
}

const slack = (workspace: string) => ({ platform: 'slack', workspace }) as const;

export class ManyInstallations implements Installations {
  readonly #options: ManyInstallationsOptions;
  readonly #exchanger: InstallProvider;
  readonly #exchanges = new Map<string, Promise<void>>();
  readonly #inFlight = new InFlight();
  #looking: NodeJS.Timeout | undefined;

  constructor(options: ManyInstallationsOptions) {
    this.#options = options;
    const store: InstallationStore = {
      fetchInstallation: async (query) => {
        const found = await this.#find(query);
        if (!found) throw new Error('not installed');
        return toInstallation(found) as never;
      },
      // One that was uninstalled while its token was exchanged must not come back.
      storeInstallation: async (installation) => {
        const { stores, clock } = options;
        await stores.installations.renew(slack(idOf(installation)), writeInstallation(installation), clock());
      },
    };
    this.#exchanger = createProvider(options, store);
  }

  async authorize(source: InstallationQuery<boolean>): Promise<AuthorizeResult> {
    const found = await this.#usable(source);
    if (!found) throw Object.assign(new Error('not installed'), { code: 'slack_not_installed' });
    const { bot, enterprise } = found;
    const enterpriseId = enterprise?.id ?? source.enterpriseId;
    return {
      botToken: bot.token,
      botId: bot.id,
      botUserId: bot.userId,
      ...(source.teamId !== undefined && { teamId: source.teamId }),
      ...(enterpriseId !== undefined && { enterpriseId }),
    };
  }

  async tokenOf(workspace: string): Promise<string | undefined> {
    const found = await this.#usable({
      teamId: workspace,
      enterpriseId: undefined,
      isEnterpriseInstall: false,
    });
    return found?.bot.token;
  }

  mount(app: Express): void {
    mountInstall(app, { ...this.#options, installed: (installation) => this.#installed(installation) });
  }

  async revoked({ id }: Departed, at: Date): Promise<void> {
    if (await this.#isNewer(id, at)) return;
    await this.#options.stores.installations.remove(slack(id));
  }

  async uninstalled(departed: Departed, at: Date): Promise<void> {
    const { stores, clock } = this.#options;
    if (await this.#isNewer(departed.id, at)) return;
    const tenant = slack(departed.id);
    const members = departed.kind === 'organisation' ? await stores.organisations.members(tenant) : [];
    for (const one of [...members, tenant]) {
      // A workspace that installed the app for itself keeps it.
      if (one !== tenant && (await stores.installations.installedAt(one))) continue;
      await stores.forgetWorkspace(one, clock());
    }
  }

  async left(workspaces: readonly string[]): Promise<void> {
    const { stores, clock } = this.#options;
    for (const tenant of workspaces.map(slack)) {
      if (await stores.installations.installedAt(tenant)) continue;
      await stores.forgetWorkspace(tenant, clock());
    }
  }

  /** Exchanges tokens in time also where nobody asks anything. */
  start(): void {
    const look = () => {
      this.#inFlight.track(this.#exchangeAll()).catch((error: unknown) => {
        this.#options.log.error(describeError(error), 'slack: tokens not exchanged');
      });
    };
    look();
    this.#looking = setInterval(look, lookEvery);
    this.#looking.unref();
  }

  async stop(): Promise<void> {
    clearInterval(this.#looking);
    await this.#inFlight.drained();
  }

  /** Somebody installed the app: what was suspended for want of it goes on. */
  async #installed(installation: Installation): Promise<void> {
    const { stores, clock } = this.#options;
    const tenant = slack(idOf(installation));
    await stores.installations.save(tenant, writeInstallation(installation), clock());
    const members = installation.isEnterpriseInstall ? await stores.organisations.members(tenant) : [];
    for (const one of [tenant, ...members]) {
      await stores.channels.resumeAll(one, healedByInstalling, clock());
    }
  }

  /** An event about an earlier installation, delivered late. */
  async #isNewer(id: string, at: Date): Promise<boolean> {
    const installedAt = await this.#options.stores.installations.installedAt(slack(id));
    const isNewer = installedAt !== undefined && installedAt > at;
    if (isNewer) this.#options.log.info({ code: 'slack_departure_outdated' }, 'slack: installed again since');
    return isNewer;
  }

  /** With a token that is good for a while. Nobody waits for the exchange of one that still is. */
  async #usable(source: InstallationQuery<boolean>): Promise<KeptInstallation | undefined> {
    const found = await this.#find(source);
    const left = found && this.#left(found);
    if (left === undefined || left > exchangedBefore) return found;
    const exchanged = this.#inFlight.track(this.#exchange(found!));
    if (left > leastLeft) return found;
    await exchanged;
    return this.#find(source);
  }

  /** Milliseconds until its token expires; undefined where it does not. */
  #left({ bot }: KeptInstallation): number | undefined {
    if (bot.refreshToken === undefined || bot.expiresAt === undefined) return undefined;
    return bot.expiresAt * 1_000 - this.#options.clock().getTime();
  }

  async #find(source: InstallationQuery<boolean>): Promise<KeptInstallation | undefined> {
    const { teamId, isEnterpriseInstall } = source;
    const own = isEnterpriseInstall || !teamId ? undefined : await this.#read(teamId);
    if (own) return own;
    const organisation = source.enterpriseId || (teamId ? await this.#organisationOf(teamId) : undefined);
    if (!organisation) return undefined;
    const shared = await this.#read(organisation);
    if (shared && teamId) await this.#join(teamId, organisation);
    return shared;
  }

  async #read(id: string): Promise<KeptInstallation | undefined> {
    const json = await this.#options.stores.installations.get(slack(id));
    return json === undefined ? undefined : readInstallation(json);
  }

  #organisationOf(workspace: string): Promise<string | undefined> {
    return this.#options.stores.organisations.of(slack(workspace));
  }

  async #join(workspace: string, organisation: string): Promise<void> {
    // An event says it again and again: mostly it is known.
    if (workspace === organisation || (await this.#organisationOf(workspace)) === organisation) return;
    await this.#options.stores.organisations.join(slack(workspace), organisation);
  }

  /** A refresh token is good once: what asks for the same exchange meanwhile waits for it. Never rejects. */
  #exchange(kept: KeptInstallation): Promise<void> {
    const id = idOf(kept);
    const going = this.#exchanges.get(id);
    if (going) return going;
    const { isEnterpriseInstall } = kept;
    const query = isEnterpriseInstall
      ? { teamId: undefined, enterpriseId: id, isEnterpriseInstall: true as const }
      : { teamId: id, enterpriseId: undefined, isEnterpriseInstall: false as const };
    const exchange = this.#exchanger
      .authorize(query)
      .then(
        () => {},
        (error: unknown) => this.#options.log.error(describeError(error), 'slack: token not exchanged'),
      )
      .finally(() => this.#exchanges.delete(id));
    this.#exchanges.set(id, exchange);
    return exchange;
  }

  async #exchangeAll(): Promise<void> {
    for (const { platform, workspace } of await this.#options.stores.installations.list()) {
      if (platform !== 'slack') continue;
      try {
        const kept = await this.#read(workspace);
        const left = kept && this.#left(kept);
        if (kept && left !== undefined && left <= exchangedBefore) await this.#exchange(kept);
      } catch (error) {
        this.#options.log.error(describeError(error), 'slack: an installation could not be read');
      }
    }
  }
}
