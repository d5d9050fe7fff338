/**
 * Answers as Teams shows them in its light, dark and high contrast themes, on a desktop and on a phone:
 * drawn by Microsoft's renderer with the colours of each theme, measured by axe.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { approvalCard } from '../../src/cards/approval-card.ts';
import type { Card } from '../../src/cards/card.ts';
import { plain } from '../../src/cards/card.ts';
import { didYouMeanCard } from '../../src/cards/did-you-mean-card.ts';
import { type AdaptiveCardPayload, toAdaptiveCard } from '../../src/teams/adaptive-card.ts';
import { confirmCard, requestCard } from '../../src/teams/expert-card.ts';
import { feedbackActions } from '../../src/teams/feedback.ts';
import type { ExpertRequest } from '../../src/workspace.ts';
import { askReal } from '../support/real-content.ts';
import { form, proposal } from './desk-cards.ts';
import { drawCard, type Theme, themes } from './drawn-card.ts';
import { launchBrowser } from './watched-page.ts';

const images = join(import.meta.dirname, '../../docs/images');

const request: ExpertRequest = {
  id: '1',
  platform: 'teams',
  workspace: 't',
  channel: 'c',
  expertChannel: 'e',
  asker: 'a',
  state: 'open',
  language: 'fr',
  question: 'Qui est la ministre responsable ?',
};

function answered(question: string, language: 'en' | 'fr'): AdaptiveCardPayload {
  const { card, outcome } = askReal(question, language);
  const isAnswer = outcome === 'answer';
  return toAdaptiveCard(
    card,
    isAnswer ? [{ type: 'ActionSet', actions: feedbackActions(card.language) }] : [],
  );
}

/** Words of German length, which no line of a phone holds. */
const longWords: Card = {
  language: 'en',
  summary: 'Long words',
  elements: [
    { type: 'title', text: 'Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz' },
    {
      type: 'text',
      text: plain('Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft'),
    },
    {
      type: 'facts',
      facts: [
        {
          label: 'Grundstücksverkehrsgenehmigungszuständigkeit',
          value: plain('Übertragungsverordnungsveröffentlichungspflichtverletzung'),
        },
      ],
    },
    {
      type: 'actions',
      actions: [
        {
          type: 'open',
          label: 'Anticonstitutionnellement, l’approvisionnement transfrontalier des collectivités',
          url: 'https://example.com/',
        },
      ],
    },
  ],
};

const cards: Readonly<Record<string, AdaptiveCardPayload>> = {
  'a profile': answered('Tell me about NGen', 'en'),
  'a comparison of two': answered('Compare NGen and Scale AI', 'en'),
  'a comparison of all five': answered(
    'compare NGen, Scale AI, DIGITAL, Ocean and Protein Industries Canada',
    'en',
  ),
  'a French answer': answered('Qu’est-ce que l’AECG ?', 'fr'),
  'a brief': answered('fiche agroalimentaire', 'fr'),
  'an "I don’t know"': answered('xyzzy plugh', 'en'),
  'a close call': toAdaptiveCard(
    didYouMeanCard('en', [
      { label: 'How much federal money does the Ocean Supercluster get?', intent: 'help', args: {} },
      { label: 'Funding', intent: 'help', args: {} },
    ]),
  ),
  'the help': answered('help', 'en'),
  'a question for the experts': toAdaptiveCard(...inOrder(requestCard(request, 'Ada'))),
  'the form to ask them': toAdaptiveCard(...inOrder(confirmCard('Qui est la ministre ?', 'fr'))),
  'the form for subscriptions': toAdaptiveCard(...inOrder(form([]))),
  'the form of a line': toAdaptiveCard(...inOrder(form(['ngen']))),
  'a proposal to approve': toAdaptiveCard(approvalCard(proposal)),
  'long words': toAdaptiveCard(longWords),
};

function inOrder({ card, footer }: ReturnType<typeof requestCard>): Parameters<typeof toAdaptiveCard> {
  return [card, footer];
}

test('a comparison of all five, too wide for a phone, has a block for each', () => {
  const { body } = cards['a comparison of all five']!;
  const blocks = body.filter((item) => item.type === 'Container' && item.selectAction === undefined);
  expect(blocks).toHaveLength(5);
  expect(body.filter((item) => item.type === 'Table')).toEqual([]);
});

let browser: Browser;
let page: Page;
beforeAll(async () => {
  mkdirSync(images, { recursive: true });
  browser = await launchBrowser();
});
afterEach(() => page?.close());
afterAll(() => browser?.close());

async function draw(theme: Theme, payload: AdaptiveCardPayload, width: number): Promise<void> {
  page = await browser.newPage({ viewport: { width, height: 900 } });
  await drawCard(page, theme, payload);
}

/** What axe finds too faint, as the texts concerned; `checked` says that it found texts to measure. */
async function faintTexts({ rules }: Theme): Promise<{ faint: string[]; checked: number }> {
  const enabled = Object.fromEntries(rules.map((rule) => [rule, { enabled: true }]));
  const options = { runOnly: { type: 'rule', values: rules }, rules: enabled };
  return page.evaluate(
    `axe.run('#card', ${JSON.stringify(options)}).then((result) => ({
      faint: result.violations.flatMap((one) => one.nodes.map((node) => node.failureSummary + ' ' + node.html)),
      checked: result.passes.flatMap((one) => one.nodes).length,
    }))`,
  );
}

describe.each(Object.entries(themes))('in the %s theme', (name, theme) => {
  test.each(Object.entries(cards))('%s has enough contrast and fits a phone', async (_card, payload) => {
    await draw(theme, payload, 360);
    const { faint, checked } = await faintTexts(theme);
    expect(faint).toEqual([]);
    expect(checked).toBeGreaterThan(0);
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
  });

  test('an answer looks like its picture in the documentation', async () => {
    await draw(theme, cards['a comparison of two']!, 640);
    await page.screenshot({ path: join(images, `teams-${name}.png`), fullPage: true });
  });
});

test.each([
  ['light', '#777777'],
  ['dark', '#0000ee'],
  ['contrast', '#0000ee'],
  ['contrast', '#777777'],
] as const)('a link that is too faint in the %s theme (%s) would be found', async (name, link) => {
  await draw({ ...themes[name], link }, cards['a profile']!, 360);
  expect((await faintTexts(themes[name])).faint).not.toEqual([]);
});
