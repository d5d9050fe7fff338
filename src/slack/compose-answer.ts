/** What a message is answered with; nothing here writes to Slack. */
import type { WebClient } from '@slack/web-api';
import type { Reply } from '../conversation/types.ts';
import { mayAnswerIn } from './allowed-channels.ts';
import { toSlackMessage } from './blocks.ts';
import { ask, type Edge, sentence, slackPlace } from './edge.ts';
import { failureSentence } from './failure.ts';
import { footer } from './footer.ts';
import { homeStrings } from './home-strings.ts';
import type { Incoming } from './incoming.ts';
import type { SlackMessage } from './limits.ts';
import { decisionMessage, lineMessage } from './line-commands.ts';
import { describeError } from './log.ts';
import { preferredLanguage } from './preferred-language.ts';
import { rememberRecent } from './recents.ts';
import { plainUtterance, withoutOwnMention } from './utterance.ts';

/** A direct message is answered beside the question, a channel's in a thread of its own. */
export function threadOf({ thread, isDirect, ts }: Incoming): string | undefined {
  return thread ?? (isDirect ? undefined : ts);
}

export interface Answer {
  readonly message: SlackMessage;
  /** Absent where the message is no answer from the content. */
  readonly reply?: Reply;
}

/** That Slack does not tell who the bot is must not cost anybody the answer. */
export async function botOf(edge: Edge, client: WebClient, body: unknown): Promise<string | undefined> {
  try {
    return await edge.identify(client, body);
  } catch (error) {
    edge.log.error(describeError(error), 'slack: could not find out who the bot is');
    return undefined;
  }
}

/** Never throws: what fails is the answer. */
export async function composeAnswer(
  edge: Edge,
  client: WebClient,
  body: unknown,
  incoming: Incoming,
): Promise<Answer> {
  const { team, channel, isDirect, user } = incoming;
  try {
    const botUserId = await botOf(edge, client, body);
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
    return { message: sentence(failureSentence(error)) };
  }
}

/** @returns `undefined` where nobody surely asked the bot */
export async function overheardAnswer(edge: Edge, incoming: Incoming): Promise<Answer | undefined> {
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
