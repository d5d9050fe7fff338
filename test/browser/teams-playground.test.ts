/**
 * The real bot in Microsoft's own Teams client for bots, the Agents Playground.
 *
 * The playground calls its maker's telemetry whatever it is told and listens on every interface. So
 * these tests run only where the loopback interface is alone: `npm run test:browser` sees to it.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from './watched-page.ts';

const root = join(import.meta.dirname, '../..');
const playgroundPort = 56150;

describe('in the Agents Playground', () => {
  let data = '';
  let bot: ChildProcess;
  let playground: ChildProcess;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    const addresses = Object.values(networkInterfaces()).flat();
    if (!addresses.every((address) => address?.internal)) {
      throw new Error('run these through npm run test:browser, which gives them a network of their own');
    }
    data = mkdtempSync(join(tmpdir(), 'supercluster-guide-'));
    bot = spawn(process.execPath, ['src/main.ts'], {
      cwd: root,
      env: { PATH: process.env.PATH, PORT: '0', PLATFORMS: 'teams', DATA_DIR: data, LOG_LEVEL: 'warn' },
    });
    const [, port] = await said(bot, /listens on http:\/\/[^:]+:(\d+)/);
    const cli = createRequire(import.meta.url).resolve('@microsoft/m365agentsplayground/cli.js');
    playground = spawn(
      process.execPath,
      [
        cli,
        'start',
        '-e',
        `http://127.0.0.1:${port}/api/messages`,
        '-c',
        'msteams',
        '-p',
        `${playgroundPort}`,
        '--disable-telemetry',
      ],
      { cwd: data, env: { PATH: process.env.PATH, HOME: data, TEAMSAPPTESTER_BROWSER: 'none' } },
    );
    await said(playground, /Listening on/);
    browser = await launchBrowser();
    page = await browser.newPage({ locale: 'en-CA', viewport: { width: 1280, height: 900 } });
    await page.goto(`http://127.0.0.1:${playgroundPort}/`);
    await textBox().waitFor();
  });

  afterAll(async () => {
    await browser?.close();
    for (const child of [playground, bot]) {
      child?.kill('SIGTERM');
      if (child?.exitCode === null) await new Promise((resolve) => child.once('exit', resolve));
    }
    rmSync(data, { recursive: true, force: true });
  });

  const textBox = () => page.locator('div[contenteditable=true][role=textbox]:visible').first();
  const cards = () => page.locator('.ac-adaptiveCard:visible');

  /** Does something and waits for the card that it adds. */
  async function cardAfter(action: () => Promise<void>): Promise<Locator> {
    const before = await cards().count();
    await action();
    await expect.poll(() => cards().count(), { timeout: 15_000 }).toBeGreaterThan(before);
    return cards().last();
  }

  /** What is read: without the zero-width spaces that keep text from being Markdown. */
  async function textOf(card: Locator): Promise<string> {
    return ((await card.textContent()) ?? '').replace(/\u200B/g, '').trim();
  }

  async function write(text: string, mention = false): Promise<void> {
    await textBox().click();
    if (mention) {
      await page.keyboard.type('@');
      await page.locator('[role=option]:visible,[role=menuitem]:visible').first().click();
    }
    await page.keyboard.type(text);
  }

  const open = (chat: string) => page.getByRole('treeitem', { name: chat, exact: true }).click();
  const sendMessage = () => page.getByRole('button', { name: 'Send Message' }).click();
  const post = () => page.getByRole('button', { name: 'Post', exact: true }).first().click();

  test('the installation, announced twice, is welcomed once', async () => {
    await expect.poll(() => cards().count(), { timeout: 15_000 }).toBe(1);
    expect(await page.getByText(/^Hello! I answer questions about/).count()).toBeGreaterThan(0);
    expect(await textOf(cards().first())).toMatch(/help|ask|list/i);
  });

  test('a personal chat: a greeting, a question, and a button of its answer', async () => {
    await open('Personal Chat');
    const greeting = await cardAfter(async () => {
      await write('hi');
      await sendMessage();
    });
    expect(await textOf(greeting)).toMatch(/supercluster guide|hello|help/i);

    const answer = await cardAfter(async () => {
      await write('What is NGen?');
      await sendMessage();
    });
    const text = await textOf(answer);
    expect(text).toContain('NGen');
    expect(text).toMatch(/Sources/);
    expect(await answer.getByRole('link').first().getAttribute('href')).toMatch(/^https:\/\//);
    expect(text).not.toMatch(/undefined|\[object|\*\*|\]\(/);

    const next = await cardAfter(async () => {
      await answer.getByRole('button').first().click();
    });
    expect(await textOf(next)).not.toBe('');
  });

  test('a personal chat in French: the answer is French', async () => {
    const answer = await cardAfter(async () => {
      await write('Qu’est-ce que l’AECG ?');
      await sendMessage();
    });
    expect(await textOf(answer)).toMatch(/AECG.*accord/is);
  });

  test('a group chat: answered when mentioned', async () => {
    await open('Group Chat');
    const answer = await cardAfter(async () => {
      await write(' list the clusters', true);
      await sendMessage();
    });
    expect(await textOf(answer)).toMatch(/NGen|Scale AI/);
  });

  test('a channel: answered in the thread of the mention', async () => {
    await open('My Team - General');
    const answer = await cardAfter(async () => {
      await write(' what is CETA?', true);
      await post();
    });
    expect(await textOf(answer)).toMatch(/CETA/);
  });

  test('a personal chat: an answer that helped is kept as one that did', async () => {
    await open('Personal Chat');
    const answer = await cardAfter(async () => {
      await write('Who leads Scale AI?');
      await sendMessage();
    });
    const before = await cards().count();
    await answer.getByRole('button', { name: 'Helpful', exact: true }).click();
    await page.getByText('Thank you: your opinion').waitFor();
    expect(await cards().count(), 'no new message').toBe(before);
    const rows = await withDatabase((database) =>
      database.prepare('select rating, person from feedback').all(),
    );
    expect(rows).toMatchObject([{ rating: 'helpful' }]);
  });

  test('a question goes to a person in a channel, and the answer comes back', async () => {
    await open('My Team - Announcements');
    await write(' experts here', true);
    await post();
    await page.getByText('Questions for a person now come to this channel').first().waitFor();

    await open('Personal Chat');
    const unanswered = await cardAfter(async () => {
      await write('Who will be the next minister?');
      await sendMessage();
    });
    const form = await cardAfter(() => unanswered.getByRole('button', { name: 'Ask a person' }).click());
    expect(await form.getByRole('textbox').inputValue()).toBe('Who will be the next minister?');
    await form.getByRole('button', { name: 'Send' }).click();
    await page.getByText('Your question is with the experts').first().waitFor();

    await open('My Team - Announcements');
    const request = cards().last();
    await request.getByText('Who will be the next minister?').waitFor();
    await request.getByRole('button', { name: 'I take it' }).click();
    await page
      .getByText(/^Taken by/)
      .first()
      .waitFor();
    // The card is drawn anew when the click is answered, and a field that is being filled would be lost.
    await page.getByText('Done.').waitFor();
    await cards().last().getByRole('textbox').fill('That is not known yet.');
    await cards().last().getByRole('button', { name: 'Send the answer' }).click();
    await page
      .getByText(/^Answered by/)
      .first()
      .waitFor();

    await open('Personal Chat');
    await page.getByText('That is not known yet.').last().waitFor();
  });

  /** What the bot keeps, read beside it. */
  async function withDatabase<Result>(use: (database: DatabaseSync) => Result): Promise<Result> {
    const database = new DatabaseSync(join(data, 'supercluster-guide.sqlite'), { readOnly: true });
    try {
      return use(database);
    } finally {
      database.close();
    }
  }
});

/** Waits until a program prints what is expected; shows everything it said when it stops instead. */
function said(child: ChildProcess, pattern: RegExp): Promise<RegExpExecArray> {
  return new Promise((resolve, reject) => {
    let output = '';
    const read = (chunk: Buffer): void => {
      output += chunk.toString();
      const match = pattern.exec(output);
      if (match) resolve(match);
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('exit', () => reject(new Error(`The program stopped:\n${output}`)));
  });
}
