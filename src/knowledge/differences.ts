/** What has changed materially between the content that was last announced and the content of now. */
import { z } from 'zod';
import { dayOf } from './freshness.ts';
import type { Knowledge } from './knowledge.ts';
import { type Bilingual, type Language, languages } from './language.ts';
import {
  factStatements,
  factsHash,
  materialForm,
  sectionHash,
  statementHash,
  statementsOf,
} from './material.ts';
import type { Entry, Fact, PartialDate, Section } from './types.ts';

const itemSchema = z.strictObject({
  /** Heading, or what the fact is about. */
  label: z.string(),
  /** The first paragraph, for a reader who asks what it said before. */
  summary: z.string(),
  hash: z.string(),
  statements: z.array(z.string()),
  asOf: z.string(),
});
const snapshotSchema = z.strictObject({
  v: z.literal(1),
  version: z.string(),
  /** Item id → what it said in each language; an id is `entry#section` or `entry@attribute`. */
  items: z.record(z.string(), z.strictObject({ en: itemSchema.optional(), fr: itemSchema.optional() })),
  /** Titles of the entries, for those that are removed. */
  titles: z.record(z.string(), z.strictObject({ en: z.string().optional(), fr: z.string().optional() })),
  /** Stages that were announced before they begin: `item!2027-01-01`. */
  stages: z.array(z.string()),
});

/** What is kept of an announced version: enough to tell later what is new, as JSON. */
export type Snapshot = z.infer<typeof snapshotSchema>;
type SnapshotItem = z.infer<typeof itemSchema>;

export type ChangeKind =
  /** Something that was not told before. */
  | 'added'
  /** The matter itself has moved on. */
  | 'changed'
  /** It was told wrongly: another statement about the same date. */
  | 'corrected'
  | 'removed'
  /** Told before, and about to hold. */
  | 'begins';

export interface Change {
  /** `ngen#money`, `ngen@leader`, `ngen` for a whole entry, `ngen#money!2027-01-01` for a stage. */
  readonly item: string;
  readonly entry: string;
  readonly kind: ChangeKind;
  /** In which languages it is one: a translation may be mended alone. */
  readonly texts: Partial<Bilingual<ChangeText>>;
  /** The first day of a stage that begins. */
  readonly date?: PartialDate;
}

export interface ChangeText {
  readonly title: string;
  /** What it said, where that is known. */
  readonly before?: string;
  /** What is new in it now; absent when it is removed. */
  readonly now?: string;
}

export interface ComparisonOptions {
  readonly now: Date;
  /** A stage is announced this many days before it begins. */
  readonly stageDays: number;
}

/** Reads a stored snapshot; `undefined` for what is none (another version of the product wrote it). */
export function readSnapshot(json: string): Snapshot | undefined {
  try {
    return snapshotSchema.safeParse(JSON.parse(json)).data;
  } catch {
    return undefined;
  }
}

/** The content of now as it will be compared later. Stages about to begin count as announced. */
export function takeSnapshot(knowledge: Knowledge, options: ComparisonOptions): Snapshot {
  const items: Snapshot['items'] = {};
  const titles: Snapshot['titles'] = {};
  for (const language of languages) {
    for (const entry of knowledge.all(language)) {
      titles[entry.id] = { ...titles[entry.id], [language]: entry.title };
      for (const { id, item } of itemsOf(entry, knowledge)) items[id] = { ...items[id], [language]: item };
    }
  }
  const stages = stagesOf(knowledge, options).map((stage) => stage.id);
  return { v: 1, version: knowledge.version, items, titles, stages: [...new Set(stages)] };
}

/**
 * What somebody who knows `announced` has to be told: nothing for typography, sources, questions, dates
 * of review, or a move of words between paragraphs. Ordered by entry and item.
 */
export function compare(announced: Snapshot, knowledge: Knowledge, options: ComparisonOptions): Change[] {
  const current = takeSnapshot(knowledge, options);
  const changes: Change[] = [];
  const entries = [...new Set([...Object.keys(announced.titles), ...Object.keys(current.titles)])].sort();
  for (const entry of entries) {
    if (!announced.titles[entry]) changes.push(wholeEntry(entry, 'added', knowledge, current));
    else if (!current.titles[entry]) changes.push(wholeEntry(entry, 'removed', knowledge, announced));
    else changes.push(...entryChanges(entry, announced, current, knowledge));
  }
  const known = new Set(announced.stages);
  const told = new Set(changes.map((change) => change.item));
  for (const stage of stagesOf(knowledge, options)) {
    // A section that is new itself says when it begins.
    if (known.has(stage.id) || told.has(stage.item) || told.has(stage.entry) || told.has(stage.id)) continue;
    told.add(stage.id);
    changes.push(stageChange(stage, current));
  }
  return changes;
}

interface Item {
  readonly id: string;
  readonly item: SnapshotItem;
}

function itemsOf(entry: Entry, knowledge: Knowledge): Item[] {
  const sections = entry.sections.map((section) => ({
    id: `${entry.id}#${section.id}`,
    item: {
      label: section.heading,
      summary: leadOf(section),
      hash: sectionHash(section),
      statements: statementsOf(section).map(statementHash),
      asOf: section.asOf,
    },
  }));
  const attributes = [...new Set(entry.facts.map((fact) => fact.attribute))];
  const facts = attributes.map((attribute) => {
    const about = entry.facts.filter((fact) => fact.attribute === attribute);
    const declared = knowledge.vocabulary.attributes.find(({ id }) => id === attribute);
    const statements = about.flatMap(factStatements);
    return {
      id: `${entry.id}@${attribute}`,
      item: {
        label: declared?.label[entry.language] ?? attribute,
        summary: statements.join(' '),
        hash: factsHash(about),
        statements: statements.map(statementHash),
        asOf: about.map((fact) => fact.asOf).join(' '),
      },
    };
  });
  return [...sections, ...facts];
}

function leadOf(section: Section): string {
  return section.lead.map((run) => run.value).join('');
}

function wholeEntry(entry: string, kind: 'added' | 'removed', knowledge: Knowledge, where: Snapshot): Change {
  const texts: Partial<Record<Language, ChangeText>> = {};
  for (const language of languages) {
    const title = where.titles[entry]?.[language];
    const first = knowledge.entry(entry, language)?.sections[0];
    if (title !== undefined) {
      texts[language] = { title, ...(kind === 'added' && first && { now: leadOf(first) }) };
    }
  }
  return { item: entry, entry, kind, texts };
}

function entryChanges(entry: string, old: Snapshot, current: Snapshot, knowledge: Knowledge): Change[] {
  const ids = [...new Set([...Object.keys(old.items), ...Object.keys(current.items)])]
    .filter((id) => entryOf(id) === entry)
    .sort();
  const changes = ids.flatMap((id) => itemChange(id, entry, old, current, knowledge) ?? []);
  const changed = new Set(changes.map((change) => change.item));
  // Where the section that tells of an attribute has changed too, it says the same and more.
  return changes.filter((change) => {
    const [, attribute] = change.item.split('@');
    const section = knowledge.vocabulary.attributes.find(({ id }) => id === attribute)?.section;
    return section === undefined || !changed.has(`${entry}#${section}`);
  });
}

function entryOf(item: string): string {
  return item.split(/[#@!]/, 1)[0]!;
}

function itemChange(
  id: string,
  entry: string,
  old: Snapshot,
  current: Snapshot,
  knowledge: Knowledge,
): Change | undefined {
  const texts: Partial<Record<Language, ChangeText>> = {};
  const kinds = new Set<ChangeKind>();
  for (const language of languages) {
    const before = old.items[id]?.[language];
    const now = current.items[id]?.[language];
    if (before?.hash === now?.hash) continue;
    const title = (now ?? before)!.label;
    if (!now) {
      kinds.add('removed');
      texts[language] = { title, ...(before && { before: before.summary }) };
      continue;
    }
    const text = textOf(id, language, knowledge);
    if (!before) {
      kinds.add('added');
      texts[language] = { title, now: now.summary };
      continue;
    }
    const isGone = before.statements.some((statement) => !now.statements.includes(statement));
    kinds.add(before.asOf === now.asOf && isGone ? 'corrected' : 'changed');
    const fresh = text.filter((statement) => !before.statements.includes(statementHash(statement)));
    texts[language] = {
      title,
      ...(materialForm(before.summary) !== materialForm(now.summary) && { before: before.summary }),
      now: fresh.length > 0 ? fresh.join(' ') : now.summary,
    };
  }
  const kind = (['corrected', 'changed', 'added', 'removed'] as const).find((one) => kinds.has(one));
  return kind && { item: id, entry, kind, texts };
}

function textOf(id: string, language: Language, knowledge: Knowledge): string[] {
  const entry = entryOf(id);
  const [, sectionId] = id.split('#');
  const [, attribute] = id.split('@');
  const section = sectionId === undefined ? undefined : knowledge.section(entry, sectionId, language);
  if (section) return statementsOf(section);
  const facts = knowledge.entry(entry, language)?.facts ?? [];
  return facts.filter((fact) => fact.attribute === attribute).flatMap(factStatements);
}

interface Stage {
  /** `item!2027-01-01`. */
  readonly id: string;
  readonly item: string;
  readonly entry: string;
  readonly effective: PartialDate;
}

/** What begins after today and within the days given; a month or year begins on its first day. */
function stagesOf(knowledge: Knowledge, { now, stageDays }: ComparisonOptions): Stage[] {
  const today = dayOf(now);
  const last = dayOf(new Date(now.getTime() + stageDays * 86_400_000));
  const stages = (
    entry: Entry,
    items: readonly (Section | Fact)[],
    idOf: (item: number) => string,
  ): Stage[] =>
    items.flatMap(({ effective }, index) => {
      if (!effective) return [];
      const day = effective + '-01-01'.slice(effective.length - 4);
      if (day <= today || day > last) return [];
      const item = idOf(index);
      return [{ id: `${item}!${effective}`, item, entry: entry.id, effective }];
    });
  return knowledge
    .all('en')
    .flatMap((entry) => [
      ...stages(entry, entry.sections, (index) => `${entry.id}#${entry.sections[index]!.id}`),
      ...stages(entry, entry.facts, (index) => `${entry.id}@${entry.facts[index]!.attribute}`),
    ]);
}

function stageChange({ id, item, entry, effective }: Stage, current: Snapshot): Change {
  const texts: Partial<Record<Language, ChangeText>> = {};
  for (const language of languages) {
    const now = current.items[item]?.[language];
    if (now) texts[language] = { title: now.label, now: now.summary };
  }
  return { item: id, entry, kind: 'begins', texts, date: effective };
}
