/** What can only be seen with all files side by side: siblings that differ, names used twice, dead links. */
import { foldPhrase } from './fold.ts';
import { type Knowledge, sectionAt } from './knowledge.ts';
import { type Language, languages } from './language.ts';
import type { Problem } from './problems.ts';
import type { Entry, FactValue, RichText, Section } from './types.ts';

/** A card's paragraph; longer ones are not one answer. */
const longestLead = 600;

export function checkKnowledge(knowledge: Knowledge): Problem[] {
  const problems: Problem[] = [];
  for (const id of knowledge.ids) {
    const en = knowledge.entry(id, 'en');
    const fr = knowledge.entry(id, 'fr');
    if (en && fr) problems.push(...compareSiblings(en, fr));
  }
  for (const language of languages) {
    problems.push(...checkAliases(knowledge, language), ...checkAsks(knowledge, language));
    for (const entry of knowledge.all(language)) problems.push(...checkEntry(entry, knowledge));
  }
  problems.push(...checkVocabulary(knowledge));
  return problems;
}

function compareSiblings(en: Entry, fr: Entry): Problem[] {
  const problems: Problem[] = [];
  const differ = (line: number, what: string, expected: string, found: string) =>
    problems.push({
      file: fr.file,
      line,
      message: `${what} must agree with ${en.file}: expected ${expected || 'nothing'}, found ${found || 'nothing'}`,
      severity: 'error',
    });
  const same = (what: string, a: string, b: string, line = 1) => {
    if (a !== b) differ(line, what, a, b);
  };
  same('kind', en.kind, fr.kind);
  same('parent', en.parent ?? '', fr.parent ?? '');
  for (const list of ['provinces', 'sectors', 'technologies', 'related', 'counterparts'] as const) {
    same(list, en[list].join(', '), fr[list].join(', '));
  }
  same('sections', en.sections.map((s) => s.id).join(', '), fr.sections.map((s) => s.id).join(', '));
  same('facts', en.facts.map((f) => f.attribute).join(', '), fr.facts.map((f) => f.attribute).join(', '));
  for (const [index, fact] of en.facts.entries()) {
    const other = fr.facts[index];
    if (other?.attribute !== fact.attribute) break;
    same(`the value of ${fact.attribute}`, languageFree(fact.value), languageFree(other.value));
    same(`the dates of ${fact.attribute}`, datesOf(fact), datesOf(other));
    same(`the sources of ${fact.attribute}`, sourceIds(fact.sources), sourceIds(other.sources));
  }
  for (const section of en.sections) {
    const other = fr.sections.find((candidate) => candidate.id === section.id);
    if (!other) continue;
    same(`the dates of section ${section.id}`, datesOf(section), datesOf(other), other.line);
    same(
      `the sources of section ${section.id}`,
      sourceIds(section.sources),
      sourceIds(other.sources),
      other.line,
    );
  }
  return problems;
}

/** The part of a value that no translation changes. */
function languageFree(value: FactValue): string {
  if (value.type === 'text') return 'text';
  if (value.type === 'count') return `${value.moreThan ? 'more than ' : ''}${value.count}`;
  // A site may have a page for each language.
  if (value.type === 'link') return 'link';
  return JSON.stringify(value);
}

function datesOf(item: Pick<Section, 'asOf' | 'reviewBy' | 'effective' | 'until'>): string {
  return [item.asOf, item.reviewBy, item.effective, item.until].map((date) => date ?? '–').join(' ');
}

function sourceIds(sources: readonly { readonly id: string }[]): string {
  return sources.map((source) => source.id).join(', ');
}

function checkEntry(entry: Entry, knowledge: Knowledge): Problem[] {
  const problems: Problem[] = [];
  const problem = (line: number, message: string, severity: Problem['severity'] = 'error') =>
    problems.push({ file: entry.file, line, message, severity });
  const terms = (category: string) =>
    new Set(knowledge.vocabulary.terms.filter((t) => t.category === category).map((t) => t.id));
  for (const [list, category] of [
    ['provinces', 'province'],
    ['sectors', 'sector'],
    ['technologies', 'technology'],
  ] as const) {
    const known = terms(category);
    for (const id of entry[list]) if (!known.has(id)) problem(1, `${list}: ${id} is not in the vocabulary`);
  }
  const attributes = new Set(knowledge.vocabulary.attributes.map((attribute) => attribute.id));
  for (const fact of entry.facts) {
    if (!attributes.has(fact.attribute))
      problem(1, `the attribute ${fact.attribute} is not in attributes.yaml`);
    if (length(fact.text) > longestLead)
      problem(1, `the text of ${fact.attribute} is longer than ${longestLead}`);
    checkPeriod(fact, 1, problem);
  }
  for (const link of [...entry.related, ...(entry.parent ? [entry.parent] : [])]) {
    const [id = '', section] = link.split('#');
    const found = section
      ? knowledge.section(id, section, entry.language)
      : knowledge.entry(id, entry.language);
    if (!found) problem(1, `related: ${link} does not exist`);
  }
  for (const link of entry.counterparts) {
    if (!sectionAt(knowledge, link, entry.language)) problem(1, `counterparts: ${link} does not exist`);
  }
  for (const section of entry.sections) {
    const size = length(section.lead);
    if (size > longestLead) {
      problem(
        section.line,
        `the first paragraph of ${section.id} has ${size} characters, expected at most ${longestLead}`,
      );
    }
    checkPeriod(section, section.line, problem);
  }
  return problems;
}

function checkPeriod(
  item: Pick<Section, 'asOf' | 'effective' | 'until'>,
  line: number,
  problem: (line: number, message: string) => unknown,
): void {
  if (item.effective && item.until && item.effective > item.until) {
    problem(line, `effective ${item.effective} is after until ${item.until}`);
  }
}

function length(text: RichText): number {
  return text.reduce((sum, run) => sum + run.value.length, 0);
}

function checkAliases(knowledge: Knowledge, language: Language): Problem[] {
  const problems: Problem[] = [];
  const owners = new Map<string, string>();
  for (const entry of knowledge.all(language)) {
    for (const alias of new Set([entry.title, ...entry.aliases].map(foldPhrase))) {
      const owner = owners.get(alias);
      if (owner) {
        const message = `the alias "${alias}" already belongs to ${owner}`;
        problems.push({ file: entry.file, line: 1, message, severity: 'error' });
      } else owners.set(alias, entry.id);
    }
  }
  return problems;
}

function checkAsks(knowledge: Knowledge, language: Language): Problem[] {
  const problems: Problem[] = [];
  const owners = new Map<string, string>();
  for (const entry of knowledge.all(language)) {
    for (const section of entry.sections) {
      const here = `${entry.id}#${section.id}`;
      for (const ask of section.asks.map(foldPhrase)) {
        const owner = owners.get(ask);
        if (owner === undefined) owners.set(ask, here);
        else if (owner !== here) {
          const message = `the question "${ask}" is already asked in ${owner}`;
          problems.push({ file: entry.file, line: section.line, message, severity: 'error' });
        }
      }
    }
  }
  return problems;
}

function checkVocabulary(knowledge: Knowledge): Problem[] {
  const problems: Problem[] = [];
  const error = (file: string, message: string) =>
    problems.push({ file, line: 0, message, severity: 'error' });
  for (const language of languages) {
    const owners = new Map<string, string>();
    for (const term of knowledge.vocabulary.terms) {
      const file = `${term.category} vocabulary`;
      for (const word of new Set([term.label[language], ...term.words[language]].map(foldPhrase))) {
        const key = `${term.category} ${word}`;
        const owner = owners.get(key);
        if (owner) error(file, `the word "${word}" stands under ${owner} and ${term.id}`);
        owners.set(key, term.id);
      }
    }
  }
  for (const term of knowledge.vocabulary.terms) {
    for (const cluster of term.clusters) {
      if (!knowledge.ids.includes(cluster))
        error(`${term.category} vocabulary`, `${term.id}: no cluster ${cluster}`);
    }
    for (const link of [...term.topics, ...term.counterparts]) {
      if (!sectionAt(knowledge, link, 'en'))
        error(`${term.category} vocabulary`, `${term.id}: no section ${link}`);
    }
    for (const link of term.topics) {
      if (!isAgreement(knowledge, link.split('#')[0]!))
        error(`${term.category} vocabulary`, `${term.id}: ${link} is no section of an agreement`);
    }
  }
  return problems;
}

/** An agreement, or a topic that belongs to one. */
function isAgreement(knowledge: Knowledge, id: string): boolean {
  const entry = knowledge.entry(id, 'en');
  return entry?.kind === 'agreement' || knowledge.entry(entry?.parent ?? '', 'en')?.kind === 'agreement';
}
