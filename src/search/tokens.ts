/** Texts → tokens: what the search compares. Names and concepts are the same in both languages. */
import { type Language, languages, otherLanguage } from '../knowledge/language.ts';
import { type Form, isQuestionWord, isStopWord } from './analysis.ts';
import type { Gazetteer, Prepared, PreparedWord } from './gazetteer.ts';
import type { Lexicon } from './lexicon.ts';
import type { NamePlace } from './mention.ts';
import { createTerms, type Terms } from './terms.ts';

/** A term of near meaning and how much of the meaning it keeps, 0 to 1. */
export interface Near {
  readonly term: string;
  readonly share: number;
}

export interface Token {
  /** `en:fund` a stem, `@ngen` a name, `?when` a question word. */
  readonly term: string;
  readonly kind: 'word' | 'name' | 'question';
  readonly near: readonly Near[];
}

/** What turns words into tokens. */
export interface Reader {
  readonly gazetteer: Gazetteer;
  readonly lexicon: Lexicon;
  /** Those of the content. */
  readonly terms: Terms;
  /** What is known of each word of the content, wherever it stands. */
  readonly known: Readonly<Record<Language, Map<Form, ContentWord>>>;
}

interface ContentWord extends PreparedWord {
  /** Undefined for grammar. */
  readonly term: number | undefined;
  /** Terms of near meaning. */
  readonly near: readonly number[];
  readonly directs: boolean;
}

/** A text of the content. */
export interface ContentText {
  /** The terms in their order. */
  readonly line: readonly number[];
  /** The same with those of near meaning. */
  readonly all: readonly number[];
  /** Those that make its length: without what says the same as another term of it. */
  readonly own: readonly number[];
}

/** @param terms those of the content, if it was read before */
export function createTokenReader(gazetteer: Gazetteer, lexicon: Lexicon, terms = createTerms()): Reader {
  return { gazetteer, lexicon, terms, known: { en: new Map(), fr: new Map() } };
}

/** How much of a word's meaning each kind of near term keeps. */
const shares = { entry: 0.9, twin: 0.9, concept: 0.85, vocabulary: 0.6 } as const;

/** One canonical term for the question words of both languages, so that questions compare across them. */
const questionTerms: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '?who': 'who whom whose qui',
    '?when': 'when quand',
    '?where': 'where ou',
    '?why': 'why pourquoi',
    '?how': 'how comment',
    '?count': 'much many combien',
    '?what': 'what which quoi quel quelle quels quelles que qu lequel laquelle',
    '?long': 'long',
    '?not': 'not haven hasn didn isn wasn doesn aren cannot pas',
  }).flatMap(([term, words]) => words.split(' ').map((word) => [word, term] as const)),
);

/**
 * A text of the content in its language. The words of an entry's name stand beside the name: people
 * ask by parts of it.
 */
export function readContent(words: readonly Form[], language: Language, reader: Reader): ContentText {
  const { gazetteer, terms } = reader;
  const known = words.map((word) => contentWord(word, language, reader));
  // All of the content is read at every start: a name of the other language in it is not worth the time,
  // and most words begin none.
  const inNames = startsOf(known, 'names');
  const names = inNames ? gazetteer.names(words, [language], inNames) : nothing;
  const inPhrases = startsOf(known, 'phrases');
  const phrases = inPhrases ? gazetteer.concepts(words, language, 2, inPhrases) : nothing;
  const line: number[] = [];
  // One list as long as they are the same, as for most texts.
  let all = line;
  let own = line;
  let next = 0;
  let namedUntil = 0;
  for (let index = 0; index < known.length; index++) {
    const word = known[index]!;
    const direction = word.directs ? directionAt(words, index) : undefined;
    if (direction) add(terms.add(direction.term), true);
    for (; names[next]?.start === index; next++) {
      const name = names[next]!;
      const strong = isStrong(name);
      if (strong) namedUntil = Math.max(namedUntil, name.end);
      add(terms.add(name.term), strong);
    }
    if (word.term === undefined) continue;
    add(word.term, index >= namedUntil);
    for (let at = 0; at < word.near.length; at++) addNear(word.near[at]!);
    // A word of a phrase means what the phrase means, too.
    for (let at = 0; at < phrases.length; at++) {
      const { term, start, end } = phrases[at]!;
      if (start <= index && index < end) addNear(terms.add(term));
    }
  }
  return { line, all, own };

  function add(term: number, isOwn: boolean): void {
    if (own === line && !isOwn) own = line.slice();
    line.push(term);
    if (all !== line) all.push(term);
    if (own !== line && isOwn) own.push(term);
  }

  function addNear(term: number): void {
    if (all === line) all = line.slice();
    all.push(term);
  }
}

const nothing: readonly NamePlace[] = [];

/** An entry's own name, and no everyday word that hints at it. */
function isStrong(name: NamePlace): boolean {
  return name.kind === 'entry' && !name.weak;
}

/** The terms of a word of the content, those of near meaning included. */
export function termsOfWord(word: Form, language: Language, reader: Reader): readonly number[] {
  const { term, near } = contentWord(word, language, reader);
  return term === undefined ? near : [term, ...near];
}

/** The content repeats its words some twenty times: the same token serves. Questions must not fill the memory. */
function contentWord(word: Form, language: Language, reader: Reader): ContentWord {
  const known = reader.known[language].get(word);
  if (known) return known;
  const { lexicon, gazetteer, terms } = reader;
  const stem = lexicon.stem(word, language);
  const { names, concepts } = gazetteer.begins(stem, language);
  const isGrammar = isStopWord(word.folded, language);
  const term = isQuestionWord(word.folded, language)
    ? questionTerm(word)
    : isGrammar
      ? undefined
      : `${language}:${stem}`;
  const found: ContentWord = {
    term: term === undefined ? undefined : terms.add(term),
    near: concepts && !isGrammar ? concepts.names.map((name) => terms.add(name.term)) : [],
    stem,
    names,
    // A phrase of one word has no word after it.
    phrases: concepts?.next ? concepts : undefined,
    directs: towards.has(word.folded),
  };
  reader.known[language].set(word, found);
  return found;
}

/** Undefined where no word begins one. */
function startsOf(words: readonly ContentWord[], what: 'names' | 'phrases'): Prepared | undefined {
  let starts: number[] | undefined;
  for (let place = 0; place < words.length; place++) {
    if (!words[place]![what]) continue;
    if (starts) starts.push(place);
    else starts = [place];
  }
  return starts && { words, what, starts };
}

const towards = new Set('to into toward towards vers'.split(' '));
const articles = new Set('the l le la les'.split(' '));
const sides = new Map(
  Object.entries({
    '>eu': 'eu ue europe european europeen europeenne europeens europeennes',
    '>ca': 'canada canadian canadien canadienne canadiens canadiennes',
  }).flatMap(([term, words]) => words.split(' ').map((word) => [word, term] as const)),
);

/** "From Canada to the EU" and back are made of the same words: where it goes to is a term of its own. */
function directionAt(words: readonly Form[], index: number): Token | undefined {
  if (!towards.has(words[index]!.folded)) return undefined;
  const next = words[index + 1]?.folded ?? '';
  const side = sides.get(articles.has(next) ? (words[index + 2]?.folded ?? '') : next);
  return side ? { term: side, kind: 'word', near: [] } : undefined;
}

export interface QuestionReading {
  readonly language: Language;
  /** Whether the content of a language has the term. */
  knows(term: string): boolean;
}

/**
 * A question: an entry's name is one token whatever its words; a word that only the other language's
 * content knows is read in that language.
 */
export function readQuestion(words: readonly Form[], reading: QuestionReading, reader: Reader): Token[] {
  const { language, knows } = reading;
  const other = otherLanguage(language);
  const names = reader.gazetteer.names(words, languages);
  const concepts = {
    [language]: reader.gazetteer.concepts(words, language),
    [other]: reader.gazetteer.concepts(words, other),
  } as Record<Language, NamePlace[]>;
  return words.flatMap((word, index): Token[] => {
    if (language === 'fr' && isHad(words, index)) return [];
    const strong = names.filter(isStrong);
    const starting = strong.filter((name) => name.start === index).map(nameToken);
    if (strong.some((name) => name.start <= index && index < name.end)) return starting;
    const foreign =
      !isGrammar(word, language) &&
      !knows(`${language}:${reader.lexicon.stem(word, language)}`) &&
      // « Combien did NGen get? »: grammar needs no content that has it.
      (isGrammar(word, other) || knows(`${other}:${reader.lexicon.stem(word, other)}`));
    const spoken = foreign ? other : language;
    const tokens = [
      directionAt(words, index),
      wordToken(word, index, spoken, { names, concepts: concepts[spoken] }, reader),
    ].filter((token) => token !== undefined);
    // « Le HS code » : a word of one language may be the other's too.
    const twin = `${otherLanguage(spoken)}:${reader.lexicon.stem(word, otherLanguage(spoken))}`;
    const shared = !isGrammar(word, otherLanguage(spoken)) && knows(twin);
    return tokens.map((token) =>
      shared && token.kind === 'word' && !token.term.startsWith('>')
        ? { ...token, near: [...token.near, { term: twin, share: shares.twin }] }
        : token,
    );
  });
}

const hasHad = new Set('a ont avait avaient aura aurait avoir il elle ils elles on'.split(' '));

/** « Y a-t-il eu … » : nothing of the EU, which is « UE » in French. */
function isHad(words: readonly Form[], index: number): boolean {
  return words[index]!.folded === 'eu' && hasHad.has(words[index - 1]?.folded ?? '');
}

function isGrammar(word: Form, language: Language): boolean {
  return isStopWord(word.folded, language) || isQuestionWord(word.folded, language);
}

function nameToken(name: NamePlace): Token {
  return { term: name.term, kind: 'name', near: [] };
}

function wordToken(
  word: Form,
  index: number,
  language: Language,
  marks: { readonly names: readonly NamePlace[]; readonly concepts: readonly NamePlace[] },
  { lexicon }: Reader,
): Token | undefined {
  const inside = (mention: NamePlace) => mention.start <= index && index < mention.end;
  const concepts = marks.concepts.filter(inside).map(conceptNear);
  if (isQuestionWord(word.folded, language)) {
    return { term: questionTerm(word), kind: 'question', near: concepts };
  }
  if (isStopWord(word.folded, language)) return undefined;
  const names = marks.names.filter(inside).map((name) => ({
    term: name.term,
    share: name.kind === 'entry' ? shares.entry : shares.vocabulary,
  }));
  return { term: `${language}:${lexicon.stem(word, language)}`, kind: 'word', near: [...names, ...concepts] };
}

function questionTerm({ folded }: Form): string {
  return questionTerms.get(folded) ?? `?${folded}`;
}

function conceptNear({ term }: NamePlace): Near {
  return { term, share: shares.concept };
}
