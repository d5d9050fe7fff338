/** One activity with what its handler needs. */
import type { Logger } from 'pino';
import { type Answering, type Place, shownItems } from '../answering.ts';
import type { Reply } from '../conversation/types.ts';
import type { Language } from '../knowledge/language.ts';
import type { FormRequest } from '../notifications/subscription-desk.ts';
import type { TeamsActivity } from './activity.ts';
import { languageOf, tenantOf } from './activity.ts';
import { toConversationRecord } from './conversation-record.ts';
import type { Speaker, TeamsChannel, TeamsServices } from './services.ts';

/** What every turn needs beside its activity. */
export interface TurnServices extends TeamsServices {
  readonly logger: Logger;
  readonly speaker: Speaker;
}

export interface Turn extends TurnServices {
  readonly activity: TeamsActivity;
  readonly answering: Answering;
  readonly place: Place;
  /** The person's client language; absent when it is neither English nor French. */
  readonly language: Language | undefined;
  /** The language to speak before a question tells another. */
  readonly spoken: Language;
}

/** In a channel the conversation id carries `;messageid=…`, so that each thread is its own place. */
export function toTurn(activity: TeamsActivity, answering: Answering, services: TurnServices): Turn {
  const language = languageOf(activity);
  return {
    ...services,
    activity,
    answering,
    place: { platform: 'teams', workspace: tenantOf(activity) ?? '', id: activity.conversation.id },
    language,
    spoken: language ?? answering.defaultLanguage,
  };
}

/** The chat or channel, whatever the thread: what subscriptions belong to. */
export function channelOf({ activity }: Pick<Turn, 'activity'>) {
  const { conversationId, tenantId = '' } = toConversationRecord(activity);
  return { platform: 'teams' as const, workspace: tenantId, channel: conversationId };
}

/** Those that the app reaches or leaves together: the conversation, and in a team its channels too. */
export async function reachedTogether(turn: Turn): Promise<readonly TeamsChannel[]> {
  const channel = channelOf(turn);
  const team = turn.activity.channelData?.team?.id;
  if (team === undefined) return [channel];
  const others = await turn.channels.ofTeam(channel, team);
  return [channel, ...others.filter((other) => other.channel !== channel.channel)];
}

/** Teams repeats an activity that was not answered in time. */
export async function isFirst({ activity, answering }: Turn): Promise<boolean> {
  if (activity.id === undefined) return true;
  return answering.firstSeen(`teams:activity:${activity.conversation.id}:${activity.id}`);
}

/** The id of who wrote or clicked, never a name: that of the directory where Teams tells it. */
export function personOf({ activity }: Pick<Turn, 'activity'>): string {
  return activity.from?.aadObjectId ?? activity.from?.id ?? '';
}

/** Answers aside from the conversation: for what is typed or looked at, and not yet said. */
export function askAside({ answering, language, place }: Turn, text: string): Promise<Reply> {
  return answering.ask({ place, text, memory: 'none', ...(language && { language }) });
}

/** Of a channel: the message that its thread begins with. */
export function threadOf({ activity }: Pick<Turn, 'activity'>): string | undefined {
  return /;messageid=([\s\S]*)$/.exec(activity.conversation.id)?.[1];
}

/** Who wants what subscribed: the same for a line and for a form. */
export function formRequest(turn: Turn, language: Language): FormRequest {
  const { from } = turn.activity;
  return {
    channel: channelOf(turn),
    person: personOf(turn),
    // A mention of a person carries this one; the directory's comes with what they write.
    aliases: from ? [from.id] : [],
    language,
    // Who owns a team is known only with permissions of Microsoft Graph, which the bot does not have: so only
    // administrators manage what is shared.
    isManager: async () => typeOf(turn) === 'personal' || turn.experts.isAdministrator(personOf(turn)),
    // Who writes to the bot has it there.
    canPost: async () => true,
  };
}

/** Whatever name Teams gives for who wrote or clicked: shown to people, never kept or logged. */
export function nameOf({ activity }: Pick<Turn, 'activity'>): string | undefined {
  return activity.from?.name?.trim().slice(0, 100) || undefined;
}

export function typeOf({ activity }: Pick<Turn, 'activity'>): string {
  return activity.conversation.conversationType ?? 'personal';
}

/** Where an answer stands: what it was made of is remembered, so that a correction can follow it. */
export async function rememberAnswer(
  turn: Turn,
  reply: Reply,
  { messageId, thread }: { readonly messageId: string | undefined; readonly thread: string | undefined },
): Promise<void> {
  if (!messageId) return;
  const { language } = reply;
  const channel = channelOf(turn);
  await turn.answerLog.posted({ channel, messageId, thread, language, items: shownItems(reply) });
}
