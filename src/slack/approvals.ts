/** Shows on the card of a proposal how it stands. */
import type { WebClient } from '@slack/web-api';
import type { Card } from '../cards/card.ts';
import { toSlackMessage } from './blocks.ts';
import type { Edge } from './edge.ts';
import { describeError } from './log.ts';

/** That it cannot be shown changes nothing: the decision is kept. */
export async function redrawProposal(
  edge: Edge,
  client: WebClient,
  channel: string,
  ts: string,
  card: Card,
): Promise<void> {
  const { text, blocks } = toSlackMessage(card);
  try {
    await client.chat.update({ channel, ts, text, blocks: [...blocks] });
  } catch (error) {
    edge.log.error(describeError(error), 'slack: proposal not redrawn');
  }
}
