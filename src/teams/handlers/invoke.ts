/** A request that waits for its response: card buttons, feedback, and what this bot does not offer. */
import type { InvokeResponse, TurnContext } from 'botbuilder';
import { messageResponse } from '../invoke-response.ts';
import { strings } from '../strings.ts';
import type { Turn } from '../turn.ts';
import { onCardAction } from './card-action.ts';
import { onAnswerThis, onInsert } from './extension/answer-this.ts';
import { onLink } from './extension/link.ts';
import { onQuery } from './extension/query.ts';
import { onSubmitFeedback } from './submit-feedback.ts';

export async function onInvoke(context: TurnContext, turn: Turn): Promise<InvokeResponse> {
  const { name = '' } = turn.activity;
  if (name === 'adaptiveCard/action') return onCardAction(context, turn);
  if (name === 'message/submitAction') return onSubmitFeedback(turn);
  if (name === 'composeExtension/query') return onQuery(turn);
  if (name === 'composeExtension/fetchTask') return onAnswerThis(turn);
  if (name === 'composeExtension/submitAction') return onInsert(turn);
  if (name === 'composeExtension/queryLink') return onLink(turn);
  // A dialog that closes with a sentence.
  if (name.startsWith('task/')) {
    return { status: 200, body: { task: { type: 'message', value: say(turn) } } };
  }
  // A message extension that shows a sentence instead of results.
  if (name.startsWith('composeExtension/')) {
    return { status: 200, body: { composeExtension: { type: 'message', text: say(turn) } } };
  }
  return messageResponse(say(turn));
}

function say(turn: Turn): string {
  return strings.unknownRequest[turn.spoken];
}
