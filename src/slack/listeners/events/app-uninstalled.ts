import type { AllMiddlewareArgs, SlackEventMiddlewareArgs } from '@slack/bolt';
import { readDeparted } from '../../departed.ts';
import type { Edge } from '../../edge.ts';

type Uninstalled = SlackEventMiddlewareArgs<'app_uninstalled'> & AllMiddlewareArgs;

/** The app is gone from a workspace or an organisation; `tokens_revoked` comes before or after. */
export function appUninstalled(edge: Edge) {
  return async ({ body }: Uninstalled): Promise<void> => {
    const read = readDeparted(body);
    if (!read) return edge.log.warn({ code: 'slack_unreadable_event' }, 'slack: uninstallation not readable');
    await edge.installations.uninstalled(read.departed, read.at);
  };
}
