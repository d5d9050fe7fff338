/** The card of a short message: a title, a sentence, and what to do next. */
import type { Language } from '../knowledge/language.ts';
import { type Card, type CardAction, type CardElement, plain } from './card.ts';
import { actionsElement } from './parts.ts';

export function messageCard(
  language: Language,
  title: string,
  text: string,
  rest: readonly CardElement[] = [],
  actions: readonly CardAction[] = [],
): Card {
  return {
    language,
    summary: text,
    elements: [
      { type: 'title', text: title },
      { type: 'text', text: plain(text) },
      ...rest,
      ...actionsElement(actions),
    ],
  };
}
