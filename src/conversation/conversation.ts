/** Understands an utterance in its thread, runs an intent, and decides between answer, question and no-answer. */

import type { Card, IntentCall } from '../cards/card.ts';
import { plain } from '../cards/card.ts';
import { didYouMeanCard } from '../cards/did-you-mean-card.ts';
import { noAnswerCard } from '../cards/no-answer-card.ts';
import { string } from '../cards/strings.ts';
import type { Answer, Candidate, IntentContext } from '../intents/intent.ts';
import { checkIntentNames, findIntent, intents } from '../intents/registry.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Language } from '../knowledge/language.ts';
import { createSearch } from '../search/search.ts';
import { createSpelling } from '../search/spelling.ts';
import { clean, longestQuestion, longestRead } from './clean.ts';
import { type Decision, decide } from './decide.ts';
import { explain, plainExplanation } from './explain.ts';
import { inheritedEntries, repeatedCall, subjectOf, withinTopic } from './follow-up.ts';
import { notice } from './notice.ts';
import type { Conversation, Question, Reply, Turn } from './types.ts';
import { type Understood, understand } from './understand.ts';

export interface ConversationOptions {
  /** Used when neither the words, the thread nor the asker tell the language. */
  readonly defaultLanguage: Language;
}

/** @throws Error when two intents claim the same words */
export function createConversation(knowledge: Knowledge, options: ConversationOptions): Conversation {
  checkIntentNames();
  const search = createSearch(knowledge);
  const spelling = createSpelling(search.lexicon);

  function ask(question: Question): Reply {
    const text = clean(question.text.slice(0, longestRead));
    const language = question.language ?? question.turns.at(-1)?.language ?? options.defaultLanguage;
    if (!/[\p{L}\p{N}]/u.test(text)) {
      // `/ceta` alone asks for what the command is about.
      if (text === '' && question.about) {
        return call({ intent: 'topic', args: { entry: question.about }, language }, question.now);
      }
      return notice(question, text, language, 'empty', 'nothing to read');
    }
    if (text.length > longestQuestion || question.text.length > longestRead) {
      return notice(question, text.slice(0, 100), language, 'tooLong', `longer than ${longestQuestion}`);
    }
    const understood = understandInThread(text, question);
    if (understood.detected.foreign && understood.entries.length === 0) {
      return notice(question, text, language, 'otherLanguage', 'the words are in neither language');
    }
    const context: IntentContext = { knowledge, search, language: understood.language, now: question.now };
    const repeated = repeatedCall(understood, question.turns);
    const candidates = [
      ...(repeated ? [{ ...repeated, score: 1, because: 'asks the earlier question of another name' }] : []),
      ...intents.flatMap((intent) => intent.recognise(understood, context)),
    ].filter((candidate) => runs(candidate, context));
    const decision = decide(withinTopic(candidates, understood, question.turns));
    return replyTo(question, understood, context, decision, candidates);
  }

  function understandInThread(text: string, question: Question): Understood {
    const input = {
      text,
      preferred: question.language,
      previous: question.turns.at(-1)?.language,
      fallback: options.defaultLanguage,
    };
    const alone = understand(input, search, spelling);
    const inherited = inheritedEntries(alone, question.turns).filter(
      // `/ceta` says what it is about: an earlier topic counts only where it belongs to that.
      (id) => !question.about || id === question.about || parentOf(id) === question.about,
    );
    const scope = question.about && alone.entries.length === 0 ? [question.about] : [];
    const about = inherited.length > 0 ? inherited : scope;
    return about.length > 0 ? understand({ ...input, inherited: about }, search, spelling) : alone;
  }

  function parentOf(id: string): string | undefined {
    return knowledge.entry(id, 'en')?.parent;
  }

  /** A repeated question may name a section that the other entry does not have. */
  function runs(candidate: Candidate, context: IntentContext): boolean {
    return findIntent(candidate.intent)?.answer(candidate.args, context) !== undefined;
  }

  function replyTo(
    question: Question,
    understood: Understood,
    context: IntentContext,
    decision: Decision,
    candidates: readonly Candidate[],
  ): Reply {
    const explanation = explain(understood, decision, candidates, question);
    const { language } = understood;
    if (decision.kind === 'answer') {
      const { intent, args } = decision.candidate;
      const answer = findIntent(intent)!.answer(args, context)!;
      return {
        ...replyOf(answer, { intent, args, language }, question.text, subjectOf(question)),
        card: withCorrections(answer.card, understood),
        confidence: decision.candidate.score,
        explanation,
      };
    }
    const card =
      decision.kind === 'did-you-mean'
        ? didYouMeanCard(
            language,
            decision.choices.map((choice) => ({ ...choice, label: labelOf(choice, context) })),
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
      confidence: candidates.reduce((best, candidate) => Math.max(best, candidate.score), 0),
      card: withCorrections(card, understood),
      entries: [],
      sources: [],
      turn: {
        question: question.text.slice(0, longestQuestion),
        language,
        intent: decision.kind,
        args: {},
        // An unanswered question does not change what the thread is about.
        entities: understood.namedEntries.length > 0 ? understood.namedEntries : subjectOf(question),
      },
      explanation,
    };
  }

  function labelOf(candidate: Candidate, context: IntentContext): string {
    const answer = findIntent(candidate.intent)?.answer(candidate.args, context);
    const title = answer?.card.elements.find((element) => element.type === 'title');
    return title?.type === 'title' ? title.text : candidate.intent;
  }

  function call(request: IntentCall, now: Date): Reply {
    const intent = findIntent(request.intent);
    const args = intent?.args.safeParse(request.args);
    const context: IntentContext = { knowledge, search, language: request.language, now };
    const answer = args?.success ? intent?.answer(request.args, context) : undefined;
    const question: Question = { text: '', language: request.language, now, turns: [] };
    if (!answer)
      return notice(question, '', request.language, 'expired', 'the button names what is not there');
    return {
      ...replyOf(answer, request, '', []),
      confidence: 1,
      explanation: plainExplanation('', request.language, 'a button'),
    };
  }

  return { ask, call };
}

function replyOf(
  answer: Answer,
  call: IntentCall,
  question: string,
  entities: readonly string[],
): Omit<Reply, 'confidence' | 'explanation'> {
  const named = [...new Set(answer.entries.map((id) => id.split('#')[0]!))];
  const turn: Turn = {
    question: question.slice(0, longestQuestion),
    language: call.language,
    intent: call.intent,
    args: call.args,
    // A greeting does not change what the thread is about.
    entities: named.length > 0 ? named : entities,
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
function withCorrections(card: Card, understood: Understood): Card {
  if (understood.corrections.length === 0) return card;
  const words = understood.corrections.map((correction) => correction.to).join(', ');
  const text = string('showingResults', card.language, { words });
  return { ...card, elements: [{ type: 'context', text: plain(text) }, ...card.elements] };
}
