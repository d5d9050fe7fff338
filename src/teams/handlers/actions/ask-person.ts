/** `ask-person` and `ask-person-send`: a question goes to the experts' channel of the organisation. */
import type { InvokeResponse, TurnContext } from 'botbuilder';
import { z } from 'zod';
import { confirmCard, longestQuestion, requestCard, sentCard } from '../../expert-card.ts';
import { expertStrings as strings } from '../../expert-strings.ts';
import { causeOf } from '../../failure.ts';
import { messageResponse } from '../../invoke-response.ts';
import { cardMessage } from '../../reply.ts';
import { strings as common } from '../../strings.ts';
import { channelOf, isFirst, nameOf, personOf, type Turn, threadOf } from '../../turn.ts';

const askSchema = z.object({
  v: z.literal(1),
  language: z.enum(['en', 'fr']),
  question: z.string().max(longestQuestion),
});

export async function onAskPerson(
  context: TurnContext,
  turn: Turn,
  data: unknown,
): Promise<InvokeResponse | undefined> {
  const asked = askSchema.safeParse(data).data;
  if (!asked) return undefined;
  const { card, footer } = confirmCard(asked.question, asked.language);
  if (await isFirst(turn)) await context.sendActivity({ type: 'message', ...cardMessage(card, footer) });
  return messageResponse(common.answeredBelow[asked.language]);
}

export async function onAskPersonSend(
  context: TurnContext,
  turn: Turn,
  data: unknown,
): Promise<InvokeResponse | undefined> {
  const asked = askSchema.safeParse(data).data;
  if (!asked) return undefined;
  const { language } = asked;
  const question = asked.question.trim();
  if (question === '') return messageResponse(strings.noWords[language]);
  const { workspace } = channelOf(turn);
  const expertChannel = await turn.experts.channelOf({ platform: 'teams', workspace });
  if (expertChannel === undefined) return messageResponse(strings.noExperts[language]);
  if (!(await isFirst(turn))) return messageResponse(strings.sent[language]);
  if (!(await place(turn, { language, question, expertChannel }))) {
    return messageResponse(strings.notReached[language]);
  }
  await showSent(context, turn, question, language);
  return messageResponse(strings.sent[language]);
}

/** @returns whether the question stands before the experts; where it does not, nothing of it is kept open */
async function place(
  turn: Turn,
  asked: { readonly language: 'en' | 'fr'; readonly question: string; readonly expertChannel: string },
): Promise<boolean> {
  const { experts, logger, speaker } = turn;
  const thread = threadOf(turn);
  const asker = personOf(turn);
  const request = await experts.open({ ...channelOf(turn), ...asked, asker, ...(thread && { thread }) });
  try {
    const { card, footer } = requestCard(request, nameOf(turn) ?? strings.somebody[asked.language]);
    const channel = { ...channelOf(turn), channel: asked.expertChannel };
    await experts.placed(request, await speaker.post(channel, undefined, cardMessage(card, footer)));
    return true;
  } catch (error) {
    logger.error({ code: 'teams_experts_not_reached', cause: causeOf(error) }, 'a question was not placed');
    await experts.close(request, request.id, asker);
    return false;
  }
}

/** The question is with the experts already: that its form cannot be changed is no failure. */
async function showSent(context: TurnContext, turn: Turn, question: string, language: 'en' | 'fr') {
  const id = turn.activity.replyToId;
  if (id === undefined) return;
  try {
    const { card, footer } = sentCard(question, language);
    await context.updateActivity({ type: 'message', id, ...cardMessage(card, footer) });
  } catch (error) {
    turn.logger.warn({ code: 'teams_card_not_changed', cause: causeOf(error) }, 'a card stays as it was');
  }
}
