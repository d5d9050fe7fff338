/** Card → Slack message. Pure; what it returns always keeps Slack's limits. */
import type { KnownBlock, RawTextElement, RichTextBlock, RichTextElement, TableBlock } from '@slack/types';
import { type Card, type CardAction, type CardElement, plain, plainText, strong } from '../cards/card.ts';
import { labelled } from '../cards/format.ts';
import { shorten } from '../cards/shorten.ts';
import { toText } from '../cards/text.ts';
import type { Bilingual, Language } from '../knowledge/language.ts';
import type { RichText, Source } from '../knowledge/types.ts';
import { ButtonMaker, longestAsked } from './buttons.ts';
import { clean, escapeText, webAddress } from './clean.ts';
import { limits, limitViolations, tableLength } from './limits.ts';
import { block, list, runs, section, shortenRichText } from './rich-text.ts';
import { strings } from './strings.ts';

export interface SlackMessageOptions {
  /** The question as asked, for readers who cannot see it: shown on top, and carried by share buttons. */
  readonly asked?: string;
  /** The user id of the person who shares the answer: mentioned on top. */
  readonly sharedBy?: string;
  /** The user id of the person for whom the answer stands where others did not see it asked: mentioned on top. */
  readonly askedBy?: string;
  /** What stands under the card however much of it is shown, such as the feedback buttons. */
  readonly footer?: readonly KnownBlock[];
  /** A modal or a Home tab takes no table of Slack's own; a message does. */
  readonly surface?: 'message' | 'view';
}

/**
 * Renders a card. A card beyond Slack's limits is shortened at sentence ends, list items and table
 * rows, in small steps until it fits, and offers `card.more`; in the last resort the text goes alone.
 */
export function toSlackMessage(
  card: Card,
  options: SlackMessageOptions = {},
): { text: string; blocks: KnownBlock[] } {
  const text = messageText(card, options);
  for (const room of rooms()) {
    const blocks = new Renderer(room, options, card.language).render(card);
    if (limitViolations({ text, blocks }).length === 0) return { text, blocks };
  }
  return { text, blocks: [] };
}

/** The plain text is what a message says where blocks are not shown; Slack parses it, so it is escaped. */
function messageText(card: Card, options: SlackMessageOptions): string {
  const text = clean(toText(card, { maximum: limits.messageTextAim })).trim();
  const shown = text === '' ? shorten(clean(card.summary).trim(), limits.messageTextAim) : text;
  const { asked, by } = frame(card, options);
  const first = by ? `${by.how[card.language]}<@${by.person}>${asked && ' — '}` : '';
  return [`${first}${escapeText(asked)}`, escapeText(shown === '' ? '…' : shown)]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** What stands above the answer. A user id becomes a mention, so nothing else is taken for one. */
function frame(card: Card, { asked, sharedBy, askedBy }: SlackMessageOptions): Frame {
  const question = shorten(clean(asked ?? '').trim(), longestAsked);
  const person = sharedBy ?? askedBy;
  const how = sharedBy === undefined ? strings.askedBy : strings.sharedBy;
  if (person !== undefined && /^[UW][A-Z0-9]{1,30}$/.test(person)) {
    return { asked: question, by: { how, person } };
  }
  return {
    asked: question === '' ? '' : `${strings.youAsked[card.language]}${question}`,
    by: undefined,
  };
}

interface Frame {
  readonly asked: string;
  readonly by: { readonly how: Bilingual; readonly person: string } | undefined;
}

/** White space that a heading may lose; French keeps its no-break spaces. */
const breakableSpace = /[^\S\u00A0\u202F]+/g;

/** How much of each element is shown. */
interface Room {
  readonly characters: number;
  readonly items: number;
  readonly elements: number;
  readonly buttons: number;
}

/** First everything, then always less; buttons and whole elements go last. */
function* rooms(): Generator<Room> {
  const everything = Number.POSITIVE_INFINITY;
  yield { characters: everything, items: everything, elements: everything, buttons: everything };
  for (let step = 0; step < 16; step += 1) {
    const share = 0.75 ** step;
    yield {
      characters: Math.max(80, Math.round(6_000 * share)),
      items: Math.max(1, Math.round(80 * share)),
      elements: step < 10 ? 40 : 40 >> (step - 9),
      buttons: step < 10 ? 12 : Math.max(1, 12 >> (step - 9)),
    };
  }
}

class Renderer {
  #shortened = false;
  #tables = 0;
  #buttons = 0;
  readonly #language: Language;
  readonly #room: Room;
  readonly #maker: ButtonMaker;
  readonly #options: SlackMessageOptions;

  constructor(room: Room, options: SlackMessageOptions, language: Language) {
    this.#language = language;
    this.#room = room;
    this.#options = options;
    this.#maker = new ButtonMaker(options.asked);
  }

  render(card: Card): KnownBlock[] {
    const shown = card.elements.slice(0, this.#room.elements);
    if (shown.length < card.elements.length) this.#shortened = true;
    const blocks = shown.flatMap((element) => this.#element(element));
    const more = this.#shortened && card.more ? this.#actions([card.more], 1) : [];
    return [...this.#frame(card), ...blocks, ...more, ...(this.#options.footer ?? [])];
  }

  #frame(card: Card): KnownBlock[] {
    const { asked, by } = frame(card, this.#options);
    if (!by) return this.#context(plain(asked));
    const elements: RichTextElement[] = [
      { type: 'text', text: by.how[card.language] },
      { type: 'user', user_id: by.person },
      ...runs(plain(asked === '' ? '' : ` — ${asked}`)),
    ];
    return block([{ type: 'rich_text_section', elements }]);
  }

  #element(element: CardElement): KnownBlock[] {
    switch (element.type) {
      case 'title': {
        const text = this.#string(element.text.replaceAll(breakableSpace, ' '), limits.headerText);
        return text === '' ? [] : [{ type: 'header', text: { type: 'plain_text', text, emoji: false } }];
      }
      case 'context':
        return this.#context(element.text);
      case 'text':
        return block(section(this.#text(element.text)));
      case 'notice': {
        const text = section(this.#text(element.text));
        const icon = section(plain(element.tone === 'warning' ? '⚠️ ' : 'ℹ️ '));
        const elements = [...icon, ...text].flatMap((part) => part.elements);
        return text.length === 0 ? [] : block([{ type: 'rich_text_section', elements }]);
      }
      case 'facts': {
        const items = this.#items(element.facts).map((fact) => [
          ...strong(labelled(fact.label, this.#language)),
          ...this.#text(fact.value),
        ]);
        return block(list('bullet', items));
      }
      case 'list': {
        const items = this.#items(element.items).map((item) => this.#text(item));
        return block(list(element.ordered ? 'ordered' : 'bullet', items));
      }
      case 'table':
        return this.#table(element);
      case 'sources':
        return block([
          ...section([{ type: 'text', value: element.asOf, emphasis: true }]),
          ...(element.sources.length === 0 ? [] : section(strong(element.label))),
          ...list(
            'ordered',
            this.#items(element.sources).map((source) => this.#source(source)),
          ),
        ]);
      case 'image': {
        const url = webAddress(element.url, limits.imageUrl, ['https:']);
        const alt = this.#string(element.alt, limits.imageAlt);
        // Without an address Slack can load, what the picture says is said in words.
        if (!url || alt === '') return block(section(plain(alt)));
        return [{ type: 'image', image_url: url, alt_text: alt }];
      }
      case 'actions':
        return this.#actions(element.actions, this.#room.buttons - this.#buttons);
    }
  }

  /** Small print. A context block has no rich text, so one with links takes a normal paragraph instead. */
  #context(text: RichText): KnownBlock[] {
    if (text.some((run) => run.type === 'link')) return block(section(this.#text(text)));
    const value = this.#string(plainText(text), limits.textObject);
    if (value === '') return [];
    return [{ type: 'context', elements: [{ type: 'plain_text', text: value, emoji: false }] }];
  }

  #source(source: Source): RichText {
    const title = this.#string(source.title) || source.url;
    const rest = [source.publisher, source.date ?? ''].filter((part) => part !== '').join(', ');
    return [
      { type: 'link', value: title, url: source.url },
      ...plain(rest === '' ? '' : ` — ${this.#string(rest)}`),
    ];
  }

  #table(element: CardElement & { type: 'table' }): KnownBlock[] {
    const caption = block(section(strong(this.#string(element.caption))));
    const rows = this.#items(element.rows);
    const cell = (value: string) => this.#string(value) || '–';
    const mostTables = this.#options.surface === 'view' ? 0 : limits.tables;
    const native = this.#tables < mostTables ? nativeTable(element.columns, rows, cell) : undefined;
    if (!native) {
      const items = rows.map((row) => this.#text(rowText(element.columns, row)));
      return [...caption, ...block(list('bullet', items))];
    }
    this.#tables += 1;
    return [...caption, native];
  }

  #actions(actions: readonly CardAction[], most: number): KnownBlock[] {
    const buttons = actions.flatMap((action) => this.#maker.make(action) ?? []);
    const shown = buttons.slice(0, Math.max(0, Math.min(most, limits.actionsElements)));
    if (shown.length < buttons.length) this.#shortened = true;
    this.#buttons += shown.length;
    return shown.length === 0 ? [] : [{ type: 'actions', elements: shown }];
  }

  #string(value: string, maximum = Number.POSITIVE_INFINITY): string {
    const trimmed = clean(value).trim();
    const short = shorten(trimmed, Math.min(maximum, this.#room.characters));
    if (short !== trimmed) this.#shortened = true;
    return short;
  }

  #text(text: RichText): RichText {
    const short = shortenRichText(text, this.#room.characters);
    if (short !== text) this.#shortened = true;
    return short;
  }

  #items<T>(items: readonly T[]): readonly T[] {
    if (items.length <= this.#room.items) return items;
    this.#shortened = true;
    return items.slice(0, this.#room.items);
  }
}

/** Slack's own table, or `undefined` when it would refuse it. `cell` never returns an empty string. */
function nativeTable(
  columns: readonly string[],
  rows: readonly (readonly string[])[],
  cell: (value: string) => string,
): TableBlock | undefined {
  const width = Math.max(columns.length, ...rows.map((row) => row.length));
  if (width === 0 || width > limits.tableColumns || rows.length + 1 > limits.tableRows) return undefined;
  const filled = (row: readonly string[]) =>
    Array.from({ length: width }, (_, index) => cell(row[index] ?? ''));
  const header = filled(columns).map(
    (text): RichTextBlock => ({
      type: 'rich_text',
      elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text, style: { bold: true } }] }],
    }),
  );
  const body = rows.map((row) => filled(row).map((text): RawTextElement => ({ type: 'raw_text', text })));
  const all = [header, ...body];
  if (tableLength(all) > limits.tableText) return undefined;
  return {
    type: 'table',
    rows: all,
    column_settings: Array.from({ length: width }, () => ({ align: 'left', is_wrapped: true })),
  };
}

/** A row read aloud makes sense without seeing the table: every value follows its column's name. */
function rowText(columns: readonly string[], row: readonly string[]): RichText {
  const [name = '', ...cells] = row;
  const values = cells
    .map((cell, index) => (columns[index + 1] ? `${columns[index + 1]}: ${cell}` : cell))
    .join('; ');
  return [...strong(name), ...plain(values === '' ? '' : ` — ${values}`)];
}
