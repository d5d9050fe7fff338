/** A message: a question, a mention without words, or a button of a client without Action.Execute. */
import type { TurnContext } from 'botbuilder';
import { fromWire } from '../../cards/call.ts';
import type { Card } from '../../cards/card.ts';
import { isFromBot } from '../activity.ts';
import { replyWithCard } from '../reply.ts';
import { strings } from '../strings.ts';
import { channelOf, rememberAnswer, type Turn } from '../turn.ts';
import { readUtterance } from '../utterance.ts';

export async function onMessage(context: TurnContext, turn: Turn): Promise<void> {
  const { activity, answering, language, place } = turn;
  if (isFromBot(activity)) return;
  const { text, about } = readUtterance(activity);
  const subscribed = await onSubscriptionLine(turn, text);
  if (subscribed) {
    await replyWithCard(context, subscribed);
    return;
  }
  if (text === '' && hasData(activity.value)) {
    await onSubmit(context, turn);
    return;
  }
  const reply =
    text === ''
      ? await answering.call({ intent: 'help', args: {}, language: turn.spoken }, place)
      : await answering.ask({ place, text, ...(language && { language }), ...(about && { about }) });
  await rememberAnswer(turn, reply, await replyWithCard(context, reply.card));
}

/** @returns undefined where the text is something else */
async function onSubscriptionLine(turn: Turn, text: string): Promise<Card | undefined> {
  const { from, conversation } = turn.activity;
  return turn.subscriptions.handle({
    channel: channelOf(turn),
    person: from?.aadObjectId ?? from?.id ?? '',
    text,
    // Who owns a team is known only with permissions of Microsoft Graph, which the bot does not have.
    isManager: async () => (conversation.conversationType ?? 'personal') === 'personal',
    // Who writes to the bot has it there.
    canPost: async () => true,
  });
}

async function onSubmit(context: TurnContext, turn: Turn): Promise<void> {
  const call = fromWire(turn.activity.value);
  if (!call) {
    await context.sendActivity(strings.unreadableButton[turn.spoken]);
    return;
  }
  const reply = await turn.answering.call(call, turn.place);
  await rememberAnswer(turn, reply, await replyWithCard(context, reply.card));
}

/** `Action.Submit` sends its data as the value of a message without text. */
function hasData(value: unknown): boolean {
  return value !== undefined && value !== null;
}
