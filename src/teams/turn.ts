/** One activity with what its handler needs. */
import { type Answering, type Place, shownItems } from '../answering.ts';
import type { Reply } from '../conversation/types.ts';
import type { Language } from '../knowledge/language.ts';
import type { AnswerLog } from '../notifications/corrections.ts';
import type { SubscriptionDesk } from '../notifications/subscription-desk.ts';
import type { TeamsActivity } from './activity.ts';
import { languageOf, tenantOf } from './activity.ts';
import { toConversationRecord } from './conversation-record.ts';

export interface Turn {
  readonly activity: TeamsActivity;
  readonly answering: Answering;
  readonly subscriptions: SubscriptionDesk;
  readonly answerLog: AnswerLog;
  readonly place: Place;
  /** The person's client language; absent when it is neither English nor French. */
  readonly language: Language | undefined;
  /** The language to speak before a question tells another. */
  readonly spoken: Language;
}

/** In a channel the conversation id carries `;messageid=…`, so that each thread is its own place. */
export function toTurn(
  activity: TeamsActivity,
  answering: Answering,
  { subscriptions, answerLog }: Pick<Turn, 'subscriptions' | 'answerLog'>,
): Turn {
  const language = languageOf(activity);
  return {
    activity,
    answering,
    subscriptions,
    answerLog,
    place: { platform: 'teams', workspace: tenantOf(activity) ?? '', id: activity.conversation.id },
    language,
    spoken: language ?? answering.defaultLanguage,
  };
}

/** The chat or channel, whatever the thread: what subscriptions belong to. */
export function channelOf({ activity }: Turn) {
  const { conversationId, tenantId = '' } = toConversationRecord(activity);
  return { platform: 'teams' as const, workspace: tenantId, channel: conversationId };
}

/** Where an answer stands: what it was made of is remembered, so that a correction can follow it. */
export async function rememberAnswer(turn: Turn, reply: Reply, messageId: string | undefined): Promise<void> {
  if (messageId === undefined) return;
  const [, thread] = /;messageid=(.*)$/.exec(turn.activity.conversation.id) ?? [];
  const { language } = reply;
  const channel = channelOf(turn);
  await turn.answerLog.posted({ channel, messageId, thread, language, items: shownItems(reply) });
}
