import type { App } from '@slack/bolt';
import type { Edge } from '../../edge.ts';
import { agentSessionStopped } from './agent-session-stopped.ts';
import { appHomeOpened } from './app-home-opened.ts';
import { appMention } from './app-mention.ts';
import { directMessage } from './direct-message.ts';
import { linkShared } from './link-shared.ts';
import { threadMessage } from './thread-message.ts';

/** The manifest's bot events that have a listener here; a test holds the manifest against them. */
export const handledEvents = [
  'agent_session_stopped',
  'app_home_opened',
  'app_mention',
  'link_shared',
  'message.channels',
  'message.groups',
  'message.im',
] as const;

export function register(app: App, edge: Edge): void {
  app.event('agent_session_stopped', agentSessionStopped(edge));
  app.event('app_home_opened', appHomeOpened(edge));
  app.event('app_mention', appMention(edge));
  app.event('link_shared', linkShared(edge));
  app.event('message', directMessage(edge));
  app.event('message', threadMessage(edge));
}
