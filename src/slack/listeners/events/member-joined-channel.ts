import type { AllMiddlewareArgs, SlackEventMiddlewareArgs } from '@slack/bolt';
import type { Edge } from '../../edge.ts';
import { readTeam } from '../../incoming.ts';

type Joined = SlackEventMiddlewareArgs<'member_joined_channel'> & AllMiddlewareArgs;

/** The bot itself has come (back) into a channel: what was suspended there is told again. */
export function memberJoinedChannel(edge: Edge) {
  return async ({ body, client, event }: Joined): Promise<void> => {
    const workspace = readTeam(body);
    if (workspace === undefined || event.user !== (await edge.identify(client, body))) return;
    await edge.subscriptions.arrived({ platform: 'slack', workspace, channel: event.channel });
  };
}
