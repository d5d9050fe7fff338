/** Subscription lines in Slack: whose channel it is, and who manages it. */
import type { KnownBlock } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import type { Card } from '../cards/card.ts';
import { formStrings } from '../notifications/subscription-form-strings.ts';
import type { Edge } from './edge.ts';
import { describeError, missingScope } from './log.ts';

export interface Asked {
  readonly team: string;
  readonly channel: string;
  readonly person: string;
  readonly text: string;
  /** Whether the bot is known to be there: in a direct message, or where it was mentioned. */
  readonly isThere: boolean;
  readonly isDirect: boolean;
}

/** @returns undefined where the text is no subscription line */
export function subscriptionCard(edge: Edge, client: WebClient, asked: Asked): Promise<Card | undefined> {
  const { team, channel, person, text } = asked;
  const place = { platform: 'slack', workspace: team, channel } as const;
  return edge.subscriptions.handle({ channel: place, person, text, ...managementOf(edge, client, asked) });
}

/** Under the answer to a line that names no topic: a message cannot open the form by itself. */
export function formButton(edge: Edge, text: string): KnownBlock[] {
  const language = edge.subscriptions.wantsForm(text);
  if (!language) return [];
  const label = { type: 'plain_text' as const, text: formStrings.title[language], emoji: false };
  return [{ type: 'actions', elements: [{ type: 'button', action_id: 'subscription:here', text: label }] }];
}

/** What decides whether a person may subscribe a channel, and whether the bot can write there. */
export function managementOf(
  edge: Edge,
  client: WebClient,
  { channel, person, isThere, isDirect }: Pick<Asked, 'channel' | 'person' | 'isThere' | 'isDirect'>,
) {
  return {
    aliases: [],
    // A direct message has nobody else.
    isManager: async () => isDirect || (await isManager(edge, client, channel, person)),
    canPost: async () => isThere || (await isMember(edge, client, channel)),
  };
}

/** A private channel the bot is not in does not exist for it; any other failure is no reason for alarm. */
async function isMember(edge: Edge, client: WebClient, channel: string): Promise<boolean> {
  try {
    const about = await client.conversations.info({ channel });
    return about.channel?.is_member !== false;
  } catch (error) {
    const problem = describeError(error);
    if (problem.cause === 'channel_not_found') return false;
    if (missingScope(error) !== undefined) throw error;
    edge.log.error(problem, 'slack: could not find out whether the bot is in a channel');
    return true;
  }
}

/** Who made the channel, and who administers the workspace: Slack tells no app about channel managers. */
async function isManager(edge: Edge, client: WebClient, channel: string, person: string): Promise<boolean> {
  try {
    const [about, who] = await Promise.all([
      client.conversations.info({ channel }),
      client.users.info({ user: person }),
    ]);
    const { is_admin: isAdmin, is_owner: isOwner } = who.user ?? {};
    return about.channel?.creator === person || isAdmin === true || isOwner === true;
  } catch (error) {
    // Nobody should be told that they may not, when it is the app that may not ask.
    if (missingScope(error) !== undefined) throw error;
    edge.log.error(describeError(error), 'slack: could not find out who manages a channel');
    return false;
  }
}
