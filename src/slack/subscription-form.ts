/** Opens the form for subscriptions, and carries out what was stated in it. */
import type { WebClient } from '@slack/web-api';
import type { Card } from '../cards/card.ts';
import { messageCard } from '../cards/message-card.ts';
import type { Language } from '../knowledge/language.ts';
import type { FormRequest, FormResult } from '../notifications/subscription-desk.ts';
import { formStrings } from '../notifications/subscription-form-strings.ts';
import { announcingChange } from './announce-change.ts';
import type { Edge } from './edge.ts';
import { homeStrings } from './home-strings.ts';
import { channelsOf } from './memberships.ts';
import { fillView, openView } from './open-view.ts';
import { managementOf } from './subscriptions.ts';
import { cardView, loadingView } from './views/answer-view.ts';
import { type FormPlace, subscriptionView } from './views/subscription-view.ts';
import type { Visitor } from './visitor.ts';

export type PlacedForm = FormPlace & { readonly channel: string };

/**
 * For a person who subscribes a channel, one they are in or one they choose.
 *
 * @returns `too-late` when Slack no longer let it open: the person sees nothing then
 */
export async function openSubscriptionForm(
  edge: Edge,
  client: WebClient,
  trigger: string,
  visitor: Visitor,
  place: FormPlace,
  about?: string,
): Promise<'opened' | 'too-late'> {
  const viewId = await openView(edge, client, trigger, loadingView(place.language));
  if (viewId === undefined) return 'too-late';
  await showSubscriptionForm(edge, client, viewId, visitor, place, about);
  return 'opened';
}

/** In a modal that is open; never throws. @param about a topic of the line that is to be changed */
export async function showSubscriptionForm(
  edge: Edge,
  client: WebClient,
  viewId: string,
  visitor: Visitor,
  place: FormPlace,
  about?: string,
): Promise<void> {
  const { channel, language } = place;
  await fillView(edge, client, viewId, language, async () => {
    // Whoever may not subscribe the channel is told so once it is chosen.
    if (channel === undefined) return subscriptionView(edge.subscriptions.newForm(language), place);
    const placed = { ...place, channel };
    const outside = await outsider(edge, client, visitor, placed);
    if (outside) return cardView(outside);
    const opened = await edge.subscriptions.openForm(requestOf(edge, client, visitor, placed), about);
    return opened.type === 'form' ? subscriptionView(opened.form, place) : cardView(opened.card);
  });
}

/** Carries it out, and shows in the modal what came of it. Never throws. */
export async function inSubscriptionForm(
  edge: Edge,
  client: WebClient,
  viewId: string,
  visitor: Visitor,
  place: PlacedForm,
  work: (request: FormRequest) => Promise<FormResult>,
): Promise<void> {
  await fillView(edge, client, viewId, place.language, async () => {
    const outside = await outsider(edge, client, visitor, place);
    if (outside) return cardView(outside);
    const { card } = await announcingChange(edge, client, { ...visitor, ...place }, () =>
      work(requestOf(edge, client, visitor, place)),
    );
    return cardView(card);
  });
}

/** From the Home tab any channel may be named: only those the person is in are theirs to subscribe. */
async function outsider(
  edge: Edge,
  client: WebClient,
  { team, person }: Visitor,
  { from, channel, language }: PlacedForm,
): Promise<Card | undefined> {
  if (from === 'channel') return undefined;
  const isInside = channel.startsWith('D')
    ? await isTheirs(edge, team, person, channel)
    : (await channelsOf(edge, client, team, person)).has(channel);
  return isInside ? undefined : sentenceCard(homeStrings.notInChannel[language], language);
}

/** In a direct message nobody else can have subscribed. */
async function isTheirs(edge: Edge, team: string, person: string, channel: string): Promise<boolean> {
  const lines = await edge.subscriptions.inWorkspace({ platform: 'slack', workspace: team }, 'en');
  return lines.some((line) => line.channel === channel && line.createdBy === person);
}

function requestOf(
  edge: Edge,
  client: WebClient,
  { team, person }: Visitor,
  { channel, language }: PlacedForm,
): FormRequest {
  const isDirect = channel.startsWith('D');
  const management = managementOf(edge, client, { channel, person, isThere: isDirect, isDirect });
  return { channel: { platform: 'slack', workspace: team, channel }, person, language, ...management };
}

function sentenceCard(text: string, language: Language): Card {
  return messageCard(language, formStrings.title[language], text);
}
