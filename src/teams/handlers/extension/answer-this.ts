/** The message action "Answer this": the answer to somebody's message in a dialog, to insert or not. */
import type { InvokeResponse } from 'botbuilder';
import { z } from 'zod';
import { fromWire } from '../../../cards/call.ts';
import { dialogResponse, resultResponse, sentenceResponse } from '../../extension.ts';
import { strings } from '../../strings.ts';
import { askAside, type Turn } from '../../turn.ts';
import { readMessageText } from '../../utterance.ts';

const messageSchema = z.looseObject({
  messagePayload: z.looseObject({ body: z.looseObject({ content: z.string() }) }),
});

export async function onAnswerThis(turn: Turn): Promise<InvokeResponse> {
  const { activity, spoken } = turn;
  const content = messageSchema.safeParse(activity.value).data?.messagePayload.body.content ?? '';
  const text = readMessageText(content);
  if (text === '') {
    const value = strings.nothingToAnswer[spoken];
    return { status: 200, body: { task: { type: 'message', value } } };
  }
  return dialogResponse(await askAside(turn, text));
}

const submitSchema = z.looseObject({ data: z.unknown() });

/** "Insert" in the dialog. */
export async function onInsert({ activity, answering, spoken }: Turn): Promise<InvokeResponse> {
  const call = fromWire(submitSchema.safeParse(activity.value).data?.data);
  const reply = call && (await answering.call(call));
  return reply?.outcome === 'answer'
    ? resultResponse([reply])
    : sentenceResponse(strings.unreadableButton[spoken]);
}
