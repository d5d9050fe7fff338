import type { Knowledge } from '../knowledge/knowledge.ts';
import { languages } from '../knowledge/language.ts';
import { isQuestionWord, isStopWord, stem, type Word, wordsOf } from './analysis.ts';

export interface Spelling {
  /** Whether the word is in our lexicon, as it is or by its stem. */
  knows(word: Word): boolean;
  /** The word meant, folded; undefined when none is near enough or two are equally near. */
  correct(word: Word): string | undefined;
}

/** Every word a question may rightly contain: content, vocabulary, grammar. */
export function createSpelling(knowledge: Knowledge): Spelling {
  const frequency = new Map<string, number>();
  const stems = new Set<string>();
  const add = (text: string, weight: number) => {
    for (const word of wordsOf(text)) {
      frequency.set(word.folded, (frequency.get(word.folded) ?? 0) + weight);
    }
  };
  for (const language of languages) {
    for (const entry of knowledge.all(language)) {
      for (const name of [entry.title, ...entry.aliases]) add(name, 20);
      for (const section of entry.sections) {
        for (const ask of section.asks) add(ask, 3);
        add(section.heading, 3);
        add(section.lead.map((run) => run.value).join(''), 1);
        for (const block of section.details) {
          if (block.type === 'paragraph') add(block.text.map((run) => run.value).join(''), 1);
          else if (block.type === 'list')
            for (const item of block.items) add(item.map((r) => r.value).join(''), 1);
          else for (const row of [block.columns, ...block.rows]) add(row.join(' '), 1);
        }
      }
    }
    const { terms, attributes, unsupported, synonyms } = knowledge.vocabulary;
    for (const term of terms)
      for (const word of [term.label[language], ...term.words[language]]) add(word, 10);
    for (const item of attributes)
      for (const word of [item.label[language], ...item.words[language]]) add(word, 10);
    for (const topic of unsupported) for (const word of topic.words[language]) add(word, 2);
    for (const group of synonyms[language]) for (const word of group) add(word, 5);
  }
  for (const folded of frequency.keys()) for (const language of languages) stems.add(stem(folded, language));

  const byLength = new Map<number, string[]>();
  for (const folded of frequency.keys()) {
    if (folded.length < 4 || /\p{N}/u.test(folded)) continue;
    byLength.set(folded.length, [...(byLength.get(folded.length) ?? []), folded]);
  }

  const knows = (word: Word) =>
    frequency.has(word.folded) ||
    languages.some(
      (language) =>
        isStopWord(word.folded, language) ||
        isQuestionWord(word.folded, language) ||
        stems.has(stem(word.surface, language)),
    );
  return {
    knows,
    correct(word) {
      const { folded } = word;
      if (folded.length < 4 || folded.length > 30 || /\p{N}/u.test(folded) || knows(word)) return undefined;
      const allowed = folded.length >= 8 ? 2 : 1;
      let best: { word: string; distance: number; frequency: number } | undefined;
      let tied = false;
      for (let length = folded.length - allowed; length <= folded.length + allowed; length++) {
        for (const candidate of byLength.get(length) ?? []) {
          // A slip of the first letter is rare; another first letter is another word.
          if (candidate[0] !== folded[0] && !swappedStart(candidate, folded)) continue;
          const distance = editDistance(folded, candidate, allowed);
          if (distance > allowed) continue;
          const count = frequency.get(candidate) ?? 0;
          if (!best || distance < best.distance || (distance === best.distance && count > best.frequency)) {
            best = { word: candidate, distance, frequency: count };
            tied = false;
          } else if (distance === best.distance && count === best.frequency) {
            tied = stem(candidate, 'en') !== stem(best.word, 'en');
          }
        }
      }
      return tied ? undefined : best?.word;
    },
  };
}

function swappedStart(a: string, b: string): boolean {
  return a[0] === b[1] && a[1] === b[0];
}

/**
 * Edits (insert, delete, replace, swap of neighbours) from one word to another; anything above
 * `limit` is reported as `limit + 1`, so that far words cost little.
 */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const replace = (last[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, replace);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, (beforeLast[j - 2] ?? 0) + 1);
      }
      row.push(cost);
      least = Math.min(least, cost);
    }
    if (least > limit) return limit + 1;
    beforeLast = last;
    last = row;
  }
  return Math.min(last[b.length] ?? 0, limit + 1);
}
