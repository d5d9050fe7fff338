import { expect, it } from 'vitest';
import { toSlackMessage } from '../src/slack/blocks.ts';
import { toAdaptiveCard } from '../src/teams/adaptive-card.ts';
import { standaloneQuestions } from './support/questions.ts';
import { askReal } from './support/real-content.ts';

/** Every string of a payload, without what only one dialect writes: markup and invisible characters. */
function words(payload: unknown): string {
  const strings: string[] = [];
  JSON.stringify(payload, (_key, value: unknown) => {
    if (typeof value === 'string') strings.push(value);
    return value;
  });
  return strings
    .join(' ')
    .replace(/[\u200B-\u200F\u2060\\]/gu, '')
    .replace(/\s+/gu, ' ');
}

/** Figures and years are the facts that a wrong rendering would lose or change. */
function figures(text: string): string[] {
  return [...new Set(text.match(/\d+(?:[.,\u00A0\u202F]\d+)*/gu) ?? [])];
}

it('Slack and Teams show the same figures of every answer', () => {
  const answers = standaloneQuestions.map((text) => askReal(text)).filter(({ answered }) => answered);
  let compared = 0;
  for (const { card } of answers) {
    const slack = toSlackMessage(card);
    const slackWords = words(slack.blocks);
    const teamsWords = words(toAdaptiveCard(card));
    const said = card.elements.filter(({ type }) => type !== 'actions' && type !== 'sources');
    for (const figure of figures(words(said))) {
      const shown = figure.replace(/\s/gu, ' ');
      expect([figure, slackWords.includes(shown), teamsWords.includes(shown)]).toEqual([figure, true, true]);
      compared++;
    }
  }
  expect(compared).toBeGreaterThan(500);
}, 180_000);
