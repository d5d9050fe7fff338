/** An Adaptive Card → DOM by Microsoft's own renderer, dressed and wired as Teams does it. */
import { h, safeAddress } from './dom.js';
import { teamsHostConfig } from './teams-host-config.js';
import { teamsMarkdown } from './teams-markdown.js';

/** @typedef {import('./types.d.ts').Press} Press */
/** @typedef {import('./types.d.ts').WireCall} WireCall */

const darkScheme = matchMedia('(prefers-color-scheme: dark)');

AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = teamsMarkdown(text);
  result.didProcess = true;
};

/**
 * @param {Record<string, unknown>} payload
 * @param {Press} press
 * @returns {HTMLElement}
 */
export function teamsCard(payload, press) {
  const card = new AdaptiveCards.AdaptiveCard();
  card.hostConfig = new AdaptiveCards.HostConfig(teamsHostConfig(darkScheme.matches));
  card.onExecuteAction = (action) => {
    if (action instanceof AdaptiveCards.OpenUrlAction) {
      const address = safeAddress(action.url);
      if (address) window.open(address, '_blank', 'noopener,noreferrer');
    } else if (
      action instanceof AdaptiveCards.SubmitAction ||
      action instanceof AdaptiveCards.ExecuteAction
    ) {
      press(callIn(action.data), action.title ?? '');
    }
  };
  card.parse(withoutPictures(payload));
  const element = card.render() ?? h('p', {}, '—');
  // The renderer makes the card itself a stop of the Tab key, which has nothing to do there.
  element.removeAttribute('tabindex');
  return element;
}

/** The call is the button's data or one of its members, beside what Teams itself wants there. @param {unknown} data */
function callIn(data) {
  const candidates = [data, ...Object.values(data ?? {})];
  const found = candidates.find((value) => typeof value === 'object' && value !== null && 'intent' in value);
  if (!found) return /** @type {WireCall} */ (data);
  const { v, intent, args, language } = /** @type {WireCall} */ (found);
  return { v, intent, args, language };
}

/** Pictures of other hosts are not loaded: an image becomes its words. @param {unknown} node @returns {unknown} */
function withoutPictures(node) {
  if (Array.isArray(node)) return node.map(withoutPictures);
  if (typeof node !== 'object' || node === null) return node;
  if ('type' in node && node.type === 'Image') {
    return { type: 'TextBlock', text: 'altText' in node ? node.altText : '', isSubtle: true, wrap: true };
  }
  return Object.fromEntries(Object.entries(node).map(([name, value]) => [name, withoutPictures(value)]));
}
