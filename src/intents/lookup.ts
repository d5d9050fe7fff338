/** What several intents ask of the knowledge. */
import { stageOf } from '../knowledge/freshness.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Language } from '../knowledge/language.ts';
import type { Entry, Fact, Section } from '../knowledge/types.ts';
import type { Term } from '../knowledge/vocabulary.ts';

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
