/** Asks the questions, the context of each first, and scores the answers. */
import { toText } from '../../src/cards/text.ts';
import { longestText } from '../../src/cli/print.ts';
import type { Conversation, Turn } from '../../src/conversation/types.ts';
import { type Item, type Part, partOf } from './items.ts';
import { type Score, score } from './score.ts';

export interface Result extends Score {
  readonly item: Item;
  readonly part: Part;
  readonly answered: boolean;
  readonly language: string;
  readonly intent: string;
  readonly entries: readonly string[];
  readonly confidence: number;
  readonly decision: string;
  /** As a program would read it: at most 1,200 characters. */
  readonly text: string;
  /** Characters of the whole answer. */
  readonly length: number;
  /** Milliseconds the last question took. */
  readonly ms: number;
}

/** @param now the moment as of which the answers are given */
export function run(items: readonly Item[], conversation: Conversation, now: Date): Result[] {
  return items.map((item) => {
    const turns: Turn[] = [];
    for (const text of item.context ?? []) turns.push(conversation.ask({ text, now, turns }).turn);
    const started = performance.now();
    const reply = conversation.ask({ text: item.question, now, turns });
    const ms = performance.now() - started;
    const text = toText(reply.card, { only: 'answer', maximum: longestText });
    return {
      item,
      part: partOf(item.id),
      ...score(item, { answered: reply.answered, language: reply.language, entries: reply.entries, text }),
      answered: reply.answered,
      language: reply.language,
      intent: reply.intent,
      entries: reply.entries,
      confidence: reply.confidence,
      decision: reply.explanation.decision,
      text,
      length: toText(reply.card, { only: 'answer' }).length,
      ms,
    };
  });
}
