/** `call`: the answer goes into the conversation as a new message. */
import type { InvokeResponse, TurnContext } from 'botbuilder';
import { fromWire } from '../../../cards/call.ts';
import { messageResponse } from '../../invoke-response.ts';
import { replyWithAnswer } from '../../reply-with-answer.ts';
import { strings } from '../../strings.ts';
import { isFirst, type Turn } from '../../turn.ts';

export async function onCall(
  context: TurnContext,
  turn: Turn,
  data: unknown,
): Promise<InvokeResponse | undefined> {
  const call = fromWire(data);
  if (!call) return undefined;
  // A click that Teams repeats still wants its response, but the answer stands there already.
  if (await isFirst(turn)) {
    await replyWithAnswer(context, turn, await turn.answering.call(call, turn.place));
  }
  return messageResponse(strings.answeredBelow[call.language]);
}
