/** Card → the preview under a pasted link. Pure. */
import type { KnownBlock } from '@slack/types';
import { type Card, plainText as plainOf } from '../cards/card.ts';
import { shorten } from '../cards/shorten.ts';
import { clean } from './clean.ts';
import { limits } from './limits.ts';
import { productName } from './strings.ts';
import { plainText } from './views/view.ts';

/** A preview is glanced at: the answer, not its details. */
const longestText = 600;

/**
 * What the guide takes from the page, with its date; the page itself is the source. No rich text, which
 * `chat.unfurl` refuses (slackapi/java-slack-sdk#876, #948), and no buttons: nobody asked anything.
 */
export function unfurlBlocks(card: Card): KnownBlock[] {
  const parts = { title: '', notices: [] as string[], text: '', asOf: '' };
  for (const element of card.elements) {
    if (element.type === 'title') parts.title = element.text;
    if (element.type === 'notice') parts.notices.push(plainOf(element.text));
    if (element.type === 'text' && parts.text === '') parts.text = plainOf(element.text);
    if (element.type === 'sources') parts.asOf = element.asOf;
  }
  const paragraphs = [parts.title, ...parts.notices, parts.text || card.summary].flatMap((text) => {
    const shown = shorten(clean(text).trim(), longestText);
    return shown === '' ? [] : [shown];
  });
  const small = [parts.asOf, productName].filter((text) => text !== '').join(' – ');
  return [
    ...paragraphs.map((text) => ({ type: 'section' as const, text: plainText(text) })),
    { type: 'context', elements: [plainText(shorten(clean(small), limits.textObject))] },
  ];
}
