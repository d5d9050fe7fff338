/** A question that finds nothing as it stands, read once more without what says nothing of it. */
import type { Language } from '../knowledge/language.ts';
import type { Search } from '../search/search.ts';
import type { Decision } from './decide.ts';
import { withoutPreface } from './preface.ts';
import type { Thresholds } from './thresholds.ts';
import { askedAlone, askedOfTold } from './told-and-asked.ts';
import type { Reply } from './types.ts';
import { withoutAsker } from './who-asks.ts';
import { withoutTeller } from './who-tells.ts';

/** Less is left to be understood, so that it must be a little surer than another answer. */
const surer = 0.04;
/** Below this an answer may be one to what is told before the question; the question's own must be so much surer. */
const fairlySure = 0.8;
const surely = 0.7;
/** From here what a text asks by itself is meant, where the whole of it finds nothing. */
const fairly = 0.6;
const clearly = 0.15;

/** Intents that quote what fits best. */
const ofPassages = new Set(['section', 'either', 'find']);

/** Intents that tell of an entry as a whole. */
export const asWhole: ReadonlySet<string> = new Set(['profile', 'topic', 'definition']);

export interface Again {
  readonly search: Search;
  /** What tells who asks is known by the words of the language. */
  readonly language: Language;
  readonly thresholds: Thresholds;
  /** Asks what is left of the question. */
  readonly askOf: (rest: string) => Reply;
}

/** @returns undefined where the question is answered as it stands, or no better without what tells who asks it */
export function readAgain(
  text: string,
  decision: Decision,
  { search, language, thresholds, askOf }: Again,
): Reply | undefined {
  if (decision.kind !== 'answer') {
    const rest = withoutPreface(text);
    if (rest !== undefined) {
      const reply = askOf(rest);
      return reply.answered ? reply : undefined;
    }
    const bare = language === 'en' ? withoutAsker(text, search) : withoutTeller(text);
    const reply = bare && askOf(bare.text);
    if (reply?.outcome === 'answer' && reply.confidence >= thresholds.answer + surer) return reply;
    return (
      surelyAnswered(askedAlone(text, search), fairly, askOf) ??
      surelyAnswered(askedOfTold(text, language, search), fairly, askOf)
    );
  }
  const { intent, score } = decision.candidate;
  if (score >= fairlySure || !ofPassages.has(intent)) return undefined;
  // What is told before the question may have led away from it.
  const bare = language === 'en' ? withoutAsker(text, search) : withoutTeller(text);
  const reply = bare?.toldByAsker ? askOf(bare.text) : undefined;
  const isBetter = reply?.outcome === 'answer' && reply.confidence >= Math.max(surely, score + clearly);
  if (isBetter && !asWhole.has(reply.intent)) return reply;
  const sure = Math.max(surely, score + clearly);
  return (
    surelyAnswered(askedAlone(text, search), sure, askOf) ??
    surelyAnswered(askedOfTold(text, language, search), sure, askOf)
  );
}

function surelyAnswered(
  asked: string | undefined,
  sure: number,
  askOf: (rest: string) => Reply,
): Reply | undefined {
  const reply = asked === undefined ? undefined : askOf(asked);
  return reply?.outcome === 'answer' && reply.confidence >= sure ? reply : undefined;
}
