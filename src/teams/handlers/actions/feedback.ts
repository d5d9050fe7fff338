/** `feedback`: our own two buttons under an answer. */
import type { InvokeResponse, TurnContext } from 'botbuilder';
import { readFeedbackButton } from '../../feedback.ts';
import { messageResponse } from '../../invoke-response.ts';
import { strings } from '../../strings.ts';
import { channelOf, personOf, type Turn } from '../../turn.ts';

export async function onFeedbackButton(
  _context: TurnContext,
  turn: Turn,
  data: unknown,
): Promise<InvokeResponse | undefined> {
  const button = readFeedbackButton(data);
  const messageId = turn.activity.replyToId;
  if (!button || messageId === undefined) return undefined;
  await turn.feedback.save({
    ...channelOf(turn),
    messageId,
    person: personOf(turn),
    rating: button.rating,
  });
  return messageResponse(strings.feedbackThanks[button.language]);
}
