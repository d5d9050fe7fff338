/** What follows a first answer, in the Agents Playground: threads, choices, pages, sharing, the extension. */
import { cpSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { formStrings } from '../../src/notifications/subscription-form-strings.ts';
import { strings } from '../../src/teams/strings.ts';
import { ambiguousQuestion } from '../support/ambiguous-question.ts';
import { usePlayground } from './agents-playground.ts';

const content = mkdtempSync(join(tmpdir(), 'supercluster-content-'));
afterAll(() => rmSync(content, { recursive: true, force: true }));

/** The real content with one section too long for a card: the present one has none. */
function longContent(): string {
  cpSync('content', content, { recursive: true });
  for (const file of globSync('**/ocean.*.md', { cwd: content })) {
    const path = join(content, file);
    const paragraphs = Array.from({ length: 12 }, (_, index) =>
      `Detail ${index + 1}. ${'Said at length. '.repeat(20)}`.trim(),
    );
    const text = readFileSync(path, 'utf8');
    writeFileSync(path, text.replace(/\n(## [^\n]*\{#forecast\})/, `\n${paragraphs.join('\n\n')}\n\n$1`));
  }
  return content;
}

/** What the chat was asked before. */
const asked = ['Who leads Scale AI?', 'and NGen?'];

describe('in the Agents Playground', () => {
  const teams = usePlayground(() => ({ CONTENT_DIR: longContent() }));
  const button = (name: string | RegExp) => ({ name, exact: typeof name === 'string' });

  test('a personal chat: a follow-up takes what is missing from the question before', async () => {
    await teams.open('Personal Chat');
    const [question = '', followUp = ''] = asked;
    await teams.ask(question);
    const answer = await teams.ask(followUp);
    expect(await teams.textOf(answer)).toMatch(/Jayson Myers/);
  });

  test('"did you mean": a choice leads to its answer', async () => {
    const choices = await teams.ask(ambiguousQuestion(asked));
    expect(await teams.textOf(choices)).toMatch(/^Did you mean/);
    const choice = choices.getByRole('button').first();
    const label = (await choice.getAttribute('aria-label')) ?? '';
    const answer = await teams.cardAfter(() => choice.click());
    expect(await teams.textOf(answer)).toContain(label);
    expect(await answer.getByRole('button', button('Helpful')).count()).toBe(1);
  });

  test('a question too long for a button is a row that wraps, and is pressed by key as well', async () => {
    const answer = await teams.ask('Who leads Scale AI?');
    const row = answer.locator('.ac-container[role=button]').first();
    expect((await row.getAttribute('aria-label'))?.length).toBeGreaterThan(32);
    await row.focus();
    const next = await teams.cardAfter(() => teams.page.keyboard.press('Enter'));
    expect(await teams.textOf(next)).toMatch(/Sources/);
  });

  test('a comparison is a table that fits its card', async () => {
    const answer = await teams.ask('compare NGen and Scale AI');
    const table = answer.getByRole('table').first();
    await table.waitFor();
    const [inner, outer] = await Promise.all([table.boundingBox(), answer.boundingBox()]);
    expect(inner!.x + inner!.width).toBeLessThanOrEqual(outer!.x + outer!.width + 1);
  });

  test('the language switch says the same in French, and back', async () => {
    const answer = await teams.ask('What is CETA?');
    const french = await teams.cardAfter(() => answer.getByRole('button', button('En français')).click());
    expect(await teams.textOf(french)).toMatch(/AECG/);
    const english = await teams.cardAfter(() => french.getByRole('button', button('In English')).click());
    expect(await teams.textOf(english)).toContain('Comprehensive Economic and Trade Agreement');
  });

  test('a long answer goes on, page by page', async () => {
    const first = await teams.ask('How much federal money does the Ocean Supercluster get?');
    const more = await teams.cardAfter(() => first.getByRole('button', button('More')).click());
    expect(await teams.textOf(more)).toMatch(/Detail \d+\./);
    // The word does what the button does.
    const typed = await teams.ask('more');
    expect(await teams.textOf(typed)).toMatch(/Detail \d+\./);
    expect(await teams.textOf(typed)).not.toBe(await teams.textOf(more));
  });

  test('a personal chat shares through Microsoft’s own form', async () => {
    const answer = await teams.ask('What is NGen?');
    const share = answer.getByRole('link', { name: 'Share in Teams…' });
    await share.waitFor();
  });

  test('the form for subscriptions: saved, opened again for its line, and removed', async () => {
    const form = await teams.ask('subscribe');
    await form.getByRole('checkbox', { name: /NGen/ }).first().check();
    await form.getByRole('button', button(formStrings.save.en)).click();
    const { page } = teams;
    await page
      .getByText(/I will tell this channel about: .*NGen/)
      .last()
      .waitFor();

    const again = await teams.ask('subscribe');
    // The card becomes the form of the line, and the form its confirmation.
    await again.getByRole('button', { name: /^Change: .*NGen/ }).click();
    await again.getByRole('button', button(formStrings.remove.en)).click();
    await page
      .getByText(/I will no longer tell/)
      .last()
      .waitFor();
    const left = await teams.ask('subscriptions');
    expect(await teams.textOf(left)).toContain('follows nothing yet');
  });

  test('what is typed in the search of the message extension is answered there', async () => {
    const { page } = teams;
    await page.locator('[aria-label="Trigger Message Extension App"]:visible').first().click();
    await page.getByText('Search Command').last().click();
    await page.getByText('Specify Command ID or Parameter').click();
    await page.getByPlaceholder(/parameter/i).fill('question');
    // An answer before this names him, too.
    const named = page.getByText('Julien Billot');
    const before = await named.count();
    await page.getByPlaceholder('Enter a search term').fill('Who leads Scale AI?');
    await expect.poll(() => named.count(), { timeout: 15_000 }).toBeGreaterThan(before);
    await page.keyboard.press('Escape');
  });

  test('a search without an answer says so and what else to try; one of nothing says what to type', async () => {
    const sentences = async (question: string) => {
      const query = { commandId: 'search', parameters: [{ name: 'question', value: question }] };
      const response = await fetch(`${teams.address}/api/messages`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({
          ...{ type: 'invoke', name: 'composeExtension/query', value: query, channelId: 'msteams' },
          ...{ serviceUrl: 'http://127.0.0.1:56150/_connector', locale: 'fr-CA', from: { id: 'user-id-0' } },
          ...{ recipient: { id: 'bot' }, conversation: { id: 'personal', conversationType: 'personal' } },
        }),
      });
      expect(response.status).toBe(200);
      return response.text();
    };
    // The playground does not ask before anything is typed, as Teams does, and shows no sentence in place of results.
    expect(await sentences('')).toContain(strings.extensionHelp.fr);
    expect(await sentences('xyzzy qwrtzpf')).toContain(strings.extensionNothing.fr);
    for (const wrong of ['x'.repeat(5_000), '<script>', '\u0000'])
      expect(await sentences(wrong)).toContain('message');
  });

  test('an address that no section rests on stays a plain link', async () => {
    const { page } = teams;
    await page.locator('[aria-label="Trigger Message Extension App"]:visible').first().click();
    await page.getByText('Link Unfurling').last().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox').fill('https://www.ngen.ca/no-such-page');
    await page.waitForTimeout(2_500);
    expect(await dialog.locator('.ac-adaptiveCard').count()).toBe(0);
    await dialog.getByRole('button', button('Cancel')).click();
  });

  test('the address of a source unfurls to the section that rests on it', async () => {
    const { page } = teams;
    await page.locator('[aria-label="Trigger Message Extension App"]:visible').first().click();
    await page.getByText('Link Unfurling').last().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox').fill('https://annualreport.ngen.ca/');
    await dialog.locator('.ac-adaptiveCard').waitFor();
    expect(await teams.textOf(dialog.locator('.ac-adaptiveCard'))).toContain('NGen');
    await dialog.getByRole('button', button('Cancel')).click();
  });

  test('"Answer this" on a message shows the answer in a dialog, which inserts it', async () => {
    const { page } = teams;
    const question = 'Who leads the Digital supercluster?';
    await teams.ask(question);
    const more = page.getByRole('button', button('Show more information'));
    await page
      .locator('div')
      .filter({ has: more })
      .filter({ hasText: question })
      .last()
      .locator(more)
      .click();
    await page.getByRole('menuitem', button('Action Command')).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByPlaceholder('Input command id').fill('answerThis');
    await dialog.getByRole('button', button('Create')).click();
    const answer = dialog.locator('.ac-adaptiveCard');
    await answer.waitFor();
    expect(await teams.textOf(answer)).toMatch(/Sources/);
    await answer.getByRole('button', button(strings.insert.en)).click();
    await dialog.waitFor({ state: 'hidden' });
    const inserted = page.locator('[contenteditable=true] .ac-adaptiveCard:visible');
    await inserted.waitFor();
    expect(await inserted.getByRole('button').count(), 'no button that asks the bot').toBe(0);
  });

  test('a channel: a follow-up in the thread is understood, and the answer can be shared', async () => {
    const { page } = teams;
    await teams.open('My Team - General');
    const first = await teams.threadCardAfter(0, async () => {
      await teams.write(' who leads Scale AI?', 'mention');
      await teams.post();
    });
    expect(await teams.textOf(first)).toContain('Julien Billot');
    const followed = await teams.threadCardAfter(1, () => teams.reply(' and NGen?'));
    expect(await teams.textOf(followed)).toContain('Jayson Myers');

    const shared = await teams.threadCardAfter(0, () =>
      followed.getByRole('button', button('Share with the channel')).click(),
    );
    // A post of its own, on top of the channel.
    expect(await teams.textOf(shared)).toContain('Jayson Myers');
    expect(await shared.getByRole('button', button('Share with the channel')).count()).toBe(0);
    await page.getByText('shared this answer from a thread').first().waitFor();
    await page.getByText('The answer now stands in the channel.').first().waitFor();
  });
});
