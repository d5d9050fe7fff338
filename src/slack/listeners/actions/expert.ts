import type { AllMiddlewareArgs, BlockAction, ButtonAction, SlackActionMiddlewareArgs } from '@slack/bolt';
import { z } from 'zod';
import type { ExpertRequest } from '../../../workspace.ts';
import { type Clicked, readClicked } from '../../clicked.ts';
import { type Edge, tell } from '../../edge.ts';
import { closedMessage } from '../../expert-card.ts';
import { expertStrings } from '../../expert-strings.ts';
import { redrawCard, tellAsker } from '../../experts.ts';
import { failureSentence } from '../../failure.ts';
import { describeError } from '../../log.ts';
import { openView } from '../../open-view.ts';
import { strings } from '../../strings.ts';
import { expertAnswerView } from '../../views/expert-answer-view.ts';

type Click = SlackActionMiddlewareArgs<BlockAction<ButtonAction>> & AllMiddlewareArgs;

/** The buttons of a question in the experts' channel: take it, answer it, close it. */
export function expert(edge: Edge) {
  return async (click: Click): Promise<void> => {
    const { ack, respond, body, action } = click;
    await ack();
    const clicked = readClicked(body);
    let request: ExpertRequest | undefined;
    try {
      request = clicked && (await find(edge, clicked, action.value));
      if (!clicked || !request) return await tell(edge, respond, strings.unreadableButton);
      await move(edge, click, clicked, request);
    } catch (error) {
      edge.log.error(describeError(error), 'slack: expert card not handled');
      await tell(edge, respond, failureSentence(error), request?.language);
    }
  };
}

/** Whoever sees the card may answer: it must be the one in the channel it was clicked in. */
async function find(edge: Edge, { team, channel }: Clicked, id: unknown): Promise<ExpertRequest | undefined> {
  const parsed = z.uuid().safeParse(id);
  if (!parsed.success) return undefined;
  const request = await edge.workspace.experts.of({ platform: 'slack', workspace: team }, parsed.data);
  return request?.expertChannel === channel ? request : undefined;
}

async function move(edge: Edge, click: Click, { user }: Clicked, request: ExpertRequest): Promise<void> {
  const { action, body, client, respond } = click;
  const { experts } = edge.workspace;
  const { id, language } = request;
  if (action.action_id === 'expert:answer') {
    if (request.state !== 'open' && request.state !== 'taken') return behind(edge, click, request);
    const opened = await openView(edge, client, body.trigger_id, expertAnswerView(request));
    if (opened === undefined) await tell(edge, respond, expertStrings.tooLate, language);
    return;
  }
  if (action.action_id === 'expert:take') {
    const taken = await experts.take(request, id, user, edge.clock());
    return taken ? redrawCard(edge, client, taken) : behind(edge, click, request);
  }
  const closed = await experts.close(request, id, user, edge.clock());
  if (!closed) return behind(edge, click, request);
  await redrawCard(edge, client, closed.request);
  if (closed.before === 'answered') return;
  await tellAsker(edge, client, closed.request, closedMessage(closed.request, user));
}

/** The card was not up to date: it is drawn as the question stands. */
async function behind(edge: Edge, { client, respond }: Click, seen: ExpertRequest): Promise<void> {
  const current = await edge.workspace.experts.of(seen, seen.id);
  if (current) await redrawCard(edge, client, current);
  await tell(edge, respond, expertStrings.moved, seen.language);
}
