/** Finds the names the content declares (entries, vocabulary, attributes, unsupported topics) in a text. */

import { type Language, languages } from '../knowledge/language.ts';
import { type Form, isStopWord } from './analysis.ts';
import type { Lexicon } from './lexicon.ts';
import { longestInGroups, longestNames } from './longest-names.ts';
import type { Mention, NamePlace } from './mention.ts';
import type { NameIndex, Node } from './name-index.ts';
import { createPatterns, singular } from './patterns.ts';
import { nameTerm } from './terms.ts';

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
  /** What a word of this stem begins or is: names of a language, synonyms. */
  begins(stem: string, language: Language): { readonly names?: Node; readonly concepts?: Node };
}

/** What is known of a word already. */
export interface PreparedWord {
  readonly stem: string;
  /** What it begins. */
  readonly names: Node | undefined;
  readonly phrases: Node | undefined;
}

/** What is known of a text's words already. */
export interface Prepared {
  readonly words: readonly PreparedWord[];
  readonly what: 'names' | 'phrases';
  /** The places of the words that begin what is looked for. */
  readonly starts: readonly number[];
}

export function createGazetteer(index: NameIndex, lexicon: Lexicon): Gazetteer {
  const { names: tries, refused, meanings } = index;
  const patterns = createPatterns(index.patterns);
  const stemAt = (words: readonly Form[], language: Language, prepared?: Prepared) =>
    prepared
      ? (place: number) => prepared.words[place]!.stem
      : (place: number) => lexicon.stem(words[place]!, language);
  const accepted = (words: readonly Form[], language: Language, prepared?: Prepared) =>
    allMentions(words, language, tries[language], stemAt(words, language, prepared), { prepared });
  const mentionsIn = (words: readonly Form[]): readonly Mention[] => {
    const singulars = words.map(singular);
    // Each is looked for in several tries.
    const stems = {
      en: words.map((word) => lexicon.stem(word, 'en')),
      fr: words.map((word) => lexicon.stem(word, 'fr')),
    };
    const found = languages.flatMap((language) => [
      ...allMentions(words, language, tries[language], (place) => stems[language][place]!),
      ...allMentions(words, language, refused[language], (place) => singulars[place]!),
    ]);
    const matched = patterns.find(words).map(({ value: { id, language }, start, end }): NamePlace => {
      const term = nameTerm('unsupported', id);
      return { kind: 'unsupported', id, term, start, end, languages: alone[language], weak: false };
    });
    const idioms = languages.flatMap((language) =>
      allMentions(words, language, meanings[language], (place) => stems[language][place]!, {
        leastWords: 2,
      }),
    );
    const meant = (mention: NamePlace) =>
      mention.kind !== 'unsupported' || !idioms.some((idiom) => isPartOf(mention, idiom));
    return longestInGroups([...found, ...matched].filter(meant)).map((place) => ({
      ...place,
      words: surfaceOf(words, place.start, place.end),
    }));
  };
  // Several ask for those of the same words, and each reading looks through all patterns.
  const read = new WeakMap<readonly Form[], readonly Mention[]>();
  return {
    find(words) {
      const mentions = read.get(words) ?? mentionsIn(words);
      read.set(words, mentions);
      return mentions;
    },
    names(words, among, prepared) {
      const [only] = among;
      const found =
        among.length === 1
          ? accepted(words, only!, prepared)
          : among.flatMap((language) => accepted(words, language, prepared));
      // Groups do not compete with each other, so the others can go before the choice.
      return longestNames(found);
    },
    concepts: (words, language, leastWords, prepared) =>
      allMentions(words, language, meanings[language], stemAt(words, language, prepared), {
        leastWords,
        prepared,
      }),
    begins(stem, language) {
      const names = tries[language].next?.get(stem);
      const concepts = meanings[language].next?.get(stem);
      return { ...(names?.leadsToName && { names }), ...(concepts && { concepts }) };
    },
  };
}

interface MentionOptions {
  readonly leastWords?: number | undefined;
  readonly prepared?: Prepared | undefined;
}

/** Shared by all places, of which the content has many. */
const alone: Readonly<Record<Language, readonly Language[]>> = { en: ['en'], fr: ['fr'] };

function allMentions(
  words: readonly Form[],
  language: Language,
  root: Node,
  keyAt: (place: number) => string,
  { leastWords = 1, prepared }: MentionOptions = {},
): NamePlace[] {
  const mentions: NamePlace[] = [];
  for (let at = 0; at < (prepared?.starts ?? words).length; at++) {
    const start = prepared ? prepared.starts[at]! : at;
    let node = prepared ? prepared.words[start]![prepared.what] : root.next?.get(keyAt(start));
    for (let end = start + 1; node; end++) {
      const named = node.names.length > 0 && end - start >= leastWords;
      // "le", "on" … are names only as part of a longer one (the province code ON, for instance).
      if (named && (end > start + 1 || !isStopWord(words[start]!.folded, language))) {
        for (const { kind, id, term, weak } of node.names) {
          const hints = weak && !actsAsName(words, start, end);
          mentions.push({ kind, id, term, weak: hints, start, end, languages: alone[language] });
        }
      }
      node = end < words.length ? node.next?.get(keyAt(end)) : undefined;
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
