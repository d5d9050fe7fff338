/** The texts that a section is made of, without their format, and their words. */
import { sentencesOf } from '../knowledge/sentences.ts';
import type { Block, RichText, Section } from '../knowledge/types.ts';
import { type Form, formsIn } from './analysis.ts';

export function plain(text: RichText): string {
  return text.map((run) => run.value).join('');
}

/** The sentences of a paragraph, the items of a list, the rows of a table with their columns' names. */
export function linesOf(block: Block): string[] {
  switch (block.type) {
    case 'paragraph':
      return sentencesOf(plain(block.text));
    case 'list':
      return block.items.map(plain);
    case 'table':
      return block.rows.map((row) =>
        row.map((cell, index) => `${block.columns[index] ?? ''} . ${cell}`).join(' . '),
      );
  }
}

/** The words of a block; the separators keep neighbouring cells from forming a name. */
export function blockText(block: Block): string {
  switch (block.type) {
    case 'paragraph':
      return plain(block.text);
    case 'list':
      return block.items.map(plain).join(' . ');
    case 'table':
      return [block.columns, ...block.rows].map((row) => row.join(' . ')).join(' . ');
  }
}

/** The heading, the lead and the blocks of a section. */
export function textsOf({ heading, lead, details }: Section): readonly string[] {
  return [heading, plain(lead), ...details.map(blockText)];
}

/** A sentence, a list item or a table row. */
export interface Line {
  readonly text: string;
  readonly words: readonly Form[];
}

/** The words of a section, text by text. */
export interface SectionWords {
  readonly heading: readonly Form[];
  readonly asks: readonly (readonly Form[])[];
  readonly lead: readonly Line[];
  /** Block by block. */
  readonly details: readonly (readonly Line[])[];
}

/** Reads the words of texts once for the time in which the content is made ready, which needs each more than once. */
export interface WordReader {
  section(section: Section): SectionWords;
  /** Of a name or a phrase. */
  phrase(text: string): readonly Form[];
}

export function createWordReader(): WordReader {
  return { section: remembered(wordsOfSection), phrase: remembered(formsIn) };
}

/** What a function returns, found out once for each key; never nothing. */
export function remembered<Key, Value>(read: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    const value = read(key);
    known.set(key, value);
    return value;
  };
}

function wordsOfSection({ heading, asks, lead, details }: Section): SectionWords {
  return {
    heading: formsIn(heading),
    asks: asks.map(formsIn),
    lead: sentencesOf(plain(lead)).map(lineOf),
    details: details.map((block) => linesOf(block).map(lineOf)),
  };
}

export function lineOf(text: string): Line {
  return { text, words: formsIn(text) };
}
