/** What is loaded only where the configuration wants it: the platforms, and what sends to them. */
import type { Logger } from 'pino';
import { type Config, deliveryPlatforms } from './config.ts';
import type { Sender } from './notifications/sender.ts';
import type { Installations } from './slack/installations.ts';
import type { Store } from './store/store.ts';
import type { Channel } from './store/tenant.ts';

/**
 * When wanted only: a platform's packages are a quarter of a second and 50 MB. First of all, because a thread
 * reads the content meanwhile.
 */
export async function loadPlatforms({ platforms }: Config) {
  const [slack, teams] = await Promise.all([
    platforms.includes('slack') ? import('./slack/slack.ts') : undefined,
    platforms.includes('teams') ? import('./teams/teams.ts') : undefined,
  ]);
  return { slack, teams };
}

/** Where Slack's app is installed; absent where Slack is not set up. */
export async function createSlackInstallations(
  { slack }: Config,
  store: Store,
  logger: Logger,
  clock: () => Date,
): Promise<Installations | undefined> {
  if (!slack) return undefined;
  const { createInstallations } = await import('./slack/create-installations.ts');
  return createInstallations(slack, { stores: store, clock, logger });
}

/** Loaded when wanted only, as the platforms are. */
export async function createSenders(
  config: Config,
  store: Store,
  logger: Logger,
  installations: Installations | undefined,
): Promise<Sender[]> {
  const senders: Sender[] = [];
  const { slack, teams } = config;
  const served = new Set(deliveryPlatforms(config));
  if (slack && installations) {
    const { createSlackSender } = await import('./slack/sender.ts');
    const token = (workspace: string) => installations.tokenOf(workspace);
    senders.push(createSlackSender({ token, apiUrl: slack.apiUrl, logger }));
  }
  if (served.has('teams')) {
    const { createTeamsSender } = await import('./teams/sender.ts');
    const reference = (channel: Channel) => store.references.get(channel);
    senders.push(createTeamsSender({ config: teams, reference, logger }));
  }
  if (served.has('workflows')) {
    const { createWebhookSender } = await import('./teams/webhook-sender.ts');
    senders.push(createWebhookSender({ address: store.webhooks.address }));
  }
  return senders;
}
