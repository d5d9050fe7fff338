/** The bot has come into a chat or team: one welcome, with what it can do. */
import type { TurnContext } from 'botbuilder';
import { replyWithAnswer } from '../reply-with-answer.ts';
import { strings } from '../strings.ts';
import { channelOf, reachedTogether, type Turn, typeOf } from '../turn.ts';

/** Teams announces an installation twice: by `installationUpdate` and by `conversationUpdate`. */
export async function onInstallation(context: TurnContext, turn: Turn): Promise<void> {
  const { activity, answering, place } = turn;
  if (!hasArrived(turn)) return;
  await turn.subscriptions.arrived(channelOf(turn));
  for (const channel of await reachedTogether(turn)) await turn.channels.resume(channel);
  // One announcement may name the channel that was chosen for the app, the other the team.
  const arrivedIn = activity.channelData?.team?.id ?? activity.conversation.id;
  if (!(await answering.firstSeen(`teams:welcome:${arrivedIn}`))) return;
  const language = turn.spoken;
  const help = await answering.call({ intent: 'help', args: {}, language }, place);
  const isPersonal = typeOf(turn) === 'personal';
  const welcome = [strings.welcome, ...(isPersonal ? [] : [strings.welcomeTogether])];
  await replyWithAnswer(context, turn, help, welcome.map((text) => text[language]).join(' '));
}

/** An upgrade of the app (`add-upgrade`) is no arrival, nor is a person who joins. */
function hasArrived({ activity }: Turn): boolean {
  if (activity.type === 'installationUpdate') return activity.action === 'add';
  return activity.membersAdded?.some((member) => member.id === activity.recipient.id) ?? false;
}
