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
import { afterAll, beforeAll, expect } from 'vitest';
import { launchBrowser } from './watched-page.ts';

const root = join(import.meta.dirname, '../..');
const playgroundPort = 56150;

export interface AgentsPlayground {
  readonly page: Page;
  /** The directory of the bot's database. */
  readonly data: string;
  /** Of the bot, such as `http://127.0.0.1:40123`. */
  readonly address: string;
  cards(): Locator;
  /** Does something and waits for the card that it adds. */
  cardAfter(action: () => Promise<void>): Promise<Locator>;
  /** What is read: without the zero-width spaces that keep text from being Markdown. */
  textOf(card: Locator): Promise<string>;
  /** Types; 'mention' mentions the bot before, a person's name that person after. */
  write(text: string, mention?: 'mention', person?: string): Promise<void>;
  /** Chooses an activity of the menu "Mock an Activity" for the open conversation, and sends it. */
  mock(item: string): Promise<void>;
  /** Has the playground send an activity that no menu has; its own properties come from a template. */
  send(conversation: string, kind: string, more: Readonly<Record<string, unknown>>): Promise<void>;
  /** What the bot keeps, read beside it. */
  rows(query: string): Record<string, unknown>[];
  /** Runs a command of `npm run notify` beside the bot. @returns what it printed */
  notify(args: readonly string[], input?: string): Promise<string>;
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
  let address = '';
  let settings: NodeJS.ProcessEnv = {};
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
    settings = {
      PATH: process.env.PATH,
      PORT: '0',
      PLATFORMS: 'teams',
      DATA_DIR: data,
      LOG_LEVEL: 'warn',
      ...environment(),
    };
    bot = spawn(process.execPath, ['src/main.ts'], { cwd: root, env: settings });
    const [, port] = await said(bot, /listens on http:\/\/[^:]+:(\d+)/);
    address = `http://127.0.0.1:${port}`;
    const cli = createRequire(import.meta.url).resolve('@microsoft/m365agentsplayground/cli.js');
    playground = spawn(
      process.execPath,
      [
        cli,
        'start',
        '-e',
        `${address}/api/messages`,
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
    page.setDefaultTimeout(15_000);
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

  async function write(text: string, mention?: 'mention', person?: string, box = textBox()): Promise<void> {
    await box.click();
    const choices = page.locator('[role=option]:visible,[role=menuitem]:visible');
    if (mention) {
      await page.keyboard.type('@');
      await choices.first().click();
      // What is typed before the mention stands there is lost, and without a mention the bot hears nothing.
      await expect.poll(async () => (await box.textContent())?.trim().length).toBeGreaterThan(1);
      await choices.first().waitFor({ state: 'hidden' });
    }
    await page.keyboard.type(text);
    if (person) {
      await page.keyboard.type('@');
      await choices.filter({ hasText: person }).first().click();
    }
  }

  const internal = `http://127.0.0.1:${playgroundPort}/_internal/v1`;

  const sendMessage = () => page.getByRole('button', { name: 'Send Message' }).click();
  return {
    get page() {
      return page;
    },
    get data() {
      return data;
    },
    get address() {
      return address;
    },
    async mock(item) {
      await page.getByRole('button', { name: 'Mock an Activity' }).click();
      await page.getByRole('menuitem').getByText(item, { exact: true }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('button', { name: 'Send activity' }).click();
      await dialog.waitFor({ state: 'hidden' });
    },
    async send(conversation, kind, more) {
      const query = `conversationId=${conversation}&type=${kind}`;
      const template = await fetch(`${internal}/customActivities/template?${query}`);
      const drawn = (await template.json()) as object;
      const response = await fetch(`${internal}/customActivities`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ ...drawn, ...more }),
      });
      expect(response.status).toBe(200);
    },
    rows(query) {
      const database = new DatabaseSync(join(data, 'supercluster-guide.sqlite'), { readOnly: true });
      try {
        return database.prepare(query).all();
      } finally {
        database.close();
      }
    },
    notify(args, input = '') {
      const tool = spawn(process.execPath, ['src/cli/notify.ts', ...args], { cwd: root, env: settings });
      tool.stdin.end(input);
      return new Promise((resolve, reject) => {
        let output = '';
        for (const stream of [tool.stdout, tool.stderr]) {
          stream.on('data', (chunk: Buffer) => {
            output += chunk.toString();
          });
        }
        tool.once('error', reject);
        tool.once('exit', () => resolve(output));
      });
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
      await write(text, 'mention', undefined, textBoxes().nth(1));
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
