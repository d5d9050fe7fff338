/** A button of a card (`Action.Execute`): its verb names the handler; verbs are stable, labels are not. */
import type { InvokeResponse, TurnContext } from 'botbuilder';
import { z } from 'zod';
import type { Verb } from '../adaptive-card-types.ts';
import { messageResponse } from '../invoke-response.ts';
import { strings } from '../strings.ts';
import type { Turn } from '../turn.ts';
import { onApprove, onRefuse } from './actions/approval.ts';
import { onAskPerson, onAskPersonSend } from './actions/ask-person.ts';
import { onCall } from './actions/call.ts';
import { onExpertAnswer, onExpertClose, onExpertTake } from './actions/expert.ts';
import { onFeedbackButton } from './actions/feedback.ts';
import { onMarkdown } from './actions/markdown.ts';
import { onShare } from './actions/share.ts';
import { onSubscribeOpen, onSubscribeRemove, onSubscribeSave } from './actions/subscription.ts';

/** @param data what the button carried, which anybody may have forged; `undefined` for what it cannot be */
type OnAction = (context: TurnContext, turn: Turn, data: unknown) => Promise<InvokeResponse | undefined>;

const handlers: Readonly<Record<Verb, OnAction>> = {
  call: onCall,
  share: onShare,
  markdown: onMarkdown,
  feedback: onFeedbackButton,
  'ask-person': onAskPerson,
  'ask-person-send': onAskPersonSend,
  'expert-take': onExpertTake,
  'expert-answer': onExpertAnswer,
  'expert-close': onExpertClose,
  'approval-approve': onApprove,
  'approval-refuse': onRefuse,
  'subscribe-open': onSubscribeOpen,
  'subscribe-save': onSubscribeSave,
  'subscribe-remove': onSubscribeRemove,
};

const valueSchema = z.looseObject({
  action: z.looseObject({ verb: z.string().max(100), data: z.unknown() }),
});

export async function onCardAction(context: TurnContext, turn: Turn): Promise<InvokeResponse> {
  const action = valueSchema.safeParse(turn.activity.value).data?.action;
  const response = action && isVerb(action.verb) && (await handlers[action.verb](context, turn, action.data));
  return response || messageResponse(strings.unreadableButton[turn.spoken]);
}

function isVerb(verb: string): verb is Verb {
  return Object.hasOwn(handlers, verb);
}
