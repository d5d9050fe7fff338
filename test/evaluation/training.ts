/**
 * What the weights of the search are derived from: the labelled questions of the tuning half, and the
 * content's own questions, each asked of a search that has not seen it.
 */
import { createHash } from 'node:crypto';
import { createConversation } from '../../src/conversation/conversation.ts';
import { createReader } from '../../src/conversation/in-thread.ts';
import { repeatedCall } from '../../src/conversation/same-of-another.ts';
import { threadCommand } from '../../src/conversation/thread-commands.ts';
import type { Conversation, Turn } from '../../src/conversation/types.ts';
import { foldPhrase } from '../../src/knowledge/fold.ts';
import type { Knowledge } from '../../src/knowledge/knowledge.ts';
import { type Language, languages } from '../../src/knowledge/language.ts';
import type { RichText } from '../../src/knowledge/types.ts';
import { wordsOf } from '../../src/search/analysis.ts';
import type { Evidence } from '../../src/search/evidence.ts';
import { keyOf, type Target } from '../../src/search/passage.ts';
import { createSearch, type Hit, type Query } from '../../src/search/search.ts';
import { blockText } from '../../src/search/section-texts.ts';
import type { Item } from './items.ts';
import { pattern, plain } from './score.ts';

/** A question with the passages that the search offers for it. */
export interface Example {
  readonly name: string;
  readonly passages: readonly {
    readonly evidence: Evidence;
    readonly right: boolean;
    readonly key: string;
  }[];
  /** Whether some content answers it. */
  readonly answerable: boolean;
}

/** Passages beyond this place never come first. */
const offered = 20;

/**
 * @returns one example for each labelled question that the search has to answer or refuse: not those that
 *   a declared intent or a known unsupported topic takes
 */
export function labelledExamples(items: readonly Item[], knowledge: Knowledge, now: Date): Example[] {
  const reader = createReader(knowledge, 'en');
  const conversation = createConversation(knowledge, { defaultLanguage: 'en' });
  return items.flatMap((item): Example[] => {
    // Neither an answer nor a refusal teaches anything where both are fine.
    if (item.expect.either) return [];
    const turns = earlierTurns(item, conversation, now);
    const understood = reader.understand(item.question, { text: item.question, now, turns });
    if (understood.mentions.some((mention) => mention.kind === 'unsupported')) return [];
    if (repeatedCall(understood, turns) || threadCommand(foldPhrase(item.question), turns)) return [];
    const passages = understood.hits.slice(0, offered).map((hit) => ({
      evidence: hit.evidence,
      key: keyOf(hit),
      right: item.expect.answered && answers(item, hit, knowledge),
    }));
    return [{ name: `${item.id} ${item.question}`, passages, answerable: item.expect.answered }];
  });
}

function earlierTurns(item: Item, conversation: Conversation, now: Date): Turn[] {
  const turns: Turn[] = [];
  for (const text of item.context ?? []) turns.push(conversation.ask({ text, now, turns }).turn);
  return turns;
}

/** Whether what a passage says holds every fact that is expected, in an entry that is. */
function answers(item: Item, hit: Hit, knowledge: Knowledge): boolean {
  const { entries = [], facts = [] } = item.expect;
  if (entries.length > 0 && !entries.some((id) => id === hit.entry || id === keyOf(hit))) return false;
  const text = plain(textOf(hit, item.language, knowledge));
  return facts.every((fact) => pattern(fact).test(text));
}

function textOf(target: Target, language: Language, knowledge: Knowledge): string {
  const entry = knowledge.entry(target.entry, language);
  if (target.section === undefined) {
    const facts = entry?.facts.filter((fact) => fact.attribute === target.attribute) ?? [];
    return facts.map((fact) => rich(fact.text)).join('\n');
  }
  const section = knowledge.section(target.entry, target.section, language);
  return section ? [rich(section.lead), ...section.details.map(blockText)].join('\n') : '';
}

function rich(text: RichText): string {
  return text.map((run) => run.value).join('');
}

const folds = 5;

/** Each question of the content, asked of a search that knows a fifth fewer questions, this one among them. */
export function heldOutExamples(knowledge: Knowledge): Example[] {
  return foldNumbers().flatMap((fold) => {
    const held = (section: string, ask: string) => foldOf(`${section} ${ask}`) === fold;
    const search = createSearch(
      without(
        knowledge,
        () => false,
        (section, ask) => held(section, ask),
      ),
    );
    return questionsOf(knowledge).flatMap(({ key, ask, language, basis }): Example[] => {
      if (!held(key, ask)) return [];
      const hits = search.find(alone(ask, language)).slice(0, offered);
      const passages = hits
        // Another section of the same facts is no wrong answer; a statement about an attribute is judged elsewhere.
        .filter(
          (hit) => keyOf(hit) === key || (hit.section && !overlaps(basisOf(hit, language, knowledge), basis)),
        )
        .map((hit) => ({ evidence: hit.evidence, key: keyOf(hit), right: keyOf(hit) === key }));
      return [{ name: `${key} ${ask}`, passages, answerable: true }];
    });
  });
}

/** Each question of the content, asked of a search whose content lacks the section that answers it. */
export function unanswerableExamples(knowledge: Knowledge): Example[] {
  return foldNumbers().flatMap((fold) => {
    const gone = (section: string) => foldOf(section) === fold;
    const search = createSearch(without(knowledge, gone, () => false));
    return questionsOf(knowledge).flatMap(({ key, ask, language, basis }): Example[] => {
      if (!gone(key)) return [];
      const hits = search.find(alone(ask, language)).slice(0, offered);
      const [best] = hits;
      // Another section may tell the same facts.
      if (!best || overlaps(basisOf(best, language, knowledge), basis)) return [];
      const passages = hits.map((hit) => ({ evidence: hit.evidence, key: keyOf(hit), right: false }));
      return [{ name: `${key} ${ask}`, passages, answerable: false }];
    });
  });
}

/** A question outside any thread. */
function alone(ask: string, language: Language): Query {
  return {
    words: wordsOf(ask),
    language,
    repaired: false,
    about: [],
    inherited: [],
    previous: undefined,
    earlier: [],
  };
}

function foldNumbers(): number[] {
  return Array.from({ length: folds }, (_, index) => index);
}

function foldOf(text: string): number {
  return createHash('sha256').update(text).digest()[0]! % folds;
}

function questionsOf(knowledge: Knowledge) {
  return languages.flatMap((language) =>
    knowledge.all(language).flatMap((entry) =>
      entry.sections.flatMap((section) =>
        section.asks.map((ask) => ({
          key: `${entry.id}#${section.id}`,
          ask,
          language,
          basis: section.basis,
        })),
      ),
    ),
  );
}

function basisOf(target: Target, language: Language, knowledge: Knowledge): readonly string[] {
  if (target.section !== undefined) {
    return knowledge.section(target.entry, target.section, language)?.basis ?? [];
  }
  const facts = knowledge.entry(target.entry, language)?.facts ?? [];
  return facts.filter((fact) => fact.attribute === target.attribute).flatMap((fact) => fact.basis);
}

function overlaps(a: readonly string[], b: readonly string[]): boolean {
  return a.some((id) => b.includes(id));
}

/** The same knowledge without some sections and questions. */
function without(
  knowledge: Knowledge,
  section: (key: string) => boolean,
  ask: (key: string, ask: string) => boolean,
): Knowledge {
  const reduced = (language: Language) =>
    knowledge.all(language).map((entry) => ({
      ...entry,
      sections: entry.sections
        .filter(({ id }) => !section(`${entry.id}#${id}`))
        .map((found) => ({
          ...found,
          asks: found.asks.filter((text) => !ask(`${entry.id}#${found.id}`, text)),
        })),
    }));
  const all = { en: reduced('en'), fr: reduced('fr') };
  const entry: Knowledge['entry'] = (id, language) => all[language].find((found) => found.id === id);
  return {
    ...knowledge,
    all: (language) => all[language],
    entry,
    section: (id, wanted, language) => entry(id, language)?.sections.find((found) => found.id === wanted),
  };
}
