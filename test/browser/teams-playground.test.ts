/** The first conversations in the Agents Playground: asking, feedback, a question to a person. */
import { describe, expect, test } from 'vitest';
import { usePlayground } from './agents-playground.ts';

describe('in the Agents Playground', () => {
  const teams = usePlayground();

  test('the installation, announced twice, is welcomed once', async () => {
    await expect.poll(() => teams.cards().count(), { timeout: 15_000 }).toBe(1);
    expect(await teams.page.getByText(/^Hello! I am Supercluster Guide/).count()).toBeGreaterThan(0);
    expect(await teams.textOf(teams.cards().first())).toMatch(/help|ask|list/i);
  });

  test('a personal chat: a greeting, a question, and a button of its answer', async () => {
    await teams.open('Personal Chat');
    const greeting = await teams.cardAfter(async () => {
      await teams.write('hi');
      await teams.sendMessage();
    });
    expect(await teams.textOf(greeting)).toMatch(/supercluster guide|hello|help/i);

    const answer = await teams.cardAfter(async () => {
      await teams.write('What is NGen?');
      await teams.sendMessage();
    });
    const text = await teams.textOf(answer);
    expect(text).toContain('NGen');
    expect(text).toMatch(/Sources/);
    expect(await answer.getByRole('link').first().getAttribute('href')).toMatch(/^https:\/\//);
    expect(text).not.toMatch(/undefined|\[object|\*\*|\]\(/);

    const next = await teams.cardAfter(async () => {
      await answer.getByRole('button').first().click();
    });
    expect(await teams.textOf(next)).not.toBe('');
  });

  test('a personal chat in French: the answer is French', async () => {
    const answer = await teams.cardAfter(async () => {
      await teams.write('Qu’est-ce que l’AECG ?');
      await teams.sendMessage();
    });
    expect(await teams.textOf(answer)).toMatch(/AECG.*accord/is);
  });

  test('a group chat: answered when mentioned', async () => {
    await teams.open('Group Chat');
    const answer = await teams.cardAfter(async () => {
      await teams.write(' list the clusters', 'mention');
      await teams.sendMessage();
    });
    expect(await teams.textOf(answer)).toMatch(/NGen|Scale AI/);
  });

  test('a channel: answered in the thread of the mention', async () => {
    await teams.open('My Team - General');
    const answer = await teams.cardAfter(async () => {
      await teams.write(' what is CETA?', 'mention');
      await teams.post();
    });
    expect(await teams.textOf(answer)).toMatch(/CETA/);
  });

  test('a personal chat: an answer that helped is kept as one that did', async () => {
    await teams.open('Personal Chat');
    const answer = await teams.cardAfter(async () => {
      await teams.write('Who leads Scale AI?');
      await teams.sendMessage();
    });
    const before = await teams.cards().count();
    await answer.getByRole('button', { name: 'Helpful', exact: true }).click();
    await teams.page.getByText('Thank you: your opinion').waitFor();
    expect(await teams.cards().count(), 'no new message').toBe(before);
    const rows = teams.rows('select rating, person from feedback');
    expect(rows).toMatchObject([{ rating: 'helpful' }]);
  });

  test('a question goes to a person in a channel, and the answer comes back', async () => {
    await teams.open('My Team - Announcements');
    await teams.write(' experts here', 'mention');
    await teams.post();
    await teams.page.getByText('Questions for a person now come to this channel').first().waitFor();

    await teams.open('Personal Chat');
    const unanswered = await teams.cardAfter(async () => {
      await teams.write('Who will be the next minister?');
      await teams.sendMessage();
    });
    const form = await teams.cardAfter(() =>
      unanswered.getByRole('button', { name: 'Ask a person' }).click(),
    );
    expect(await form.getByRole('textbox').inputValue()).toBe('Who will be the next minister?');
    await form.getByRole('button', { name: 'Send' }).click();
    await teams.page.getByText('Your question is with the experts').first().waitFor();

    await teams.open('My Team - Announcements');
    const request = teams.cards().last();
    await request.getByText('Who will be the next minister?').waitFor();
    // The card is drawn anew when the click is answered, and a field that is being filled would be lost.
    // The answer to the click fades by itself: it is waited for from before the click. Whoever misses it has
    // waited long enough.
    const answered = teams.page.getByText('Done.').first();
    await answered.waitFor({ state: 'hidden' });
    const seen = answered.waitFor({ timeout: 5_000 }).catch(() => undefined);
    await Promise.all([seen, request.getByRole('button', { name: 'I take it' }).click()]);
    await teams.page
      .getByText(/^Taken by/)
      .first()
      .waitFor();
    await teams.cards().last().getByRole('textbox').fill('That is not known yet.');
    await teams.cards().last().getByRole('button', { name: 'Send the answer' }).click();
    await teams.page
      .getByText(/^Answered by/)
      .first()
      .waitFor();

    await teams.open('Personal Chat');
    await teams.page.getByText('That is not known yet.').last().waitFor();
  });
});
