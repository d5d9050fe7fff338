/** What several intents ask of the knowledge. */
import { stageOf } from '../knowledge/freshness.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Language } from '../knowledge/language.ts';
import type { Entry, Fact, FactValue, Section } from '../knowledge/types.ts';
import type { Term } from '../knowledge/vocabulary.ts';
import { phraseOf, type Word } from '../search/analysis.ts';
import { type AnswerType, askedType } from '../search/answer-types.ts';

/** The entry of the programme that the clusters belong to. */
export const programmeId = 'gic';

export function clustersOf(knowledge: Knowledge, language: Language): Entry[] {
  const rank = (entry: Entry) => clusterOrder.indexOf(entry.id);
  return knowledge
    .all(language)
    .filter((entry) => entry.kind === 'cluster')
    .sort((a, b) => rank(a) - rank(b));
}

/** West to east, as the programme lists them. */
const clusterOrder = ['digital', 'protein', 'ngen', 'scale-ai', 'ocean'];

/**
 * The statements about an attribute that hold on a day, newest first; where none holds, the last
 * one that did or the first one that will.
 */
export function factsAt(entry: Entry, attribute: string, now: Date): Fact[] {
  const all = entry.facts.filter((fact) => fact.attribute === attribute);
  const current = all.filter((fact) => stageOf(fact, now) === 'current');
  if (current.length > 0) return current.sort((a, b) => (a.asOf < b.asOf ? 1 : -1));
  const past = all
    .filter((fact) => stageOf(fact, now) === 'past')
    .sort((a, b) => ((a.until ?? '') < (b.until ?? '') ? 1 : -1));
  const future = all
    .filter((fact) => stageOf(fact, now) === 'future')
    .sort((a, b) => ((a.effective ?? '') < (b.effective ?? '') ? -1 : 1));
  return [...past.slice(0, 1), ...(past.length === 0 ? future.slice(0, 1) : [])];
}

/** The section that says what an entry is: its first. */
export function mainSection(entry: Entry): Section {
  return entry.sections[0]!;
}

/** Sections worth reading next: the entry's declared relations, then its own in order. */
export function relatedSections(knowledge: Knowledge, entry: Entry, except?: string): Section[] {
  const position = entry.sections.findIndex((section) => section.id === except);
  const own = [...entry.sections.slice(position + 1), ...entry.sections.slice(0, Math.max(position, 0))];
  const declared = entry.related.flatMap((link) => {
    const [id = '', section] = link.split('#');
    const target = knowledge.entry(id, entry.language);
    if (!target) return [];
    return section ? (target.sections.find((s) => s.id === section) ?? []) : mainSection(target);
  });
  return [...own.slice(0, 2), ...declared, ...own.slice(2)];
}

/** `sector:shipbuilding` → the term. */
export function findTerm(knowledge: Knowledge, key: string): Term | undefined {
  const [category, id] = key.split(':');
  return knowledge.vocabulary.terms.find((term) => term.category === category && term.id === id);
}

export function findAttribute(knowledge: Knowledge, id: string) {
  return knowledge.vocabulary.attributes.find((attribute) => attribute.id === id);
}

export function sourcesOf(items: readonly { readonly sources: Fact['sources'] }[]): Fact['sources'] {
  return items.flatMap((item) => item.sources);
}

/** The values that answer a kind of question, where only one kind of value does. */
const answering: Partial<Readonly<Record<AnswerType, FactValue['type']>>> = {
  money: 'money',
  count: 'count',
  percent: 'percent',
  date: 'date',
  person: 'person',
};

const opensWithWhen = /^(?:(?:since|until|till|from|depuis|jusqu a) )?(?:when|quand)\b/;

/**
 * Of attributes that a question may ask of an entry, those whose values are of the kind it asks for: "when does
 * the funding end" asks for a date. All of them where none is.
 */
export function ofAskedType(
  attributes: readonly string[],
  words: readonly Word[],
  { facts }: Pick<Entry, 'facts'>,
): readonly string[] {
  const phrase = phraseOf(words);
  // "When does the funding end" speaks of money and asks for a date.
  const type = opensWithWhen.test(phrase) ? 'date' : askedType(words);
  const wanted = type && answering[type];
  const fitting = attributes.filter((id) =>
    facts.some((fact) => fact.attribute === id && fact.value.type === wanted),
  );
  return fitting.length > 0 ? fitting : attributes;
}
