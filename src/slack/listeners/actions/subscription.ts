import type { AllMiddlewareArgs, BlockAction, ButtonAction, SlackActionMiddlewareArgs } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import { readClicked } from '../../clicked.ts';
import { type Edge, tell } from '../../edge.ts';
import { publishHome } from '../../home.ts';
import { describeError } from '../../log.ts';
import { sayDirectly } from '../../open-view.ts';
import { strings } from '../../strings.ts';
import { inSubscriptionForm, openSubscriptionForm, showSubscriptionForm } from '../../subscription-form.ts';
import { type FormMetadata, readFormMetadata } from '../../views/subscription-view.ts';
import { readMetadata } from '../../views/view.ts';
import { languageOf, readVisitor, type Visitor } from '../../visitor.ts';

type Click = SlackActionMiddlewareArgs<BlockAction<ButtonAction>> & AllMiddlewareArgs;

const lineSchema = z.strictObject({
  channel: z.string().regex(/^[CDG][A-Z0-9]{1,30}$/),
  topic: z.string().min(1).max(100),
});
const topicSchema = z.string().min(1).max(100);
const viewSchema = z.object({ id: z.string().min(1), private_metadata: z.string().max(3_000) });

/** The buttons that open the form for subscriptions, and those within it. */
export function subscription(edge: Edge) {
  return async ({ ack, body, action, client, respond }: Click): Promise<void> => {
    await ack();
    const visitor = readVisitor(body);
    if (!visitor) return;
    try {
      switch (action.action_id) {
        case 'subscription:here':
          return await openHere(edge, { client, body, respond }, visitor);
        case 'subscription:new':
        case 'subscription:line':
          return await openFromHome(edge, client, body.trigger_id, visitor, action);
        default:
          return await withinForm(edge, client, body.view, visitor, action);
      }
    } catch (error) {
      edge.log.error(describeError(error), 'slack: subscription form not shown');
    }
  };
}

/** Under a message: the form for the conversation that the message stands in. */
async function openHere(
  edge: Edge,
  { client, body, respond }: Pick<Click, 'client' | 'body' | 'respond'>,
  visitor: Visitor,
) {
  const clicked = readClicked(body);
  if (!clicked) return;
  const language = await languageOf(edge, visitor);
  const place = { language, from: 'channel', channel: clicked.channel } as const;
  const outcome = await openSubscriptionForm(edge, client, body.trigger_id, visitor, place);
  if (outcome === 'too-late') await tell(edge, respond, strings.formTooLate, language);
}

async function openFromHome(
  edge: Edge,
  client: WebClient,
  trigger: string,
  visitor: Visitor,
  action: ButtonAction,
) {
  const language = await languageOf(edge, visitor);
  const place = { language, from: 'home' } as const;
  const line =
    action.action_id === 'subscription:new' ? undefined : lineSchema.parse(JSON.parse(action.value ?? ''));
  const placed = line ? { ...place, channel: line.channel } : place;
  const outcome = await openSubscriptionForm(edge, client, trigger, visitor, placed, line?.topic);
  if (outcome === 'too-late') await sayDirectly(edge, client, visitor.person, strings.formTooLate, language);
}

/** *Change* beside a line, and *Unsubscribe* in the form of one. */
async function withinForm(
  edge: Edge,
  client: WebClient,
  shown: unknown,
  visitor: Visitor,
  { action_id, value }: ButtonAction,
) {
  const view = viewSchema.parse(shown);
  const metadata = readFormMetadata(readMetadata(view.private_metadata));
  if (metadata?.channel === undefined) return;
  const place = placeOf(metadata, metadata.channel);
  if (action_id === 'subscription:edit') {
    return showSubscriptionForm(edge, client, view.id, visitor, place, topicSchema.parse(value));
  }
  await inSubscriptionForm(edge, client, view.id, visitor, place, (request) =>
    edge.subscriptions.remove(request, metadata.replaces),
  );
  if (place.from === 'home') await publishHome(edge, client, visitor.team, visitor.person);
}

function placeOf({ language, from }: FormMetadata, channel: string) {
  return { language, from, channel };
}
