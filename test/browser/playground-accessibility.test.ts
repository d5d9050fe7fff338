/** The playground for who uses no mouse, no screen, or a small one. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { cannedPlayground, views } from './canned-playground.ts';
import { focused, focusShown, overflow, shown } from './watched-page.ts';

const { open, ask } = cannedPlayground();

describe('with the keyboard alone', () => {
  test('one asks, reads every view and presses a card’s button', async () => {
    const page = await open();
    expect(await focused(page), 'the question has the focus').toBe('Your question');
    await page.keyboard.type('first line');
    await page.keyboard.press('Shift+Enter');
    await page.keyboard.type('second line');
    expect(await page.getByRole('textbox').inputValue()).toBe('first line\nsecond line');
    await page.keyboard.press('Enter');
    await page.getByRole('article').waitFor();
    expect(await focused(page), 'and keeps it').toBe('Your question');

    // Backwards from the field: the card of Teams, then Slack's, then the panel, then the tabs.
    for (let press = 0; press < 40 && (await focused(page)) !== 'Side by side'; press += 1) {
      await page.keyboard.press('Shift+Tab');
    }
    for (const view of [...views.slice(1), 'Side by side']) {
      await page.keyboard.press('ArrowRight');
      expect(await focused(page)).toBe(view);
      expect(await shown(page.getByRole('tab', { selected: true }))).toBe(view);
    }
    await page.keyboard.press('ArrowLeft');
    expect(await focused(page)).toBe('Why');
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowRight');
    expect(await focused(page)).toBe('Slack');
    await page.keyboard.press('Tab');
    for (let press = 0; press < 10 && (await focused(page)) !== 'Its sectors'; press += 1) {
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('Enter');
    await page.getByRole('article').nth(1).waitFor();
    expect(await page.getByRole('tab', { selected: true }).allInnerTexts(), 'the view is kept').toEqual([
      'Slack',
      'Slack',
    ]);
    expect(await focused(page)).toMatch(/^Answerattribute/);
  });

  test('every stop can be seen', async () => {
    const page = await open();
    await ask(page, 'NGen');
    await page.locator('body').click({ position: { x: 2, y: 400 } });
    for (let press = 0; press < 30; press += 1) {
      await page.keyboard.press('Tab');
      expect(['shown', 'nothing focused']).toContain(await focusShown(page));
    }
  });
});

describe('accessibility', () => {
  const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

  /** Rule ids with the elements they name. A script of the test's own is not bound by the page's policy. */
  async function breaches(page: Page): Promise<string[]> {
    await page.evaluate(axe);
    return page.evaluate(async () => {
      type Axe = { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
      const { violations } = await (globalThis as unknown as { axe: Axe }).axe.run();
      return violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
      );
    });
  }

  test.each(['light', 'dark'] as const)('axe finds no breach in the %s scheme', async (colorScheme) => {
    const page = await open({ colorScheme });
    expect(await breaches(page)).toEqual([]);
    await ask(page, 'Tell me about NGen');
    for (const name of views) {
      await page.getByRole('tab', { name, exact: true }).click();
      expect(await breaches(page), name).toEqual([]);
    }
  });

  test('the landmarks and headings say what the page is', async () => {
    const page = await open();
    await ask(page, 'Tell me about NGen');
    for (const role of ['banner', 'main', 'contentinfo'] as const) {
      expect(await page.getByRole(role).count(), role).toBe(1);
    }
    expect(await shown(page.getByRole('heading', { level: 1 }))).toContain('Supercluster Guide');
    expect(await page.getByRole('group', { name: 'Language' }).getByRole('button').count()).toBe(2);
    expect(await page.getByRole('region', { name: 'Conversation' }).count()).toBe(1);
    expect(await page.getByRole('textbox', { name: 'Your question' }).count()).toBe(1);
  });

  test.each([360, 768])('nothing is wider than a screen of %i pixels', async (width) => {
    const page = await open({ viewport: { width, height: 740 } });
    await ask(page, 'Tell me about NGen');
    for (const name of views) {
      await page.getByRole('tab', { name, exact: true }).click();
      expect(await overflow(page), name).toBe(0);
    }
  });
});
