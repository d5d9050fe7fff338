/** Hands each activity to its handler; botbuilder's own dispatch ends here. */
import { ActivityTypes, type TurnContext } from 'botbuilder';
import type { Logger } from 'pino';
import type { Answering } from '../answering.ts';
import type { AnswerLog } from '../notifications/corrections.ts';
import type { SubscriptionDesk } from '../notifications/subscription-desk.ts';
import type { TeamsActivity } from './activity.ts';
import { type ConversationRecord, toConversationRecord } from './conversation-record.ts';
import { causeOf } from './failure.ts';
import { messageResponse } from './handlers/card-action.ts';
import { onInstallation } from './handlers/installation.ts';
import { onInvoke } from './handlers/invoke.ts';
import { onMessage } from './handlers/message.ts';
import { strings } from './strings.ts';
import { type Turn, toTurn } from './turn.ts';

export interface BotOptions {
  readonly answering: Answering;
  readonly subscriptions: SubscriptionDesk;
  readonly answerLog: AnswerLog;
  readonly logger: Logger;
  readonly saveReference?: (record: ConversationRecord) => Promise<void>;
}

/** @param activity the checked form of `context.activity` */
export type Bot = (context: TurnContext, activity: TeamsActivity) => Promise<void>;

export function createBot(options: BotOptions): Bot {
  return async (context, activity) => {
    await remember(options, activity);
    const turn = toTurn(activity, options.answering, options);
    const again = !(await isFirst(turn));
    switch (activity.type) {
      case 'message':
        if (!again) await onMessage(context, turn);
        return;
      case 'conversationUpdate':
      case 'installationUpdate':
        if (!again) await onInstallation(context, turn);
        return;
      case 'invoke':
        // A click that Teams repeats still wants its response, but the answer stands there already.
        await context.sendActivity({
          type: ActivityTypes.InvokeResponse,
          value: again ? messageResponse(strings.answeredBelow[turn.spoken]) : await onInvoke(context, turn),
        });
        return;
    }
  };
}

/** Teams repeats an activity that was not answered in time. */
async function isFirst({ activity, answering }: Turn): Promise<boolean> {
  if (activity.id === undefined) return true;
  return answering.firstSeen(`teams:activity:${activity.conversation.id}:${activity.id}`);
}

/** On every activity, for the service address changes; an answer does not wait for a broken disk. */
async function remember({ logger, saveReference }: BotOptions, activity: TeamsActivity): Promise<void> {
  try {
    await saveReference?.(toConversationRecord(activity));
  } catch (error) {
    logger.error({ code: 'teams_reference_not_saved', cause: causeOf(error) }, 'conversation not remembered');
  }
}
