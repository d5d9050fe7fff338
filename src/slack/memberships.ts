/** Which channels a person is in, as far as the bot may know: private ones only where it is itself. */
import type { WebClient } from '@slack/web-api';
import type { Edge } from './edge.ts';
import { describeError } from './log.ts';

const pageSize = 999;
/** A person in more channels than this sees a part of them. */
const mostPages = 5;

/** What cannot be found out is no membership. */
export async function channelsOf(
  edge: Pick<Edge, 'log'>,
  client: WebClient,
  team: string,
  person: string,
): Promise<ReadonlySet<string>> {
  const channels = new Set<string>();
  try {
    let cursor: string | undefined;
    for (let page = 0; page < mostPages; page += 1) {
      const answer = await client.users.conversations({
        user: person,
        // Asked for by Slack where the app is installed in a whole organisation.
        team_id: team,
        types: 'public_channel,private_channel',
        exclude_archived: false,
        limit: pageSize,
        ...(cursor !== undefined && { cursor }),
      });
      for (const { id } of answer.channels ?? []) if (id !== undefined) channels.add(id);
      cursor = answer.response_metadata?.next_cursor || undefined;
      if (cursor === undefined) break;
    }
  } catch (error) {
    edge.log.error(describeError(error), 'slack: could not find out which channels a person is in');
  }
  return channels;
}
