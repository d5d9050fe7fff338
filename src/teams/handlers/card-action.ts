/** A button of a card (`Action.Execute`): the answer goes into the conversation as a new message. */
import type { InvokeResponse, TurnContext } from 'botbuilder';
import { z } from 'zod';
import { fromWire } from '../../cards/call.ts';
import { replyWithCard, replyWithMarkdown } from '../reply.ts';
import { strings } from '../strings.ts';
import { rememberAnswer, type Turn } from '../turn.ts';

const valueSchema = z.looseObject({
  action: z.looseObject({ verb: z.enum(['call', 'share', 'markdown']), data: z.unknown() }),
});

export async function onCardAction(context: TurnContext, turn: Turn): Promise<InvokeResponse> {
  const value = valueSchema.safeParse(turn.activity.value).data;
  const call = value && fromWire(value.action.data);
  if (!call) return messageResponse(strings.unreadableButton[turn.spoken]);
  const reply = await turn.answering.call(call, turn.place);
  if (value.action.verb === 'markdown') await replyWithMarkdown(context, reply.card);
  else await rememberAnswer(turn, reply, await replyWithCard(context, reply.card));
  return messageResponse(strings.answeredBelow[call.language]);
}

/**
 * The card itself stays as it is, so that its other buttons remain. The message is never empty:
 * Teams takes an empty one for a failure, says that the app cannot be reached and clicks again.
 */
export function messageResponse(text: string): InvokeResponse {
  return {
    status: 200,
    body: { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: text },
  };
}

/** The HTTP status stays 200, as Microsoft asks of every invoke that the bot has seen. */
export function errorResponse(code: string, message: string): InvokeResponse {
  return {
    status: 200,
    body: { statusCode: 500, type: 'application/vnd.microsoft.error', value: { code, message } },
  };
}
