/**
 * What Teams lets a bot offer for sharing an answer. Pure.
 *
 * - In a channel the bot answers in a thread, and may post to the channel itself.
 * - A personal chat has nobody else in it, and the bot may not write where it was not asked: the person does,
 *   through Microsoft's Share to Teams, which takes an address and up to 200 characters to say before it
 *   (learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/share-to-teams-from-web-apps). Whoever
 *   has the app sees that address as the card of its section (`handlers/extension/link.ts`).
 * - In a group chat everyone sees the answer already.
 */
import { toWire } from '../cards/call.ts';
import { shorten } from '../cards/shorten.ts';
import type { Reply } from '../conversation/types.ts';
import type { AdaptiveCardAction } from './adaptive-card-types.ts';
import { limits } from './limits.ts';
import { plainLine } from './markdown.ts';
import { strings } from './strings.ts';

/** @param type of the conversation, as Teams calls it */
export function shareActions({ call, card, language, outcome }: Reply, type: string): AdaptiveCardAction[] {
  if (outcome !== 'answer') return [];
  if (type === 'channel' && call) {
    const title = strings.shareInChannel[language];
    // A submit carries no verb: it would answer once more in the thread.
    return [{ type: 'Action.Execute', title, verb: 'share', data: toWire(call), fallback: 'drop' }];
  }
  const sources = card.elements.flatMap((element) => (element.type === 'sources' ? element.sources : []));
  const address = sources.map(({ url }) => url).find((url) => /^https:/.test(url) && URL.canParse(url));
  if (type !== 'personal' || address === undefined) return [];
  const url = shareAddress(address, card.summary);
  if (url.length > limits.deepLink.maximum) return [];
  return [{ type: 'Action.OpenUrl', title: strings.shareInTeams[language], url }];
}

function shareAddress(address: string, summary: string): string {
  const url = new URL('https://teams.microsoft.com/share');
  url.searchParams.set('href', address);
  url.searchParams.set('msgText', shorten(plainLine(summary), limits.shareText.maximum));
  return url.href;
}
