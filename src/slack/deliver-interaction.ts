/** Brings the answer to a command, a shortcut, a button or a modal to where it was asked, or to the person. */
import type { RespondFn } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import type { Language } from '../knowledge/language.ts';
import { type SlackMessageOptions, toSlackMessage } from './blocks.ts';
import type { InteractionAnswer } from './compose-interaction.ts';
import { type Edge, privateMessage, rememberAnswer, sentence } from './edge.ts';
import { footer } from './footer.ts';
import { type KeptInteraction, Stopped } from './kept-questions.ts';
import type { SlackMessage } from './limits.ts';
import { describeError } from './log.ts';
import { post, respondWith } from './send.ts';
import { isOutage } from './send-result.ts';
import { say, strings } from './strings.ts';
import { postUntilTaken, untilTaken } from './until-taken.ts';
import { answerView, messageView } from './views/answer-view.ts';

/** What an interaction brings along; after a restart nothing of it is left. */
export interface Means {
  readonly client: WebClient;
  readonly respond?: RespondFn;
  /** The modal that was opened for the answer. */
  readonly viewId?: string | undefined;
}

/** What is said once an answer is worth nothing any more. */
export const late: InteractionAnswer = { type: 'sentence', text: strings.tooLate };

/** Where the bot may not write, although its message is there: shared answers reach such channels. */
const closedToUs = new Set(['not_in_channel', 'channel_not_found', 'is_archived', 'restricted_action']);

/** @throws Stopped when the process stops while it waits; otherwise what Slack refuses everywhere */
export async function deliverInteraction(
  edge: Edge,
  kept: KeptInteraction,
  answer: InteractionAnswer,
  means: Means | undefined,
): Promise<void> {
  switch (kept.interaction.to.type) {
    case 'person':
      return toPerson(edge, kept, answer, means);
    case 'conversation':
      return toConversation(edge, kept, answer, means);
    case 'view':
      return toView(edge, kept, answer, means);
  }
}

/** By the response address as long as Slack takes it, then directly. */
async function toPerson(
  edge: Edge,
  kept: KeptInteraction,
  answer: InteractionAnswer,
  means: Means | undefined,
): Promise<void> {
  const { team, to } = kept.interaction;
  const thread = to.type !== 'view' && to.thread !== undefined ? { thread_ts: to.thread } : {};
  const options = { response_type: 'ephemeral', ...thread } as const;
  const message =
    answer.type === 'reply'
      ? await privateMessage(edge, team, answer.reply, questionOf(answer))
      : await messageOf(edge, team, answer, {});
  let respond = means?.respond;
  await untilTaken(edge, kept, async () => {
    if (respond) {
      try {
        return await respondWith(
          respond,
          edge.kept.isLate(kept) ? sentence(strings.tooLate) : message,
          options,
          edge.log,
        );
      } catch (error) {
        // Of these addresses nobody knows whether they work again while they are good.
        if (isOutage(error) && !edge.kept.isSlow(kept)) throw error;
        edge.log.warn(describeError(error), 'slack: response address spent, answered directly');
        respond = undefined;
      }
    }
    await directly(edge, kept, answer);
  });
}

async function toConversation(
  edge: Edge,
  kept: KeptInteraction,
  answer: InteractionAnswer,
  means: Means | undefined,
): Promise<void> {
  const { id, team, channel, person, to } = kept.interaction;
  const thread = to.type === 'conversation' ? to.thread : undefined;
  // Others see an answer appear that they did not see asked for; in a direct message there are none.
  const above = channel.startsWith('D') ? {} : { askedBy: person };
  const message = await messageOf(edge, team, answer, above);
  let ts: string | undefined;
  try {
    ts = await postUntilTaken(edge, kept, {
      ...{ team, id, target: { channel, thread } },
      message: () => (edge.kept.isLate(kept) ? sentence(strings.tooLate) : message),
    });
  } catch (error) {
    if (error instanceof Stopped || !closedToUs.has(describeError(error).cause ?? '')) throw error;
    return toPerson(edge, kept, answer, means);
  }
  if (ts === undefined || answer.type !== 'reply' || edge.kept.isLate(kept)) return;
  await rememberAnswer(edge, answer.reply, { team, channel, thread }, ts);
}

/** In the modal; where that was closed while the person waited, directly. */
async function toView(
  edge: Edge,
  kept: KeptInteraction,
  answer: InteractionAnswer,
  means: Means | undefined,
): Promise<void> {
  const { team, to } = kept.interaction;
  let viewId = (to.type === 'view' ? to.id : undefined) ?? means?.viewId;
  await untilTaken(edge, kept, async ({ number }) => {
    const client = await edge.clients.of(team);
    if (!client) return;
    if (viewId !== undefined) {
      try {
        await client.views.update({ view_id: viewId, view: viewOf(edge.kept.isLate(kept) ? late : answer) });
        return;
      } catch (error) {
        if (isOutage(error)) throw error;
        const problem = describeError(error);
        const isClosed = problem.cause === 'not_found';
        if (!isClosed) edge.log.error(problem, 'slack: answer not shown');
        // Whoever closes it before the answer can come wants none any more.
        if (isClosed && number === 0 && !kept.takenOver) return;
        viewId = undefined;
      }
    }
    await directly(edge, kept, answer);
  });
}

/** As a direct message, with the question on top: it stands far from where it was asked. */
async function directly(edge: Edge, kept: KeptInteraction, answer: InteractionAnswer): Promise<void> {
  const { team, person } = kept.interaction;
  const client = await edge.clients.of(team);
  if (!client) return;
  const now = edge.kept.isLate(kept) ? late : answer;
  const message = await messageOf(edge, team, now, { asked: questionOf(now) });
  await post(client, { channel: person }, message, edge.log);
}

function viewOf(answer: InteractionAnswer): ModalView {
  if (answer.type === 'reply') return answerView(answer.reply, answer.asked);
  const language = languageOf(answer);
  const text = answer.type === 'sentence' ? say(answer.text, language) : answer.message.text;
  return messageView(text, language ?? 'en');
}

/** @param above what stands on top, for those who did not see it asked */
async function messageOf(
  edge: Edge,
  team: string,
  answer: InteractionAnswer,
  above: Pick<SlackMessageOptions, 'asked' | 'askedBy'>,
): Promise<SlackMessage> {
  if (answer.type === 'sentence') return sentence(answer.text, answer.language);
  if (answer.type === 'message') return answer.message;
  const { reply } = answer;
  return toSlackMessage(reply.card, { ...above, footer: await footer(edge, team, reply) });
}

/** Where a button asked, the reply knows what; often its title says it all. */
function questionOf(answer: InteractionAnswer): string {
  return answer.type === 'reply' ? answer.asked || answer.reply.turn.question : '';
}

function languageOf(answer: InteractionAnswer): Language | undefined {
  return answer.type === 'reply' ? answer.reply.language : answer.language;
}
