/**
 * "Where do we get such a number?", "is that in force yet?": a follow-up that fits best what was just told, but is too
 * short to be sure of it. Together with the question before it may be.
 */
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Section } from '../knowledge/types.ts';
import { type Form, formsIn, isGrammar, type Word } from '../search/analysis.ts';
import type { Search } from '../search/search.ts';
import { textsOf } from '../search/section-texts.ts';
import { shownFirst } from './beside-others.ts';
import type { Reply, Turn } from './types.ts';
import type { Understood } from './understand.ts';

export interface Shown {
  readonly last: Turn | undefined;
  readonly search: Search;
  readonly knowledge: Knowledge;
  /** Asks a question that stands by itself. */
  readonly askOf: (text: string) => Reply;
}

/** Words. A longer question says itself what it is about. */
const mostWords = 14;
const surely = 0.75;
/** They ask of something, and say nothing of it. */
const ofNothing =
  /^(?:first|second|third|fourth|last|month|months|year|years|day|days|date|yet|already|mois|annees?|jours?|premiere?|deuxieme|troisieme|derniere?)$/;

/** @returns undefined where nothing was shown, or what is asked fits something else or nothing of it */
export function ofWhatWasShown(
  text: string,
  understood: Understood,
  { last, search, knowledge, askOf }: Shown,
): Reply | undefined {
  const shown = shownFirst(last);
  const [best] = understood.hits;
  if (!last || !shown || !best?.section || best.entry !== shown.args.entry) return undefined;
  if (understood.words.length > mostWords || understood.namedEntries.length > 0) return undefined;
  const own = understood.words.filter(
    (word) => !isGrammar(word.folded) && !search.frames(word, understood.language),
  );
  const section = knowledge.section(best.entry, best.section, understood.language);
  if (!section || own.some((word) => !search.knows(word)) || !isToldIn(section, own, understood, search))
    return undefined;
  const reply = askOf(`${text.replace(/[?!.\s]{1,5}$/u, '')} ${last.meaning}`);
  const isTheSame = reply.entries[0] === `${best.entry}#${best.section}`;
  return reply.outcome === 'answer' && isTheSame && reply.confidence >= surely ? reply : undefined;
}

/** Whether a section has one of the words, or there is none that says anything. */
function isToldIn(
  section: Section,
  own: readonly Word[],
  { language, mentions, words }: Understood,
  search: Search,
): boolean {
  const asksOnly = (word: Word) =>
    ofNothing.test(word.folded) ||
    mentions.some(
      ({ kind, start, end }) =>
        kind === 'attribute' && start <= words.indexOf(word) && words.indexOf(word) < end,
    );
  const telling = own.filter((word) => !asksOnly(word));
  if (telling.length === 0) return true;
  const stem = (word: Form) => search.lexicon.stem(word, language);
  const told = new Set(textsOf(section).flatMap(formsIn).map(stem));
  return telling.some((word) => told.has(stem(word)));
}
