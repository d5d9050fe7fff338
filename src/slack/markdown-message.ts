/** Card → a message with its Markdown to copy: the app has no scope to upload files. Pure. */
import type { RichTextBlock } from '@slack/types';
import type { Card } from '../cards/card.ts';
import { toMarkdown } from '../cards/markdown.ts';
import { escapeText } from './clean.ts';
import { limits, limitViolations, type SlackMessage } from './limits.ts';
import { block, section } from './rich-text.ts';
import { strings } from './strings.ts';

/** The text in a code block, by fewer lines until Slack takes it; no line is cut. */
export function toMarkdownMessage(card: Card): SlackMessage {
  const lead = strings.markdown[card.language];
  for (let maximum: number = limits.blocksJson; ; maximum = Math.floor(maximum * 0.9)) {
    const text = toMarkdown(card, { maximum });
    const code: RichTextBlock = {
      type: 'rich_text',
      elements: [{ type: 'rich_text_preformatted', elements: [{ type: 'text', text }] }],
    };
    const message = {
      // Backquotes of the card are escaped: three in a row are ours alone.
      text: `${escapeText(lead)}\n\`\`\`\n${escapeText(text)}\`\`\``,
      blocks: [...block(section([{ type: 'text', value: lead }])), code],
    };
    if (limitViolations(message).length === 0) return message;
  }
}
