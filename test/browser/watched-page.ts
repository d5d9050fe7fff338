/** A Chromium page that remembers whatever a page of ours must never do. */
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { chromium } from 'playwright-core';

export function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

export interface WatchedPage {
  readonly page: Page;
  /** Console errors and warnings (a breach of the content policy is one), exceptions, foreign requests, dialogs. */
  readonly faults: string[];
}

export async function openPage(
  browser: Browser,
  address: string,
  options: BrowserContextOptions = {},
): Promise<WatchedPage> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    locale: 'en-CA',
    reducedMotion: 'reduce',
    timezoneId: 'UTC',
    ...options,
  });
  const page = await context.newPage();
  const faults: string[] = [];
  const { origin } = new URL(address);
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) faults.push(`${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => faults.push(`exception: ${error.message}`));
  page.on('dialog', (dialog) => {
    faults.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(origin) && !url.startsWith('data:')) faults.push(`foreign request: ${url}`);
  });
  await page.addInitScript(
    `document.addEventListener('securitypolicyviolation', (event) => {
      console.error('content policy: ' + event.violatedDirective + ' ' + event.blockedURI);
    });`,
  );
  await page.goto(address);
  return { page, faults };
}

/** Waits for the last that a page does by itself: the suggestions, which it asks the bot for, are there. */
export async function begun(page: Page): Promise<void> {
  await page.getByRole('listitem').getByRole('button').first().waitFor();
}

/** Asks a question and waits for its answer. */
export async function send(page: Page, text: string): Promise<void> {
  const answers = await page.getByRole('article').count();
  await page.getByRole('textbox').fill(text);
  await page.getByRole('textbox').press('Enter');
  await page.getByRole('article').nth(answers).waitFor();
}

/** The text as it is seen, without the zero-width spaces that keep Markdown apart. */
export async function shown(locator: Locator): Promise<string> {
  await locator.first().waitFor();
  const texts = await locator.allInnerTexts();
  return texts.join('\n').replace(/\u200B/g, '');
}

// What follows runs in the page, where TypeScript's view of Node does not reach: hence strings.

/** The accessible name of what has the focus, as far as our elements need. */
export function focused(page: Page): Promise<string> {
  return page.evaluate(`(() => {
    const element = document.activeElement;
    return (element?.ariaLabel ?? element?.labels?.[0]?.textContent ?? element?.textContent ?? '').trim();
  })()`);
}

/** Whether the focus can be seen; the question's field shows it by the frame around it. */
export function focusShown(page: Page): Promise<string> {
  return page.evaluate(`(() => {
    const element = document.activeElement;
    if (!element || element === document.body) return 'nothing focused';
    const style = getComputedStyle(element.closest('form') ?? element);
    const isShown = style.outlineStyle !== 'none' || style.boxShadow !== 'none';
    return isShown ? 'shown' : element.outerHTML.slice(0, 80);
  })()`);
}

/** By how many pixels the page is wider than its window. */
export function overflow(page: Page): Promise<number> {
  return page.evaluate('document.documentElement.scrollWidth - innerWidth');
}
