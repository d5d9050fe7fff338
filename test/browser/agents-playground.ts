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
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { launchBrowser } from './watched-page.ts';

const root = join(import.meta.dirname, '../..');
const playgroundPort = 56150;

export interface AgentsPlayground {
  readonly page: Page;
  /** The directory of the bot's database. */
  readonly data: string;
  cards(): Locator;
  /** Does something and waits for the card that it adds. */
  cardAfter(action: () => Promise<void>): Promise<Locator>;
  /** What is read: without the zero-width spaces that keep text from being Markdown. */
  textOf(card: Locator): Promise<string>;
  write(text: string, mention?: 'mention'): Promise<void>;
  /** Opens a chat or channel. */
  open(chat: string): Promise<void>;
  sendMessage(): Promise<void>;
  post(): Promise<void>;
  /** Answers, with a mention, in the thread on top of a channel. */
  reply(text: string): Promise<void>;
  /** As `cardAfter`, in the thread on top of a channel. @param earlier cards in the thread before */
  threadCardAfter(earlier: number, action: () => Promise<void>): Promise<Locator>;
  /** Writes and sends in a chat, and waits for the card that answers. */
  ask(text: string): Promise<Locator>;
}

/** Starts bot, playground and browser before the tests of the block and stops them after. */
export function usePlayground(
  environment: () => Readonly<Record<string, string>> = () => ({}),
): AgentsPlayground {
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
      env: {
        PATH: process.env.PATH,
        PORT: '0',
        PLATFORMS: 'teams',
        DATA_DIR: data,
        LOG_LEVEL: 'warn',
        ...environment(),
      },
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

  const textBoxes = () => page.locator('div[contenteditable=true][role=textbox]:visible');
  const textBox = () => textBoxes().first();
  const cards = () => page.locator('.ac-adaptiveCard:visible');

  /** Does something and waits for the card that it adds. */
  async function cardAfter(action: () => Promise<void>): Promise<Locator> {
    const before = await cards().count();
    await action();
    await expect.poll(() => cards().count(), { timeout: 15_000 }).toBeGreaterThan(before);
    return cards().nth((await cards().count()) - 1);
  }

  /** What is read: without the zero-width spaces that keep text from being Markdown. */
  async function textOf(card: Locator): Promise<string> {
    return ((await card.textContent()) ?? '').replace(/\u200B/g, '').trim();
  }

  async function write(text: string, mention?: 'mention', box = textBox()): Promise<void> {
    await box.click();
    if (mention) {
      await page.keyboard.type('@');
      await page.locator('[role=option]:visible,[role=menuitem]:visible').first().click();
    }
    await page.keyboard.type(text);
  }

  const sendMessage = () => page.getByRole('button', { name: 'Send Message' }).click();
  return {
    get page() {
      return page;
    },
    get data() {
      return data;
    },
    cards,
    cardAfter,
    textOf,
    write,
    async open(chat) {
      await page.getByRole('treeitem', { name: chat, exact: true }).click();
      // The welcome, or what was said before, would pass for an answer; some channels have neither.
      await cards()
        .first()
        .waitFor({ timeout: 2_000 })
        .catch(() => {});
    },
    sendMessage,
    post: () => page.getByRole('button', { name: 'Post', exact: true }).first().click(),
    async reply(text) {
      await write(text, 'mention', textBoxes().nth(1));
      await page.locator('[aria-label="Send Message"]:visible').first().click();
    },
    async threadCardAfter(earlier, action) {
      await cardAfter(action);
      return cards().nth(earlier);
    },
    ask: (text) =>
      cardAfter(async () => {
        await write(text);
        await sendMessage();
      }),
  };
}

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
