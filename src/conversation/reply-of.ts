/** An answer of an intent as the reply of a conversation. */
import type { Card, IntentCall } from '../cards/card.ts';
import { plain } from '../cards/card.ts';
import { string } from '../cards/strings.ts';
import type { Answer } from '../intents/intent.ts';
import { longestQuestion } from './clean.ts';
import { offersOf } from './turn.ts';
import type { Reply, Turn } from './types.ts';
import type { Understood } from './understand.ts';

/**
 * A reply but for how sure it is and why.
 *
 * @param question as it was written
 * @param meaning the question in full, for what follows it in the thread
 * @param entities what the thread is about, where the answer is about nothing
 */
export function replyOf(
  answer: Answer,
  call: IntentCall,
  question: string,
  meaning: string,
  entities: readonly string[],
): Omit<Reply, 'confidence' | 'explanation'> {
  const named = [...new Set(answer.entries.map((id) => id.split('#')[0]!))];
  const turn: Turn = {
    question: question.slice(0, longestQuestion),
    meaning: meaning.slice(0, longestQuestion),
    language: call.language,
    intent: call.intent,
    args: call.args,
    // A greeting does not change what the thread is about.
    entities: named.length > 0 ? named : entities,
    repeatable: answer.outcome === 'answer',
    ...offersOf(answer.card),
  };
  return {
    outcome: answer.outcome,
    answered: answer.outcome === 'answer' || answer.outcome === 'social',
    language: call.language,
    intent: call.intent,
    card: answer.card,
    ...(answer.outcome === 'answer' && { call }),
    entries: answer.entries,
    sources: [...new Set(answer.sources.map((source) => source.url))],
    turn,
  };
}

/** Tells which words were read differently from how they were written. */
export function withCorrections(card: Card, understood: Understood): Card {
  if (understood.corrections.length === 0) return card;
  const words = understood.corrections.map((correction) => correction.to).join(', ');
  const text = string('showingResults', card.language, { words });
  return { ...card, elements: [{ type: 'context', text: plain(text) }, ...card.elements] };
}
