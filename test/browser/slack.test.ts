/** The running bot in a small Slack on this machine, used by two people through its page. */
import { execFileSync } from 'node:child_process';
import { appendFileSync, cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ambiguousQuestion } from '../support/ambiguous-question.ts';
import { type RunningBot, startBot } from '../support/bot.ts';
import { LocalSlack } from './slack-client/local-slack.ts';
import { slackEnvironment } from './slack-client/slack-environment.ts';
import { launchBrowser, openPage, shown } from './watched-page.ts';

/** A picture of the page is kept only of a test that failed. */
const pictures = join(import.meta.dirname, '../../coverage/browser');

const data = mkdtempSync(join(tmpdir(), 'supercluster-guide-'));
const content = join(data, 'content');

/** The content, with a list that is longer than a card: none of its own is now. */
function writeContent(): void {
  cpSync('content', content, { recursive: true });
  const list = (from: number) =>
    Array.from({ length: 20 }, (_, index) => `- A made-up entry of a long list: course ${from + index}`).join(
      '\n',
    );
  for (const language of ['en', 'fr']) {
    appendFileSync(
      join(content, `clusters/ngen.${language}.md`),
      `\n${list(1)}\n\nFurther:\n\n${list(21)}\n`,
    );
  }
}

let slack: LocalSlack;
let bot: RunningBot;
let browser: Browser;
let page: Page;
let faults: string[];

beforeAll(async () => {
  slack = await new LocalSlack().start();
  writeContent();
  bot = await startBot({ ...slackEnvironment(slack), DATA_DIR: data, CONTENT_DIR: content });
  slack.connect(bot.address);
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await bot?.stop();
  await slack?.stop();
  rmSync(data, { recursive: true, force: true });
});
beforeEach(async () => {
  ({ page, faults } = await openPage(browser, `${slack.origin}/`));
});
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') {
    mkdirSync(pictures, { recursive: true });
    const name = task.name.replaceAll(/\W+/g, '-').slice(0, 60);
    await page.screenshot({ path: join(pictures, `slack-${name}.png`), fullPage: true });
  }
  await page.context().close();
});

const threads = () => page.locator('#content > section');
/** The thread that was begun last. */
const newest = () => threads().last();
const answersIn = (thread: Locator) => thread.getByRole('article', { name: 'App:' });
const button = (within: Locator, name: string | RegExp) =>
  within.getByRole('button', { name, exact: typeof name === 'string' });
const dialog = () => page.getByRole('dialog');

async function go(place: string): Promise<void> {
  await button(page.getByRole('navigation'), place).click();
  await page.getByRole('heading', { level: 1, name: place, exact: true }).waitFor();
}

/** What the other one sees comes from the server: until then the page shows what this one saw. */
async function become(person: 'Ann' | 'Ben'): Promise<void> {
  await page.getByLabel('You are').selectOption(person);
  await page.getByRole('heading', { level: 1, name: '# general', exact: true }).waitFor();
}

async function write(text: string): Promise<void> {
  await page.getByLabel('Message', { exact: true }).fill(text);
  await button(page.locator('#composer'), 'Send').click();
}

/** Writes at the top of a conversation and waits for what the bot answers, wherever it does. */
async function ask(text: string): Promise<Locator> {
  const all = page.getByRole('article', { name: 'App:' });
  const before = await all.count();
  await write(text);
  await expect.poll(() => all.count(), { timeout: 10_000 }).toBeGreaterThan(before);
  return all.last();
}

/** Does something, and waits until the bot has said so much more in a thread. */
async function answerAfter(thread: Locator, act: () => Promise<void>): Promise<Locator> {
  const before = await answersIn(thread).count();
  await act();
  await expect.poll(() => answersIn(thread).count(), { timeout: 10_000 }).toBeGreaterThan(before);
  return answersIn(thread).nth(before);
}

const mention = (text: string) => `@Supercluster Guide ${text}`;

describe('in a channel', () => {
  test('a mention is answered once in its thread, and a follow-up there without a mention', async () => {
    await ask(mention('who leads Scale AI?'));
    const thread = newest();
    expect(await shown(answersIn(thread))).toContain('Julien Billot');
    await button(thread.getByRole('article').first(), 'Reply in thread').click();
    const next = await answerAfter(thread, () => write('and NGen?'));
    expect(await shown(next)).toContain('Jayson Myers');
    // The mention was told twice, as a mention and as a message.
    expect(await answersIn(thread).count()).toBe(2);
    expect(faults).toEqual([]);
  });

  test('two questions in quick succession are both answered, each in its thread', async () => {
    const before = await threads().count();
    await write(mention('who leads Scale AI?'));
    await write(mention('who leads NGen?'));
    await expect.poll(() => answersIn(threads().nth(before)).count(), { timeout: 10_000 }).toBe(1);
    await expect.poll(() => answersIn(threads().nth(before + 1)).count(), { timeout: 10_000 }).toBe(1);
    expect(await shown(answersIn(threads().nth(before)))).toContain('Julien Billot');
    expect(await shown(answersIn(threads().nth(before + 1)))).toContain('Jayson Myers');
  });

  test('an edited question changes its answer, and adds none', async () => {
    const answer = await ask(mention('who leads Scale AI?'));
    const thread = newest();
    expect(await shown(answer)).toContain('Julien Billot');
    await button(thread.getByRole('article').first(), 'Edit').click();
    await write(mention('who leads NGen?'));
    await expect.poll(() => shown(answersIn(thread)), { timeout: 10_000 }).toContain('Jayson Myers');
    expect(await shown(answersIn(thread))).not.toContain('Julien Billot');
    expect(await answersIn(thread).count()).toBe(1);
    expect(await answersIn(thread).getByText('(edited)').count()).toBe(1);
  });

  test('a long list comes in pages, each with what follows', async () => {
    const first = await ask(mention('Does NGen offer training?'));
    expect(await shown(first)).toMatch(/AmpUp[\s\S]+course 1\b/);
    expect(await shown(first)).not.toMatch(/course 21\b/);
    const all = page.getByRole('article', { name: 'App:' });
    const before = await all.count();
    await button(first, 'More').click();
    await expect.poll(() => all.count(), { timeout: 10_000 }).toBe(before + 1);
    // Nobody else saw the click.
    expect(await shown(all.last())).toContain('Asked by @Ann');
    // It goes on where it stopped, says nothing again, and ends there.
    expect(await shown(all.last())).toMatch(/course 21\b[\s\S]+course 40\b/);
    expect(await shown(all.last())).not.toMatch(/AmpUp|course 1\b/);
    expect(await button(all.last(), 'More').count()).toBe(0);
  });

  test('"Answer this" answers somebody’s message to one person alone', async () => {
    await write('who leads NGen?');
    const thread = newest();
    await thread.getByText('who leads NGen?').waitFor();
    const all = page.getByRole('article', { name: 'App:' });
    const before = await all.count();
    await button(thread, 'Answer this').click();
    await expect.poll(() => all.count(), { timeout: 10_000 }).toBeGreaterThan(before);
    expect(await shown(all.last())).toMatch(/Only visible to you[\s\S]+Jayson Myers/);
  });
});

describe('a link to a page that the content rests on', () => {
  test('gets a preview of what the guide takes from there, and the same link none again', async () => {
    const url = 'https://clustercollaboration.eu/news/eu-canada-cluster-matchmaking-event-success';
    await write(`Have you seen ${url}`);
    const thread = newest();
    await thread.getByRole('complementary', { name: 'Preview' }).waitFor({ timeout: 10_000 });
    expect(await shown(thread.getByRole('complementary', { name: 'Preview' }))).toContain(
      'Supercluster Guide',
    );
    // Nobody asked anything: nothing is said.
    expect(await answersIn(thread).count()).toBe(0);
    const before = await threads().count();
    await write(`Again: ${url}`);
    await ask(mention('who leads NGen?'));
    expect(await threads().nth(before).getByRole('complementary').count()).toBe(0);
  });
});

test('Slack’s own search finds the answer, with its page and date, and nothing where there is none', async () => {
  const results = page.getByRole('region', { name: 'Search results' });
  const search = async (query: string) => {
    await page.getByLabel('Search Slack').fill(query);
    await page.getByLabel('Search Slack').press('Enter');
  };
  await search('who leads NGen?');
  await expect.poll(() => results.getByRole('article').count(), { timeout: 10_000 }).toBeGreaterThan(0);
  expect(await shown(results.getByRole('article').first())).toMatch(/Myers[\s\S]+20\d\d-\d\d-\d\d/);
  expect(await results.getByRole('link').first().getAttribute('href')).toMatch(/^https:/);
  await search('zeppelin xylophone prices');
  await expect.poll(() => results.getByRole('article').count(), { timeout: 10_000 }).toBe(0);
  expect(faults).toEqual([]);
});

describe('in direct messages', () => {
  beforeEach(() => go('Supercluster Guide'));

  test('the first visit greets and suggests; a suggestion is answered', async () => {
    await page.getByRole('article', { name: 'App:' }).first().waitFor();
    expect(await button(page.locator('#content'), 'Helpful').count()).toBe(0);
    await page.locator('#prompts').getByRole('button').first().click();
    await button(page.locator('#content'), 'Helpful').waitFor();
  });

  test('"did you mean": a choice leads to its answer', async () => {
    const choices = await ask(ambiguousQuestion());
    expect(await shown(choices)).toContain('Did you mean');
    const all = page.getByRole('article', { name: 'App:' });
    const before = await all.count();
    await choices.locator('.slack-actions').getByRole('button').first().click();
    await expect.poll(() => all.count(), { timeout: 10_000 }).toBeGreaterThan(before);
    expect(await button(all.last(), 'Helpful').count()).toBe(1);
  });

  test('"not helpful" asks why and thanks', async () => {
    const answer = await ask('who leads NGen?');
    await button(answer, 'Not helpful').click();
    await dialog().getByLabel('lacks what I need').check();
    // Unless an administrator allows it, nobody is asked for words that would not be kept.
    await dialog().getByText('Your workspace does not keep what people write').waitFor();
    expect(await dialog().getByRole('textbox').count()).toBe(0);
    await button(dialog(), 'Send').click();
    await dialog().waitFor({ state: 'detached' });
    await page.getByText('Thank you: your opinion helps the editors of this guide.').last().waitFor();
    expect(faults).toEqual([]);
  });

  test('the language switch says the same in French, and back', async () => {
    const answer = await ask('What is CETA?');
    const all = page.getByRole('article', { name: 'App:' });
    const before = await all.count();
    await button(answer, 'En français').click();
    await expect.poll(() => all.count(), { timeout: 10_000 }).toBe(before + 1);
    expect(await shown(all.last())).toContain('AECG');
    await button(all.last(), 'In English').click();
    await expect.poll(() => all.count(), { timeout: 10_000 }).toBe(before + 2);
    expect(await shown(all.last())).toContain('Comprehensive Economic and Trade Agreement');
  });
});

describe('slash commands', () => {
  test('alone, /supercluster says to the person who typed it what it can do', async () => {
    const help = await ask('/supercluster');
    expect(await shown(help)).toMatch(/Only visible to you/);
    expect(await shown(help)).toMatch(/\/supercluster/);
  });

  test('/supercluster help subscribe is about subscribing', async () => {
    expect(await shown(await ask('/supercluster help subscribe'))).toMatch(/subscribe/);
  });

  test('a private answer is shared with the channel, with the name of who shares it', async () => {
    const answer = await ask('/supercluster ask who leads NGen?');
    expect(await shown(answer)).toMatch(/Only visible to you[\s\S]+Jayson Myers/);
    const all = page.getByRole('article', { name: 'App:' });
    const before = await all.count();
    await button(answer, 'Share with the channel').click();
    await expect.poll(() => all.count(), { timeout: 10_000 }).toBe(before + 1);
    expect(await shown(all.last())).toMatch(/Shared by @Ann[\s\S]+Jayson Myers/);
    expect(await shown(all.last())).not.toContain('Only visible to you');
    await become('Ben');
    await expect.poll(() => page.getByText('Only visible to you').count()).toBe(0);
    await page.getByText('Shared by').last().waitFor();
  });

  test('/supercluster subscribe opens a form, which says what is missing and subscribes the channel', async () => {
    await write('/supercluster subscribe');
    await dialog().waitFor();
    await dialog().getByLabel('Time zone').fill('Mars/Olympus');
    await dialog().getByRole('listbox').first().selectOption({ index: 0 });
    await button(dialog(), 'Save').click();
    await dialog().getByRole('alert').first().waitFor();
    await dialog().getByLabel('Time zone').fill('America/Toronto');
    await dialog().getByRole('listbox').first().selectOption({ index: 0 });
    await button(dialog(), 'Save').click();
    await page.getByRole('dialog', { name: 'Supercluster Guide' }).waitFor();
    await button(dialog(), 'Close').click();
    await dialog().waitFor({ state: 'detached' });
    expect(await shown(await ask('/supercluster subscriptions'))).toMatch(/Toronto/);
  });
});

describe('on the Home tab', () => {
  test('the clusters stand as cards, and a question is asked in a window', async () => {
    await go('Home');
    await page.getByText('I answer questions about').waitFor();
    for (const cluster of ['NGen', 'Scale AI', 'Protein Industries Canada']) {
      expect(await shown(page.locator('#content'))).toContain(cluster);
    }
    await button(page.locator('#content'), 'Ask a question').click();
    await dialog().getByLabel('Your question').fill('Who leads NGen?');
    await button(dialog(), 'Ask').click();
    await dialog().getByText('Jayson Myers').first().waitFor();
    await button(dialog(), 'Close').click();
    await dialog().waitFor({ state: 'detached' });
    expect(faults).toEqual([]);
  });

  test('the global shortcut opens the same window, and answers in the language that was chosen', async () => {
    await button(page.getByRole('navigation'), 'Ask Supercluster Guide').click();
    await dialog().getByLabel('Your question').fill('What is CETA?');
    await dialog().getByLabel('Language of the answer').selectOption('French');
    await button(dialog(), 'Ask').click();
    await dialog().getByText('AECG').first().waitFor();
  });

  test('recent questions are shown, forgotten when switched off, and remembered again', async () => {
    await go('Supercluster Guide');
    await ask('who leads NGen?');
    await go('Home');
    const content = page.locator('#content');
    await button(content, 'Stop remembering').waitFor();
    await expect.poll(() => shown(content), { timeout: 10_000 }).toMatch(/Your recent questions[\s\S]*NGen/);
    await button(content, 'Stop remembering').click();
    await content.getByText('Switched off: nothing is remembered for this list.').waitFor();
    await button(content, 'Remember again').click();
    await content.getByText('Nothing yet.').waitFor();
    expect(faults).toEqual([]);
  });

  test('the language that is chosen there is that of the tab, and back', async () => {
    await go('Home');
    await page.locator('#content select').selectOption({ label: 'French' });
    await page.getByText('Je réponds aux questions').waitFor();
    await page.locator('#content select').selectOption({ label: 'Celle de la question' });
    await page.getByText('I answer questions about').waitFor();
  });

  test('administrators name the channels where the bot answers; elsewhere it says so', async () => {
    await go('Home');
    await button(page.locator('#content'), 'Settings').click();
    await dialog().getByLabel('Channels where I answer').selectOption('#experts');
    await button(dialog(), 'Save').click();
    await page.locator('#content').getByText('Channels where I answer: #experts').waitFor();
    await go('# general');
    expect(await shown(await ask(mention('who leads NGen?')))).toContain('answer in other channels only');
    await go('Home');
    await button(page.locator('#content'), 'Settings').click();
    await dialog().getByLabel('Channels where I answer').selectOption([]);
    await button(dialog(), 'Save').click();
    await page.locator('#content').getByText('Channels where I answer: everywhere').waitFor();
    expect(faults).toEqual([]);
  });

  test('only administrators see the settings', async () => {
    await become('Ben');
    await go('Home');
    await page.getByText('I answer questions about').waitFor();
    expect(await button(page.locator('#content'), 'Settings').count()).toBe(0);
  });
});

test('a question goes to the experts, their answer comes back into its thread, and to the editors', async () => {
  await go('Home');
  await button(page.locator('#content'), 'Settings').click();
  await dialog().getByLabel('Experts’ channel (optional)').selectOption('#experts');
  await dialog().getByLabel('Keep unanswered questions').check();
  await button(dialog(), 'Save').click();
  await page.locator('#content').getByText('#experts').waitFor();

  await go('# general');
  const question = 'who leads NGen?';
  const answer = await ask(mention(question));
  await button(answer, 'Ask a person').click();
  await button(page.getByRole('alertdialog'), 'Ask a person').click();
  await page.getByText('Your question is with the experts').first().waitFor();

  await become('Ben');
  await go('# experts');
  const card = answersIn(newest()).first();
  expect(await shown(card)).toMatch(/A question for a person[\s\S]+who leads NGen\?[\s\S]+Open/);
  await button(card, 'I take it').click();
  await page.getByText('Taken by').waitFor();
  await button(card, 'Answer').click();
  await dialog().getByLabel('Your answer').fill('Please write to our desk; we know them well.');
  await button(dialog(), 'Send').click();
  await page.getByText('Answered by').waitFor();

  await become('Ann');
  const thread = threads().filter({ hasText: '@Ben answers your question:' });
  await thread.waitFor();
  expect(await shown(thread)).toMatch(/@Ann – @Ben answers your question:/);
  expect(await shown(thread.getByRole('article').first())).toContain(question);
  expect(faults).toEqual([]);

  const env = { PATH: process.env.PATH ?? '', DATA_DIR: data };
  const drafts = execFileSync(process.execPath, ['src/cli/drafts.ts'], { env, encoding: 'utf8' });
  expect(drafts).toMatch(/## who leads NGen\?[\s\S]+Please write to our desk; we know them well\./);
});

test('a button in a channel that was archived meanwhile is answered to the one who clicks', async () => {
  const answer = await ask(mention('What is CETA?'));
  const place = slack.world.conversation('C1')!;
  place.isArchived = true;
  try {
    const all = page.getByRole('article', { name: 'App:' });
    const before = await all.count();
    await button(answer, 'En français').click();
    await expect.poll(() => all.count(), { timeout: 10_000 }).toBe(before + 1);
    await page.getByText('Only visible to you').last().waitFor();
    expect(slack.world.refused.splice(0)).toEqual(['chat.postMessage: is_archived']);
  } finally {
    place.isArchived = false;
  }
});

test('Slack would have refused nothing of what the bot sent in all of this', () => {
  expect(slack.world.refused).toEqual([]);
});
