/** The names that the content declares, word by word. */
import type { Knowledge } from '../knowledge/knowledge.ts';
import { type Language, languages } from '../knowledge/language.ts';
import type { Entry } from '../knowledge/types.ts';
import { formsIn } from './analysis.ts';
import type { Lexicon } from './lexicon.ts';
import type { MentionKind } from './mention.ts';
import { createPatterns, type PatternIndex, singular } from './patterns.ts';
import { type Line, plain, type WordReader } from './section-texts.ts';
import { conceptTerm, nameTerm } from './terms.ts';

/** A name's words so far. */
export interface Node {
  /** Absent where no name is longer, as for most. */
  next?: Map<string, Node>;
  /** Whether what lies ahead, or is here, is more than attributes. */
  leadsToName: boolean;
  names: readonly DeclaredName[];
}

/** What a name stands for. */
interface DeclaredName {
  readonly kind: MentionKind;
  readonly id: string;
  readonly term: string;
  /** As of `Mention`. */
  readonly weak: boolean;
}

/** An unsupported topic, and the language in which a phrase names it. */
export interface Refused {
  readonly id: string;
  readonly language: Language;
}

/** Plain data, by the language of the words. */
export interface NameIndex {
  /** Entries, vocabulary and attributes, by the stems of their words. */
  readonly names: Readonly<Record<Language, Node>>;
  /** Unsupported topics, word for word: stems would refuse a university for the universe. */
  readonly refused: Readonly<Record<Language, Node>>;
  /** The synonyms, by their stems. */
  readonly meanings: Readonly<Record<Language, Node>>;
  /** Unsupported topics whose phrases have gaps or choices. */
  readonly patterns: PatternIndex<Refused>;
}

export function readNames(knowledge: Knowledge, lexicon: Lexicon, reader: WordReader): NameIndex {
  const names = { en: newNode(), fr: newNode() };
  const refused = { en: newNode(), fr: newNode() };
  const meanings = { en: newNode(), fr: newNode() };
  const refusedPatterns: PatternIndex<Refused> = new Map();
  const patterns = createPatterns(refusedPatterns);
  const everyday = everydayWords(knowledge, reader);
  const declared = declaredNames();
  const add = (language: Language, phrase: string, kind: MentionKind, id: string) => {
    const words = reader.phrase(phrase);
    if (words.length === 0) return;
    let node = (kind === 'unsupported' ? refused : kind === 'concept' ? meanings : names)[language];
    for (const word of words) {
      const key = kind === 'unsupported' ? singular(word) : lexicon.stem(word, language);
      node.next ??= new Map();
      let next = node.next.get(key);
      if (!next) {
        next = newNode();
        node.next.set(key, next);
      }
      node = next;
      node.leadsToName ||= kind !== 'attribute';
    }
    if (node.names.some((name) => name.kind === kind && name.id === id)) return;
    const weak = kind === 'entry' && words.length === 1 && everyday.has(words[0]!.folded);
    node.names = [...node.names, declared(kind, id, weak)];
  };
  for (const language of languages) {
    for (const entry of knowledge.all(language)) {
      for (const name of namesOf(entry)) add(language, name, 'entry', entry.id);
    }
    for (const term of knowledge.vocabulary.terms) {
      for (const word of [term.label[language], ...term.words[language]])
        add(language, word, term.category, term.id);
    }
    for (const attribute of knowledge.vocabulary.attributes) {
      for (const word of [attribute.label[language], ...attribute.words[language]]) {
        add(language, word, 'attribute', attribute.id);
      }
    }
    for (const [number, concept] of knowledge.vocabulary.synonyms.entries()) {
      for (const word of concept[language]) add(language, word, 'concept', String(number));
    }
    for (const topic of knowledge.vocabulary.unsupported) {
      for (const word of topic.words[language]) {
        if (!patterns.add(word, { id: topic.id, language })) add(language, word, 'unsupported', topic.id);
      }
    }
  }
  return { names, refused, meanings, patterns: refusedPatterns };
}

function newNode(): Node {
  return { leadsToName: false, names: nothing };
}

const nothing: readonly DeclaredName[] = [];

/** One object for all the words that stand for the same. */
function declaredNames(): (kind: MentionKind, id: string, weak: boolean) => DeclaredName {
  const known = new Map<string, DeclaredName>();
  return (kind, id, weak) => {
    const key = `${kind} ${id} ${weak}`;
    const term = kind === 'concept' ? conceptTerm(id) : nameTerm(kind, id);
    const name = known.get(key) ?? { kind, id, term, weak };
    known.set(key, name);
    return name;
  };
}

/** `ngen.ca`, `info@ngen.ca`: a name in lower case, but no running text. */
const address = /(?<!\S)\S*(?:@|:\/\/|\p{L}\.\p{Ll}{2})\S*/gu;

function namesOf({ title, shortTitle, aliases }: Entry): readonly string[] {
  return [title, shortTitle, ...aliases];
}

/** Names of one word that also stand in running text in lower case: as names they prove little. */
function everydayWords(knowledge: Knowledge, reader: WordReader): Set<string> {
  const entries = languages.flatMap((language) => knowledge.all(language));
  const names = new Set(
    entries
      .flatMap(namesOf)
      .map(reader.phrase)
      .flatMap(([word, ...more]) => (word && more.length === 0 ? [word.folded] : [])),
  );
  const everyday = new Set<string>();
  for (const section of entries.flatMap((entry) => entry.sections)) {
    // The words no longer show their capitals; only where a name may stand in lower case the text is looked at.
    const mayShow = ({ text, words }: Line) =>
      words.some(
        ({ folded, surface }) => names.has(folded) && !everyday.has(folded) && text.includes(surface),
      );
    if (!reader.section(section).lead.some(mayShow)) continue;
    const prose = plain(section.lead).replace(address, ' ');
    for (const word of prose.match(/\p{L}+/gu) ?? []) {
      if (word === word.toLowerCase()) for (const { folded } of formsIn(word)) everyday.add(folded);
    }
  }
  return everyday;
}
