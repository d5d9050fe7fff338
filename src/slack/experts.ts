/** Takes a question to the experts' channel and their answer back to the person who asked. */
import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import type { Language } from '../knowledge/language.ts';
import type { ExpertRequest } from '../workspace.ts';
import type { Edge } from './edge.ts';
import { expertMessage, longestQuestion, undeliveredMessage } from './expert-card.ts';
import type { SlackMessage } from './limits.ts';
import { describeError } from './log.ts';
import { post, type Target } from './send.ts';

const askSchema = z.strictObject({
  v: z.literal(1),
  language: z.enum(['en', 'fr']),
  question: z.string().min(1).max(longestQuestion),
});

/** Reads the value of the button that asks a person, which anybody may have forged. */
export function readAskPerson(value: unknown): { language: Language; question: string } | undefined {
  try {
    const parsed = askSchema.safeParse(JSON.parse(String(value)));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}

/** Puts the card into the experts' channel. Throws when Slack does not take it. */
export async function placeCard(edge: Edge, client: WebClient, request: ExpertRequest): Promise<void> {
  const cardId = await post(client, { channel: request.expertChannel }, expertMessage(request), edge.log);
  await edge.workspace.experts.placed(request, cardId, edge.clock());
}

/** Shows on the card how the question stands now; that it cannot be shown changes nothing. */
export async function redrawCard(edge: Edge, client: WebClient, request: ExpertRequest): Promise<void> {
  if (request.cardId === undefined) return;
  const { text, blocks } = expertMessage(request);
  try {
    await client.chat.update({
      channel: request.expertChannel,
      ts: request.cardId,
      text,
      blocks: [...blocks],
    });
  } catch (error) {
    edge.log.error(describeError(error), 'slack: expert card not redrawn');
  }
}

/**
 * Tells the person who asked: in the thread of the question, or directly where the bot may no longer
 * write there. Where neither works, the experts read it under their card.
 */
export async function tellAsker(
  edge: Edge,
  client: WebClient,
  request: ExpertRequest,
  message: SlackMessage,
): Promise<void> {
  const { channel, thread, asker, expertChannel, cardId } = request;
  const targets: Target[] = [{ channel, thread }, { channel: asker }];
  for (const target of targets) {
    try {
      await post(client, target, message, edge.log);
      return;
    } catch (error) {
      edge.log.error(describeError(error), 'slack: the person who asked was not reached');
    }
  }
  try {
    await post(client, { channel: expertChannel, thread: cardId }, undeliveredMessage(request), edge.log);
  } catch (error) {
    edge.log.error(describeError(error), 'slack: experts not told');
  }
}
