import { describe, expect, test } from 'vitest';
import { type Card, plain } from '../../src/cards/card.ts';
import { limitViolations } from '../../src/slack/limits.ts';
import { toMarkdownMessage } from '../../src/slack/markdown-message.ts';
import { strings } from '../../src/slack/strings.ts';

const card = (items: readonly string[]): Card => ({
  language: 'fr',
  summary: 'Résumé',
  elements: [{ type: 'list', ordered: false, items: items.map(plain) }],
});

describe('a card as Markdown to copy', () => {
  test('stands in a code block under a sentence in its language', () => {
    const { text, blocks } = toMarkdownMessage(card(['un & deux &amp; <!channel>']));
    expect(text).toBe(
      `${strings.markdown.fr}\n\`\`\`\n- un &amp; deux \\&amp;amp; \\&lt;!channel\\&gt;\n\`\`\``,
    );
    expect(blocks[1]).toEqual({
      type: 'rich_text',
      elements: [
        {
          type: 'rich_text_preformatted',
          elements: [{ type: 'text', text: '- un & deux \\&amp; \\<!channel\\>\n' }],
        },
      ],
    });
  });

  test('cannot end its code block early', () => {
    const { text } = toMarkdownMessage(card(['``` <@U1> ```']));
    expect(text.match(/```/g)).toHaveLength(2);
  });

  test('loses whole lines where Slack takes no more', () => {
    const message = toMarkdownMessage(
      card(Array.from({ length: 400 }, (_, n) => `line "${n}" ${'x'.repeat(60)}`)),
    );
    expect(limitViolations(message)).toEqual([]);
    expect(message.text).toMatch(/- line "0" x+\n/);
    expect(message.text).toMatch(/x\n…\n```$/);
  });
});
