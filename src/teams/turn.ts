/** One activity with what its handler needs. */
import type { Answering, Place } from '../answering.ts';
import type { Language } from '../knowledge/language.ts';
import type { SubscriptionDesk } from '../notifications/subscription-desk.ts';
import type { TeamsActivity } from './activity.ts';
import { languageOf, tenantOf } from './activity.ts';
import { toConversationRecord } from './conversation-record.ts';

export interface Turn {
  readonly activity: TeamsActivity;
  readonly answering: Answering;
  readonly subscriptions: SubscriptionDesk;
  readonly place: Place;
  /** The person's client language; absent when it is neither English nor French. */
  readonly language: Language | undefined;
  /** The language to speak before a question tells another. */
  readonly spoken: Language;
}

/** In a channel the conversation id carries `;messageid=…`, so that each thread is its own place. */
export function toTurn(activity: TeamsActivity, answering: Answering, subscriptions: SubscriptionDesk): Turn {
  const language = languageOf(activity);
  return {
    activity,
    answering,
    subscriptions,
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
