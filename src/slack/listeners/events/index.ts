import type { App } from '@slack/bolt';
import type { Edge } from '../../edge.ts';
import { agentSessionStopped } from './agent-session-stopped.ts';
import { appHomeOpened } from './app-home-opened.ts';
import { appMention } from './app-mention.ts';
import { appUninstalled } from './app-uninstalled.ts';
import { directMessage } from './direct-message.ts';
import { linkShared } from './link-shared.ts';
import { memberJoinedChannel } from './member-joined-channel.ts';
import { teamAccessRevoked } from './team-access-revoked.ts';
import { threadMessage } from './thread-message.ts';
import { tokensRevoked } from './tokens-revoked.ts';

/** The manifest's bot events that have a listener here; a test holds the manifest against them. */
export const handledEvents = [
  'agent_session_stopped',
  'app_home_opened',
  'app_mention',
  'app_uninstalled',
  'link_shared',
  'member_joined_channel',
  'message.channels',
  'message.groups',
  'message.im',
  'message.mpim',
  'team_access_revoked',
  'tokens_revoked',
] as const;

export function register(app: App, edge: Edge): void {
  app.event('agent_session_stopped', agentSessionStopped(edge));
  app.event('app_home_opened', appHomeOpened(edge));
  app.event('app_mention', appMention(edge));
  app.event('app_uninstalled', appUninstalled(edge));
  app.event('link_shared', linkShared(edge));
  app.event('member_joined_channel', memberJoinedChannel(edge));
  app.event('message', directMessage(edge));
  app.event('message', threadMessage(edge));
  app.event('team_access_revoked', teamAccessRevoked(edge));
  app.event('tokens_revoked', tokensRevoked(edge));
}
