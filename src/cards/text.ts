/** Card → plain text: a full answer by itself, and the accessible fallback everywhere. */

import type { Language } from '../knowledge/language.ts';
import type { Inline, RichText, Source } from '../knowledge/types.ts';
import type { Card, CardElement } from './card.ts';
import { labelled } from './format.ts';
import { shorten } from './shorten.ts';

export interface TextOptions {
  /** Longest result in UTF-16 units; the text is shortened at a sentence end. */
  readonly maximum?: number;
  /** Whether sources, small print and related questions are written out. */
  readonly only?: 'answer';
}

export function toText(card: Card, options: TextOptions = {}): string {
  const parts = card.elements
    .filter((element) => options.only !== 'answer' || isAnswer(element))
    .map((element) => elementText(element, card.language))
    .filter((part) => part !== '');
  const text = parts.join('\n\n');
  return options.maximum === undefined ? text : shorten(text, options.maximum);
}

/** Characters of an answer that is still read; its title and its sources are not counted. */
export const longestAnswer = 1200;

export function answerLength(card: Card): number {
  return toText(card, { only: 'answer' }).length;
}

/** What answers the question, as against what frames it. */
function isAnswer(element: CardElement): boolean {
  return ['text', 'facts', 'table', 'list', 'notice'].includes(element.type);
}

function elementText(element: CardElement, language: Language): string {
  switch (element.type) {
    case 'title':
      return element.text;
    case 'context':
    case 'text':
      return richTextWithAddresses(element.text);
    case 'notice':
      return `${element.tone === 'warning' ? '⚠ ' : ''}${richTextWithAddresses(element.text)}`;
    case 'facts':
      return element.facts
        .map((fact) => `${labelled(fact.label, language)}${richTextWithAddresses(fact.value)}`)
        .join('\n');
    case 'list':
      return element.items
        .map((item, index) => `${element.ordered ? `${index + 1}.` : '•'} ${richTextWithAddresses(item)}`)
        .join('\n');
    case 'table':
      return [element.caption, ...element.rows.map((row) => `• ${rowText(element.columns, row, language)}`)]
        .filter((line) => line !== '')
        .join('\n');
    case 'sources':
      return [element.asOf, labelled(element.label, language).trim(), ...element.sources.map(sourceText)]
        .filter((line) => line !== '')
        .join('\n');
    case 'image':
      return element.alt;
    case 'actions':
      return element.actions
        .map((action) => (action.type === 'open' ? `→ ${action.label}: ${action.url}` : `→ ${action.label}`))
        .join('\n');
  }
}

/** A row read aloud makes sense without seeing the table: every value follows its column's name. */
export function rowText(columns: readonly string[], row: readonly string[], language: Language): string {
  const [name = '', ...cells] = row;
  const values = cells.map((cell, index) => `${labelled(columns[index + 1] ?? '', language)}${cell}`);
  return values.length > 0 ? `${name} — ${values.join('; ')}` : name;
}

function sourceText(source: Source, index: number): string {
  const date = source.date ? `, ${source.date}` : '';
  return `[${index + 1}] ${source.title} (${source.publisher}${date}) ${source.url}`;
}

function richTextWithAddresses(text: RichText): string {
  return text.map(runText).join('');
}

function runText(run: Inline): string {
  if (run.type === 'text' || bareAddress(run.url) === bareAddress(run.value)) return run.value;
  return `${run.value} (${run.url})`;
}

/** `https://www.ngen.ca/` and `ngen.ca` need not both be read. */
function bareAddress(address: string): string {
  return address.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '');
}
