/** What a channel can subscribe to, derived from the content, and free words → topics. */
import { foldPhrase } from '../knowledge/fold.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { type Bilingual, type Language, languages } from '../knowledge/language.ts';
import type { Entry } from '../knowledge/types.ts';

export interface Topic {
  /** An entry's id, or one of `fixedTopicIds`; what is stored. */
  readonly id: string;
  readonly name: Bilingual;
}

/** Topics that are no entry: they cut across the content. */
export const fixedTopicIds = ['events', 'corrections', 'everything'] as const;

/** No entry may take the id of a fixed topic (a test holds the content against this). */
const fixed: readonly (Topic & { readonly words: Bilingual<readonly string[]> })[] = [
  {
    id: 'events',
    name: { en: 'events', fr: 'événements' },
    words: { en: ['events', 'event'], fr: ['événements', 'événement'] },
  },
  {
    id: 'corrections',
    name: { en: 'corrections', fr: 'corrections' },
    words: { en: ['corrections', 'correction', 'errata'], fr: ['corrections', 'correction', 'errata'] },
  },
  {
    id: 'everything',
    name: { en: 'everything', fr: 'tout' },
    words: {
      en: ['everything', 'all', 'all topics', 'every topic'],
      fr: ['tout', 'tous', 'tous les sujets', 'tous les thèmes'],
    },
  },
];

/** What people call the programme beside its name. */
const programmeWords = [
  ...['programme', 'program', 'supercluster', 'superclusters', 'cluster', 'clusters', 'all clusters'],
  ...['supergrappe', 'supergrappes', 'grappe', 'grappes', 'toutes les grappes'],
];

/** Words between topics, and those that introduce them. */
const connectors = new Set(
  'and or to about of for from the topic topics news updates on et ou a au aux de du des d la le les l sur sujet sujets theme themes'.split(
    ' ',
  ),
);

export interface ResolvedTopics {
  /** In the order of the words, each once. */
  readonly topics: readonly string[];
  /** The words that name no topic, as they were typed. */
  readonly unknown: readonly string[];
}

export interface Topics {
  readonly all: readonly Topic[];
  topic(id: string): Topic | undefined;
  /**
   * Finds the topics that words name: ids, titles, aliases and short forms in both languages, and
   * the vocabulary's industries and technologies by their clusters. Longer names win.
   */
  resolve(words: string): ResolvedTopics;
  /** A name that `resolve` reads as this one topic: what a person sees of an id. */
  nameOf(id: string, language: Language): string;
  /** The topics that news of an entry belongs to: the entry, what it belongs to, and the kinds of news. */
  topicsOf(entry: string, isCorrection: boolean): readonly string[];
}

/** Whether somebody who follows `followed` hears of something with these topics. */
export function concerns(followed: string, topics: readonly string[]): boolean {
  return followed === 'everything' || topics.includes('everything') || topics.includes(followed);
}

export function createTopics(knowledge: Knowledge): Topics {
  // Terms explain words: they are no news by themselves, and reach those who follow everything.
  const entries = knowledge.all('en').filter((entry) => entry.kind !== 'term');
  const all: Topic[] = [
    ...entries.map((entry) => ({
      id: entry.id,
      name: {
        en: entry.shortTitle,
        fr: knowledge.entry(entry.id, 'fr')?.shortTitle ?? entry.shortTitle,
      },
    })),
    ...fixed.map(({ id, name }) => ({ id, name })),
  ];
  const byId = new Map(all.map((topic) => [topic.id, topic]));
  const names = new Names();
  for (const topic of fixed) {
    for (const language of languages) names.add('own', topic.words[language], topic.id);
  }
  for (const { id, kind } of entries) {
    names.add('own', [id], id);
    if (kind === 'programme') names.add('derived', programmeWords, id);
    for (const language of languages) {
      const entry = knowledge.entry(id, language);
      if (!entry) continue;
      names.add('own', namesOf(entry), id);
      const parent = entry.parent === undefined ? undefined : knowledge.entry(entry.parent, language);
      if (parent) names.add('derived', withoutParent(entry, parent), id);
    }
  }
  for (const term of knowledge.vocabulary.terms) {
    if (term.category === 'province') continue;
    const clusters = term.clusters.filter((id) => byId.has(id));
    for (const language of languages) {
      for (const id of clusters) names.add('derived', [term.label[language], ...term.words[language]], id);
    }
  }

  function nameOf(id: string, language: Language): string {
    const name = byId.get(id)?.name[language];
    if (name === undefined) return id;
    const { topics, unknown } = names.resolve(name);
    return unknown.length === 0 && topics.length === 1 && topics[0] === id ? name : id;
  }

  return {
    all,
    topic: (id) => byId.get(id),
    resolve: (words) => names.resolve(words),
    nameOf,
    topicsOf(id, isCorrection) {
      const topics: string[] = [];
      for (
        let at = knowledge.entry(id, 'en');
        at;
        at = at.parent ? knowledge.entry(at.parent, 'en') : undefined
      ) {
        if (topics.includes(at.id)) break;
        if (byId.has(at.id)) topics.push(at.id);
      }
      if (knowledge.entry(id, 'en')?.kind === 'event') topics.push('events');
      if (isCorrection) topics.push('corrections');
      return topics;
    },
  };
}

function namesOf(entry: Entry): string[] {
  return [entry.title, entry.shortTitle, ...entry.aliases];
}

/** "CETA procurement" → "procurement", « marchés publics AECG » → « marchés publics ». */
function withoutParent(entry: Entry, parent: Entry): string[] {
  const prefixes = namesOf(parent).map((name) => foldPhrase(name).split(' '));
  return namesOf(entry).flatMap((name) => {
    const words = foldPhrase(name).split(' ');
    return prefixes.flatMap((prefix) => {
      const starts = prefix.every((word, index) => words[index] === word);
      const from = words.length - prefix.length;
      const ends = from > 0 && prefix.every((word, index) => words[from + index] === word);
      const rest = starts ? words.slice(prefix.length) : ends ? words.slice(0, from) : [];
      while (connectors.has(rest[0] ?? '')) rest.shift();
      while (connectors.has(rest.at(-1) ?? '')) rest.pop();
      return rest.length > 0 ? [rest.join(' ')] : [];
    });
  });
}

/** `own` names stand for one topic; `derived` ones may stand for several, and only where nothing owns them. */
type Strength = 'own' | 'derived';

interface Word {
  readonly folded: string;
  readonly start: number;
  readonly end: number;
  /** A comma stands before it: a name goes across only where it has one itself. */
  readonly apart: boolean;
}

class Names {
  readonly #ids: Record<Strength, Map<string, Set<string>>> = { own: new Map(), derived: new Map() };
  #longest = 1;

  add(strength: Strength, names: readonly string[], id: string): void {
    for (const name of names) {
      const words = wordsOf(name);
      if (words.length === 0) continue;
      this.#longest = Math.max(this.#longest, words.length);
      for (const phrase of new Set([phraseOf(words), words.map((word) => word.folded).join(' ')])) {
        const ids = this.#ids[strength].get(phrase) ?? new Set();
        this.#ids[strength].set(phrase, ids.add(id));
      }
    }
  }

  resolve(text: string): ResolvedTopics {
    const words = wordsOf(text);
    const topics = new Set<string>();
    const unknown: { start: number; end: number }[] = [];
    for (let at = 0; at < words.length; ) {
      const { length, ids } = this.#longestAt(words, at);
      if (ids) {
        for (const id of ids) topics.add(id);
        at += length;
        continue;
      }
      const { folded, start, end } = words[at]!;
      const before = unknown.at(-1);
      if (!connectors.has(folded)) {
        // Words side by side are one thing that was not understood.
        if (before && /^[^\p{L}\p{N},;]*$/u.test(text.slice(before.end, start))) before.end = end;
        else unknown.push({ start, end });
      }
      at += 1;
    }
    return { topics: [...topics], unknown: unknown.map(({ start, end }) => text.slice(start, end)) };
  }

  #longestAt(words: readonly Word[], at: number): { length: number; ids?: ReadonlySet<string> } {
    for (let length = Math.min(this.#longest, words.length - at); length > 0; length -= 1) {
      const phrase = phraseOf(words.slice(at, at + length));
      const ids = this.#ids.own.get(phrase) ?? this.#ids.derived.get(phrase);
      if (ids) return { length, ids };
    }
    return { length: 0 };
  }
}

function wordsOf(text: string): Word[] {
  let end = 0;
  return [...text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)].map((match) => {
    const apart = end > 0 && /[,;]/.test(text.slice(end, match.index));
    end = match.index + match[0].length;
    return { folded: foldPhrase(match[0]), start: match.index, end, apart };
  });
}

function phraseOf(words: readonly Word[]): string {
  return words.map(({ folded, apart }, index) => (apart && index > 0 ? `, ${folded}` : folded)).join(' ');
}
