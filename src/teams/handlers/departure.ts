/** The bot is taken out of a chat or team, or a channel or team is deleted or comes back. */
import type { Turn } from '../turn.ts';
import { channelOf, reachedTogether } from '../turn.ts';

/** Into the bin, and out of it for good. */
const teamIsGone: ReadonlySet<string> = new Set(['teamDeleted', 'teamHardDeleted']);

export async function onDeparture(turn: Turn): Promise<void> {
  const { activity, channels } = turn;
  const channel = channelOf(turn);
  if (hasLeft(turn)) {
    for (const left of await reachedTogether(turn)) await channels.suspend(left, 'app_removed');
    return;
  }
  const { eventType = '' } = activity.channelData ?? {};
  if (teamIsGone.has(eventType)) {
    for (const gone of await reachedTogether(turn)) await channels.suspend(gone, 'team_deleted');
  }
  if (eventType === 'teamRestored') {
    for (const back of await reachedTogether(turn)) await channels.resume(back);
  }
  const named = activity.channelData?.channel?.id;
  // A channel that was renamed keeps its id: nothing changes.
  if (eventType === 'channelDeleted' && named) {
    await channels.suspend({ ...channel, channel: named }, 'channel_deleted');
  }
  if (eventType === 'channelRestored' && named) {
    await channels.resume({ ...channel, channel: named });
  }
}

function hasLeft({ activity }: Turn): boolean {
  if (activity.type === 'installationUpdate') return activity.action?.startsWith('remove') ?? false;
  return activity.membersRemoved?.some((member) => member.id === activity.recipient.id) ?? false;
}
