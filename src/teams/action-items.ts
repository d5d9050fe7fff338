/** What can be pressed: buttons, and rows for words that no button of a phone holds. Pure. */
import { toWire } from '../cards/call.ts';
import type { CardAction } from '../cards/card.ts';
import { shorten } from '../cards/shorten.ts';
import type { AdaptiveCardAction, CardItem, Container } from './adaptive-card-types.ts';
import { isWebAddress, limits } from './limits.ts';
import { inert, isBlank, plainLine } from './markdown.ts';

/** Rows first, for they are questions and titles; then the buttons, which are verbs. */
export function actionItems(actions: readonly AdaptiveCardAction[]): CardItem[] {
  const isLong = ({ title }: AdaptiveCardAction) => title.length > limits.buttonTitle.maximum;
  const rows = actions.filter(isLong).map(row);
  const buttons = actions.filter((action) => !isLong(action));
  return [...rows, ...(buttons.length > 0 ? [{ type: 'ActionSet' as const, actions: buttons }] : [])];
}

/**
 * Words that wrap, as one button: clients end those of their own buttons with an ellipsis. The arrow, as in the
 * plain text, says that it leads on, for a theme of high contrast shows no frame.
 */
function row(action: AdaptiveCardAction): Container {
  return {
    type: 'Container',
    style: 'emphasis',
    spacing: 'small',
    items: [{ type: 'TextBlock', text: `→ ${inert(action.title)}`, wrap: true, color: 'accent' }],
    selectAction: action,
  };
}

/** The buttons of a card, without those that would have no name or no address. */
export function toActions(actions: readonly CardAction[]): AdaptiveCardAction[] {
  return actions.flatMap(toAction);
}

function toAction(action: CardAction): AdaptiveCardAction[] {
  const title = shorten(plainLine(action.label).trim(), limits.actionTitle.maximum);
  if (isBlank(title)) return [];
  if (action.type === 'open') {
    return isWebAddress(action.url) ? [{ type: 'Action.OpenUrl', title, url: new URL(action.url).href }] : [];
  }
  if (action.type === 'decide') {
    const { decision, id, language } = action;
    const data = { v: 1, id, language };
    const style = decision === 'approve' && { style: 'positive' as const };
    return [
      { type: 'Action.Execute', title, verb: `approval-${decision}`, data, ...style, fallback: 'drop' },
    ];
  }
  const data = toWire(action.call);
  return [
    {
      type: 'Action.Execute',
      title,
      verb: action.type,
      data,
      ...(action.type === 'call' && action.primary && { style: 'positive' as const }),
      // A submit carries no verb: it would bring the same card again.
      fallback: action.type === 'markdown' ? 'drop' : { type: 'Action.Submit', title, data },
    },
  ];
}
