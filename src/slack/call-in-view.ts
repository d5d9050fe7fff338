/** A button in a modal is answered in that modal; one on the Home tab in a modal of its own. */
import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import type { IntentCall } from '../cards/card.ts';
import { answerInView } from './answer-in-view.ts';
import { type Edge, slackPlace } from './edge.ts';
import { openViewOrSay } from './open-view.ts';
import { loadingView } from './views/answer-view.ts';

const clickSchema = z.object({
  team: z.object({ id: z.string().min(1) }).nullish(),
  user: z.object({ id: z.string().min(1), team_id: z.string().optional() }),
  trigger_id: z.string(),
  view: z.object({ id: z.string().min(1), type: z.enum(['modal', 'home']) }),
});

/** @returns whether the click was in a view */
export async function callInView(
  edge: Edge,
  client: WebClient,
  body: unknown,
  call: IntentCall,
): Promise<boolean> {
  const parsed = clickSchema.safeParse(body);
  if (!parsed.success) return false;
  const { team, user, view, trigger_id } = parsed.data;
  const { language } = call;
  const opening = { trigger: trigger_id, person: user.id, language };
  const viewId =
    view.type === 'modal' ? view.id : await openViewOrSay(edge, client, opening, loadingView(language));
  if (viewId === undefined) return true;
  const place = slackPlace(team?.id ?? user.team_id, 'view', user.id);
  await answerInView(edge, client, viewId, {
    asked: '',
    language,
    reply: () => edge.answering.call(call, place),
  });
  return true;
}
