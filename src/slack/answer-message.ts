/** Answers a message where it was asked: mentions and direct messages alike. */
import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import type { AgentSession } from './agent-sessions.ts';
import { type Answer, botOf, composeAnswer, overheardAnswer, threadOf } from './compose-answer.ts';
import { type Edge, rememberAnswer, sentence } from './edge.ts';
import type { Incoming } from './incoming.ts';
import { type KeptMessage, Stopped } from './kept-questions.ts';
import type { SlackMessage } from './limits.ts';
import { describeError } from './log.ts';
import { post, type Target } from './send.ts';
import { strings } from './strings.ts';
import { postUntilTaken } from './until-taken.ts';
import { mentions, plainUtterance } from './utterance.ts';

/**
 * Answers a question in the order in which the questions of its channel came. Never throws: what fails
 * is said to the person once and logged without what was asked.
 */
export function answerMessage(
  edge: Edge,
  client: WebClient,
  body: unknown,
  incoming: Incoming,
): Promise<void> {
  // Written down at once, not when its turn comes: the process may end before.
  const taking = takeUp(edge, body, incoming);
  edge.acknowledgements.until(body, taking);
  return edge.inOrder.run(placeOf(incoming), async () => {
    const question = await taking;
    if (question) await answerKept(edge, client, question);
  });
}

/** Answers what another process took up and did not get to answer. Never throws. */
export function answerTakenOver(edge: Edge, question: KeptMessage): Promise<void> {
  const { incoming } = question;
  return edge.inOrder.run(placeOf(incoming), async () => {
    try {
      const client = await edge.clients.of(incoming.team);
      if (client) await answerKept(edge, client, question);
      else await edge.kept.done(question);
    } catch (error) {
      edge.log.error(describeError(error), 'slack: kept question not answered');
    }
  });
}

async function answerKept(edge: Edge, client: WebClient, question: KeptMessage): Promise<void> {
  const { incoming, body } = question;
  if (edge.kept.isLeft(placeOf(incoming))) return;
  try {
    if (incoming.user !== (await botOf(edge, client, body))) {
      const session = await beginSession(edge, client, incoming);
      try {
        await answerInSession(edge, client, question, session);
      } finally {
        await session?.end();
      }
    }
    await edge.kept.done(question);
  } catch (error) {
    // It stays, and the next process answers it, before what was asked after it.
    if (error instanceof Stopped) edge.kept.leave(placeOf(incoming));
    else edge.log.error(describeError(error), 'slack: question not answered');
  }
}

async function answerInSession(
  edge: Edge,
  client: WebClient,
  question: KeptMessage,
  session: AgentSession | undefined,
): Promise<void> {
  const { incoming, body } = question;
  // In a session the answer stands in the thread that the session is.
  const asked = session ? { ...incoming, thread: incoming.thread ?? incoming.ts } : incoming;
  const answer = edge.kept.isLate(question) ? undefined : await composeAnswer(edge, client, body, asked);
  if (session?.isStopped()) return;
  const target = { channel: asked.channel, thread: threadOf(asked) };
  const standing = await deliverKept(edge, question, target, answer);
  const isAnswer = answer && standing !== undefined && !edge.kept.isLate(question);
  if (isAnswer) await rememberStanding(edge, asked, answer, standing);
}

/**
 * @returns the message's `ts`; undefined where Slack refused it for good or nobody waits for it any more
 * @throws Stopped when the process stops while it waits
 */
async function deliverKept(
  edge: Edge,
  question: KeptMessage,
  target: Target,
  answer: Answer | undefined,
): Promise<string | undefined> {
  const { team, ts } = question.incoming;
  const message = () => (answer && !edge.kept.isLate(question) ? answer.message : sentence(strings.tooLate));
  try {
    return await postUntilTaken(edge, question, { team, id: ts, target, message });
  } catch (error) {
    if (error instanceof Stopped) throw error;
    edge.log.error(describeError(error), 'slack: answer not delivered');
    return undefined;
  }
}

/**
 * Somebody wrote into a thread of a channel without mentioning the bot: answered only where the bot was
 * asked in that thread before and the words surely are for it. Never throws, and says nothing when it fails:
 * nobody waits for it.
 */
export function answerOverheard(
  edge: Edge,
  client: WebClient,
  body: unknown,
  incoming: Incoming,
): Promise<void> {
  return edge.inOrder.run(placeOf(incoming), async () => {
    try {
      const answer = await overheardAnswer(edge, incoming);
      if (!answer || !(await isNew(edge, incoming))) return;
      if (incoming.user === (await edge.identify(client, body))) return;
      const { channel } = incoming;
      const posted = await deliver(edge, client, { channel, thread: threadOf(incoming) }, answer.message);
      if (posted !== undefined) await rememberStanding(edge, incoming, answer, posted);
    } catch (error) {
      edge.log.error(describeError(error), 'slack: follow-up not answered');
    }
  });
}

/**
 * The question was edited: its answer is corrected in its place, once. What was answered without a mention
 * and is no question any more loses its answer.
 */
export function answerEdited(
  edge: Edge,
  client: WebClient,
  body: unknown,
  incoming: Incoming,
): Promise<void> {
  const { channel } = incoming;
  return edge.inOrder.run(placeOf(incoming), async () => {
    try {
      const standing = await edge.workspace.answeredMessages.takeForEdit(askedOf(incoming));
      if (standing === undefined) return;
      const answer = (await isAddressed(edge, client, body, incoming))
        ? await composeAnswer(edge, client, body, incoming)
        : await overheardAnswer(edge, incoming);
      if (!answer) {
        await edge.workspace.answeredMessages.forget(askedOf(incoming));
        await client.chat.delete({ channel, ts: standing });
        return;
      }
      const { text, blocks } = answer.message;
      await client.chat.update({ channel, ts: standing, text, blocks: [...blocks] });
      await rememberStanding(edge, incoming, answer, standing);
    } catch (error) {
      edge.log.error(describeError(error), 'slack: answer not corrected');
    }
  });
}

/** The question was deleted: its answer goes with it. */
export function withdrawAnswer(
  edge: Edge,
  client: WebClient,
  deleted: { readonly team: string; readonly channel: string; readonly ts: string },
): Promise<void> {
  return edge.inOrder.run(placeOf(deleted), async () => {
    try {
      const standing = await edge.workspace.answeredMessages.forget(askedOf(deleted));
      if (standing !== undefined) await client.chat.delete({ channel: deleted.channel, ts: standing });
    } catch (error) {
      edge.log.error(describeError(error), 'slack: answer not withdrawn');
    }
  });
}

function placeOf({ team, channel }: Pick<Incoming, 'team' | 'channel'>): string {
  return `${team}/${channel}`;
}

function askedOf({ team, channel, ts }: Pick<Incoming, 'team' | 'channel' | 'ts'>) {
  return { platform: 'slack', workspace: team, channel, questionId: ts } as const;
}

/** Direct messages are sessions where the app is an agent; in channels the thread is everybody's. */
async function beginSession(
  edge: Edge,
  client: WebClient,
  { team, channel, user, ts, thread, text, isDirect }: Incoming,
): Promise<AgentSession | undefined> {
  if (!isDirect) return undefined;
  // Ids of people say nothing in a title.
  const title = plainUtterance(text.replaceAll(/<@[^<>]*>/g, ''));
  return edge.sessions.begin(client, { team, channel, thread: thread ?? ts }, { user, title });
}

/** A direct message is for the bot; in a channel only what mentions it. */
async function isAddressed(
  edge: Edge,
  client: WebClient,
  body: unknown,
  { isDirect, text }: Incoming,
): Promise<boolean> {
  return isDirect || mentions(text, await edge.identify(client, body));
}

/** So that an edit of the question, a deletion, or a correction of the content can follow the answer. */
async function rememberStanding(
  edge: Edge,
  incoming: Incoming,
  { reply }: Answer,
  messageId: string,
): Promise<void> {
  const { team, channel } = incoming;
  try {
    await edge.workspace.answeredMessages.record(askedOf(incoming), messageId, edge.clock());
  } catch (error) {
    edge.log.error(describeError(error), 'slack: answer not remembered');
  }
  if (reply) await rememberAnswer(edge, reply, { team, channel, thread: threadOf(incoming) }, messageId);
}

const authorizationsSchema = z.object({ authorizations: z.unknown().optional() });

/** @returns undefined for what was taken up before; what cannot be told apart is answered */
async function takeUp(edge: Edge, body: unknown, incoming: Incoming): Promise<KeptMessage | undefined> {
  const { authorizations } = authorizationsSchema.safeParse(body).data ?? {};
  try {
    const question = await edge.kept.take(incoming, authorizations);
    if (!question || (await isNew(edge, incoming))) return question;
    await edge.kept.done(question);
    return undefined;
  } catch (error) {
    edge.log.error(describeError(error), 'slack: question not looked up');
    return edge.kept.unwritten({ incoming, body: { authorizations } });
  }
}

/** Slack redelivers events, and a mention can raise both `app_mention` and `message`: the first one counts. */
async function isNew(edge: Edge, incoming: Incoming): Promise<boolean> {
  const { team, channel, ts, eventId } = incoming;
  if (eventId !== undefined && !(await edge.answering.firstSeen(`slack:event:${eventId}`))) return false;
  return edge.answering.firstSeen(`slack:message:${team}:${channel}:${ts}`);
}

/** @returns the message's `ts`; undefined where it was not taken */
async function deliver(
  edge: Edge,
  client: WebClient,
  target: Target,
  message: SlackMessage,
): Promise<string | undefined> {
  try {
    return await post(client, target, message, edge.log);
  } catch (error) {
    edge.log.error(describeError(error), 'slack: answer not delivered');
    return undefined;
  }
}
