/** Lines that are no questions: decisions on proposals, who may subscribe, subscriptions. */
import type { TurnContext } from 'botbuilder';
import { mentionedPeople } from '../activity.ts';
import { cardMessage, replyWithCard } from '../reply.ts';
import { subscriptionForm } from '../subscription-card.ts';
import { channelOf, formRequest, personOf, type Turn } from '../turn.ts';
import { decide } from './actions/approval.ts';

/** @returns whether the text was such a line, and is answered */
export async function onLine(context: TurnContext, turn: Turn, text: string): Promise<boolean> {
  const decision = turn.approvals.read(text);
  if (decision) {
    await context.sendActivity(await decide(context, turn, decision));
    return true;
  }
  const formLanguage = turn.subscriptions.wantsForm(text);
  if (formLanguage) {
    const opened = await turn.subscriptions.openForm(formRequest(turn, formLanguage));
    if (opened.type === 'refused') await replyWithCard(context, opened.card);
    else {
      const { card, footer } = subscriptionForm(opened.form, formLanguage);
      await context.sendActivity({ type: 'message', ...cardMessage(card, footer) });
    }
    return true;
  }
  const card = (await whoMaySubscribe(turn, text)) ?? (await subscribe(turn, text));
  if (card) await replyWithCard(context, card);
  return card !== undefined;
}

function whoMaySubscribe(turn: Turn, text: string) {
  const { workspace } = channelOf(turn);
  return turn.subscribers.handle({
    tenant: { platform: 'teams', workspace },
    person: personOf(turn),
    text,
    people: mentionedPeople(turn.activity),
    language: turn.spoken,
    isAdministrator: async () => turn.experts.isAdministrator(personOf(turn)),
  });
}

function subscribe(turn: Turn, text: string) {
  const { language: _spoken, ...request } = formRequest(turn, turn.spoken);
  return turn.subscriptions.handle({ ...request, text });
}
