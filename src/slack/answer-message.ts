/** Answers a message where it was asked: mentions and direct messages alike. */
import type { WebClient } from '@slack/web-api';
import { toSlackMessage } from './blocks.ts';
import { ask, type Edge, sentence, slackPlace } from './edge.ts';
import { footer } from './footer.ts';
import { homeStrings } from './home-strings.ts';
import type { Incoming } from './incoming.ts';
import type { SlackMessage } from './limits.ts';
import { describeError } from './log.ts';
import { preferredLanguage } from './preferred-language.ts';
import { rememberRecent } from './recents.ts';
import { post, type Target } from './send.ts';
import { strings } from './strings.ts';
import { plainUtterance, withoutOwnMention } from './utterance.ts';

/** Never throws: what fails is said to the person once and logged without what was asked. */
export async function answerMessage(
  edge: Edge,
  client: WebClient,
  body: unknown,
  incoming: Incoming,
): Promise<void> {
  const { team, channel, ts, isDirect } = incoming;
  // A direct message is answered beside the question, a channel's in a thread of its own.
  const thread = incoming.thread ?? (isDirect ? undefined : ts);
  let message: SlackMessage;
  try {
    if (!(await isNew(edge, incoming))) return;
    const botUserId = await edge.identify(client, body);
    if (incoming.user === botUserId) return;
    const text = plainUtterance(withoutOwnMention(incoming.text, botUserId));
    const language = await preferredLanguage(edge, team, incoming.user);
    if (isDirect || (await mayAnswerIn(edge, team, channel))) {
      const reply = await ask(edge, slackPlace(team, channel, thread), text, { language });
      message = toSlackMessage(reply.card, { footer: await footer(edge, team, reply) });
      await rememberRecent(edge, team, incoming.user, reply);
    } else {
      message = sentence(homeStrings.elsewhere, language);
    }
  } catch (error) {
    edge.log.error(describeError(error), 'slack: question not answered');
    message = sentence(strings.failed);
  }
  await deliver(edge, client, { channel, thread }, message);
}

/** Administrators may name the channels where the bot answers. */
async function mayAnswerIn(edge: Edge, team: string, channel: string): Promise<boolean> {
  const { allowedChannels } = await edge.workspace.settings.of({ platform: 'slack', workspace: team });
  return allowedChannels === undefined || allowedChannels.includes(channel);
}

/** Slack redelivers events, and a mention can raise both `app_mention` and `message`: the first one counts. */
async function isNew(edge: Edge, incoming: Incoming): Promise<boolean> {
  const { team, channel, ts, eventId } = incoming;
  if (eventId !== undefined && !(await edge.answering.firstSeen(`slack:event:${eventId}`))) return false;
  return edge.answering.firstSeen(`slack:message:${team}:${channel}:${ts}`);
}

async function deliver(edge: Edge, client: WebClient, target: Target, message: SlackMessage): Promise<void> {
  try {
    await post(client, target, message, edge.log);
  } catch (error) {
    edge.log.error(describeError(error), 'slack: answer not delivered');
  }
}
