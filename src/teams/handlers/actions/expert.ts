/** `expert-take`, `expert-answer`, `expert-close`: what the experts do with a question. */
import type { InvokeResponse, TurnContext } from 'botbuilder';
import { z } from 'zod';
import { answerCard, longestAnswer, requestCard } from '../../expert-card.ts';
import { expertStrings as strings } from '../../expert-strings.ts';
import { causeOf } from '../../failure.ts';
import { messageResponse } from '../../invoke-response.ts';
import { cardMessage } from '../../reply.ts';
import type { ExpertRequest } from '../../services.ts';
import { channelOf, nameOf, personOf, type Turn } from '../../turn.ts';

type OnExpert = (context: TurnContext, turn: Turn, data: unknown) => Promise<InvokeResponse | undefined>;

const dataSchema = z.object({
  v: z.literal(1),
  id: z.uuid(),
  /** The field of the card comes along with every button. */
  answer: z.string().max(longestAnswer).optional(),
});

export const onExpertTake: OnExpert = async (context, turn, data) => {
  const found = await readRequest(turn, data);
  if (!found) return undefined;
  const { request } = found;
  const taken = await turn.experts.take(request, request.id, personOf(turn));
  if (!taken) return messageResponse(strings.moved[request.language]);
  await redraw(context, turn, taken);
  return messageResponse(strings.done[request.language]);
};

export const onExpertAnswer: OnExpert = async (context, turn, data) => {
  const found = await readRequest(turn, data);
  if (!found) return undefined;
  const { request, answer } = found;
  const { language } = request;
  if (answer === '') return messageResponse(strings.noAnswer[language]);
  const answered = await turn.experts.answer(request, request.id, { expert: personOf(turn), answer });
  if (!answered) return messageResponse(strings.moved[language]);
  const isDelivered = await tellAsker(turn, answered, answer);
  await redraw(context, turn, answered);
  return messageResponse(strings[isDelivered ? 'delivered' : 'undelivered'][language]);
};

export const onExpertClose: OnExpert = async (context, turn, data) => {
  const found = await readRequest(turn, data);
  if (!found) return undefined;
  const { language } = found.request;
  const closed = await turn.experts.close(found.request, found.request.id, personOf(turn));
  if (!closed) return messageResponse(strings.moved[language]);
  const hasAnswer = closed.before === 'answered';
  const isTold = hasAnswer || (await tellAsker(turn, closed.request, undefined));
  await redraw(context, turn, closed.request);
  return messageResponse(strings[isTold ? 'done' : 'undelivered'][language]);
};

/** Only where the card stands: whoever is not in the experts' channel may not act on its questions. */
async function readRequest(
  turn: Turn,
  data: unknown,
): Promise<{ readonly request: ExpertRequest; readonly answer: string } | undefined> {
  const parsed = dataSchema.safeParse(data).data;
  if (!parsed) return undefined;
  const { channel, workspace } = channelOf(turn);
  const request = await turn.experts.of({ platform: 'teams', workspace }, parsed.id);
  if (request?.expertChannel !== channel) return undefined;
  return { request, answer: parsed.answer?.trim() ?? '' };
}

/** @param answer `undefined`: there will be none */
async function tellAsker(turn: Turn, request: ExpertRequest, answer: string | undefined): Promise<boolean> {
  const { channel, thread, language, workspace } = request;
  const { card, footer } = answerCard(request, nameOf(turn) ?? strings.somebody[language], answer);
  try {
    await turn.speaker.post({ platform: 'teams', workspace, channel }, thread, cardMessage(card, footer));
    return true;
  } catch (error) {
    turn.logger.error(
      { code: 'teams_asker_not_reached', cause: causeOf(error) },
      'an answer was not delivered',
    );
    return false;
  }
}

/** Shows on the card how the question stands now; that it cannot be shown changes nothing. */
async function redraw(context: TurnContext, turn: Turn, request: ExpertRequest): Promise<void> {
  const id = turn.activity.replyToId ?? request.cardId;
  if (id === undefined) return;
  try {
    const { card, footer } = requestCard(request, nameOf(turn) ?? strings.somebody[request.language]);
    await context.updateActivity({ type: 'message', id, ...cardMessage(card, footer) });
  } catch (error) {
    turn.logger.warn({ code: 'teams_card_not_changed', cause: causeOf(error) }, 'a card stays as it was');
  }
}
