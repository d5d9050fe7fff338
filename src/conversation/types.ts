import type { Card, IntentCall } from '../cards/card.ts';
import type { Outcome } from '../intents/intent.ts';
import type { Language } from '../knowledge/language.ts';

/** What was asked and understood earlier in the same thread: the least that a follow-up needs. */
export interface Turn {
  readonly question: string;
  /** The question with what its thread adds to it: "and NGen?" means "who leads NGen?". */
  readonly meaning: string;
  readonly language: Language;
  readonly intent: string;
  readonly args: Readonly<Record<string, string>>;
  /** Entry ids the turn was about, the main one first. */
  readonly entities: readonly string[];
  /** Whether `intent` and `args` give the answer again. */
  readonly repeatable: boolean;
  /** What the card offered as buttons, in order: other answers, without help and the other language. */
  readonly offers: readonly Offer[];
  /** Whether the offers were shown as a numbered or bulleted list to choose from. */
  readonly listed: boolean;
  /** The next page of the answer, where there is one. */
  readonly more?: Offer;
}

export interface Offer {
  readonly intent: string;
  readonly args: Readonly<Record<string, string>>;
}

export interface Question {
  readonly text: string;
  /** The asker's preference, used when the words do not tell the language. */
  readonly language?: Language;
  /** Answers are given as of this moment. */
  readonly now: Date;
  /** Earlier turns of the thread, oldest first. */
  readonly turns: readonly Turn[];
  /** The entry a question is about when it names none (`/ceta` → `ceta`). */
  readonly about?: string;
}

/** How the reply came about, for people: shown by `--explain` and in the playground. */
export interface Explanation {
  readonly language: { readonly chosen: Language; readonly because: string };
  readonly normalised: string;
  readonly corrections: readonly { readonly from: string; readonly to: string }[];
  readonly entities: readonly { readonly words: string; readonly kind: string; readonly id: string }[];
  readonly unknownWords: readonly string[];
  /** Every intent that recognised the question, best first. */
  readonly candidates: readonly {
    readonly intent: string;
    readonly score: number;
    readonly because: string;
  }[];
  /** The nearest passages, best first. */
  readonly hits: readonly { readonly passage: string; readonly score: number; readonly confidence: number }[];
  readonly inherited: readonly string[];
  readonly confidence: number;
  readonly decision: string;
}

export interface Reply {
  readonly outcome: Outcome;
  readonly answered: boolean;
  readonly language: Language;
  readonly intent: string;
  /** 0 to 1, calibrated: see `conversation/thresholds.ts`. */
  readonly confidence: number;
  readonly card: Card;
  /** Produces the same answer again; absent when there is nothing to repeat. */
  readonly call?: IntentCall;
  /** Ids of the entries the answer was made of, `entry` or `entry#section`. */
  readonly entries: readonly string[];
  /** Addresses of the sources shown. */
  readonly sources: readonly string[];
  readonly turn: Turn;
  readonly explanation: Explanation;
}

/** The product without any platform: a question in, a card out. Pure and synchronous. */
export interface Conversation {
  ask(question: Question): Reply;
  /**
   * What was said in a thread of the guide without being said to it: answered where it surely is a question
   * to it, undefined where it may as well be people talking to each other.
   */
  overhear(question: Question): Reply | undefined;
  /** Runs what a button asks for. An unknown or malformed call yields a polite no-answer. */
  call(call: IntentCall, now: Date): Reply;
}

export type { Outcome } from '../intents/intent.ts';
