import type { Card } from '../cards/card.ts';
import type { Offer, Turn } from './types.ts';

/** Calls that are on every card and no answer of their own. */
const aside = new Set(['help']);
const mostOffers = 6;

/** What a shown card leaves to refer to: its buttons, whether they are a list, its next page. */
export function offersOf(card: Card): Pick<Turn, 'offers' | 'listed' | 'more'> {
  const offers = card.elements
    .flatMap((element) => (element.type === 'actions' ? element.actions : []))
    .flatMap((action): Offer[] =>
      // A button in the other language repeats the answer that is shown.
      action.type === 'call' && action.call.language === card.language && !aside.has(action.call.intent)
        ? [{ intent: action.call.intent, args: action.call.args }]
        : [],
    )
    .slice(0, mostOffers);
  const listed = card.elements.some(
    (element) => element.type === 'list' && element.items.length === offers.length,
  );
  const next = card.more?.type === 'call' ? card.more.call : undefined;
  return { offers, listed, ...(next && { more: { intent: next.intent, args: next.args } }) };
}
