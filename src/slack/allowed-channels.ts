/** Administrators may name the channels where the bot answers; what only one person sees is always allowed. */
import type { Edge } from './edge.ts';

export async function mayAnswerIn(edge: Edge, team: string, channel: string): Promise<boolean> {
  if (channel.startsWith('D')) return true;
  const { allowedChannels } = await edge.workspace.settings.of({ platform: 'slack', workspace: team });
  return allowedChannels === undefined || allowedChannels.includes(channel);
}
