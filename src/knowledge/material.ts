/**
 * What of a text is its meaning: words, figures, dates and names in their order. Typography, emphasis,
 * the shape of lists and the addresses behind links are not. A dash right before a figure is its sign, unless it
 * ends a range.
 */
import { createHash } from 'node:crypto';
import { fold } from './fold.ts';
import type { Block, Fact, FactValue, RichText, Section } from './types.ts';

/** The same for texts that say the same: what differs in it is a material difference. */
export function materialForm(text: string): string {
  // Thousands are set apart by a comma, a space or a no-break space, depending on the writer.
  const joined = fold(text).replaceAll(/(?<=\d)[,\s'](?=\d{3}(?!\d))/g, '');
  const words = joined.match(/\p{L}+|[-−](?<!(?:[\p{L}\d]|\d\s+)[-−])(?=\d)|\d+(?:[.,]\d+)*|[%$€£]/gu) ?? [];
  return words.join(' ').replaceAll('−', '-');
}

/** The statements of a section in reading order: sentences, list items and table rows. */
export function statementsOf({ lead, details }: Pick<Section, 'lead' | 'details'>): string[] {
  return [...sentences(plain(lead)), ...details.flatMap(blockStatements)];
}

export function factStatements(fact: Fact): string[] {
  return sentences(plain(fact.text));
}

/** The value by itself, whatever its wording: a changed figure counts although no sentence has it. */
export function valueForm(value: FactValue): string {
  if (value.type === 'text') return materialForm(value.text);
  if (value.type === 'person') return materialForm(value.name);
  if (value.type === 'count') return `${value.count} ${value.moreThan} ${materialForm(value.unit)}`;
  if (value.type === 'link') return value.url.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '');
  return JSON.stringify(value);
}

/** Content does not change once it is read. */
const sectionHashes = new WeakMap<Section, string>();

/** Hash of the meaning of a section in its language; what an answer remembers of it. */
export function sectionHash(section: Section): string {
  const known = sectionHashes.get(section);
  if (known !== undefined) return known;
  const hash = hashOf([...statementsOf(section).map(materialForm), ...periodForm(section)]);
  sectionHashes.set(section, hash);
  return hash;
}

/** Hash of the meaning of the statements about one attribute. */
export function factsHash(facts: readonly Fact[]): string {
  return hashOf(
    facts.flatMap((fact) => [
      valueForm(fact.value),
      ...factStatements(fact).map(materialForm),
      ...periodForm(fact),
    ]),
  );
}

export function statementHash(statement: string): string {
  return hashOf([materialForm(statement)]).slice(0, 10);
}

function periodForm({ effective, until }: Pick<Section, 'effective' | 'until'>): string[] {
  return [`effective ${effective ?? ''}`, `until ${until ?? ''}`];
}

/** Words only: where a sentence ends is typography. */
function hashOf(parts: readonly string[]): string {
  return createHash('sha256')
    .update(parts.filter((part) => part !== '').join(' '))
    .digest('hex')
    .slice(0, 16);
}

function blockStatements(block: Block): string[] {
  switch (block.type) {
    case 'paragraph':
      return sentences(plain(block.text));
    case 'list':
      return block.items.map(plain);
    case 'table':
      return block.rows.map((row) =>
        row.map((cell, index) => (index === 0 ? cell : `${block.columns[index] ?? ''}: ${cell}`)).join('; '),
      );
  }
}

/** Splits where a mark is followed by the beginning of a sentence; abbreviations may split too early. */
function sentences(text: string): string[] {
  return text
    .split(/(?<=[.!?…]["'”’»)\]\u00A0\u202F]{0,3})\s+(?=[\p{Lu}\d"'“«(])/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');
}

function plain(text: RichText): string {
  return text.map((run) => run.value).join('');
}
