import type { Card } from '../cards/card.ts';

/**
 * For messages that are not the bot's own (a person's, a workflow's): a click there would be answered where
 * the bot may not speak, or by nobody.
 */
export function withoutButtons(card: Card): Card {
  const { more: _more, ...rest } = card;
  return {
    ...rest,
    elements: card.elements.map((element) =>
      element.type === 'actions'
        ? { ...element, actions: element.actions.filter((action) => action.type === 'open') }
        : element,
    ),
  };
}
