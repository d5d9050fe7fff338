/** The real bot with its real content, as one who starts it for the first time sees it. */
import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { WatchedPage } from './watched-page.ts';
import { begun, launchBrowser, openPage, send, shown } from './watched-page.ts';

const root = join(import.meta.dirname, '../..');
const images = join(root, 'docs/images');
let bot: ChildProcess;
let data = '';
let address = '';
let browser: Browser;

beforeAll(async () => {
  mkdirSync(images, { recursive: true });
  data = mkdtempSync(join(tmpdir(), 'supercluster-guide-'));
  bot = spawn(process.execPath, ['src/main.ts'], {
    cwd: root,
    env: { PATH: process.env.PATH, PORT: '0', PLATFORMS: 'slack,teams', DATA_DIR: data, LOG_LEVEL: 'warn' },
  });
  address = await listeningAddress(bot);
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  bot?.kill('SIGTERM');
  if (bot?.exitCode === null) await new Promise((resolve) => bot.once('exit', resolve));
  rmSync(data, { recursive: true, force: true });
});

/** The line in which the bot says where it listens; what it said instead, if it stops. */
function listeningAddress(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const read = (chunk: Buffer): void => {
      said += chunk.toString();
      const match = /listens on (http:\/\/\S+)/.exec(said);
      if (match?.[1]) resolve(match[1]);
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('exit', () => reject(new Error(`The bot stopped:\n${said}`)));
  });
}

async function visit(query: string, options?: BrowserContextOptions): Promise<WatchedPage> {
  const watched = await openPage(browser, `${address}${query}`, options);
  await begun(watched.page);
  return watched;
}

/** Without the caret's blinking and the time of day, the same picture comes out each time. */
async function picture(page: Page, name: string): Promise<void> {
  await page.clock.setFixedTime(new Date('2026-11-23T15:00:00Z'));
  await page.screenshot({ path: join(images, name), caret: 'hide', animations: 'disabled' });
}

test.each([
  ['en', 'Tell me about NGen', /Advanced Manufacturing/i],
  ['fr', 'Parle-moi de NGen', /fabrication de pointe/i],
])('answers in %s as Slack and Teams show it', async (language, question, words) => {
  const { page, faults } = await visit(`?lang=${language}`);
  await page.clock.setFixedTime(new Date('2026-11-23T15:00:00Z'));
  await send(page, question);
  expect(await shown(page.locator('.outcome'))).toBe(language === 'fr' ? 'Réponse' : 'Answer');
  for (const client of ['Slack', 'Teams']) {
    const region = page.getByRole('region', { name: client, exact: true });
    expect(await shown(region), client).toMatch(words);
    expect(await region.locator(`[lang=${language}]`).count(), client).toBeGreaterThan(0);
    expect(await region.locator('.slack-unknown').count()).toBe(0);
  }
  await picture(page, `playground-${language}.png`);
  expect(faults).toEqual([]);
});

test('fits a phone', async () => {
  const { page, faults } = await visit('?lang=en', { viewport: { width: 390, height: 800 } });
  await page.clock.setFixedTime(new Date('2026-11-23T15:00:00Z'));
  await send(page, 'Tell me about NGen');
  await picture(page, 'playground-narrow.png');
  expect(faults).toEqual([]);
});

test('every suggestion it starts with is answered', async () => {
  const { page, faults } = await visit('?lang=en');
  const labels = await page.getByRole('listitem').getByRole('button').allInnerTexts();
  expect(labels.length).toBeGreaterThan(2);
  for (const [index, label] of labels.entries()) {
    await page.getByRole('button', { name: 'New conversation' }).click();
    await page.getByRole('listitem').getByRole('button').nth(index).click();
    await page.getByRole('article').waitFor();
    expect(await shown(page.locator('.outcome')), label).toMatch(/^(Answer|Reply|Outside my subject)$/);
  }
  expect(faults).toEqual([]);
});

test('its buttons and follow-ups stay in the conversation', async () => {
  const { page, faults } = await visit('?lang=en');
  await send(page, 'Tell me about NGen');
  const teams = page.getByRole('region', { name: 'Teams', exact: true });
  await teams.getByRole('button').first().click();
  await page.getByRole('article').nth(1).waitFor();
  await page.getByRole('region', { name: 'Slack', exact: true }).first().getByRole('button').last().click();
  await page.getByRole('article').nth(2).waitFor();
  expect(faults).toEqual([]);
});
