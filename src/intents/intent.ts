/** One file per intent: how it is recognised and what it answers. This one says what an intent is. */
import type { z } from 'zod';
import type { Card } from '../cards/card.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Bilingual, Language } from '../knowledge/language.ts';
import type { Source } from '../knowledge/types.ts';
import type { Word } from '../search/analysis.ts';
import type { Mention } from '../search/mention.ts';
import type { Hit, Search } from '../search/search.ts';

/** What kind of reply it is; only `answer` and `social` count as answered. */
export type Outcome = 'answer' | 'social' | 'did-you-mean' | 'no-answer' | 'unsupported';

/** A question as far as it is understood before any intent looks at it. */
export interface Understanding {
  /** The question, cleaned and with spelling repaired; a name stands in it for what points a thing out. */
  readonly text: string;
  /** The same as it was said, where a name was put in. */
  readonly said?: string;
  readonly words: readonly Word[];
  /** The words of the question in full: its own, or with those that its thread adds. */
  readonly inFull: readonly Word[];
  readonly language: Language;
  readonly mentions: readonly Mention[];
  /** Entries the question is about, those named in so many words first; inherited ones too. */
  readonly entries: readonly string[];
  /** The entries that are named by more than an everyday word. */
  readonly namedEntries: readonly string[];
  /** The cluster that a field or a place describes ("the cluster in Ontario"), where no name is given. */
  readonly described: readonly string[];
  readonly attributes: readonly string[];
  /** Words that no content has, as the asker wrote them. */
  readonly unknownWords: readonly string[];
  /** Whether every word that the content has was read into the question by repairing its spelling. */
  readonly guessed: boolean;
  readonly hits: readonly Hit[];
  /** IDF-weighted share of the question's meaning that stands inside the given mentions, 0 to 1. */
  explainedBy(mentions: readonly Mention[], alsoWords?: ReadonlySet<string>): number;
}

/** One way to answer, with how sure it is (0 to 1) and why, for people. */
export interface Candidate {
  readonly intent: string;
  readonly args: Readonly<Record<string, string>>;
  readonly score: number;
  readonly because: string;
}

export interface IntentContext {
  readonly knowledge: Knowledge;
  readonly search: Search;
  readonly language: Language;
  readonly now: Date;
}

export interface Answer {
  readonly outcome: Outcome;
  readonly card: Card;
  /** `entry` or `entry#section`, the main one first. */
  readonly entries: readonly string[];
  readonly sources: readonly Source[];
}

export interface Intent {
  readonly id: string;
  /** Shown on the help card and in the documentation. */
  readonly description: Bilingual;
  readonly examples: Bilingual<readonly string[]>;
  /** Whole utterances that always mean this intent; no two intents may share one. */
  readonly names?: Bilingual<readonly string[]>;
  /** Words that begin an utterance of this intent: they are no slips, and tell its language. */
  readonly openers?: Bilingual<readonly string[]>;
  /** Checked for calls that come back from buttons. */
  readonly args: z.ZodType<Readonly<Record<string, string | undefined>>>;
  recognise(understanding: Understanding, context: IntentContext): readonly Candidate[];
  /** Whether there is an answer, where that is told sooner than the answer is made. */
  has?(args: Readonly<Record<string, string>>, context: IntentContext): boolean;
  /** Undefined when the arguments name something that the content does not have. */
  answer(args: Readonly<Record<string, string>>, context: IntentContext): Answer | undefined;
}
