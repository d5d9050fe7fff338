import { inDirection } from '../intents/direction.ts';
import type { Understanding } from '../intents/intent.ts';
import { isNameOfFirm } from '../intents/refused-forms.ts';
import { languageOfName } from '../intents/registry.ts';
import { type Language, otherLanguage } from '../knowledge/language.ts';
import { isGrammar, isQuestionWord, isStopWord, phraseOf, type Word, wordsOf } from '../search/analysis.ts';
import type { Lexicon } from '../search/lexicon.ts';
import type { Mention } from '../search/mention.ts';
import type { Target } from '../search/passage.ts';
import type { Hit, Search } from '../search/search.ts';
import type { Spelling } from '../search/spelling.ts';
import { withoutHome } from './at-home.ts';
import { writtenOut } from './chat-spelling.ts';
import { describedEntries } from './described.ts';
import { type DetectedLanguage, detectLanguage } from './language.ts';
import { withClusterNamed } from './pointed-out.ts';
import { asksForNames, isBare } from './rewritten.ts';
import { agreementMeant, withAgreementNamed } from './the-agreement.ts';
import { isCircumstance, sentencesOf } from './told-and-asked.ts';

export interface Understood extends Understanding {
  readonly detected: DetectedLanguage;
  readonly corrections: readonly { readonly from: string; readonly to: string }[];
  /** The question in full: its own words and those that its thread adds. */
  readonly meaning: string;
  /** Whether its thread had to add words before it could be searched for. */
  readonly elliptic: boolean;
  /** How much the likest question that the content knows has in common with this one, 0 to 1. */
  likest(): number;
}

export interface UnderstandInput {
  /** Cleaned. */
  readonly text: string;
  readonly preferred?: Language | undefined;
  readonly previous?: Language | undefined;
  readonly fallback: Language;
  /** Whether something was said before: "the one in Quebec" then means a cluster that was shown. */
  readonly inThread: boolean;
  /** Entries to add when the question names none of its own (a follow-up, `/ceta`). */
  readonly inherited?: readonly string[];
  /** What answered the question before in the thread, where this one leans on it. */
  readonly answeredBefore?: Target | undefined;
  /** The earlier question of the thread, where this one leans on it. */
  readonly earlier?: string | undefined;
  /** The question with what its thread adds, where it is too short to be searched for as it stands. */
  readonly rewritten?: string | undefined;
}

/** Words → names, language, hits: everything that is found before an intent decides. */
export function understand(input: UnderstandInput, search: Search, spelling: Spelling): Understood {
  const { text, words, corrections } = repair(input.text, spelling, search);
  const nameLanguage = languageOfName(phraseOf(words)) ?? search.languageOfTerm(phraseOf(words));
  const found = search.gazetteer.find(words);
  const named =
    withClusterNamed(text, words, found, input.inThread, search) ??
    withoutHome(text, words, found, search) ??
    (input.inThread || (input.inherited ?? []).length > 0
      ? undefined
      : withAgreementNamed(text, words, found));
  if (named !== undefined) {
    return { ...understand({ ...input, text: named }, search, spelling), corrections, said: text };
  }
  const detected = detectLanguage({
    words,
    mentions: found,
    nameLanguage,
    knows: (word, language) => search.knowsIn(word, language),
    writes: (word, language) => search.lexicon.writtenIn(word.folded, language),
    spelt: (word) => search.lexicon.surface(word.folded),
    preferred: input.preferred,
    previous: input.previous,
    fallback: input.fallback,
  });
  const language = detected.chosen;
  const sentences = sentencesOf(text);
  const mentions = found.filter(
    (mention) =>
      !isForeignHomograph(mention, words, language, search.lexicon) &&
      !isAskedFor(mention, found) &&
      !isCircumstance(mention, text, sentences, words),
  );
  const proper = mentions.filter((mention) => mention.kind === 'entry' && !mention.weak);
  const hinted = mentions.filter((mention) => mention.kind === 'entry' && mention.weak);
  const ids = (list: readonly Mention[]) => [...new Set(list.map((mention) => mention.id))];
  const namedEntries = ids(proper);
  const inherited = input.inherited ?? [];
  const entries = [...new Set([...namedEntries, ...ids(hinted), ...inherited])];
  const clusters = describedEntries(words, mentions, [...namedEntries, ...inherited], input.inThread, search);
  // In a thread "the agreement" is the one it is about.
  const described =
    clusters.length > 0 || input.inThread || inherited.length > 0
      ? clusters
      : agreementMeant(phraseOf(words), mentions);
  const inFull = input.rewritten === undefined ? words : wordsOf(input.rewritten);
  // Searched when first looked at, which takes longest: what leans on its thread is read once more, and searched once.
  let hits: readonly Hit[] | undefined;
  const query = {
    words: inFull,
    language,
    repaired: corrections.length > 0,
    about: described,
    inherited,
    previous: input.answeredBefore,
    earlier: wordsOf(input.earlier ?? ''),
  };
  return {
    text,
    words,
    inFull,
    language,
    detected,
    corrections,
    mentions,
    entries,
    namedEntries,
    described,
    attributes: ids(
      // The longer the words, the surer the attribute: "first award" before "funding".
      mentions
        .filter(
          (mention) =>
            mention.kind === 'attribute' &&
            // Beside the words that its thread adds, "since when?" and "name them" ask for no attribute of their own.
            !(input.rewritten !== undefined && (isBare(mention, true) || asksForNames(phraseOf(words)))),
        )
        .toSorted((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start),
    ),
    unknownWords: unknownWords(words, search, language),
    guessed: corrections.length > 0 && isGuessed(words, corrections, search, language),
    meaning: input.rewritten ?? text,
    elliptic: input.rewritten !== undefined,
    likest: () => search.likest(query),
    get hits() {
      hits ??= inDirection(
        search.find(query),
        inFull,
        inFull === words ? mentions : search.gazetteer.find(inFull),
      );
      return hits;
    },
    explainedBy: (list, also) => explainedBy(words, list, also ?? new Set(), language, search),
  };
}

/** "Renewal" is what is asked for, not renewable energy, though their stems are one. */
function isAskedFor(mention: Mention, all: readonly Mention[]): boolean {
  if (!['sector', 'technology', 'province'].includes(mention.kind)) return false;
  return all.some(
    ({ kind, start, end }) => kind === 'attribute' && start <= mention.start && mention.end <= end,
  );
}

const beforeNouns = new Set('l d le la les un une de du des pour avec par sur dans sans the an'.split(' '));

/**
 * « J'ai » is no AI and « car » no car: a grammar word of the language, a name only in the other. Nor is « départ »
 * a department: what only this language writes is no form of a word of the other.
 */
function isForeignHomograph(mention: Mention, words: readonly Word[], language: Language, lexicon: Lexicon) {
  if (mention.end - mention.start !== 1 || mention.languages.includes(language)) return false;
  const { folded } = words[mention.start]!;
  if (isStopWord(folded, language)) {
    // « La grappe de l'AI » is one all the same: no verb follows an article or a preposition.
    return !beforeNouns.has(words[mention.start - 1]?.folded ?? '');
  }
  return lexicon.writtenIn(folded, language) && !lexicon.writtenIn(folded, otherLanguage(language));
}

/** CargoM is a name and no slip of « cargos »; HorizonEurope lacks a space, ProteinIndustres is one of ours. */
const innerCapital = /\p{Ll}{2}\p{Lu}/u;

function mayBeName(read: string, gazetteer: Search['gazetteer']): boolean {
  return read.includes(' ') || gazetteer.find(wordsOf(read)).some(({ kind }) => kind === 'entry');
}

/** More unknown words than this in one question are no slips. */
const mostSlips = 40;

/** Replaces words that nobody wrote by the word that was meant; « bon matin » is meant as it is. */
function repair(typedText: string, spelling: Spelling, { lexicon, gazetteer }: Search) {
  const corrections: { from: string; to: string }[] = [];
  const text = writtenOut(typedText);
  const typed = wordsOf(text);
  if (languageOfName(phraseOf(typed))) return { text, words: typed, corrections };
  // Each takes its time, and nobody slips so often: it is another language, or none.
  if (typed.filter((word) => !spelling.knows(word)).length > mostSlips)
    return { text, words: typed, corrections };
  const spoken = spokenIn(typed, lexicon);
  let repaired = '';
  let position = 0;
  for (const [at, word] of typed.entries()) {
    const written = text.slice(word.start, word.end);
    const read = isNameOfFirm({ text, words: typed, at }) ? undefined : spelling.correct(word, spoken);
    const meant = read && (!innerCapital.test(written) || mayBeName(read, gazetteer)) ? read : undefined;
    repaired += text.slice(position, word.start) + (meant ?? written);
    position = word.end;
    if (meant) corrections.push({ from: written, to: meant });
  }
  repaired += text.slice(position);
  return { text: repaired, words: wordsOf(repaired), corrections };
}

/** The language of most words that only one has; undefined where they do not tell. */
function spokenIn(words: readonly Word[], lexicon: Lexicon): Language | undefined {
  const has = ({ folded }: Word, language: Language) =>
    lexicon.writtenIn(folded, language) || isStopWord(folded, language) || isQuestionWord(folded, language);
  const english = words.filter((word) => has(word, 'en') && !has(word, 'fr')).length;
  const french = words.filter((word) => has(word, 'fr') && !has(word, 'en')).length;
  return english > french ? 'en' : french > english ? 'fr' : undefined;
}

/** Words that neither the content has nor the vocabulary explains: "climb" stands for growth. */
function unknownWords(words: readonly Word[], search: Search, language: Language): string[] {
  const meant = search.gazetteer.concepts(words, language);
  const unknown = words.filter(
    (word, at) =>
      !meant.some(({ start, end }) => start <= at && at < end) &&
      !isGrammar(word.folded) &&
      !search.knows(word),
  );
  return [...new Set(unknown.map((word) => word.surface))];
}

/** "xyzzy plugh" is not about plugs: beside a word that nobody knows, a repaired one proves nothing. */
function isGuessed(
  words: readonly Word[],
  corrections: Understood['corrections'],
  search: Search,
  language: Language,
): boolean {
  const repaired = new Set(corrections.flatMap(({ to }) => wordsOf(to).map(({ folded }) => folded)));
  const meaning = words.filter((word) => !search.frames(word, language));
  return (
    meaning.some((word) => !search.knows(word)) &&
    meaning.every((word) => repaired.has(word.folded) || !search.knows(word))
  );
}

function explainedBy(
  words: readonly Word[],
  mentions: readonly Mention[],
  also: ReadonlySet<string>,
  language: Language,
  search: Search,
): number {
  let explained = 0;
  let total = 0;
  for (const [index, word] of words.entries()) {
    const inMention = mentions.some((mention) => mention.start <= index && index < mention.end);
    const grammar = isStopWord(word.folded, language) || isQuestionWord(word.folded, language);
    if (grammar && !inMention) continue;
    const weight = search.weight(search.lexicon.stem(word, language), language);
    total += weight;
    if (inMention || also.has(word.folded)) explained += weight;
  }
  return total === 0 ? (mentions.length > 0 ? 1 : 0) : explained / total;
}
