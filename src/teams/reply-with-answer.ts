/** Sends a reply of the conversation with what Teams adds to it: a way to say whether it helped. */
import { ActivityTypes, type TurnContext } from 'botbuilder';
import type { Reply } from '../conversation/types.ts';
import type { CardItem } from './adaptive-card-types.ts';
import { feedbackActions, withThumbs } from './feedback.ts';
import { cardMessage } from './reply.ts';
import type { Turn } from './turn.ts';

/**
 * @param text a sentence before the card
 * @returns the id of the message, where Teams gives one
 */
export async function replyWithAnswer(
  context: TurnContext,
  _turn: Turn,
  reply: Reply,
  text?: string,
): Promise<string | undefined> {
  const response = await context.sendActivity({
    type: ActivityTypes.Message,
    ...cardMessage(reply.card, footer(reply)),
    ...(isRated(reply) && { channelData: withThumbs }),
    ...(text && { text }),
  });
  return response?.id;
}

function footer(reply: Reply): CardItem[] {
  return isRated(reply) ? [{ type: 'ActionSet', actions: feedbackActions(reply.language) }] : [];
}

/** Only an answer can help: a greeting and an "I don't know" are not rated. */
function isRated({ outcome }: Reply): boolean {
  return outcome === 'answer';
}
