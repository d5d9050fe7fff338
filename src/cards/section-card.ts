/** The card of a section: the answer, its details in pages, its date and sources, what to ask next. */
import type { Block, Entry, Section } from '../knowledge/types.ts';
import { type Card, type CardAction, type CardElement, plain, plainText } from './card.ts';
import { focusedSection } from './focus.ts';
import {
  actionsElement,
  blockElement,
  callAction,
  languageAction,
  opening,
  sectionAction,
  sourcesElement,
  stageNotice,
} from './parts.ts';
import { type StringKey, string } from './strings.ts';

export interface SectionCardInput {
  readonly entry: Entry;
  readonly section: Section;
  /** 1 is the answer with the first details. */
  readonly page: number;
  /** The sentence that answers, as `focus.ts` writes it; shown first. */
  readonly focus?: string | undefined;
  readonly related: readonly Section[];
  /** What the section does not tell of what was asked. */
  readonly notice?: { readonly name: StringKey; readonly values: Readonly<Record<string, string>> };
  readonly now: Date;
}

/** Characters of details on one card: with the answer itself this stays readable on a phone. */
const detailsPerPage = 900;

/** Pages of a section: the first has the answer. */
export function pageCount(section: Section, focus?: string): number {
  return Math.max(1, pagesOf(focusedSection(section, focus).details).length);
}

export function sectionCard(input: SectionCardInput): Card {
  const { entry, section, page, now } = input;
  const { language } = section;
  const focused = focusedSection(section, input.focus);
  const pages = pagesOf(focused.details);
  const details = pages[page - 1] ?? [];
  const focus = input.focus && { focus: input.focus };
  const call = { intent: 'section', args: { entry: entry.id, section: section.id, ...focus }, language };
  const more: CardAction | undefined =
    page < pages.length
      ? callAction(string('more', language), { ...call, args: { ...call.args, page: String(page + 1) } })
      : undefined;
  const notice = input.notice && string(input.notice.name, language, input.notice.values);
  const answer: CardElement[] = [
    ...stageNotice(section, language, now),
    ...(focused.answer ? [{ type: 'text' as const, text: focused.answer }] : []),
    ...(focused.lead.length > 0 ? [{ type: 'text' as const, text: focused.lead }] : []),
  ];
  const actions = [
    ...(more ? [more] : []),
    ...input.related.slice(0, 3).map(sectionAction),
    languageAction(call),
  ];
  return {
    language,
    summary: opening(focused.answer ?? section.lead, 200),
    elements: [
      { type: 'title', text: section.heading },
      ...(notice ? [{ type: 'notice' as const, tone: 'warning' as const, text: plain(notice) }] : []),
      ...(page === 1 ? answer : []),
      ...details.map(blockElement),
      sourcesElement([section], language, now),
      ...actionsElement(actions),
    ],
    ...(more && { more }),
  };
}

/** Packs blocks into pages in reading order; a block longer than a page has one to itself. */
function pagesOf(blocks: readonly Block[]): Block[][] {
  const pages: Block[][] = [];
  let room = 0;
  for (const block of blocks) {
    const size = blockSize(block);
    const page = pages.at(-1);
    // A card shows one table at most: Slack allows no more in a message.
    const secondTable = block.type === 'table' && page?.some((other) => other.type === 'table');
    if (!page || size > room || secondTable) {
      pages.push([block]);
      room = detailsPerPage - size;
    } else {
      page.push(block);
      room -= size;
    }
  }
  return pages;
}

function blockSize(block: Block): number {
  switch (block.type) {
    case 'paragraph':
      return plainText(block.text).length;
    case 'list':
      return block.items.reduce((sum, item) => sum + plainText(item).length + 2, 0);
    case 'table':
      return [block.columns, ...block.rows].flat().reduce((sum, cell) => sum + cell.length + 2, 0);
  }
}
