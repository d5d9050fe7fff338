import type { Candidate } from '../intents/intent.ts';
import { joinedId } from '../intents/joined.ts';
import type { Language } from '../knowledge/language.ts';
import { keyOf } from '../search/passage.ts';
import type { Decision } from './decide.ts';
import type { Explanation, Question } from './types.ts';
import type { Understood } from './understand.ts';

/** How a reply came about, for people. */
export function explain(
  understood: Understood,
  decision: Decision,
  candidates: readonly Candidate[],
  question: Question,
): Explanation {
  // Answered in parts, the whole was searched for by nobody.
  const isInParts = decision.kind === 'answer' && decision.candidate.intent === joinedId;
  const named = new Set(understood.mentions.map((mention) => mention.id));
  return {
    language: { chosen: understood.language, because: understood.detected.because },
    normalised: understood.text,
    corrections: understood.corrections,
    entities: understood.mentions.map(({ words, kind, id }) => ({ words, kind, id })),
    unknownWords: understood.unknownWords,
    candidates: candidates
      .toSorted((a, b) => b.score - a.score)
      .map(({ intent, args, score, because }) => ({
        intent: [intent, ...Object.values(args)].join(' '),
        score,
        because,
      })),
    hits: (isInParts ? [] : understood.hits.slice(0, 5)).map((hit) => ({
      passage: keyOf(hit),
      score: hit.score,
      confidence: hit.confidence,
    })),
    inherited:
      question.turns.length > 0 || question.about ? understood.entries.filter((id) => !named.has(id)) : [],
    confidence: candidates.reduce((best, candidate) => Math.max(best, candidate.score), 0),
    decision: decision.because,
  };
}

/** Of a reply that needed no understanding. */
export function plainExplanation(text: string, language: Language, decision: string): Explanation {
  return {
    language: { chosen: language, because: 'not looked at' },
    normalised: text,
    corrections: [],
    entities: [],
    unknownWords: [],
    candidates: [],
    hits: [],
    inherited: [],
    confidence: 0,
    decision,
  };
}
