/** Serves the playground over canned replies, and a browser to look at it. */
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { pino } from 'pino';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { mountPlayground } from '../../src/playground/playground.ts';
import { cannedAnswering } from '../playground/fixtures.ts';
import type { WatchedPage } from './watched-page.ts';
import { begun, launchBrowser, openPage, send } from './watched-page.ts';

export const views = ['Side by side', 'Slack', 'Teams', 'Plain text', 'Block Kit', 'Adaptive Card', 'Why'];

export interface CannedPlayground {
  open(options?: BrowserContextOptions, query?: string): Promise<Page>;
  /** Asks and waits for the answer. */
  ask(page: Page, text: string): Promise<void>;
  /** What the page asked of the bot. */
  readonly seen: unknown[];
  /** Takes faults for granted that a test causes itself. */
  forgive(words: string): void;
}

/** Registers the hooks of a test file. After each test the page must have kept silent and stayed at home. */
export function cannedPlayground(): CannedPlayground {
  const seen: unknown[] = [];
  let browser: Browser;
  let server: Server;
  let address = '';
  let watched: WatchedPage | undefined;

  beforeAll(async () => {
    const app = express();
    const answering = cannedAnswering(seen);
    mountPlayground(app, { answering, logger: pino({ level: 'silent' }), loopbackOnly: true });
    server = app.listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    address = `http://localhost:${(server.address() as AddressInfo).port}/`;
    browser = await launchBrowser();
  });

  afterEach(async () => {
    const faults = watched?.faults ?? [];
    await watched?.page.context().close();
    watched = undefined;
    expect(faults).toEqual([]);
  });

  afterAll(async () => {
    await browser?.close();
    server?.close();
  });

  return {
    seen,
    async open(options, query = '') {
      watched = await openPage(browser, `${address}${query}`, options);
      await begun(watched.page);
      return watched.page;
    },
    ask: send,
    forgive(words) {
      const kept = watched?.faults.filter((fault) => !fault.includes(words)) ?? [];
      watched?.faults.splice(0, watched.faults.length, ...kept);
    },
  };
}
