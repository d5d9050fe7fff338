/** Teams' own thumbs (`message/submitAction`), with the comment its dialog asks for. */
import type { InvokeResponse } from 'botbuilder';
import { readThumb } from '../feedback.ts';
import { channelOf, personOf, type Turn } from '../turn.ts';

/** 200 and `{}` whatever came: Teams shows anything else as an error, and botbuilder would say 501. */
export async function onSubmitFeedback(turn: Turn): Promise<InvokeResponse> {
  const thumb = readThumb(turn.activity.value);
  const messageId = turn.activity.replyToId;
  if (thumb && messageId !== undefined) {
    await turn.feedback.save({ ...channelOf(turn), messageId, person: personOf(turn), ...thumb });
  }
  return { status: 200, body: {} };
}
