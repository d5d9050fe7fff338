/** Hands each activity to its handler; botbuilder's own dispatch ends here. */
import { ActivityTypes, type TurnContext } from 'botbuilder';
import type { Answering } from '../answering.ts';
import type { TeamsActivity } from './activity.ts';
import { type ConversationRecord, toConversationRecord } from './conversation-record.ts';
import { causeOf } from './failure.ts';
import { onDeparture } from './handlers/departure.ts';
import { onInstallation } from './handlers/installation.ts';
import { onInvoke } from './handlers/invoke.ts';
import { onMessage } from './handlers/message.ts';
import { errorResponse } from './invoke-response.ts';
import { isConnectorError, resultOf } from './send-result.ts';
import { strings } from './strings.ts';
import { channelOf, isFirst, type Turn, type TurnServices, toTurn } from './turn.ts';

export interface BotOptions extends TurnServices {
  readonly answering: Answering;
  readonly saveReference?: (record: ConversationRecord) => Promise<void>;
}

/** @param activity the checked form of `context.activity` */
export type Bot = (context: TurnContext, activity: TeamsActivity) => Promise<void>;

export function createBot(options: BotOptions): Bot {
  return async (context, activity) => {
    await remember(options, activity);
    const turn = toTurn(activity, options.answering, options);
    try {
      await handle(context, turn);
    } catch (error) {
      if (!isConnectorError(error)) throw error;
      await onUnsent(options, turn, error);
      if (activity.type !== 'invoke') return;
      const value = errorResponse('message-not-sent', strings.failed[turn.spoken]);
      await context.sendActivity({ type: ActivityTypes.InvokeResponse, value });
    }
  };
}

async function handle(context: TurnContext, turn: Turn): Promise<void> {
  switch (turn.activity.type) {
    case 'message':
      if (await isFirst(turn)) await onMessage(context, turn);
      return;
    case 'conversationUpdate':
    case 'installationUpdate':
      if (!(await isFirst(turn))) return;
      await onDeparture(turn);
      await onInstallation(context, turn);
      return;
    case 'invoke':
      await context.sendActivity({
        type: ActivityTypes.InvokeResponse,
        value: await onInvoke(context, turn),
      });
      return;
  }
}

/**
 * Teams did not take what was said. To say so there would fail too, or stand under an answer that did
 * arrive; what the table says of the conversation is kept.
 */
async function onUnsent({ logger, channels }: BotOptions, turn: Turn, error: unknown): Promise<void> {
  const { type, reason, status } = resultOf(error);
  // What could be sent again was, or must not be for it may stand there: here it ends.
  const outcome = type === 'retry' || type === 'unknown' ? 'given_up' : type;
  logger.error({ code: 'teams_message_not_sent', outcome, reason, status }, 'Teams did not take a message');
  if (type === 'suspend') await channels.suspend(channelOf(turn), reason);
  if (type === 'forget') await channels.forget(channelOf(turn));
}

/** On every activity, for the service address changes; an answer does not wait for a broken disk. */
async function remember({ logger, saveReference }: BotOptions, activity: TeamsActivity): Promise<void> {
  try {
    await saveReference?.(toConversationRecord(activity));
  } catch (error) {
    logger.error({ code: 'teams_reference_not_saved', cause: causeOf(error) }, 'conversation not remembered');
  }
}
