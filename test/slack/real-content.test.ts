import { describe, expect, it } from 'vitest';
import { toText } from '../../src/cards/text.ts';
import { toSlackMessage } from '../../src/slack/blocks.ts';
import { feedbackBlock } from '../../src/slack/feedback.ts';
import { limitViolations } from '../../src/slack/limits.ts';
import { reachableCalls } from '../support/reachable.ts';
import { realConversation, today } from '../support/real-content.ts';

describe('what the bot really says', () => {
  const cards = reachableCalls().map((call) => realConversation.call(call, today).card);

  it('fits Slack’s limits without being shortened', () => {
    for (const card of cards) {
      const message = toSlackMessage(card, {
        asked: 'a question of some length, as people ask them?',
        footer: [feedbackBlock(card.language)],
      });
      expect(limitViolations(message)).toEqual([]);
      const shown = JSON.stringify(message.blocks);
      for (const element of card.elements) {
        if (element.type === 'list') {
          for (const run of element.items.flat())
            expect(shown).toContain(JSON.stringify(run.value).slice(1, -1));
        }
        // Every element shows: nothing was left out to fit.
        if (element.type === 'title') expect(shown).toContain(JSON.stringify(element.text).slice(1, -1));
      }
      const sources = card.elements.filter((element) => element.type === 'sources');
      for (const { sources: list } of sources)
        for (const { url } of list) expect(shown).toContain(JSON.stringify(new URL(url).href));
    }
  });

  it('has a text that is a full answer by itself', () => {
    for (const card of cards) {
      const { text } = toSlackMessage(card);
      expect(text.length).toBeGreaterThan(20);
      expect(text).toContain(
        toText(card, { only: 'answer' })
          .slice(0, 40)
          .split(/[&<>\n]/)[0],
      );
    }
  });
});
