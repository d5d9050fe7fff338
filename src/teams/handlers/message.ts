/** A message: a question, a mention without words, or a button of a client without Action.Execute. */
import type { TurnContext } from 'botbuilder';
import { fromWire } from '../../cards/call.ts';
import type { Reply } from '../../conversation/types.ts';
import { isFromBot } from '../activity.ts';
import { replyWithAnswer } from '../reply-with-answer.ts';
import { strings } from '../strings.ts';
import type { Turn } from '../turn.ts';
import { readUtterance } from '../utterance.ts';
import { onExpertsLine } from './experts-line.ts';
import { onLine } from './lines.ts';

export async function onMessage(context: TurnContext, turn: Turn): Promise<void> {
  const { activity } = turn;
  if (isFromBot(activity)) return;
  const { text, about } = readUtterance(activity);
  const said = await onExpertsLine(turn, text);
  if (said !== undefined) {
    await context.sendActivity(said);
    return;
  }
  if (await onLine(context, turn, text)) return;
  if (text === '' && hasData(activity.value)) {
    await onSubmit(context, turn);
    return;
  }
  await replyWithAnswer(context, turn, await answerTo(turn, text, about));
}

async function answerTo(turn: Turn, text: string, about: string | undefined): Promise<Reply> {
  const { answering, language, place, spoken } = turn;
  if (text === '') return answering.call({ intent: 'help', args: {}, language: spoken }, place);
  const reply = await answering.ask({ place, text, ...(language && { language }), ...(about && { about }) });
  // "Hi" is written in every language: the client tells in which to greet. « Bonjour » is French anywhere.
  return reply.intent === 'greeting' && reply.language === 'en' && language === 'fr'
    ? answering.call({ intent: 'greeting', args: {}, language }, place)
    : reply;
}

async function onSubmit(context: TurnContext, turn: Turn): Promise<void> {
  const call = fromWire(turn.activity.value);
  if (!call) {
    await context.sendActivity(strings.unreadableButton[turn.spoken]);
    return;
  }
  const reply = await turn.answering.call(call, turn.place);
  await replyWithAnswer(context, turn, reply);
}

/** `Action.Submit` sends its data as the value of a message without text. */
function hasData(value: unknown): boolean {
  return value !== undefined && value !== null;
}
