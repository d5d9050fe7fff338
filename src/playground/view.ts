/** A reply as the page receives it: the very payloads of both platforms, the text, and the reasons. */
import { toWire } from '../cards/call.ts';
import type { Card, CardAction, CardElement, IntentCall } from '../cards/card.ts';
import { toText } from '../cards/text.ts';
import type { Reply } from '../conversation/types.ts';
import { toSlackMessage } from '../slack/blocks.ts';
import { toAdaptiveCard } from '../teams/adaptive-card.ts';

export interface PlaygroundAnswer {
  readonly reply: Pick<
    Reply,
    'outcome' | 'answered' | 'language' | 'intent' | 'confidence' | 'entries' | 'sources'
  >;
  readonly text: string;
  /** What a screen reader is told when the answer arrives. */
  readonly spoken: string;
  readonly slack: { readonly message: ReturnType<typeof toSlackMessage> };
  readonly teams: { readonly card: ReturnType<typeof toAdaptiveCard> };
  readonly explanation: Reply['explanation'];
  /** Where the answer can be had as a Markdown file; absent where there is nothing to produce again. */
  readonly markdown?: string;
}

export function viewOf(reply: Reply): PlaygroundAnswer {
  const card = usableCard(reply.card);
  const { outcome, answered, language, intent, confidence, entries, sources } = reply;
  return {
    reply: { outcome, answered, language, intent, confidence, entries, sources },
    text: toText(card),
    spoken: toText(card, { only: 'answer', maximum: 600 }) || card.summary,
    slack: { message: toSlackMessage(card) },
    teams: { card: toAdaptiveCard(card) },
    explanation: reply.explanation,
    ...(reply.call && { markdown: markdownAddress(reply.call) }),
  };
}

/** Where the answer of a call is served as a file; what the address carries is checked there. */
export const markdownPath = '/markdown';

function markdownAddress(call: IntentCall): string {
  return `/playground${markdownPath}?${new URLSearchParams({ call: JSON.stringify(toWire(call)) })}`;
}

/** There is no channel to share with here, and the page has its own link to the file. */
function usableCard(card: Card): Card {
  const { more, ...rest } = card;
  const elements = card.elements.flatMap((element): CardElement[] => {
    if (element.type !== 'actions') return [element];
    const actions = element.actions.filter(isUsable);
    return actions.length > 0 ? [{ ...element, actions }] : [];
  });
  return { ...rest, elements, ...(more && isUsable(more) && { more }) };
}

/** What a newcomer can begin with: a question to ask, or a button to press. */
export type Suggestion =
  | { readonly text: string }
  | { readonly label: string; readonly call: ReturnType<typeof toWire> };

/**
 * What the help card offers: the example questions, which its lists set in italics, then its
 * buttons, but for the one that changes the language: the page has its own.
 */
export function suggestionsOf(help: Card): Suggestion[] {
  return help.elements.flatMap((element): Suggestion[] => {
    if (element.type === 'list') {
      const examples = element.items.flat().filter((run) => run.type === 'text' && run.emphasis);
      return examples.map((run) => ({ text: run.value }));
    }
    if (element.type !== 'actions') return [];
    return element.actions.flatMap((action) => {
      if (action.type !== 'call' || action.call.language !== help.language) return [];
      return [{ label: action.label, call: toWire(action.call) }];
    });
  });
}

function isUsable(action: CardAction): boolean {
  return action.type === 'call' || action.type === 'open';
}
