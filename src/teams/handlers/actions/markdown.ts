/** `markdown`: the answer as the text of a Markdown file. */
import type { InvokeResponse, TurnContext } from 'botbuilder';
import { fromWire } from '../../../cards/call.ts';
import { messageResponse } from '../../invoke-response.ts';
import { replyWithMarkdown } from '../../reply.ts';
import { strings } from '../../strings.ts';
import { isFirst, type Turn } from '../../turn.ts';

export async function onMarkdown(
  context: TurnContext,
  turn: Turn,
  data: unknown,
): Promise<InvokeResponse | undefined> {
  const call = fromWire(data);
  if (!call) return undefined;
  if (await isFirst(turn)) {
    const reply = await turn.answering.call(call, turn.place);
    await replyWithMarkdown(context, reply.card);
  }
  return messageResponse(strings.answeredBelow[call.language]);
}
