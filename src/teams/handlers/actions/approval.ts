/** `approval-approve`, `approval-refuse`: a decision on a proposal, in the channel for it alone. */
import { type InvokeResponse, TurnContext } from 'botbuilder';
import { z } from 'zod';
import type { Decided, Decision, ReadDecision } from '../../../notifications/approval-desk.ts';
import { causeOf } from '../../failure.ts';
import { messageResponse } from '../../invoke-response.ts';
import { cardMessage } from '../../reply.ts';
import { channelOf, personOf, type Turn } from '../../turn.ts';

type OnDecision = (context: TurnContext, turn: Turn, data: unknown) => Promise<InvokeResponse | undefined>;

const dataSchema = z.object({ v: z.literal(1), id: z.uuid(), language: z.enum(['en', 'fr']) });

export const onApprove: OnDecision = (context, turn, data) => onDecision(context, turn, data, 'approve');
export const onRefuse: OnDecision = (context, turn, data) => onDecision(context, turn, data, 'refuse');

async function onDecision(context: TurnContext, turn: Turn, data: unknown, decision: Decision) {
  const read = dataSchema.safeParse(data).data;
  if (!read) return undefined;
  const said = await decide(context, turn, { ...read, decision });
  return messageResponse(said);
}

/** By a button or by words; the card in the channel shows how the proposal stands. */
export async function decide(
  context: TurnContext,
  turn: Turn,
  { id, decision, language }: ReadDecision,
): Promise<string> {
  const asked = { id, decision, language, channel: channelOf(turn), person: personOf(turn) };
  const { said, announced } = await turn.approvals.decide(asked);
  if (announced) await redraw(context, turn, announced);
  return said;
}

/** The card is no part of the thread of a typed decision. That it cannot be shown changes nothing. */
async function redraw(
  context: TurnContext,
  turn: Turn,
  { card, messageId }: NonNullable<Decided['announced']>,
): Promise<void> {
  try {
    const reference = TurnContext.getConversationReference(context.activity);
    const conversation = { ...context.activity.conversation, id: channelOf(turn).channel };
    const activity = { type: 'message', id: messageId, ...cardMessage(card) };
    const addressed = TurnContext.applyConversationReference(activity, { ...reference, conversation });
    await context.adapter.updateActivity(context, { ...addressed, id: messageId });
  } catch (error) {
    turn.logger.warn({ code: 'teams_card_not_changed', cause: causeOf(error) }, 'a card stays as it was');
  }
}
