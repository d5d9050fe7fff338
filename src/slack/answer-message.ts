/** Answers a message where it was asked: mentions and direct messages alike. */
import type { WebClient } from '@slack/web-api';
import type { Reply } from '../conversation/types.ts';
import type { AgentSession } from './agent-sessions.ts';
import { mayAnswerIn } from './allowed-channels.ts';
import { toSlackMessage } from './blocks.ts';
import { ask, type Edge, rememberAnswer, sentence, slackPlace } from './edge.ts';
import { footer } from './footer.ts';
import { homeStrings } from './home-strings.ts';
import type { Incoming } from './incoming.ts';
import type { SlackMessage } from './limits.ts';
import { decisionMessage, lineMessage } from './line-commands.ts';
import { describeError } from './log.ts';
import { preferredLanguage } from './preferred-language.ts';
import { rememberRecent } from './recents.ts';
import { post, type Target } from './send.ts';
import { strings } from './strings.ts';
import { plainUtterance, withoutOwnMention } from './utterance.ts';

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
  return edge.inOrder.run(placeOf(incoming), async () => {
    if (!(await isForAnswer(edge, client, body, incoming))) return;
    const session = await beginSession(edge, client, incoming);
    try {
      // In a session the answer stands in the thread that the session is.
      const asked = session ? { ...incoming, thread: incoming.thread ?? incoming.ts } : incoming;
      const answer = await composeAnswer(edge, client, body, asked);
      if (session?.isStopped()) return;
      const target = { channel: asked.channel, thread: threadOf(asked) };
      const posted = await deliver(edge, client, target, answer.message);
      if (posted !== undefined) await rememberStanding(edge, asked, answer, posted);
    } finally {
      await session?.end();
    }
  });
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

/** A direct message is answered beside the question, a channel's in a thread of its own. */
function threadOf({ thread, isDirect, ts }: Incoming): string | undefined {
  return thread ?? (isDirect ? undefined : ts);
}

interface Answer {
  readonly message: SlackMessage;
  /** Absent where the message is no answer from the content. */
  readonly reply?: Reply;
}

/** Not what was answered before, nor the bot's own. What cannot be told apart is answered. */
async function isForAnswer(
  edge: Edge,
  client: WebClient,
  body: unknown,
  incoming: Incoming,
): Promise<boolean> {
  try {
    if (!(await isNew(edge, incoming))) return false;
    return incoming.user !== (await edge.identify(client, body));
  } catch (error) {
    edge.log.error(describeError(error), 'slack: question not looked up');
    return true;
  }
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

async function composeAnswer(
  edge: Edge,
  client: WebClient,
  body: unknown,
  incoming: Incoming,
): Promise<Answer> {
  const { team, channel, isDirect, user } = incoming;
  try {
    const botUserId = await edge.identify(client, body);
    const markup = withoutOwnMention(incoming.text, botUserId);
    const text = plainUtterance(markup);
    const language = await preferredLanguage(edge, team, user);
    const asked = { team, channel, person: user, text, isThere: true, isDirect };
    const decision = await decisionMessage(edge, client, asked);
    if (decision) return { message: decision };
    if (!(await mayAnswerIn(edge, team, channel))) {
      return { message: sentence(homeStrings.elsewhere, language) };
    }
    const line = await lineMessage(edge, client, { ...asked, markup, language });
    if (line) return { message: line };
    const reply = await ask(edge, slackPlace(team, channel, threadOf(incoming)), text, { language });
    await rememberRecent(edge, team, user, reply);
    return { reply, message: toSlackMessage(reply.card, { footer: await footer(edge, team, reply) }) };
  } catch (error) {
    edge.log.error(describeError(error), 'slack: question not answered');
    return { message: sentence(strings.failed) };
  }
}

/** A direct message is for the bot; in a channel only what mentions it. */
async function isAddressed(
  edge: Edge,
  client: WebClient,
  body: unknown,
  { isDirect, text }: Incoming,
): Promise<boolean> {
  return isDirect || text.includes(`<@${await edge.identify(client, body)}`);
}

/** @returns `undefined` where nobody surely asked the bot */
async function overheardAnswer(edge: Edge, incoming: Incoming): Promise<Answer | undefined> {
  const { team, channel, user, thread, text } = incoming;
  // Who names a person, a group or everybody speaks to them; a mention of the bot comes by itself.
  if (thread === undefined || /<[@!]/.test(text)) return undefined;
  if (!(await mayAnswerIn(edge, team, channel))) return undefined;
  const language = await preferredLanguage(edge, team, user);
  const place = slackPlace(team, channel, thread);
  const words = plainUtterance(text);
  const reply = await edge.answering.overhear({ place, text: words, ...(language && { language }) });
  if (!reply) return undefined;
  await rememberRecent(edge, team, user, reply);
  return { reply, message: toSlackMessage(reply.card, { footer: await footer(edge, team, reply) }) };
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
