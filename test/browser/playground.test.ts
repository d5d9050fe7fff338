/** The playground in a real browser, over canned replies that show every element of a card. */
import { describe, expect, test } from 'vitest';
import { cannedPlayground, views } from './canned-playground.ts';
import { focused, overflow, shown } from './watched-page.ts';

const { open, ask, seen, forgive } = cannedPlayground();

describe('a question in English', () => {
  test('is answered in every view', async () => {
    const page = await open();
    await ask(page, 'Tell me about NGen');
    for (const name of views) {
      await page.getByRole('tab', { name, exact: true }).click();
      const panel = page.getByRole('tabpanel', { name, exact: true });
      expect(await panel.isVisible(), name).toBe(true);
      expect(await page.getByRole('tabpanel').count(), 'one panel at a time').toBe(1);
      const text = await shown(panel);
      if (name === 'Why')
        expect(text).toMatch(/Answered: confidence 0\.92[\s\S]*Nearest passages[\s\S]*ngen#what/);
      else expect(text, name).toContain('Advanced Manufacturing (NGen)');
    }
  });

  test('is drawn by Slack’s rules: header, list, table, notice, sources, buttons', async () => {
    const page = await open();
    await ask(page, 'Tell me about NGen');
    const slack = page.getByRole('region', { name: 'Slack', exact: true });
    expect(await shown(slack.getByRole('heading'))).toBe('Advanced Manufacturing (NGen)');
    expect(await shown(slack.locator('b'))).toBe('Supercluster Guide');
    expect(await slack.getByText('APP', { exact: true }).isVisible()).toBe(true);
    expect(await slack.getByRole('columnheader').allInnerTexts()).toEqual(['Round', 'Amount', 'Until']);
    expect(await slack.getByRole('rowheader').allInnerTexts()).toEqual(['First', 'Second']);
    expect(await slack.getByRole('link', { name: 'ngen.ca' }).getAttribute('href')).toBe(
      'https://www.ngen.ca/',
    );
    expect(await slack.locator('.slack-unknown').count()).toBe(0);
    expect(await slack.locator('strong', { hasText: 'advanced manufacturing' }).count()).toBe(1);
  });

  test('is drawn by Microsoft’s renderer: table, facts, notice, links, buttons', async () => {
    const page = await open();
    await ask(page, 'Tell me about NGen');
    const teams = page.getByRole('region', { name: 'Teams', exact: true });
    expect(
      await teams
        .locator('.ac-adaptiveCard')
        .getAttribute('lang')
        .catch(() => null),
    ).not.toBe('');
    expect((await shown(teams.getByRole('table').first())).replace(/\s+/g, ' ')).toContain('CA$230 million');
    expect(await teams.getByText('Federal funding').isVisible()).toBe(true);
    expect(await teams.locator('strong', { hasText: 'advanced manufacturing' }).count()).toBe(1);
    const link = teams.getByRole('link', { name: /EU–Canada cluster cooperation <2019> & beyond/ });
    expect(await link.getAttribute('href')).toBe('https://example.org/eu-canada?a=1&b=2');
    expect(await link.getAttribute('target')).toBe('_blank');
  });

  test('goes on by a button of either client, in the same conversation', async () => {
    const page = await open();
    await ask(page, 'Tell me about NGen');
    seen.length = 0;
    await page
      .getByRole('region', { name: 'Slack', exact: true })
      .getByRole('button', { name: 'Who leads it?' })
      .click();
    await page.getByRole('article').nth(1).waitFor();
    const teams = page.getByRole('article').nth(1).getByRole('region', { name: 'Teams', exact: true });
    await teams.getByRole('button', { name: 'All five clusters' }).click();
    await page.getByRole('article').nth(2).waitFor();
    expect(await page.locator('.question-text').allInnerTexts()).toEqual([
      'Tell me about NGen',
      'Who leads it?',
      'All five clusters',
    ]);
    const place = { platform: 'playground', workspace: '', id: expect.stringMatching(/^[0-9a-f-]{36}$/) };
    const leader = { intent: 'attribute', args: { entry: 'ngen', attribute: 'leader' }, language: 'en' };
    expect(seen).toEqual([
      { call: leader, place },
      { call: { intent: 'list-clusters', args: {}, language: 'en' }, place },
    ]);
    expect(await focused(page), 'the focus follows to the new answer').toMatch(/^Answerlist-clusters/);
    expect(await page.getByRole('button', { name: 'Share with the channel' }).count()).toBe(0);
  });

  test('opens addresses in a new tab that knows nothing of this one', async () => {
    const page = await open();
    await page.context().route('https://www.ngen.ca/**', (route) => route.fulfill({ body: 'elsewhere' }));
    await ask(page, 'Tell me about NGen');
    for (const client of ['Slack', 'Teams']) {
      const region = page.getByRole('region', { name: client, exact: true });
      const opening = page.context().waitForEvent('page');
      await region.locator('.slack-button, .ac-pushButton').filter({ hasText: 'Website' }).click();
      const other = await opening;
      await other.waitForLoadState();
      expect(other.url()).toBe('https://www.ngen.ca/');
      expect(await other.evaluate('window.opener')).toBe(null);
    }
  });

  test('is said to a screen reader, in the language of the answer', async () => {
    const page = await open({}, '?lang=fr');
    const log = page.getByRole('log');
    expect(await log.getAttribute('aria-live')).toBe('polite');
    await ask(page, 'Parlez-moi de NGen');
    expect(await log.locator('p').getAttribute('lang')).toBe('fr');
    expect(await shown(log)).toContain('NGen développe');
  });
});

describe('French', () => {
  test('switches the page at once, and the answers that follow', async () => {
    const page = await open();
    await ask(page, 'Tell me about NGen');
    await page.getByRole('button', { name: 'Français' }).click();
    expect(await page.locator('html').getAttribute('lang')).toBe('fr');
    expect(await page.title()).toBe('Guide des supergrappes – aire d’essai');
    expect(await page.getByRole('tab', { name: 'Côte à côte' }).isVisible()).toBe(true);
    expect(await page.getByRole('button', { name: 'Français' }).getAttribute('aria-pressed')).toBe('true');
    await ask(page, 'Parlez-moi de NGen');
    const cards = page.locator('.slack-blocks');
    expect(await cards.nth(0).getAttribute('lang'), 'an answer keeps its language').toBe('en');
    expect(await cards.nth(1).getAttribute('lang')).toBe('fr');
    expect(await shown(cards.nth(1))).toContain('Fabrication de pointe');
    await page.reload();
    expect(await page.locator('html').getAttribute('lang'), 'the choice is kept').toBe('fr');
  });

  test('leaves no word of the page in English', async () => {
    const page = await open({}, '?lang=fr');
    const start = await shown(page.locator('body'));
    expect(start).not.toMatch(/\b(Ask|Playground|New conversation|Enter to|To start)\b/);
    await ask(page, 'Parlez-moi de NGen');
    expect(await page.getByRole('tab').allInnerTexts()).toEqual([
      'Côte à côte',
      'Slack',
      'Teams',
      'Texte brut',
      'Block Kit',
      'Carte adaptative',
      'Pourquoi',
    ]);
    await page.getByRole('tab', { name: 'Pourquoi' }).click();
    const why = await shown(page.getByRole('tabpanel'));
    expect(why).toMatch(/Décision[\s\S]*Langue[\s\S]*Passages les plus proches/);
  });
});

describe('unusual questions', () => {
  test('an empty one is named beside the field and sent nowhere', async () => {
    const page = await open();
    await page.getByRole('textbox').fill('   ');
    await page.getByRole('button', { name: 'Ask', exact: true }).click();
    expect(await shown(page.getByRole('alert'))).toBe('Please type a question first.');
    expect(await page.getByRole('textbox').getAttribute('aria-invalid')).toBe('true');
    await page.getByRole('textbox').fill('x');
    expect(await page.getByRole('alert').count()).toBe(0);
    expect(await page.getByRole('article').count()).toBe(0);
  });

  test('10,000 characters are answered, one more is refused', async () => {
    const page = await open();
    await ask(page, 'x'.repeat(10_000));
    expect(await overflow(page)).toBe(0);
    await page.getByRole('textbox').fill('x'.repeat(10_001));
    await page.getByRole('textbox').press('Enter');
    expect(await shown(page.getByRole('alert'))).toContain('10,000');
  });

  test('emoji, right-to-left marks and HTML are shown as they were typed', async () => {
    const page = await open();
    const text = '🇨🇦 <img src=x onerror=alert(1)> <b>bold</b> [x](javascript:alert(1)) <!channel> *a* مرحبا';
    await ask(page, text);
    expect(await shown(page.locator('.question-text'))).toBe(text);
    for (const view of views) {
      await page.getByRole('tab', { name: view, exact: true }).click();
      const panel = page.getByRole('tabpanel');
      expect(await panel.locator('img, [onerror], a[href^="javascript"]').count(), view).toBe(0);
      if (view !== 'Why') expect(await shown(panel), view).toContain('<img src=x onerror=alert(1)>');
    }
  });

  test('what is not known says so and offers a way on', async () => {
    const page = await open();
    await ask(page, 'how does a zeppelin fly?');
    expect(await shown(page.getByRole('article').getByRole('heading', { level: 2 }))).toContain('No answer');
    await page.getByRole('button', { name: 'All five clusters' }).first().click();
    await page.getByRole('article').nth(1).waitFor();
  });

  test('two asked at once are both answered, in order', async () => {
    const page = await open();
    await page.getByRole('textbox').fill('first');
    await page.keyboard.press('Enter');
    await page.getByRole('textbox').fill('second');
    await page.keyboard.press('Enter');
    await page.getByRole('article').nth(1).waitFor();
    expect(await page.locator('.question-text').allInnerTexts()).toEqual(['first', 'second']);
  });

  test('a server that is away is said so, and the question can be sent again', async () => {
    const page = await open();
    await page.route('**/playground/ask', (route) => route.abort());
    await page.getByRole('textbox').fill('NGen');
    await page.keyboard.press('Enter');
    const again = page.getByRole('button', { name: 'Try again' });
    await again.waitFor();
    expect(await shown(page.locator('.failure'))).toContain('The server did not answer.');
    await page.unroute('**/playground/ask');
    await again.click();
    await page.getByRole('article').waitFor();
    // The failed request is in the console by the browser's own doing.
    forgive('ERR_FAILED');
  });
});

test('starts with suggestions, and starts anew on request', async () => {
  const page = await open();
  expect(await page.getByRole('listitem').getByRole('button').allInnerTexts()).toEqual([
    'Who leads NGen?',
    'What is a supercluster?',
    'All five clusters',
  ]);
  await page.getByRole('button', { name: 'Who leads NGen?' }).click();
  await page.getByRole('article').waitFor();
  await page.getByRole('button', { name: 'New conversation' }).click();
  expect(await page.getByRole('article').count()).toBe(0);
  expect(await shown(page.getByRole('heading', { level: 2 }))).toContain(
    'Ask about Canada’s innovation clusters',
  );
  expect(await focused(page)).toBe('Your question');
});

test('copies the JSON that would be sent', async () => {
  const page = await open({ permissions: ['clipboard-read', 'clipboard-write'] });
  await ask(page, 'NGen');
  await page.getByRole('tab', { name: 'Block Kit' }).click();
  await page.getByRole('button', { name: 'Copy' }).click();
  await page.getByText('Copied').waitFor();
  const copied = JSON.parse(await page.evaluate<string>('navigator.clipboard.readText()'));
  expect(copied.blocks[0].type).toBe('header');
});
