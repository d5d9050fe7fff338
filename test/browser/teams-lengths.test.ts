/**
 * French and German-length words on the cards of Teams, on a phone and on a desktop: nothing runs over
 * the edge, nothing lies on something else, no text or button is cut, and what wraps can be pressed by key.
 */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { approvalCard } from '../../src/cards/approval-card.ts';
import type { Card } from '../../src/cards/card.ts';
import { shorten } from '../../src/cards/shorten.ts';
import { toAdaptiveCard } from '../../src/teams/adaptive-card.ts';
import type { CardItem } from '../../src/teams/adaptive-card-types.ts';
import { askPersonAction, confirmCard, requestCard } from '../../src/teams/expert-card.ts';
import { feedbackActions } from '../../src/teams/feedback.ts';
import { limits } from '../../src/teams/limits.ts';
import type { ExpertRequest } from '../../src/workspace.ts';
import { askReal } from '../support/real-content.ts';
import { form, proposal } from './desk-cards.ts';
import { drawCard, themes } from './drawn-card.ts';
import { focused, launchBrowser } from './watched-page.ts';

/** Narrow phones in CSS pixels, and the width of a chat on a desktop. */
const widths = [320, 960] as const;

interface Drawn {
  readonly card: Card;
  readonly footer: readonly CardItem[];
}

function answered(question: string): Drawn {
  const { card } = askReal(question, 'fr');
  const actions = [...feedbackActions('fr'), ...askPersonAction(question, 'fr')];
  return { card, footer: [{ type: 'ActionSet', actions }] };
}

const request: ExpertRequest = {
  ...{ id: '1', platform: 'teams', workspace: 't', channel: 'c', expertChannel: 'e', asker: 'a' },
  ...{ state: 'open', language: 'fr', question: 'Qui est la ministre responsable ?' },
};

const cards: Readonly<Record<string, Drawn>> = {
  'a profile': answered('NGen'),
  'a comparison of two': answered('comparer NGen et Scale AI'),
  'a comparison of all five': answered(
    'comparer NGen, Scale AI, DIGITAL, Ocean et Protein Industries Canada',
  ),
  'an answer': answered('Qu’est-ce que l’AECG ?'),
  'a brief': answered('fiche agroalimentaire'),
  'an "I don’t know"': answered('xyzzy plugh'),
  'the help': answered('aide'),
  'the form of a new subscription': form([]),
  'the form that changes one': form(['ngen']),
  'a proposal to approve': { card: approvalCard(proposal), footer: [] },
  'a proposal that is approved': { card: approvalCard({ ...proposal, state: 'published' }), footer: [] },
  'a question for the experts': requestCard(request, 'Ada'),
  'a question that is taken': requestCard({ ...request, state: 'taken' }, 'Ada'),
  'the form to ask them': confirmCard('Qui est la ministre ?', 'fr'),
};

const shown = ['text', 'label', 'title', 'caption', 'publisher', 'asOf', 'errorMessage'];

/** Every shown string as if it were German: half as long again, in compounds without spaces. */
function inGermanLength(drawn: Drawn): Drawn {
  return JSON.parse(JSON.stringify(drawn), function (this: { readonly type?: string }, key, value: unknown) {
    if (key === 'columns' || key === 'rows') {
      return JSON.parse(JSON.stringify(value), (_, cell) =>
        typeof cell === 'string' ? compounds(cell) : cell,
      );
    }
    // The value of a field or a choice is not shown.
    const isRun = key === 'value' && (this.type === 'text' || this.type === 'link');
    if (typeof value !== 'string' || !(shown.includes(key) || isRun)) return value;
    // A footer's buttons are as long as the bot lets them be.
    return this.type?.startsWith('Action.')
      ? shorten(compounds(value), limits.buttonTitle.maximum)
      : compounds(value);
  });
}

const ending = 'förderungswettbewerbsfähigkeitszuständigkeitsprogramm';

function compounds(text: string): string {
  return text.replace(/\p{L}{4,}(?: \p{L}{4,})?/gu, (words) => {
    const joined = words.replace(' ', '');
    return joined + ending.slice(0, Math.ceil(words.length * 1.5) - joined.length);
  });
}

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await launchBrowser();
  page = await browser.newPage();
});
afterAll(() => browser?.close());

/** What is wrong with the layout, in words; and how many pieces were looked at. */
function layout(): Promise<{ wrong: string[]; seen: number }> {
  return page.evaluate(`(() => {
    const card = document.querySelector('#card');
    const slack = 1;
    const pieces = [];
    const walker = document.createTreeWalker(card, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode;
      if (!node.data.trim() || node.parentElement.closest('select, textarea, button')) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const box of range.getClientRects()) {
        if (box.width > 0) pieces.push({ box, element: node.parentElement, text: node.data });
      }
    }
    for (const element of card.querySelectorAll('button, input, select, textarea')) {
      const box = element.getBoundingClientRect();
      if (box.width > 0) pieces.push({ box, element, text: element.innerText || element.id || element.type });
    }
    const wrong = [];
    const over = document.documentElement.scrollWidth - innerWidth;
    if (over > 0) wrong.push('the page is ' + over + ' px too wide');
    const frame = card.getBoundingClientRect();
    for (const { box, element, text } of pieces) {
      if (box.left < frame.left - slack || box.right > frame.right + slack) wrong.push('over the edge: ' + text);
      for (let around = element.parentElement; around && around !== card; around = around.parentElement) {
        const { overflowX, overflowY } = getComputedStyle(around);
        const clip = around.getBoundingClientRect();
        const isCut = (overflowX !== 'visible' && (box.right > clip.right + slack || box.left < clip.left - slack))
          || (overflowY !== 'visible' && (box.bottom > clip.bottom + slack || box.top < clip.top - slack));
        if (isCut) wrong.push('cut: ' + text);
      }
    }
    for (const button of card.querySelectorAll('button')) {
      const isCut = [button, ...button.querySelectorAll('*')].some((one) => one.scrollWidth > one.clientWidth + slack);
      if (isCut) wrong.push('button cut: ' + button.textContent);
    }
    // Ascenders reach a little into the line above.
    const inside = 4;
    pieces.forEach((one, index) => {
      for (const other of pieces.slice(index + 1)) {
        const wide = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
        const high = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
        if (wide > inside && high > inside) wrong.push('on each other: ' + one.text + ' / ' + other.text);
      }
    });
    return { wrong: [...new Set(wrong)], seen: pieces.length };
  })()`);
}

const lengths = { French: (drawn: Drawn) => drawn, 'German length': inGermanLength };

test.each(
  Object.entries(lengths).flatMap(([length, lengthen]) =>
    Object.entries(cards).map(([name, drawn]) => [name, length, lengthen(drawn)] as const),
  ),
)('%s in %s fits a phone and a desktop', async (_name, _length, { card, footer }) => {
  await drawCard(page, themes.light, toAdaptiveCard(card, footer));
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    const { wrong, seen } = await layout();
    expect(wrong, `${width} px`).toEqual([]);
    expect(seen).toBeGreaterThan(1);
  }
});

test('a question too long for a button is one all the same: by Tab, by its name, by Enter and by Space', async () => {
  const { card } = answered('xyzzy plugh');
  const question = 'Combien d’argent le gouvernement fédéral donne-t-il à NGen cette année ?';
  const call = { intent: 'help', args: {}, language: 'fr' } as const;
  const asked: Card = {
    ...card,
    elements: [{ type: 'actions', actions: [{ type: 'call', label: question, call }] }],
  };
  await page.setViewportSize({ width: 320, height: 900 });
  await drawCard(page, themes.light, toAdaptiveCard(asked));
  const row = page.getByRole('button', { name: question });
  expect(await row.getAttribute('title')).toBe(question);
  // The renderer makes the card itself a stop of the Tab key.
  await page.locator('.ac-adaptiveCard').focus();
  await page.keyboard.press('Tab');
  expect(await focused(page)).toBe(question);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Space');
  await row.click();
  expect(await page.evaluate('pressed')).toEqual(['call', 'call', 'call']);
});
