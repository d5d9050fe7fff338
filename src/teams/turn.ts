/** One activity with what its handler needs. */
import type { Answering, Place } from '../answering.ts';
import type { Language } from '../knowledge/language.ts';
import type { TeamsActivity } from './activity.ts';
import { languageOf, tenantOf } from './activity.ts';

export interface Turn {
  readonly activity: TeamsActivity;
  readonly answering: Answering;
  readonly place: Place;
  /** The person's client language; absent when it is neither English nor French. */
  readonly language: Language | undefined;
  /** The language to speak before a question tells another. */
  readonly spoken: Language;
}

/** In a channel the conversation id carries `;messageid=…`, so that each thread is its own place. */
export function toTurn(activity: TeamsActivity, answering: Answering): Turn {
  const language = languageOf(activity);
  return {
    activity,
    answering,
    place: { platform: 'teams', workspace: tenantOf(activity) ?? '', id: activity.conversation.id },
    language,
    spoken: language ?? answering.defaultLanguage,
  };
}
