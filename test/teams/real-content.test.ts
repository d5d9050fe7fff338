import { describe, expect, it } from 'vitest';
import type { Reply } from '../../src/conversation/types.ts';
import { languages } from '../../src/knowledge/language.ts';
import { toAdaptiveCard } from '../../src/teams/adaptive-card.ts';
import { limits, limitViolations, sizeOf } from '../../src/teams/limits.ts';
import { askReal, realConversation, realFiles, today } from '../support/real-content.ts';
import { markdownTexts } from './cards.ts';
import { complaints } from './official-renderer.ts';

/** Answers of every kind: commands, each entry by its id, and what has no answer. */
const questions = [
  'help',
  'list the clusters',
  'compare NGen and Scale AI',
  'what is CETA?',
  'xyzzy',
  'the weather tomorrow?',
  ...new Set(realFiles.map((file) => `what is ${file.path.split('/').at(-1)?.split('.')[0]}?`)),
];

/** A reply and every reply that its buttons lead to. */
function withButtons(reply: Reply): Reply[] {
  const calls = reply.card.elements.flatMap((element) =>
    element.type === 'actions'
      ? element.actions.flatMap((action) => ('call' in action ? [action.call] : []))
      : [],
  );
  return [reply, ...calls.map((call) => realConversation.call(call, today))];
}

describe('what the bot really says', () => {
  it.each(languages)('shows well in Teams (%s)', (language) => {
    for (const question of questions) {
      for (const { card } of withButtons(askReal(question, language))) {
        const payload = toAdaptiveCard(card);
        expect(limitViolations(payload), question).toEqual([]);
        expect(complaints(payload), question).toEqual([]);
        // Nothing that was written had to be shortened, and no markup shows.
        expect(sizeOf(payload), question).toBeLessThan(limits.cardBytes.maximum / 2);
        expect(markdownTexts(payload).join('\n'), question).not.toMatch(/undefined|∗|ˋ/);
      }
    }
  });
});
