/** Sends a card into the conversation of a turn. */
import { ActivityTypes, TextFormatTypes, type TurnContext } from 'botbuilder';
import type { Card } from '../cards/card.ts';
import { toMarkdown } from '../cards/markdown.ts';
import { shorten } from '../cards/shorten.ts';
import { toTeamsMessage } from './adaptive-card.ts';
import type { CardItem } from './adaptive-card-types.ts';
import { limits, limitViolations } from './limits.ts';
import { plainLine } from './markdown.ts';
import { strings } from './strings.ts';

/**
 * @param text a sentence before the card
 * @returns the id of the message, where Teams gives one
 */
export async function replyWithCard(
  context: TurnContext,
  card: Card,
  text?: string,
): Promise<string | undefined> {
  const response = await context.sendActivity({ ...messageActivity(card), ...(text && { text }) });
  return response?.id;
}

/**
 * A card as a message.
 * @throws CardLimitError when Teams would refuse it
 */
export function messageActivity(card: Card) {
  return { type: ActivityTypes.Message, ...cardMessage(card) };
}

/**
 * A card as what a message holds.
 * @throws CardLimitError when Teams would refuse it
 */
export function cardMessage(card: Card, footer: readonly CardItem[] = []) {
  const { attachment, summary } = toTeamsMessage(withoutShare(card), footer);
  const violations = limitViolations(attachment.content);
  if (violations.length > 0) throw new CardLimitError(violations);
  return { summary, attachments: [attachment] };
}

/** Sends a card as Markdown to copy, in a text that no client reads as Markdown: preformatted. */
export async function replyWithMarkdown(context: TurnContext, card: Card): Promise<void> {
  const markdown = toMarkdown(card, { maximum: limits.messageText.maximum });
  const text = `${strings.markdown[card.language]}<pre>${escapeXml(markdown)}</pre>`;
  await context.sendActivity({
    type: ActivityTypes.Message,
    textFormat: TextFormatTypes.Xml,
    summary: shorten(plainLine(card.summary), limits.summary.maximum),
    text,
  });
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** A card that Teams would refuse; the message holds counts and names of elements, never their text. */
export class CardLimitError extends Error {
  override readonly name = 'CardLimitError';
  readonly code = 'card-limits';
  readonly violations: readonly string[];
  constructor(violations: readonly string[]) {
    super(violations.join('; '));
    this.violations = violations;
  }
}

/** What can be shared depends on the conversation, which a card does not know: see `share.ts`. */
function withoutShare(card: Card): Card {
  return {
    ...card,
    elements: card.elements.map((element) =>
      element.type === 'actions'
        ? { ...element, actions: element.actions.filter((action) => action.type !== 'share') }
        : element,
    ),
  };
}
