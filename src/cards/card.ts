/**
 * A card is what the product says, as plain data that knows no platform: `slack/blocks.ts`,
 * `teams/adaptive-card.ts` and `cards/text.ts` each turn it into their own dialect.
 */
import type { Language } from '../knowledge/language.ts';
import type { RichText, Source } from '../knowledge/types.ts';

/**
 * What a button asks for: an intent with its arguments, by stable ids and never by a label.
 * The arguments are short strings, so that a call fits a Slack button value (2,000 characters).
 */
export interface IntentCall {
  readonly intent: string;
  readonly args: Readonly<Record<string, string>>;
  readonly language: Language;
}

export type CardAction =
  | { readonly type: 'call'; readonly label: string; readonly call: IntentCall; readonly primary?: boolean }
  | { readonly type: 'open'; readonly label: string; readonly url: string }
  /** Posts the answer that `call` produces where everyone in the conversation sees it. */
  | { readonly type: 'share'; readonly label: string; readonly call: IntentCall }
  /** Hands the answer that `call` produces to the person who asks, as the text of a Markdown file. */
  | { readonly type: 'markdown'; readonly label: string; readonly call: IntentCall }
  /** Approves or refuses the proposal of that id. */
  | {
      readonly type: 'decide';
      readonly label: string;
      readonly decision: 'approve' | 'refuse';
      readonly id: string;
      readonly language: Language;
    };

export type CardElement =
  | { readonly type: 'title'; readonly text: string }
  /** Small print: the restated question, "showing results for …". */
  | { readonly type: 'context'; readonly text: RichText }
  | { readonly type: 'text'; readonly text: RichText }
  | {
      readonly type: 'facts';
      readonly facts: readonly { readonly label: string; readonly value: RichText }[];
    }
  | {
      readonly type: 'table';
      readonly caption: string;
      /** The first column names the row. */
      readonly columns: readonly string[];
      readonly rows: readonly (readonly string[])[];
    }
  | { readonly type: 'list'; readonly ordered: boolean; readonly items: readonly RichText[] }
  | { readonly type: 'notice'; readonly tone: 'info' | 'warning'; readonly text: RichText }
  | {
      readonly type: 'sources';
      /** "Sources", in the card's language. */
      readonly label: string;
      /** "As of June 2019", and that a review is overdue where it is. */
      readonly asOf: string;
      readonly sources: readonly Source[];
    }
  | { readonly type: 'image'; readonly url: string; readonly alt: string }
  | { readonly type: 'actions'; readonly actions: readonly CardAction[] };

export interface Card {
  readonly language: Language;
  /** One line without markup, for notifications and toasts. */
  readonly summary: string;
  readonly elements: readonly CardElement[];
  /** Offered by a renderer that had to shorten the card to a platform's limit. */
  readonly more?: CardAction;
}

/** Teams shows at most six buttons; a card never carries more. */
export const maximumActions = 6;

/** Makes a rich text of one plain run. */
export function plain(value: string): RichText {
  return [{ type: 'text', value }];
}

export function strong(value: string): RichText {
  return [{ type: 'text', value, strong: true }];
}

/** The characters of a rich text without its markup; a link is its label. */
export function plainText(text: RichText): string {
  return text.map((run) => run.value).join('');
}
