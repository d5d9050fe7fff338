/** Answers a question in its place: the one door through which every platform asks. */
import type { IntentCall } from './cards/card.ts';
import type { Reply } from './conversation/types.ts';
import type { Language } from './knowledge/language.ts';

/** A thread, a direct message or a browser tab: where earlier questions are remembered. */
export interface Place {
  readonly platform: 'slack' | 'teams' | 'playground';
  /** Unique within the platform, e.g. `T1/C1/1700000000.000100` or a Teams conversation id. */
  readonly id: string;
}

export interface PlacedQuestion {
  readonly place: Place;
  readonly text: string;
  readonly language?: Language;
  readonly about?: string;
}

export interface Answering {
  /** Answers, remembering the turn in its place. Never throws on what the text says. */
  ask(question: PlacedQuestion): Promise<Reply>;
  /** Runs what a button asks for; `place` is given where a later question may follow it up. */
  call(call: IntentCall, place?: Place): Promise<Reply>;
  /** True the first time a key is seen within ten minutes, false after: redeliveries are answered once. */
  firstSeen(key: string): Promise<boolean>;
}
