/** Sends a reply of the conversation with what Teams adds to it: a way to say whether it helped. */
import { ActivityTypes, type TurnContext } from 'botbuilder';
import type { Reply } from '../conversation/types.ts';
import type { AdaptiveCardAction, CardItem } from './adaptive-card-types.ts';
import { askPersonAction } from './expert-card.ts';
import { feedbackActions, withThumbs } from './feedback.ts';
import { inert } from './markdown.ts';
import { cardMessage } from './reply.ts';
import { shareActions } from './share.ts';
import { suggestions } from './suggestions.ts';
import { channelOf, rememberAnswer, type Turn, threadOf, typeOf } from './turn.ts';

/** @param text a sentence before the card */
export async function replyWithAnswer(
  context: TurnContext,
  turn: Turn,
  reply: Reply,
  text?: string,
): Promise<void> {
  const suggestedActions = suggestions(turn, reply);
  const response = await context.sendActivity({
    type: ActivityTypes.Message,
    ...cardMessage(reply.card, await footer(turn, reply, shareActions(reply, typeOf(turn)))),
    ...(isRated(reply) && { channelData: withThumbs }),
    ...(suggestedActions && { suggestedActions }),
    ...(text && { text }),
  });
  await rememberAnswer(turn, reply, { messageId: response?.id, thread: threadOf(turn) });
}

/** Posts a reply to the channel of the turn, outside its thread. @param text a sentence before the card */
export async function postAnswer(turn: Turn, reply: Reply, text: string): Promise<void> {
  const channel = channelOf(turn);
  const message = {
    ...cardMessage(reply.card, await footer(turn, reply, [])),
    ...(isRated(reply) && { channelData: withThumbs }),
    text: inert(text),
  };
  const messageId = await turn.speaker.post(channel, undefined, message);
  await rememberAnswer(turn, reply, { messageId, thread: undefined });
}

async function footer(turn: Turn, reply: Reply, share: readonly AdaptiveCardAction[]): Promise<CardItem[]> {
  const actions = [
    ...(isRated(reply) ? feedbackActions(reply.language) : []),
    ...(await askPerson(turn, reply)),
    ...share,
  ];
  return actions.length === 0 ? [] : [{ type: 'ActionSet', actions }];
}

/** Only an answer can help: a greeting and an "I don't know" are not rated. */
function isRated({ outcome }: Reply): boolean {
  return outcome === 'answer';
}

/** Only where there are experts to ask, and something to ask them. */
async function askPerson(turn: Turn, { outcome, card, language, turn: { question } }: Reply) {
  if (outcome === 'social') return [];
  const { workspace } = channelOf(turn);
  if ((await turn.experts.channelOf({ platform: 'teams', workspace })) === undefined) return [];
  const title = card.elements.find((element) => element.type === 'title');
  return askPersonAction(question.trim() || (title?.type === 'title' ? title.text : ''), language);
}
