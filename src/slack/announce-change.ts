/** Tells a channel who changed what it is told, where nobody else saw it: with a slash command or a form. */
import type { WebClient } from '@slack/web-api';
import { shorten } from '../cards/shorten.ts';
import { subscriptionVerbs } from '../intents/commands.ts';
import type { Language } from '../knowledge/language.ts';
import { beginsChange } from '../notifications/subscription-line.ts';
import { clean, escapeText } from './clean.ts';
import type { Edge } from './edge.ts';
import { describeError } from './log.ts';
import { post } from './send.ts';
import { strings } from './strings.ts';

export interface Changing {
  readonly team: string;
  readonly channel: string;
  readonly person: string;
  readonly language: Language;
}

/** A channel with more lines than this has a list of its own to look at. */
const longestLines = 1_000;

/**
 * Does what may change the subscriptions of a channel, and says so there if it did. A direct message has
 * nobody else. That it cannot be said costs nobody the change.
 */
export async function announcingChange<T>(
  edge: Edge,
  client: WebClient,
  changing: Changing,
  change: () => Promise<T>,
): Promise<T> {
  const { channel, person, language } = changing;
  if (channel.startsWith('D') || !/^[UW][A-Z0-9]{1,30}$/.test(person)) return change();
  const before = await linesOf(edge, changing);
  const result = await change();
  const after = await linesOf(edge, changing);
  if (before === undefined || after === undefined || before === after) return result;
  const words = after === '' ? strings.channelUnsubscribed : strings.channelSubscribed;
  const lines = escapeText(clean(shorten(after, longestLines)));
  const text = words[language].replace('{person}', `<@${person}>`).replace('{lines}', () => lines);
  try {
    await post(client, { channel }, { text, blocks: [] }, edge.log);
  } catch (error) {
    edge.log.warn(describeError(error), 'slack: change of subscriptions not announced');
  }
  return result;
}

/** Whether a line changes subscriptions, copied from a list with its bullet or not. */
export function mayChange(text: string): boolean {
  return beginsChange(text, subscriptionVerbs);
}

/** @returns undefined where they cannot be read */
async function linesOf(edge: Edge, { team, channel, language }: Changing): Promise<string | undefined> {
  try {
    const lines = await edge.subscriptions.inWorkspace({ platform: 'slack', workspace: team }, language);
    return lines
      .filter((line) => line.channel === channel)
      .map(({ text }) => text)
      .join('; ');
  } catch (error) {
    edge.log.error(describeError(error), 'slack: subscriptions not read');
    return undefined;
  }
}
