/** The reply to a question that has no sure answer: the choices that it may mean, or what is nearest to it. */
import { didYouMeanCard } from '../cards/did-you-mean-card.ts';
import { noAnswerCard } from '../cards/no-answer-card.ts';
import type { Candidate } from '../intents/intent.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { longestQuestion } from './clean.ts';
import type { Decision } from './decide.ts';
import { subjectOf } from './follow-up.ts';
import { withCorrections } from './reply-of.ts';
import { offersOf } from './turn.ts';
import type { Question, Reply } from './types.ts';
import type { Understood } from './understand.ts';

export interface Undecided {
  readonly knowledge: Knowledge;
  /** What a choice is called on its button. */
  labels(candidate: Candidate): string;
}

/** @returns the reply but for how sure it is and how it came about */
export function undecided(
  question: Question,
  understood: Understood,
  decision: Exclude<Decision, { readonly kind: 'answer' }>,
  { knowledge, labels }: Undecided,
): Omit<Reply, 'confidence' | 'explanation'> {
  const { language } = understood;
  const card =
    decision.kind === 'did-you-mean'
      ? didYouMeanCard(
          language,
          decision.choices.map((choice) => ({ ...choice, label: labels(choice) })),
        )
      : noAnswerCard({
          language,
          unknownWords: understood.unknownWords,
          nearest: decision.nearest.flatMap(
            (hit) => knowledge.section(hit.args.entry ?? '', hit.args.section ?? '', language) ?? [],
          ),
        });
  return {
    outcome: decision.kind,
    answered: false,
    language,
    intent: decision.kind,
    card: withCorrections(card, understood),
    entries: [],
    sources: [],
    turn: {
      question: question.text.slice(0, longestQuestion),
      meaning: understood.meaning.slice(0, longestQuestion),
      language,
      intent: decision.kind,
      args: {},
      // An unanswered question does not change what the thread is about.
      entities: understood.namedEntries.length > 0 ? understood.namedEntries : subjectOf(question),
      repeatable: false,
      ...offersOf(card),
    },
  };
}
