/** Finds the names the content declares (entries, vocabulary, attributes, unsupported topics) in a text. */

import type { Knowledge } from '../knowledge/knowledge.ts';
import { type Language, languages } from '../knowledge/language.ts';
import type { TermCategory } from '../knowledge/vocabulary.ts';
import { type Form, formsIn, isStopWord } from './analysis.ts';
import type { Lexicon } from './lexicon.ts';
import { createPatterns, singular } from './patterns.ts';

export type MentionKind = 'entry' | TermCategory | 'attribute' | 'unsupported' | 'concept';

/** Where a text has a name; `start` and `end` count words, `end` is exclusive. */
export interface NamePlace {
  readonly kind: MentionKind;
  readonly id: string;
  readonly start: number;
  readonly end: number;
  /** The languages whose words matched: a name is often the same in both. */
  readonly languages: readonly Language[];
  /** An everyday word ("digital", "ocean") that also is a name: it hints, it does not prove. */
  readonly weak: boolean;
}

/** A name found in a question. */
export interface Mention extends NamePlace {
  readonly words: string;
}

/** A name's words so far. */
export interface Node {
  readonly next: Map<string, Node>;
  /** Whether what lies ahead, or is here, is more than attributes. */
  leadsToName: boolean;
  readonly names: { kind: MentionKind; id: string; weak: boolean }[];
}

export interface Gazetteer {
  /** Longest names first, each word used once per group: names (entries, vocabulary), attributes, unsupported. */
  find(words: readonly Form[]): readonly Mention[];
  /**
   * Only the names among them, by their places: entries and vocabulary, by what they are called in some languages.
   *
   * @param prepared where there is but one language
   */
  names(words: readonly Form[], among: readonly Language[], prepared?: Prepared): readonly NamePlace[];
  /**
   * Words and phrases that the synonyms of a language declare; `id` is the number of the concept.
   *
   * @param leastWords only phrases of so many words or more
   */
  concepts(words: readonly Form[], language: Language, leastWords?: number, prepared?: Prepared): NamePlace[];
  /** What a word begins: names of a language, phrases of its synonyms. */
  begins(word: Form, language: Language): { readonly names?: Node; readonly phrases?: Node };
}

/** What is known of a text's words already. */
export interface Prepared {
  /** Of each word. */
  readonly stems: readonly { readonly stem: string }[];
  /** The words that begin what is looked for. */
  readonly starts: readonly { readonly place: number; readonly node: Node }[];
}

/** Names of one group compete for the words; a longer name of the group hides a shorter one in it. */
type Group = 'name' | 'attribute' | 'unsupported';

export function createGazetteer(knowledge: Knowledge, lexicon: Lexicon): Gazetteer {
  const tries = { en: newNode(), fr: newNode() };
  // What is refused is matched word for word: stems would refuse a university for the universe.
  const refused = { en: newNode(), fr: newNode() };
  const meanings = { en: newNode(), fr: newNode() };
  const patterns = createPatterns<{ readonly id: string; readonly language: Language }>();
  const everyday = everydayWords(knowledge);
  const add = (language: Language, phrase: string, kind: MentionKind, id: string) => {
    const words = formsIn(phrase);
    if (words.length === 0) return;
    let node = (kind === 'unsupported' ? refused : kind === 'concept' ? meanings : tries)[language];
    for (const word of words) {
      const key = kind === 'unsupported' ? singular(word) : lexicon.stem(word, language);
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
    node.names.push({ kind, id, weak });
  };
  for (const language of languages) {
    for (const entry of knowledge.all(language)) {
      for (const name of [entry.title, entry.shortTitle, ...entry.aliases])
        add(language, name, 'entry', entry.id);
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
  const stemAt = (words: readonly Form[], language: Language, prepared?: Prepared) =>
    prepared
      ? (place: number) => prepared.stems[place]!.stem
      : (place: number) => lexicon.stem(words[place]!, language);
  const accepted = (words: readonly Form[], language: Language, prepared?: Prepared) =>
    allMentions(words, language, tries[language], stemAt(words, language, prepared), prepared);
  return {
    find(words) {
      const found = languages.flatMap((language) => [
        ...accepted(words, language),
        ...allMentions(words, language, refused[language], (place) => singular(words[place]!)),
      ]);
      const matched = patterns.find(words).map(({ value: { id, language }, start, end }): NamePlace => {
        return { kind: 'unsupported', id, start, end, languages: alone[language], weak: false };
      });
      const idioms = languages.flatMap((language) =>
        allMentions(words, language, meanings[language], stemAt(words, language), { leastWords: 2 }),
      );
      const meant = (mention: NamePlace) =>
        mention.kind !== 'unsupported' || !idioms.some((idiom) => isPartOf(mention, idiom));
      return longestFirst([...found, ...matched].filter(meant)).map((place) => ({
        ...place,
        words: surfaceOf(words, place.start, place.end),
      }));
    },
    names(words, among, prepared) {
      const found = among.flatMap((language) => accepted(words, language, prepared));
      // Groups do not compete with each other, so the others can go before the choice.
      return longestFirst(found.filter((mention) => groupOf(mention.kind) === 'name'));
    },
    concepts: (words, language, leastWords, prepared) =>
      allMentions(words, language, meanings[language], stemAt(words, language, prepared), {
        leastWords,
        ...prepared,
      }),
    begins(word, language) {
      const key = lexicon.stem(word, language);
      const names = tries[language].next.get(key);
      const phrases = meanings[language].next.get(key);
      return {
        ...(names?.leadsToName && { names }),
        // A phrase of one word has no word after it.
        ...(phrases && phrases.next.size > 0 && { phrases }),
      };
    },
  };
}

function newNode(): Node {
  return { next: new Map(), leadsToName: false, names: [] };
}

/** `ngen.ca`, `info@ngen.ca`: a name in lower case, but no running text. */
const address = /(?<!\S)\S*(?:@|:\/\/|\p{L}\.\p{Ll}{2})\S*/gu;

/** Words that stand in running text in lower case: as a name of one word they prove little. */
function everydayWords(knowledge: Knowledge): Set<string> {
  const written = new Set<string>();
  for (const language of languages) {
    for (const entry of knowledge.all(language)) {
      for (const section of entry.sections) {
        for (const run of section.lead) {
          const prose = run.value.replace(address, ' ');
          for (const word of prose.match(/\p{L}+/gu) ?? []) written.add(word);
        }
      }
    }
  }
  const everyday = [...written].filter((word) => word === word.toLowerCase());
  return new Set(everyday.flatMap((word) => formsIn(word).map(({ folded }) => folded)));
}

interface MentionOptions {
  readonly leastWords?: number | undefined;
  readonly starts?: Prepared['starts'];
}

/** Shared by all places, of which the content has many. */
const alone: Readonly<Record<Language, readonly Language[]>> = { en: ['en'], fr: ['fr'] };

function allMentions(
  words: readonly Form[],
  language: Language,
  root: Node,
  keyAt: (place: number) => string,
  { leastWords = 1, starts }: MentionOptions = {},
): NamePlace[] {
  const mentions: NamePlace[] = [];
  for (let at = 0; at < (starts ?? words).length; at++) {
    const start = starts ? starts[at]!.place : at;
    let node = starts ? starts[at]!.node : root.next.get(keyAt(start));
    for (let end = start + 1; node; end++) {
      // "le", "on" … are names only as part of a longer one (the province code ON, for instance).
      const grammar = end === start + 1 && isStopWord(words[start]!.folded, language);
      for (const name of end - start < leastWords || grammar ? [] : node.names) {
        const weak = name.weak && !actsAsName(words, start, end);
        mentions.push({ ...name, weak, start, end, languages: alone[language] });
      }
      node = end < words.length ? node.next.get(keyAt(end)) : undefined;
    }
  }
  return mentions;
}

/** A refused word in a phrase of more words says what the phrase says ("muscle" in "muscle in"). */
function isPartOf(mention: NamePlace, phrase: NamePlace): boolean {
  return (
    phrase.start <= mention.start &&
    mention.end <= phrase.end &&
    phrase.end - phrase.start > mention.end - mention.start
  );
}

function surfaceOf(words: readonly Form[], start: number, end: number): string {
  let text = words[start]!.surface;
  for (let index = start + 1; index < end; index++) text += ` ${words[index]!.surface}`;
  return text;
}

const beforeNames = new Set(
  'does did has join joining joined by at chez que rejoindre rejoint with avec'.split(' '),
);

/** "DIGITAL's projects", "does Digital lend": what possesses or acts is a name, whatever the word. */
function actsAsName(words: readonly Form[], start: number, end: number): boolean {
  return words[end]?.folded === 's' || beforeNames.has(words[start - 1]?.folded ?? '');
}

/** Whether they stand one after the other, as in most texts of the content: none competes with another. */
function areApart(mentions: readonly NamePlace[]): boolean {
  for (let index = 1; index < mentions.length; index++) {
    if (mentions[index]!.start < mentions[index - 1]!.end) return false;
  }
  return true;
}

function groupOf(kind: MentionKind): Group {
  return kind === 'attribute' || kind === 'unsupported' ? kind : 'name';
}

function longestFirst(mentions: readonly NamePlace[]): readonly NamePlace[] {
  if (areApart(mentions)) return mentions;
  const rank = (mention: NamePlace) => (mention.kind === 'entry' ? 0 : 1);
  const sorted = [...mentions].sort(
    (a, b) =>
      b.end - b.start - (a.end - a.start) ||
      a.start - b.start ||
      rank(a) - rank(b) ||
      (a.kind + a.id < b.kind + b.id ? -1 : 1),
  );
  const kept: NamePlace[] = [];
  for (const mention of sorted) {
    const rivals = kept.filter(
      (other) =>
        groupOf(other.kind) === groupOf(mention.kind) &&
        other.start < mention.end &&
        mention.start < other.end,
    );
    const known = rivals.find((other) => other.kind === mention.kind && other.id === mention.id);
    if (known && known.start === mention.start && known.end === mention.end) {
      kept[kept.indexOf(known)] = { ...known, languages: [...known.languages, ...mention.languages] };
    }
    // Names of exactly the same words are alternatives (a technology that is also a sector): all stay.
    const sameSpan = rivals.every((other) => other.start === mention.start && other.end === mention.end);
    if (!known && (rivals.length === 0 || sameSpan)) kept.push(mention);
  }
  // An attribute inside a name is part of the name ("partners" in "Strategic Partnership").
  const names = kept.filter((mention) => groupOf(mention.kind) === 'name' && mention.end - mention.start > 1);
  return kept
    .filter(
      (mention) =>
        mention.kind !== 'attribute' ||
        !names.some((name) => name.start <= mention.start && mention.end <= name.end),
    )
    .sort((a, b) => a.start - b.start || a.end - b.end);
}
