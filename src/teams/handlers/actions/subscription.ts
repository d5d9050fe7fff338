/** `subscribe-open`, `subscribe-save`, `subscribe-remove`: the form for subscriptions. */
import type { InvokeResponse, TurnContext } from 'botbuilder';
import { z } from 'zod';
import type { Card } from '../../../cards/card.ts';
import { toText } from '../../../cards/text.ts';
import type { Language } from '../../../knowledge/language.ts';
import type { CardItem } from '../../adaptive-card-types.ts';
import { causeOf } from '../../failure.ts';
import { messageResponse } from '../../invoke-response.ts';
import { cardMessage } from '../../reply.ts';
import { strings } from '../../strings.ts';
import { errorText, readSubscriptionForm, subscriptionForm } from '../../subscription-card.ts';
import { formRequest, type Turn } from '../../turn.ts';

type OnForm = (context: TurnContext, turn: Turn, data: unknown) => Promise<InvokeResponse | undefined>;

const openSchema = z.object({
  v: z.literal(1),
  language: z.enum(['en', 'fr']),
  topic: z.string().min(1).max(100),
});

/** *Change* beside a line: the form shows that line. */
export const onSubscribeOpen: OnForm = async (context, turn, data) => {
  const read = openSchema.safeParse(data).data;
  if (!read) return undefined;
  const { language, topic } = read;
  const opened = await turn.subscriptions.openForm(formRequest(turn, language), topic);
  if (opened.type === 'refused') return messageResponse(toText(opened.card));
  const { card, footer } = subscriptionForm(opened.form, language);
  await replace(context, turn, card, footer);
  return messageResponse(strings.formShown[language]);
};

/** The form becomes what was kept; what is wrong is said, and the form stays as it was filled in. */
export const onSubscribeSave: OnForm = async (context, turn, data) => {
  const form = readSubscriptionForm(data);
  if (!form) return undefined;
  const { language, replaces, stated } = form;
  const read = turn.subscriptions.readForm(stated, language);
  if (read.type === 'misunderstood') return messageResponse(errorText(read.errors, language));
  const request = formRequest(turn, language);
  return show(
    context,
    turn,
    language,
    await turn.subscriptions.saveForm(request, read.subscription, replaces),
  );
};

export const onSubscribeRemove: OnForm = async (context, turn, data) => {
  const form = readSubscriptionForm(data);
  if (!form) return undefined;
  const { language, replaces } = form;
  return show(
    context,
    turn,
    language,
    await turn.subscriptions.remove(formRequest(turn, language), replaces),
  );
};

/** To whoever may not, the refusal alone: the form stands there for others too. */
async function show(
  context: TurnContext,
  turn: Turn,
  language: Language,
  result: { readonly done: boolean; readonly card: Card },
): Promise<InvokeResponse> {
  if (!result.done) return messageResponse(toText(result.card));
  await replace(context, turn, result.card, []);
  return messageResponse(result.card.summary || strings.formShown[language]);
}

/** What was carried out is kept: that the form stays as it was is no failure. */
async function replace(context: TurnContext, turn: Turn, card: Card, footer: readonly CardItem[]) {
  const id = turn.activity.replyToId;
  if (id === undefined) return;
  try {
    await context.updateActivity({ type: 'message', id, ...cardMessage(card, footer) });
  } catch (error) {
    turn.logger.warn({ code: 'teams_card_not_changed', cause: causeOf(error) }, 'a card stays as it was');
  }
}
