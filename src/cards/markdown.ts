/** Card → Markdown (CommonMark with tables), for a file that is read without us: buttons are left out. */
import type { Inline, RichText, Source } from '../knowledge/types.ts';
import type { Card, CardElement } from './card.ts';
import { labelled } from './format.ts';

export interface MarkdownOptions {
  /** Longest result in UTF-16 units; what is beyond is left out line by line, and `…` says so. */
  readonly maximum?: number;
}

/** Ends with a line break, as a text file does. */
export function toMarkdown(card: Card, options: MarkdownOptions = {}): string {
  const parts = card.elements.map((element) => elementMarkdown(element, card.language));
  const markdown = `${parts.filter((part) => part !== '').join('\n\n')}\n`;
  return options.maximum === undefined ? markdown : leadingLines(markdown, options.maximum);
}

function leadingLines(markdown: string, maximum: number): string {
  if (markdown.length <= maximum) return markdown;
  const room = markdown.slice(0, Math.max(0, maximum - 2));
  return `${room.slice(0, room.lastIndexOf('\n') + 1)}…\n`;
}

function elementMarkdown(element: CardElement, language: Card['language']): string {
  switch (element.type) {
    case 'title':
      return block('# ', run(element.text));
    case 'context':
      return paragraph(element.text);
    case 'text':
      return isHeading(element.text) ? block('## ', inline(unstyled(element.text))) : paragraph(element.text);
    case 'notice':
      return block('> ', `${element.tone === 'warning' ? '⚠ ' : ''}${inline(element.text)}`);
    case 'facts':
      return lines(
        element.facts.map((fact) =>
          block('- ', `${styled(labelled(fact.label, language), '**')}${inline(fact.value)}`),
        ),
      );
    case 'list':
      return lines(
        element.items.map((item, index) => block(element.ordered ? `${index + 1}. ` : '- ', inline(item))),
      );
    case 'table':
      return tableMarkdown(element.caption, element.columns, element.rows);
    case 'sources':
      return [
        element.sources.length > 0 ? block('## ', run(element.label)) : '',
        styled(element.asOf.trim(), '_'),
        lines(element.sources.map((source, index) => block(`${index + 1}. `, sourceMarkdown(source)))),
      ]
        .filter((part) => part !== '')
        .join('\n\n');
    case 'image': {
      const url = address(element.url);
      return url ? `![${run(element.alt).trim()}](${url})` : guarded(run(element.alt));
    }
    case 'actions':
      return lines(
        element.actions.map((action) =>
          action.type === 'open' ? block('- ', linkMarkdown(action.label, action.url)) : '',
        ),
      );
  }
}

/** A paragraph that is strong as a whole names what follows. */
function isHeading(text: RichText): boolean {
  return text.length > 0 && text.every((part) => part.type === 'text' && part.strong);
}

function unstyled(text: RichText): RichText {
  return text.map(({ value }) => ({ type: 'text', value }));
}

function paragraph(text: RichText): string {
  return guarded(inline(text));
}

/** A line with its mark, or nothing when nothing stands behind the mark. */
function block(mark: string, markdown: string): string {
  const guardedMarkdown = guarded(markdown);
  return guardedMarkdown === '' ? '' : `${mark}${guardedMarkdown}`;
}

function lines(items: readonly string[]): string {
  return items.filter((item) => item !== '').join('\n');
}

function tableMarkdown(
  caption: string,
  columns: readonly string[],
  rows: readonly (readonly string[])[],
): string {
  const title = styled(caption.trim(), '**');
  if (columns.length === 0 || rows.length === 0) return title;
  const row = (cells: readonly string[]) =>
    `| ${columns.map((_, index) => run(cells[index] ?? '').trim() || '–').join(' | ')} |`;
  const table = [row(columns), `|${' --- |'.repeat(columns.length)}`, ...rows.map(row)].join('\n');
  return title === '' ? table : `${title}\n\n${table}`;
}

function sourceMarkdown(source: Source): string {
  const origin = [source.publisher, source.date ?? ''].filter((part) => part !== '').join(', ');
  return `${linkMarkdown(source.title || source.url, source.url)}${origin && ` – ${run(origin)}`}`;
}

function inline(text: RichText): string {
  const parts = merged(text);
  return parts
    .map((part, index) => inlineRun(part, edge(parts[index - 1], -1), edge(parts[index + 1], 0)))
    .join('')
    .trim();
}

/** Neighbours of one style are one run: their marks would run together. */
function merged(text: RichText): Inline[] {
  const parts: Inline[] = [];
  for (const part of text) {
    const last = parts.at(-1);
    const same = last?.type === 'text' && part.type === 'text' && markOf(last) === markOf(part);
    if (same) parts[parts.length - 1] = { ...last, value: last.value + part.value };
    else if (part.value !== '') parts.push(part);
  }
  return parts;
}

/** The character of a neighbour that touches; marks that touch marks count as a letter, like any link. */
function edge(part: Inline | undefined, position: 0 | -1): string {
  const character = part?.value.at(position) ?? '';
  return part && (part.type === 'link' || markOf(part) !== '') && character.trim() !== '' ? 'a' : character;
}

function inlineRun(part: Inline, before: string, after: string): string {
  if (part.type === 'link') return linkMarkdown(part.value, part.url);
  return styled(part.value, markOf(part), before, after);
}

function markOf(part: Inline): string {
  if (part.type === 'link') return '';
  return `${part.strong ? '**' : ''}${part.emphasis ? '_' : ''}`;
}

/** What may touch a mark from outside without undoing it. */
const outside = /^[\s.,;:!?()–—…«»"'’“”]?$/u;

/**
 * Marks only act when they touch what they mark, so white space stays outside. Where a letter touches
 * them from outside they might not act at all: there the text goes without.
 *
 * @param before the character in front of the text, after the one behind it; empty for none
 */
function styled(value: string, mark: string, before = '', after = ''): string {
  const text = run(value);
  const inner = text.trim();
  if (mark === '' || inner === '') return text;
  const start = text.indexOf(inner);
  const [left, right] = [text.slice(0, start), text.slice(start + inner.length)];
  if ((left === '' && !outside.test(before)) || (right === '' && !outside.test(after))) return text;
  return `${left}${mark}${inner}${[...mark].reverse().join('')}${right}`;
}

/** A link, or its label where the address may not be opened. */
function linkMarkdown(label: string, url: string): string {
  const text = run(label);
  const inner = text.trim();
  const target = address(url);
  return target && inner !== '' ? text.replace(inner, () => `[${inner}](${target})`) : text;
}

/** A web address with everything written out that could end it or be read as something else. */
function address(url: string): string | undefined {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (!parsed || !['https:', 'http:'].includes(parsed.protocol)) return undefined;
  return parsed.href
    .replace(/[()<>[\]\\`*|\s]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
    .replace(/&(?=#?\w+;)/g, '&amp;');
}

/** Control characters, line breaks, and marks that turn round what follows. */
const invisible = /[\p{Cc}\p{Bidi_Control}\u2028\u2029]+/gu;

/** One line of text in which no character means anything but itself. */
function run(text: string): string {
  return (
    text
      .toWellFormed()
      .replace(/(?<!\s)\s*[\r\n\t\u2028\u2029]+\s*/gu, ' ')
      .replaceAll(invisible, '')
      .replace(/[\\`*_[\]<>~|]/g, '\\$&')
      // "AT&T" may stay; what is a character's name, or becomes one with what follows, may not.
      .replace(/&(?=#?\w*;|#?\w*$)/g, '\\&')
      // Before a link it would make a picture of it.
      .replace(/!$/, '\\!')
  );
}

/** What makes a heading, list, quotation or rule does so only at the start of a line. */
function guarded(markdown: string): string {
  return markdown
    .trim()
    .replace(/^([#+=-])/, '\\$1')
    .replace(/^(\d+)([.)])/, '$1\\$2');
}
