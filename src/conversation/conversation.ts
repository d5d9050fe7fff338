/** Understands an utterance in its thread, runs an intent, and decides between answer, question and no-answer. */

import type { IntentCall } from '../cards/card.ts';
import { answerLength, longestAnswer } from '../cards/text.ts';
import type { Answer, Candidate, IntentContext } from '../intents/intent.ts';
import { findAttribute } from '../intents/lookup.ts';
import { checkIntentNames, findIntent, intents } from '../intents/registry.ts';
import { foldPhrase } from '../knowledge/fold.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Language } from '../knowledge/language.ts';
import type { Word } from '../search/analysis.ts';
import type { SearchData } from '../search/search-data.ts';
import { ofAnyPlace, publicContracts } from './any-place.ts';
import { besideOthers } from './beside-others.ts';
import { clean, longestQuestion, longestRead } from './clean.ts';
import { type Decision, decide } from './decide.ts';
import { explain, plainExplanation } from './explain.ts';
import { subjectOf, withinTopic } from './follow-up.ts';
import { withoutHearsay } from './hearsay.ts';
import { type AnswerOfPart, inParts } from './in-parts.ts';
import { createReader } from './in-thread.ts';
import { nearTie } from './near-tie.ts';
import { notice } from './notice.ts';
import { ofWhatWasShown } from './of-what-was-shown.ts';
import { isForTheGuide, isPlainCommand, mayBeOverheard } from './overheard.ts';
import { inPlainWords } from './plain-words.ts';
import { asWhole, readAgain } from './read-again.ts';
import { replyOf, withCorrections } from './reply-of.ts';
import { foundAnew, repeatedCall, withFocus } from './same-of-another.ts';
import { type ThreadCommand, threadCommand } from './thread-commands.ts';
import { type Thresholds, thresholds as tuned } from './thresholds.ts';
import { askedAlone, withoutAfterthought } from './told-and-asked.ts';
import type { Conversation, Question, Reply, Turn } from './types.ts';
import { undecided } from './undecided.ts';
import type { Understood } from './understand.ts';

export interface ConversationOptions {
  /** Used when neither the words, the thread nor the asker tell the language. */
  readonly defaultLanguage: Language;
  /** Others than the tuned ones: only who derives them passes some. */
  readonly thresholds?: Thresholds;
  /** What the knowledge was read to be for the search, where that was kept. */
  readonly searchData?: SearchData | undefined;
}

/** What may answer a question as it was read, and what does. */
interface Considered {
  readonly candidates: readonly Candidate[];
  readonly decision: Decision;
  readonly now: Date;
}

/** @throws Error when two intents claim the same words */
export function createConversation(knowledge: Knowledge, options: ConversationOptions): Conversation {
  checkIntentNames();
  const { thresholds = tuned } = options;
  const reader = createReader(knowledge, options.defaultLanguage, options.searchData);
  const { search } = reader;
  // A candidate is answered to find out whether it can be, and again when it is chosen.
  const answers = new WeakMap<
    Candidate,
    { readonly language: Language; readonly now: Date; readonly answer: Answer | undefined }
  >();

  const considered = new WeakMap<Understood, Considered>();

  function ask(question: Question): Reply {
    // Thanks in between change nothing of what is talked about. The list is made anew for each question that somebody
    // asks: what is asked on the way to its answer is read once.
    const turns = question.turns.filter((turn) => !pleasantries.has(turn.intent));
    return asking({ ...question, turns });
  }

  function asking(question: Question): Reply {
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
    const command = threadCommand(foldPhrase(text), question.turns);
    if (command) return callInThread(command, question);
    const bare = withoutHearsay(text) ?? inPlainWords(text) ?? withoutAfterthought(text, search);
    const answered = bare === undefined ? undefined : asking({ ...question, text: bare });
    if (answered?.outcome === 'answer' && answered.confidence >= surelyMeant) return answered;
    const understood = reader.understand(text, question);
    if (understood.detected.foreign && understood.entries.length === 0) {
      return notice(question, text, language, 'otherLanguage', 'the words are in neither language');
    }
    const ofPart: AnswerOfPart = (clause, turns) => partAnswer(clause, understood, question, turns);
    const parts = inParts(
      text,
      question.turns,
      understood,
      () => consider(understood, question).decision,
      ofPart,
      (attribute) => findAttribute(knowledge, attribute)?.section,
    );
    // A part that is itself put together of several is not put together once more.
    const joined = parts && runs(parts, contextOf(understood, question)) ? parts : undefined;
    const { decision, candidates } = joined
      ? { decision: decide([joined], thresholds), candidates: [joined] }
      : withTie(consider(understood, question), understood, question);
    const isOfContracts = decision.kind === 'answer' && decision.candidate.args.entry === publicContracts;
    const anywhere = isOfContracts
      ? undefined
      : ofAnyPlace(understood.words, understood.mentions, understood.language);
    if (anywhere !== undefined) {
      const reply = asking({ ...question, text: anywhere, language: understood.language });
      if (reply.entries.some((place) => place.startsWith(`${publicContracts}#`))) return reply;
    }
    const again = readAgain(text, decision, {
      search,
      language: understood.language,
      thresholds,
      askOf: (rest) => asking({ ...question, text: rest, language: understood.language }),
    });
    if (again) return again;
    const ofShown =
      decision.kind === 'answer'
        ? undefined
        : ofWhatWasShown(text, understood, {
            last: question.turns.at(-1),
            ...{ search, knowledge },
            askOf: (joined) =>
              asking({ ...question, text: joined, turns: [], language: understood.language }),
          });
    if (ofShown) return ofShown;
    if (answered?.outcome === 'answer' && decision.kind !== 'answer') return answered;
    return replyTo(question, understood, contextOf(understood, question), decision, candidates);
  }

  /** Two answers that are too long together are no better than the first alone. */
  function withTie(
    { decision, candidates }: Considered,
    understood: Understood,
    question: Question,
  ): Pick<Considered, 'decision' | 'candidates'> {
    // Beside what is told of the cluster that is named, nothing of another one.
    const named = understood.mentions.filter(({ kind, id }) => kind === 'entry' && search.namesCluster([id]));
    const hits = understood.hits.filter(
      ({ entry }) =>
        named.length === 0 || !search.namesCluster([entry]) || named.some(({ id }) => id === entry),
    );
    const tie = nearTie(decision, candidates, hits, thresholds, (candidate) => ({
      ...candidate,
      ...withFocus(candidate, understood, knowledge, search),
    }));
    if (tie?.kind !== 'answer') return { decision, candidates };
    const answer = answerOf(tie.candidate, contextOf(understood, question));
    const isShort = answer && answerLength(answer.card) <= longestAnswer;
    return { decision: isShort ? tie : decision, candidates };
  }

  function overhear(said: Question): Reply | undefined {
    const question = { ...said, turns: [...said.turns] };
    const text = clean(question.text.slice(0, longestRead));
    if (question.turns.length === 0) return undefined;
    if (threadCommand(foldPhrase(text), question.turns)) {
      const shown = isPlainCommand(text) ? ask(question) : undefined;
      return shown?.outcome === 'answer' ? shown : undefined;
    }
    if (!mayBeOverheard(text)) return undefined;
    const byItself = { ...question, turns: [] };
    const reply = ask(question);
    const heard = {
      ...{ inThread: reader.understand(text, question), reply },
      ...{ alone: reader.understand(text, byItself), standing: ask(byItself) },
      stem: (word: Word) => search.lexicon.stem(word, reply.language),
    };
    return isForTheGuide(heard) ? reply : undefined;
  }

  function contextOf({ language }: Understood, { now }: Question): IntentContext {
    return { knowledge, search, language, now };
  }

  /** Once for each reading, which is of one question in one thread. */
  function consider(understood: Understood, question: Question): Considered {
    const known = considered.get(understood);
    if (known?.now === question.now) return known;
    const anew = { ...considerAnew(understood, question), now: question.now };
    considered.set(understood, anew);
    return anew;
  }

  function considerAnew(understood: Understood, question: Question) {
    const context = contextOf(understood, question);
    const repeated =
      repeatedCall(understood, question.turns) ??
      foundAnew(understood, question.turns) ??
      besideOthers(understood, question.turns, knowledge, search.gazetteer);
    const candidates = [
      ...(repeated
        ? [
            {
              ...withFocus(repeated, understood, knowledge, search),
              score: 1,
              because: 'asks the earlier question of another name',
            },
          ]
        : []),
      ...intents.flatMap((intent) => intent.recognise(understood, context)),
    ].filter(
      (candidate) =>
        runs(candidate, context) &&
        // "And NGen?" asks the earlier question of it, not for NGen as a whole.
        !(understood.elliptic && asWhole.has(candidate.intent)),
    );
    return {
      candidates,
      decision: decide(withinTopic(candidates, understood, question.turns), thresholds),
    };
  }

  /** What answers a part of a question by itself, and the turn it leaves for the next part to lean on. */
  function partAnswer(said: string, whole: Understood, question: Question, turns: readonly Turn[]) {
    const asked = askedAlone(said, search) ?? said;
    const clause = inPlainWords(asked) ?? asked;
    const part = { ...question, text: clause, turns, language: whole.language };
    const understood = reader.understand(clause, part);
    const { decision } = consider(understood, part);
    if (decision.kind !== 'answer') return undefined;
    const { intent, args } = decision.candidate;
    const answer = answerOf(decision.candidate, contextOf(whole, question));
    if (answer?.outcome !== 'answer') return undefined;
    const { turn } = replyOf(answer, { intent, args, language: whole.language }, clause, clause, []);
    return { candidate: decision.candidate, turn };
  }

  /** A repeated question may name a section that the other entry does not have. */
  function runs(candidate: Candidate, context: IntentContext): boolean {
    const { has } = findIntent(candidate.intent) ?? {};
    return has ? has(candidate.args, context) : answerOf(candidate, context) !== undefined;
  }

  /** Undefined where the intent has none for what it is given. */
  function answerOf(candidate: Candidate, context: IntentContext): Answer | undefined {
    const { language, now } = context;
    const known = answers.get(candidate);
    if (known?.language === language && known.now === now) return known.answer;
    const answer = findIntent(candidate.intent)?.answer(candidate.args, context);
    answers.set(candidate, { language, now, answer });
    return answer;
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
      const answer = answerOf(decision.candidate, context)!;
      return {
        ...replyOf(
          answer,
          { intent, args, language },
          question.text,
          understood.meaning,
          subjectOf(question),
        ),
        card: withCorrections(answer.card, understood),
        confidence: decision.candidate.score,
        explanation,
      };
    }
    const confidence = candidates.reduce((best, candidate) => Math.max(best, candidate.score), 0);
    const labels = (candidate: Candidate) => labelOf(candidate, context);
    return { ...undecided(question, understood, decision, { knowledge, labels }), confidence, explanation };
  }

  function labelOf(candidate: Candidate, context: IntentContext): string {
    const answer = answerOf(candidate, context);
    const title = answer?.card.elements.find((element) => element.type === 'title');
    return title?.type === 'title' ? title.text : candidate.intent;
  }

  function call(request: IntentCall, now: Date): Reply {
    const question: Question = { text: '', language: request.language, now, turns: [] };
    return callInThread({ call: request, because: 'a button' }, question);
  }

  function callInThread({ call: request, because, meaning }: ThreadCommand, question: Question): Reply {
    const intent = findIntent(request.intent);
    const args = intent?.args.safeParse(request.args);
    const context: IntentContext = { knowledge, search, language: request.language, now: question.now };
    const answer = args?.success ? intent?.answer(request.args, context) : undefined;
    if (!answer) {
      return notice(question, question.text, request.language, 'expired', 'what it names is not there');
    }
    return {
      ...replyOf(answer, request, question.text, meaning ?? question.text, subjectOf(question)),
      confidence: 1,
      explanation: plainExplanation(question.text, request.language, because),
    };
  }

  return { ask, call, overhear };
}

/** From here a question without what only tells where it comes from is the one that is asked. */
const surelyMeant = 0.6;

/** Intents after which a thread goes on where it was. */
const pleasantries = new Set(['thanks', 'greeting', 'small-talk']);
