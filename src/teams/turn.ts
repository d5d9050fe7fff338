/** One activity with what its handler needs. */
import type { Answering, Place } from '../answering.ts';
import type { Language } from '../knowledge/language.ts';
import type { TeamsActivity } from './activity.ts';
import { languageOf } from './activity.ts';

export interface Turn {
  readonly activity: TeamsActivity;
  readonly answering: Answering;
  readonly place: Place;
  /** The person's client language; absent when it is neither English nor French. */
  readonly language: Language | undefined;
}

/** In a channel the conversation id carries `;messageid=…`, so that each thread is its own place. */
export function toTurn(activity: TeamsActivity, answering: Answering): Turn {
  return {
    activity,
    answering,
    place: { platform: 'teams', id: activity.conversation.id },
    language: languageOf(activity),
  };
}
