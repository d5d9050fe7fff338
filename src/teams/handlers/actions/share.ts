/** `share`: the answer of a thread becomes a post of its own in the channel. */
import type { InvokeResponse, TurnContext } from 'botbuilder';
import { fromWire } from '../../../cards/call.ts';
import { expertStrings, withName } from '../../expert-strings.ts';
import { messageResponse } from '../../invoke-response.ts';
import { postAnswer } from '../../reply-with-answer.ts';
import { strings } from '../../strings.ts';
import { isFirst, nameOf, type Turn, typeOf } from '../../turn.ts';
import { onCall } from './call.ts';

export async function onShare(
  context: TurnContext,
  turn: Turn,
  data: unknown,
): Promise<InvokeResponse | undefined> {
  // Cards of an earlier version asked for it everywhere; elsewhere everyone sees the answer already.
  if (typeOf(turn) !== 'channel') return onCall(context, turn, data);
  const call = fromWire(data);
  if (!call) return undefined;
  const { language } = call;
  if (await isFirst(turn)) {
    const text = withName(strings.sharedBy[language], nameOf(turn) ?? expertStrings.somebody[language]);
    await postAnswer(turn, await turn.answering.call(call), text);
  }
  return messageResponse(strings.shared[language]);
}
