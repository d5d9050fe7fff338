/** The parts that most answer cards share. */
import { dayOf, reviewOverdue, stageOf } from '../knowledge/freshness.ts';
import { type Language, otherLanguage } from '../knowledge/language.ts';
import type { Block, PartialDate, RichText, Section, Source } from '../knowledge/types.ts';
import { type CardAction, type CardElement, type IntentCall, plain } from './card.ts';
import { formatDate } from './format.ts';
import { shorten } from './shorten.ts';
import { string } from './strings.ts';

/** What a statement says of its own time. */
export interface Dated {
  readonly asOf: PartialDate;
  readonly reviewBy?: PartialDate;
  readonly effective?: PartialDate;
  readonly until?: PartialDate;
}

/** Slack's limit for a button's label. */
const longestLabel = 75;

export function label(text: string): string {
  return shorten(text, longestLabel);
}

export function callAction(text: string, call: IntentCall, primary = false): CardAction {
  return { type: 'call', label: label(text), call, ...(primary && { primary }) };
}

/** Opens a section under its heading. */
export function sectionAction(section: Section): CardAction {
  const args = { entry: section.entry, section: section.id };
  return callAction(section.heading, { intent: 'section', args, language: section.language });
}

/** The same answer in the other language. */
export function languageAction(call: IntentCall): CardAction {
  const language = otherLanguage(call.language);
  return callAction(string('inOtherLanguage', call.language), { ...call, language });
}

/** The same answer as the text of a Markdown file. */
export function markdownAction(call: IntentCall): CardAction {
  return { type: 'markdown', label: string('asMarkdown', call.language), call };
}

export function actionsElement(actions: readonly CardAction[]): CardElement[] {
  return actions.length > 0 ? [{ type: 'actions', actions }] : [];
}

/** Numbered sources under the date of the statements; each source once. */
export function sourcesElement(
  items: readonly (Dated & { readonly sources: readonly Source[] })[],
  language: Language,
  now: Date,
): CardElement & { type: 'sources' } {
  const dates = items.map((item) => item.asOf).toSorted();
  const from = formatDate(dates[0]!, language);
  const to = formatDate(dates.at(-1)!, language);
  const overdue = items.find((item) => reviewOverdue(item, now));
  const asOf =
    from === to ? string('asOf', language, { date: from }) : string('asOfRange', language, { from, to });
  const review = overdue?.reviewBy
    ? ` – ${string('overdue', language, { date: formatDate(overdue.reviewBy, language) })}`
    : '';
  return {
    type: 'sources',
    label: string('sources', language),
    asOf: `${asOf}${review}`,
    sources: uniqueSources(items.flatMap((item) => item.sources)),
  };
}

/** Where a card sets many facts side by side, the first source of each is enough to check it. */
export function firstSource<T extends { readonly sources: readonly Source[] }>(item: T): T {
  return { ...item, sources: item.sources.slice(0, 1) };
}

export function uniqueSources(sources: readonly Source[]): Source[] {
  return [...new Map(sources.map((source) => [source.url, source])).values()];
}

/** Says that a statement does not hold on the day of the answer, when it does not. */
export function stageNotice(item: Dated, language: Language, now: Date): CardElement[] {
  const stage = stageOf(item, now);
  if (stage === 'current') return [];
  const date = stage === 'future' ? item.effective : item.until;
  const text = string(stage, language, { date: formatDate(date ?? dayOf(now), language) });
  return [{ type: 'notice', tone: 'warning', text: plain(text) }];
}

export function blockElement(block: Block): CardElement {
  switch (block.type) {
    case 'paragraph':
      return { type: 'text', text: block.text };
    case 'list':
      return block;
    case 'table':
      return { type: 'table', caption: '', columns: block.columns, rows: block.rows };
  }
}

/** The first sentence or so of a paragraph, for lists. */
export function opening(text: RichText, maximum: number): string {
  return shorten(text.map((run) => run.value).join(''), maximum);
}
