/** Card → Adaptive Card 1.5, pure; the result always keeps the limits of `limits.ts`. */
import type { Card, CardElement } from '../cards/card.ts';
import { maximumActions, plainText } from '../cards/card.ts';
import { shorten } from '../cards/shorten.ts';
import type { RichText, Source } from '../knowledge/types.ts';
import { actionItems, toActions } from './action-items.ts';
import type {
  AdaptiveCardPayload,
  CardItem,
  RichTextBlock,
  TextBlock,
  TextRun,
} from './adaptive-card-types.ts';
import { fitCard } from './fit-card.ts';
import type { TeamsMessage } from './limits.ts';
import { isWebAddress, limits } from './limits.ts';
import { inert, isBlank, link, plainLine, toMarkdown } from './markdown.ts';

export type { AdaptiveCardPayload } from './adaptive-card-types.ts';

/** How a text looks; the same words for a TextBlock and for the runs of a RichTextBlock. */
interface Look {
  readonly subtle?: boolean;
  readonly prefix?: string;
  readonly spacing?: 'none' | 'small';
}

/** @param footer what stands under the card whatever its length */
export function toAdaptiveCard(card: Card, footer: readonly CardItem[] = []): AdaptiveCardPayload {
  return fitCard(withoutEchoes(card), toItems, (shown, body) => assemble(shown, body, footer));
}

/**
 * A list of nothing but what the buttons say is for the plain text: here every button can be read in full,
 * and the same lines would stand there twice.
 */
function withoutEchoes(card: Card): Card {
  const actions = card.elements.flatMap((element) => (element.type === 'actions' ? element.actions : []));
  const labels = new Set(actions.slice(0, maximumActions).map(({ label }) => label));
  const isEcho = (element: CardElement) =>
    element.type === 'list' && element.items.every((item) => labels.has(plainText(item)));
  return { ...card, elements: card.elements.filter((element) => !isEcho(element)) };
}

/** What a message needs: the card, and the summary that toasts and screen readers use. */
export function toTeamsMessage(card: Card, footer: readonly CardItem[] = []): TeamsMessage {
  return {
    summary: summaryOf(card),
    attachment: {
      contentType: 'application/vnd.microsoft.card.adaptive',
      content: toAdaptiveCard(card, footer),
    },
  };
}

function summaryOf(card: Card): string {
  return shorten(plainLine(card.summary), limits.summary.maximum);
}

/** The title and the answer, without small print, addresses and what cannot be clicked by ear. */
function spokenOf(card: Card): string {
  const title = card.elements.flatMap((element) => (element.type === 'title' ? [element.text] : []));
  const answer = card.elements.flatMap((element) =>
    element.type === 'text' || element.type === 'notice' ? [plainText(element.text)] : [],
  );
  const words = [...title, ...answer].map((text) => plainLine(text).trim()).filter((text) => !isBlank(text));
  const sentences = words.map((text) => (/[.!?:…]$/.test(text) ? text : `${text}.`));
  // `speak` may be SSML: without its signs it is plain text everywhere.
  const spoken = sentences.join(' ').replace(/[<>&]/g, ' ');
  return shorten(spoken, limits.speak.maximum) || summaryOf(card);
}

function assemble(card: Card, body: readonly CardItem[], footer: readonly CardItem[]): AdaptiveCardPayload {
  return {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    lang: card.language,
    fallbackText: summaryOf(card),
    speak: spokenOf(card),
    // A card of empty elements would be a blank bubble: its summary is always a text.
    body: [...(body.length > 0 ? body : textItem([{ type: 'text', value: summaryOf(card) }])), ...footer],
  };
}

function toItems(element: CardElement): CardItem[] {
  switch (element.type) {
    case 'title':
      return titleItem(element.text);
    case 'context':
      return textItem(element.text, { subtle: true });
    case 'text':
      return textItem(element.text);
    case 'notice':
      return contain(textItem(element.text), element.tone === 'warning' ? 'warning' : 'accent');
    case 'facts':
      return factItems(element.facts);
    case 'table':
      return tableItems(element.caption, element.columns, element.rows);
    case 'list':
      return element.items.flatMap((item, index) =>
        textItem(item, {
          prefix: element.ordered ? `${index + 1}. ` : '• ',
          ...(index > 0 && { spacing: 'small' as const }),
        }),
      );
    case 'sources':
      return sourceItems(element.label, element.asOf, element.sources);
    case 'image':
      return imageItem(element.url, element.alt);
    case 'actions':
      return actionItems(toActions(element.actions).slice(0, maximumActions));
  }
}

function titleItem(text: string): TextBlock[] {
  const title = inert(text);
  if (isBlank(title)) return [];
  return [{ type: 'TextBlock', text: title, wrap: true, style: 'heading', size: 'medium', weight: 'bolder' }];
}

/**
 * A RichTextBlock takes text as it is. Its linked runs, though, come out as separate lines in Teams
 * (microsoft/AdaptiveCards#9100), so a text with a link is a TextBlock.
 */
function textItem(text: RichText, look: Look = {}): (TextBlock | RichTextBlock)[] {
  if (isBlank(plainText(text))) return [];
  const spacing = look.spacing && { spacing: look.spacing };
  if (text.some((run) => run.type === 'link' && isWebAddress(run.url))) {
    const markdown = toMarkdown(look.prefix ? [{ type: 'text', value: look.prefix }, ...text] : text);
    return [
      {
        type: 'TextBlock',
        text: markdown,
        wrap: true,
        ...(look.subtle && { isSubtle: true as const, size: 'small' as const }),
        ...spacing,
      },
    ];
  }
  const runs: RichText = look.prefix ? [{ type: 'text', value: look.prefix }, ...text] : text;
  const inlines = runs.flatMap((run): TextRun[] => {
    const value = plainLine(run.value);
    if (value === '') return [];
    return [
      {
        type: 'TextRun',
        text: value,
        ...(run.type === 'text' && run.strong && { weight: 'bolder' as const }),
        ...(run.type === 'text' && run.emphasis && { italic: true as const }),
        ...(look.subtle && { isSubtle: true as const, size: 'small' as const }),
      },
    ];
  });
  return [{ type: 'RichTextBlock', inlines, ...spacing }];
}

function contain(items: CardItem[], style: 'warning' | 'accent' | 'emphasis'): CardItem[] {
  return items.length === 0 ? [] : [{ type: 'Container', style, items }];
}

/**
 * A word that a phone's column of facts does not hold, such as the id of a person, may be broken: the
 * renderer draws facts as a table, which a longer word would push over the edge, where it is cut.
 */
function breakable(text: string): string {
  return text.replace(/[^\s\u200B]{17,}/g, (word) => word.replace(/.{8}(?=.{4})/gsu, '$&\u200B'));
}

function factItems(facts: readonly { readonly label: string; readonly value: RichText }[]): CardItem[] {
  const shown = facts
    .map(({ label, value }) => ({
      title: inert(breakable(label)),
      value: toMarkdown(value.map((run) => ({ ...run, value: breakable(run.value) }))),
    }))
    .filter((fact) => !isBlank(fact.title) || !isBlank(fact.value));
  return shown.length === 0 ? [] : [{ type: 'FactSet', facts: shown }];
}

/** Up to three columns fit a phone; a wider table becomes one block per row, headed by its name. */
function tableItems(
  caption: string,
  columns: readonly string[],
  rows: readonly (readonly string[])[],
): CardItem[] {
  if (rows.length === 0 || columns.length === 0) return [];
  const heading: CardItem[] = isBlank(caption)
    ? []
    : [{ type: 'TextBlock', text: inert(caption), wrap: true, weight: 'bolder' }];
  if (columns.length > limits.tableColumns.maximum) {
    return [...heading, ...rows.flatMap((row) => rowBlock(columns, row))];
  }
  const cells = (texts: readonly string[], strong: boolean) => ({
    type: 'TableRow' as const,
    cells: columns.map((_, index) => ({
      type: 'TableCell' as const,
      // An empty cell would be an empty element; a dash says that there is nothing.
      items: textItem([{ type: 'text', value: texts[index]?.trim() || '–', strong }]),
    })),
  });
  return [
    ...heading,
    {
      type: 'Table',
      columns: columns.map((_, index) => ({ width: index === 0 ? 2 : 3 })),
      rows: [cells(columns, true), ...rows.map((row) => cells(row, false))],
      firstRowAsHeader: true,
      showGridLines: true,
    },
  ];
}

function rowBlock(columns: readonly string[], row: readonly string[]): CardItem[] {
  const [name = '', ...values] = row;
  const facts = values.flatMap((value, index) =>
    isBlank(value)
      ? []
      : [{ title: inert(breakable(columns[index + 1] ?? '')), value: inert(breakable(value)) }],
  );
  return contain(
    [
      ...textItem([{ type: 'text', value: name, strong: true }]),
      ...(facts.length > 0 ? [{ type: 'FactSet' as const, spacing: 'small' as const, facts }] : []),
    ],
    'emphasis',
  );
}

function sourceItems(label: string, asOf: string, sources: readonly Source[]): CardItem[] {
  const lines = [
    ...textItem([{ type: 'text', value: asOf }], { subtle: true }),
    ...(sources.length > 0 ? textItem([{ type: 'text', value: label }], { subtle: true }) : []),
    ...sources.map((source, index): TextBlock => {
      const origin = [source.publisher, source.date ?? ''].filter((part) => part !== '').join(', ');
      return {
        type: 'TextBlock',
        // The number stands behind a wedge of its own making: never a Markdown list, whose parsers differ.
        text: `${inert(`${index + 1}. `)}${link(source.title || source.url, source.url)}${
          origin && ` — ${inert(origin)}`
        }`,
        wrap: true,
        size: 'small',
        isSubtle: true,
        spacing: 'none',
      };
    }),
  ];
  const [first, ...rest] = lines;
  return first ? [{ ...first, separator: true }, ...rest] : [];
}

/** Phones show a blank card for an image without address, and Teams loads https alone. */
function imageItem(url: string, alt: string): CardItem[] {
  if (!URL.canParse(url) || new URL(url).protocol !== 'https:' || isBlank(alt)) return [];
  return [{ type: 'Image', url: new URL(url).href, altText: plainLine(alt), size: 'medium' }];
}
