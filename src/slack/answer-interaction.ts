/** Answers what is asked with a command, a shortcut, a button or a modal, once, in order. */
import { randomUUID } from 'node:crypto';
import type { WebClient } from '@slack/web-api';
import { endsWithin } from '../ends-within.ts';
import type { Language } from '../knowledge/language.ts';
import { composeInteraction } from './compose-interaction.ts';
import { deliverInteraction, late, type Means } from './deliver-interaction.ts';
import { type Edge, tell } from './edge.ts';
import { failureSentence } from './failure.ts';
import { patience } from './held-acknowledgements.ts';
import type { Interaction } from './interaction.ts';
import { type KeptInteraction, Stopped } from './kept-questions.ts';
import { describeError } from './log.ts';
import { sayDirectly, tryToOpenView } from './open-view.ts';
import { isOutage } from './send-result.ts';
import { strings } from './strings.ts';
import { loadingView } from './views/answer-view.ts';

/** What the listener of an interaction has at hand. */
export interface Asking extends Pick<Means, 'client' | 'respond'> {
  /** Tells Slack that the interaction was taken. */
  readonly ack: () => Promise<void>;
  /** The right to open a modal, for three seconds, where the answer comes in one of its own. */
  readonly opening?: { readonly trigger: string; readonly language: Language };
}

/**
 * Writes the question down, acknowledges it, and answers it: a process that is killed after it said yes
 * leaves it to the next one.
 */
export async function answerInteraction(
  edge: Edge,
  asked: Omit<Interaction, 'id'>,
  { ack, opening, ...means }: Asking,
): Promise<void> {
  const interaction = { ...asked, id: randomUUID() };
  const taking = takeUp(edge, interaction);
  const acknowledged = endsWithin(taking, patience).then(() => ack());
  // At once and not in its turn: what stands before it may take longer than three seconds.
  const opened = acknowledged.then(() => opening && openForAnswer(edge, means.client, opening));
  const answered = edge.inOrder.run(placeOf(interaction), async () => {
    const viewId = await opened;
    const kept = await taking;
    if (viewId !== 'too-late') return answerKept(edge, kept, { ...means, viewId });
    await sayDirectly(edge, means.client, asked.person, strings.viewTooLate, opening?.language);
    await done(edge, kept);
  });
  await Promise.all([opened, answered]);
}

/** @returns the modal's id; undefined where Slack is out of order, and the answer comes directly later */
async function openForAnswer(
  edge: Edge,
  client: WebClient,
  { trigger, language }: { readonly trigger: string; readonly language: Language },
): Promise<string | 'too-late' | undefined> {
  try {
    return await tryToOpenView(client, trigger, loadingView(language));
  } catch (error) {
    edge.log.error(describeError(error), 'slack: modal not opened');
    return isOutage(error) ? undefined : 'too-late';
  }
}

/** Answers what another process took up and did not get to answer. Never throws. */
export function answerInteractionTakenOver(edge: Edge, kept: KeptInteraction): Promise<void> {
  return edge.inOrder.run(placeOf(kept.interaction), () => answerKept(edge, kept, undefined));
}

async function answerKept(edge: Edge, kept: KeptInteraction, means: Means | undefined): Promise<void> {
  const { interaction } = kept;
  if (edge.kept.isLeft(placeOf(interaction))) return;
  try {
    const client = means?.client ?? (await edge.clients.of(interaction.team));
    if (client) {
      const answer = edge.kept.isLate(kept) ? late : await composeInteraction(edge, client, interaction);
      await deliverInteraction(edge, kept, answer, means);
    }
  } catch (error) {
    if (error instanceof Stopped) return edge.kept.leave(placeOf(interaction));
    edge.log.error(describeError(error), 'slack: question not answered');
    await sayFailure(edge, interaction, error, means);
  }
  await done(edge, kept);
}

async function done(edge: Edge, kept: KeptInteraction): Promise<void> {
  try {
    await edge.kept.done(kept);
  } catch (error) {
    edge.log.error(describeError(error), 'slack: answered question still kept');
  }
}

async function sayFailure(
  edge: Edge,
  { person, asked }: Interaction,
  error: unknown,
  means: Means | undefined,
): Promise<void> {
  if (!means) return;
  const { client, respond } = means;
  const language = asked.type === 'call' ? asked.call.language : undefined;
  if (respond) await tell(edge, respond, failureSentence(error), language);
  else await sayDirectly(edge, client, person, failureSentence(error), language);
}

/** What cannot be written down is answered all the same. */
async function takeUp(edge: Edge, interaction: Interaction): Promise<KeptInteraction> {
  try {
    return await edge.kept.takeInteraction(interaction);
  } catch (error) {
    edge.log.error(describeError(error), 'slack: question not written down');
    return edge.kept.unwritten({ interaction });
  }
}

/** What everybody sees comes in the order of its conversation, the rest in that of the person. */
function placeOf({ team, channel, person, to }: Interaction): string {
  return to.type === 'conversation' ? `${team}/${channel}` : `${team}/${channel}/${person}`;
}
