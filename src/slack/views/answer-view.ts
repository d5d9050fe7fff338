/** An answer in a modal, and what stands there until it is found. Pure. */
import type { KnownBlock, ModalView } from '@slack/types';
import type { Card, CardElement } from '../../cards/card.ts';
import { shorten } from '../../cards/shorten.ts';
import type { Reply } from '../../conversation/types.ts';
import type { Language } from '../../knowledge/language.ts';
import { type SlackMessageOptions, toSlackMessage } from '../blocks.ts';
import { limits } from '../limits.ts';
import { productName, say, strings } from '../strings.ts';
import { plainText } from './view.ts';

/** Opened at once, for the right to open a modal lasts three seconds. */
export function loadingView(language?: Language): ModalView {
  return messageView(say(strings.loading, language), language ?? 'en');
}

/** One sentence instead of an answer. */
export function messageView(text: string, language: Language): ModalView {
  return frame([{ type: 'section', text: plainText(text) }], language);
}

/** What was carried out, or why not. */
export function cardView(card: Card): ModalView {
  return frame(viewBlocks(card), card.language);
}

/** @param asked the question, restated on top; '' for a button's answer */
export function answerView({ card }: Reply, asked: string): ModalView {
  return frame(viewBlocks(card, { asked }), card.language);
}

/** The blocks of a card for a modal or a Home tab, which know no tables and nobody to share with. */
export function viewBlocks(card: Card, options: Pick<SlackMessageOptions, 'asked'> = {}): KnownBlock[] {
  const elements = card.elements.flatMap((element): CardElement[] => {
    if (element.type !== 'actions') return [element];
    const actions = element.actions.filter(({ type }) => type === 'call' || type === 'open');
    return actions.length === 0 ? [] : [{ ...element, actions }];
  });
  const { text, blocks } = toSlackMessage({ ...card, elements }, { ...options, surface: 'view' });
  return blocks.length > 0
    ? blocks
    : [{ type: 'section', text: plainText(shorten(text, limits.textObject)) }];
}

function frame(blocks: KnownBlock[], language: Language): ModalView {
  return {
    type: 'modal',
    callback_id: 'answer',
    title: plainText(productName),
    close: plainText(strings.closeView[language]),
    blocks,
  };
}
