/**
 * Rich text → Block Kit's `rich_text`. Its strings are shown as they are: unlike mrkdwn, no character
 * in them can become a mention, a link or a style, so nothing needs escaping.
 */
import type { RichTextBlock, RichTextElement, RichTextList, RichTextSection } from '@slack/types';
import { plainText } from '../cards/card.ts';
import { shorten } from '../cards/shorten.ts';
import type { Inline, RichText } from '../knowledge/types.ts';
import { clean, webAddress } from './clean.ts';
import { limits } from './limits.ts';

/** The runs Slack can show: Slack refuses a whole message for one empty text. */
export function runs(text: RichText): RichTextElement[] {
  return text.flatMap((run): RichTextElement[] => {
    const value = clean(run.value);
    const url = run.type === 'link' ? webAddress(run.url, limits.linkUrl) : undefined;
    if (url) return [{ type: 'link', url, ...(value !== '' && { text: value }) }];
    return value === '' ? [] : [{ type: 'text', text: value, ...styleOf(run) }];
  });
}

function styleOf(run: Inline): { style?: { bold?: true; italic?: true } } {
  if (run.type === 'link' || (!run.strong && !run.emphasis)) return {};
  return { style: { ...(run.strong && { bold: true }), ...(run.emphasis && { italic: true }) } };
}

/** A paragraph, or nothing when nothing of it can be shown. */
export function section(text: RichText): RichTextSection[] {
  const elements = runs(text);
  return elements.length === 0 ? [] : [{ type: 'rich_text_section', elements }];
}

/** A list of the items that can be shown, or nothing. */
export function list(style: 'ordered' | 'bullet', items: readonly RichText[]): RichTextList[] {
  const elements = items.flatMap(section);
  return elements.length === 0 ? [] : [{ type: 'rich_text_list', style, elements }];
}

export function block(elements: readonly (RichTextSection | RichTextList)[]): RichTextBlock[] {
  return elements.length === 0 ? [] : [{ type: 'rich_text', elements: [...elements] }];
}

/** Shortens at a sentence end like `shorten`, keeping styles and links of what remains. */
export function shortenRichText(text: RichText, maximum: number): RichText {
  const whole = plainText(text);
  if (whole.length <= maximum) return text;
  const short = shorten(whole, maximum);
  let kept = 0;
  while (kept < short.length && short[kept] === whole[kept]) kept += 1;
  const result: Inline[] = [];
  let left = kept;
  for (const run of text) {
    if (left <= 0) break;
    result.push({ ...run, value: run.value.slice(0, left) });
    left -= run.value.length;
  }
  result.push({ type: 'text', value: short.slice(kept) });
  return result;
}
