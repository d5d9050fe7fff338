/**
 * Our content many times over, for questions of size. Every copy has names of its own and varies its words,
 * so that the vocabulary grows as it does in real collections: about with the square root of the text
 * (Heaps' law), not with the text.
 */
import type { Knowledge } from '../../src/knowledge/knowledge.ts';
import type { Language } from '../../src/knowledge/language.ts';
import type { Block, Entry, Fact, Inline, Section } from '../../src/knowledge/types.ts';
import { type Random, seeded, seedOf } from '../random.ts';

/** Share of the longer words that a copy writes otherwise. */
const varied = 0.3;
/** Other words that one word can become. */
const variants = 10;
const shortest = 5;
const endings = 'ador belin corand dremo feltis gorvan halden iskar jomel kuvara'.split(' ');

export function scaledKnowledge(knowledge: Knowledge, factor: number): Knowledge {
  const entries = new Map<string, Entry>();
  const ids: string[] = [];
  for (let copy = 0; copy < factor; copy++) {
    for (const id of knowledge.ids) {
      const copyId = copy === 0 ? id : `${id}-${copy}`;
      ids.push(copyId);
      for (const language of ['en', 'fr'] as const) {
        const entry = knowledge.entry(id, language)!;
        entries.set(`${copyId}.${language}`, copy === 0 ? entry : copyOf(entry, copyId, copy));
      }
    }
  }
  ids.sort();
  const all = (language: Language) => ids.map((id) => entries.get(`${id}.${language}`)!);
  const lists = { en: all('en'), fr: all('fr') };
  return {
    ids,
    vocabulary: knowledge.vocabulary,
    version: `${knowledge.version} × ${factor}`,
    entry: (id, language) => entries.get(`${id}.${language}`),
    section: (id, section, language) =>
      entries.get(`${id}.${language}`)?.sections.find((candidate) => candidate.id === section),
    all: (language) => lists[language],
  };
}

function copyOf(entry: Entry, id: string, copy: number): Entry {
  const random = seeded(seedOf(`${id} ${entry.language}`));
  const ownName = (name: string) => `${name} ${nameOf(copy)}`;
  return {
    ...entry,
    id,
    title: ownName(entry.title),
    shortTitle: ownName(entry.shortTitle),
    aliases: entry.aliases.map(ownName),
    facts: entry.facts.map((fact): Fact => ({ ...fact, entry: id, text: variedRuns(fact.text, random) })),
    sections: entry.sections.map(
      (section): Section => ({
        ...section,
        entry: id,
        heading: vary(section.heading, random),
        asks: section.asks.map((ask) => vary(ask, random)),
        lead: variedRuns(section.lead, random),
        details: section.details.map((block) => variedBlock(block, random)),
      }),
    ),
    file: entry.file.replace(entry.id, id),
  };
}

/** Two endings make a hundred names. */
function nameOf(copy: number): string {
  const name = `${endings[copy % 10]}${endings[Math.floor(copy / 10) % 10]}`;
  return name.charAt(0).toUpperCase() + name.slice(1);
}

function vary(text: string, random: Random): string {
  return text.replace(/\p{L}{2,}/gu, (word) => {
    if (word.length < shortest || random.next() > varied) return word;
    // Small numbers are the likelier ones, so that some variants are rare.
    const variant = Math.floor(variants * random.next() ** 2);
    return word.slice(0, -1) + endings[(seedOf(word) + variant) % endings.length];
  });
}

function variedRuns(runs: readonly Inline[], random: Random): Inline[] {
  return runs.map((run) => ({ ...run, value: vary(run.value, random) }));
}

function variedBlock(block: Block, random: Random): Block {
  switch (block.type) {
    case 'paragraph':
      return { ...block, text: variedRuns(block.text, random) };
    case 'list':
      return { ...block, items: block.items.map((item) => variedRuns(item, random)) };
    case 'table':
      return { ...block, rows: block.rows.map((row) => row.map((cell) => vary(cell, random))) };
  }
}
