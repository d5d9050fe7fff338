/**
 * Text for Adaptive Card fields that are read as Markdown: TextBlock and facts.
 *
 * Two parsers read them. Desktop and web use a CommonMark parser; iOS and Android use Microsoft's own
 * (`MarkDownBlockParser.cpp`), which knows the backslash only before `*` and `_`, shows it, and
 * makes a link of `\[x](y)`. So nothing is escaped here. What could act is parted by a zero-width
 * space, which both take for an ordinary letter and nobody sees; the two signs that no
 * neighbour disarms, `*` and the backquote, are written with a sign that looks the same.
 */
import type { Inline, RichText } from '../knowledge/types.ts';
import { isWebAddress } from './limits.ts';

/** ZERO WIDTH SPACE, the wedge between two characters that would act together. */
const wedge = '\u200B';

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it removes
const control = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]/g;

/** Embeddings, overrides and isolates would turn round what follows; the marks LRM and RLM do no harm. */
const directionOverride = /[\u202A-\u202E\u2066-\u2069]/g;

/** Plain text for any field: one line, without control characters or direction overrides. */
export function plainLine(text: string): string {
  return (
    text
      .replace(control, '')
      .replace(directionOverride, '')
      .toWellFormed()
      .replace(/\s+/g, (space) => (/[\r\n\u2028\u2029]/.test(space) ? ' ' : space))
      // `{{DATE(…)}}` and `{{TIME(…)}}` are replaced by the client even in plain runs.
      .replace(/\{(?=\{)/g, `{${wedge}`)
  );
}

/** Text that means nothing in Markdown but itself. */
export function inert(text: string): string {
  return guardStart(inertRun(text));
}

/**
 * A run of inert text. A sign that could act with its right neighbour is wedged at the end too: the
 * neighbour may be the next run.
 */
function inertRun(text: string): string {
  return (
    plainLine(text)
      .replace(/\t/g, ' ')
      .replace(/\*/g, '∗')
      .replace(/`/g, 'ˋ')
      // Between letters an underscore is no emphasis, and both parsers take a wedge for a letter.
      .replace(/_+/g, `${wedge}$&${wedge}`)
      .replace(/~(?=~|$)/g, `~${wedge}`)
      .replace(/\](?=[([:]|$)/g, `]${wedge}`)
      .replace(/!(?=\[|$)/g, `!${wedge}`)
      .replace(/\{(?=$)/g, `{${wedge}`)
      .replace(/<(?=[A-Za-z/!?]|$)/g, `<${wedge}`)
      .replace(/&(?=#?\w*;|#?\w*$)/g, `&${wedge}`)
      .replace(/\\(?=[!-/:-@[-`{-~]|$)/g, `\\${wedge}`)
  );
}

/** What makes a heading, list, quotation or rule does so only at the start of the text. */
function guardStart(markdown: string): string {
  return markdown.trimStart().replace(/^(?=[#>+-]|\d+[.)])/, wedge);
}

/** Rich text as Markdown, with its own strong, emphasis and links and nothing else. */
export function toMarkdown(text: RichText): string {
  let markdown = '';
  for (const run of text) {
    const next = runToMarkdown(run);
    // `**a**` beside `*b*` would run together.
    markdown += markdown.endsWith('*') && next.startsWith('*') ? wedge + next : next;
  }
  return guardStart(markdown).trimEnd();
}

function runToMarkdown(run: Inline): string {
  if (run.type === 'link') return link(run.value, run.url);
  const value = plainLine(run.value);
  const inner = value.trim();
  const mark = `${run.strong ? '**' : ''}${run.emphasis ? '*' : ''}`;
  if (inner === '' || mark === '') return inertRun(value);
  // White space inside the marks would undo them, and so would punctuation without the wedges:
  // `**Note:**text` shows its stars.
  const before = value.startsWith(inner) ? '' : ' ';
  const after = value.endsWith(inner) ? '' : ' ';
  return `${before}${mark}${wedge}${inertRun(inner)}${wedge}${mark}${after}`;
}

/**
 * The sign of what leads out of Teams, which Microsoft's Store asks for beside links
 * (learn.microsoft.com/microsoftteams/platform/concepts/deploy-and-publish/appsource/prepare/teams-store-validation-guidelines).
 */
const outside = '\u00A0↗';

/** A Markdown link; one that may not be opened is its label alone. */
export function link(label: string, url: string): string {
  const text = inertRun(label.replace(/\[/g, '(').replace(/\]/g, ')')).trim();
  if (text === '' || !isWebAddress(url)) return text;
  return `[${text}](${linkAddress(url)})${outside}`;
}

/** The address with everything written out that either parser would read as its end or as emphasis. */
function linkAddress(url: string): string {
  return new URL(url).href
    .replace(/[()<>[\]*`\\~|{}'"^ ]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
    .replace(/(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/g, '%5F')
    .replace(/(&#?\w+);/g, '$1%3B');
}

/** Nothing to see: white space and characters without width. */
export function isBlank(text: string): boolean {
  return text.replace(/[\s\p{Cc}\p{Cf}]/gu, '') === '';
}
