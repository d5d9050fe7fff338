/** Texts → tokens: what the search compares. Names and concepts are the same in both languages. */
import { type Language, languages, otherLanguage } from '../knowledge/language.ts';
import { type Form, isQuestionWord, isStopWord } from './analysis.ts';
import type { Gazetteer, NamePlace, Node, Prepared } from './gazetteer.ts';
import type { Lexicon } from './lexicon.ts';

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
  /** Says the same as another token of the text: a name's own words, an everyday word as a name. */
  readonly beside?: true;
}

/** What turns words into tokens. */
export interface Reader {
  readonly gazetteer: Gazetteer;
  readonly lexicon: Lexicon;
  /** What is known of each word of the content, wherever it stands. */
  readonly known: Readonly<Record<Language, Map<Form, ContentWord>>>;
  /** The tokens of the names in it: kind → id → tokens. */
  readonly names: Map<string, Map<string, NameTokens>>;
}

/** Made once for all places of a name. */
interface NameTokens {
  readonly plain: Token;
  readonly beside: Token;
}

interface ContentWord {
  /** Outside any name or phrase; undefined for grammar. */
  readonly token: Token | undefined;
  /** The same as a word of a name. */
  readonly beside: Token | undefined;
  readonly stem: string;
  /** What it begins. */
  readonly names: Node | undefined;
  readonly phrases: Node | undefined;
  readonly directs: boolean;
}

export function createTokenReader(gazetteer: Gazetteer, lexicon: Lexicon): Reader {
  return { gazetteer, lexicon, known: { en: new Map(), fr: new Map() }, names: new Map() };
}

/** How much of a word's meaning each kind of near term keeps. */
const shares = { entry: 0.9, twin: 0.9, concept: 0.85, vocabulary: 0.6 } as const;

/** A term that stands for a name, whatever words or language it was written in. */
export function nameTerm(kind: string, id: string): string {
  return `@${kind === 'entry' ? id : `${kind}:${id}`}`;
}

/** One canonical term for the question words of both languages, so that questions compare across them. */
const questionTerms: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '?who': 'who whom whose qui',
    '?when': 'when quand',
    '?where': 'where ou',
    '?why': 'why pourquoi',
    '?how': 'how comment',
    '?count': 'much many combien',
    '?what': 'what which quoi quel quelle quels quelles que lequel laquelle',
    '?long': 'long',
    '?not': 'not haven hasn didn isn wasn doesn aren cannot pas',
  }).flatMap(([term, words]) => words.split(' ').map((word) => [word, term] as const)),
);

/**
 * A text of the content in its language. The words of an entry's name stand beside the name: people
 * ask by parts of it.
 */
export function readContent(words: readonly Form[], language: Language, reader: Reader): Token[] {
  const known = words.map((word) => contentWord(word, language, reader));
  // All of the content is read at every start: a name of the other language in it is not worth the time,
  // and most words begin none.
  const inNames = startsOf(known, 'names');
  const names = inNames ? reader.gazetteer.names(words, [language], inNames) : nothing;
  const inPhrases = startsOf(known, 'phrases');
  const phrases = inPhrases ? reader.gazetteer.concepts(words, language, 2, inPhrases) : nothing;
  const tokens: Token[] = [];
  let next = 0;
  let namedUntil = 0;
  for (let index = 0; index < known.length; index++) {
    const word = known[index]!;
    const direction = word.directs ? directionAt(words, index) : undefined;
    if (direction) tokens.push(direction);
    for (; names[next]?.start === index; next++) {
      const name = names[next]!;
      const strong = isStrong(name);
      if (strong) namedUntil = Math.max(namedUntil, name.end);
      const { plain, beside } = tokensOfName(name, reader);
      tokens.push(strong ? plain : beside);
    }
    const own = index < namedUntil ? word.beside : word.token;
    if (own) tokens.push(withPhrases(own, index, phrases));
  }
  return tokens;
}

const nothing: readonly NamePlace[] = [];

/** An entry's own name, and no everyday word that hints at it. */
function isStrong(name: NamePlace): boolean {
  return name.kind === 'entry' && !name.weak;
}

/** The content repeats its words some twenty times: the same token serves. Questions must not fill the memory. */
function contentWord(word: Form, language: Language, reader: Reader): ContentWord {
  const known = reader.known[language].get(word);
  if (known) return known;
  const concepts = reader.gazetteer.concepts([word], language);
  const begins = reader.gazetteer.begins(word, language);
  const token = wordToken(word, 0, language, { names: [], concepts }, reader);
  const found: ContentWord = {
    token,
    beside: token && { ...token, beside: true },
    stem: reader.lexicon.stem(word, language),
    names: begins.names,
    phrases: begins.phrases,
    directs: towards.has(word.folded),
  };
  reader.known[language].set(word, found);
  return found;
}

function tokensOfName(name: NamePlace, { names }: Reader): NameTokens {
  let ofKind = names.get(name.kind);
  if (!ofKind) {
    ofKind = new Map();
    names.set(name.kind, ofKind);
  }
  const known = ofKind.get(name.id);
  if (known) return known;
  const plain = nameToken(name);
  const tokens: NameTokens = { plain, beside: { ...plain, beside: true } };
  ofKind.set(name.id, tokens);
  return tokens;
}

/** Undefined where no word begins one. */
function startsOf(stems: readonly ContentWord[], what: 'names' | 'phrases'): Prepared | undefined {
  const starts: { place: number; node: Node }[] = [];
  for (let place = 0; place < stems.length; place++) {
    const node = stems[place]![what];
    if (node) starts.push({ place, node });
  }
  return starts.length > 0 ? { stems, starts } : undefined;
}

/** A word of a phrase means what the phrase means, too. */
function withPhrases(token: Token, index: number, phrases: readonly NamePlace[]): Token {
  if (phrases.length === 0) return token;
  const inside = phrases.filter((mention) => mention.start <= index && index < mention.end);
  return inside.length === 0 ? token : { ...token, near: [...token.near, ...inside.map(conceptNear)] };
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
    const strong = names.filter(isStrong);
    const starting = strong.filter((name) => name.start === index).map(nameToken);
    if (strong.some((name) => name.start <= index && index < name.end)) return starting;
    const foreign =
      !isGrammar(word, language) &&
      !isGrammar(word, other) &&
      !knows(`${language}:${reader.lexicon.stem(word, language)}`) &&
      knows(`${other}:${reader.lexicon.stem(word, other)}`);
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

function isGrammar(word: Form, language: Language): boolean {
  return isStopWord(word.folded, language) || isQuestionWord(word.folded, language);
}

function nameToken(name: NamePlace): Token {
  return { term: nameTerm(name.kind, name.id), kind: 'name', near: [] };
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
    return { term: questionTerms.get(word.folded) ?? `?${word.folded}`, kind: 'question', near: concepts };
  }
  if (isStopWord(word.folded, language)) return undefined;
  const names = marks.names.filter(inside).map((name) => ({
    term: nameTerm(name.kind, name.id),
    share: name.kind === 'entry' ? shares.entry : shares.vocabulary,
  }));
  return { term: `${language}:${lexicon.stem(word, language)}`, kind: 'word', near: [...names, ...concepts] };
}

function conceptNear(mention: NamePlace): Near {
  return { term: `=${mention.id}`, share: shares.concept };
}

/** The tokens' own terms and those of near meaning. */
export function allTerms(tokens: readonly Token[]): string[] {
  const terms: string[] = [];
  for (const token of tokens) {
    terms.push(token.term);
    for (const near of token.near) terms.push(near.term);
  }
  return terms;
}
