/** What stands on cards in the Agents Playground beside a first answer: each of their buttons, old cards, wrong input. */
import { describe, expect, test } from 'vitest';
import { formStrings } from '../../src/notifications/subscription-form-strings.ts';
import { expertStrings } from '../../src/teams/expert-strings.ts';
import { strings } from '../../src/teams/strings.ts';
import { usePlayground } from './agents-playground.ts';

describe('in the Agents Playground', () => {
  const teams = usePlayground();
  const button = (name: string) => ({ name, exact: true });
  const shown = (text: string | RegExp) => teams.page.getByText(text).last().waitFor();

  /** Mentions the bot in a channel. @returns the card on top of it */
  const post = (text: string) =>
    teams.threadCardAfter(0, async () => {
      await teams.write(` ${text}`, 'mention');
      await teams.post();
    });

  /** The chat as the bot knows it. */
  function personalChat(): string {
    const records = teams.rows('select channel, reference from conversation_reference');
    const found = records.find(({ reference }) => String(reference).includes('"personal"'));
    return String(found?.channel);
  }

  /** Sends a message of a person whose client speaks another language: the playground's speaks English. */
  const say = (text: string, locale: string) =>
    teams.cardAfter(() =>
      teams.send(personalChat(), 'userAdded', {
        ...{ type: 'message', id: `said-${text}-${locale}`, text, textFormat: 'plain' },
        ...{ membersAdded: undefined, locale, entities: [] },
      }),
    );

  test('the language of the client is that of a greeting, that of the question that of its answer', async () => {
    await teams.open('Personal Chat');
    expect(await teams.textOf(await say('hi', 'fr-CA'))).toContain('Je suis le Guide des supergrappes');
    expect(await teams.textOf(await say('Hello', 'fr-FR'))).toContain('Je suis le Guide des supergrappes');
    expect(await teams.textOf(await say('Who leads NGen?', 'fr-CA'))).toMatch(/chief executive/i);
    expect(await teams.textOf(await say('Qui dirige NGen ?', 'en-CA'))).toMatch(
      /dirig|chef de la direction/i,
    );
    expect(await teams.textOf(await say('hello', 'de-DE'))).toContain('I am Supercluster Guide');
  });

  test.each([
    ['list', /NGen.*Scale AI/],
    ['liste', /NGen.*Scale AI/],
    ['/supercluster list', /NGen.*Scale AI/],
    ['/ceta help', /What I can do|help/],
    ['ask who leads NGen?', /Jayson Myers/],
    ['question qui dirige NGen ?', /Jayson Myers/],
    ['help subscribe', /weekly/],
    ['aide abonner', /hebdomadaire/],
    ['fiche agroalimentaire', /AECG/],
  ])('the command “%s” of the menu', async (text, said) => {
    await teams.open('Personal Chat');
    expect(await teams.textOf(await teams.ask(text))).toMatch(said);
  });

  test('a brief gives its text in Markdown', async () => {
    await teams.open('Personal Chat');
    const brief = await teams.ask('brief agri-food');
    await brief.getByRole('button', button('As Markdown')).click();
    await shown(strings.markdown.en);
    await shown(strings.answeredBelow.en);
  });

  test('an opinion by our own button can be changed; there is one of each person', async () => {
    await teams.open('Personal Chat');
    const answer = await teams.ask('Who leads NGen?');
    const ratings = () => teams.rows('select rating from feedback').map(({ rating }) => rating);
    await answer.getByRole('button', button('Helpful')).click();
    await expect.poll(ratings).toEqual(['helpful']);
    await answer.getByRole('button', button('Not helpful')).click();
    await expect.poll(ratings).toEqual(['not-helpful']);
    const french = await teams.ask('Qui dirige Scale AI ?');
    await french.getByRole('button', button('Pas utile')).click();
    await shown(strings.feedbackThanks.fr);
    await expect.poll(ratings).toEqual(['not-helpful', 'not-helpful']);
  });

  test('a group chat: a follow-up is understood, and what all see already is not shared', async () => {
    await teams.open('Group Chat');
    const ask = (text: string) =>
      teams.cardAfter(async () => {
        await teams.write(` ${text}`, 'mention');
        await teams.sendMessage();
      });
    const answer = await ask('who leads Scale AI?');
    expect(await teams.textOf(answer)).toContain('Julien Billot');
    expect(await answer.getByText(/^Share /).count()).toBe(0);
    const followed = await ask('and NGen?');
    expect(await teams.textOf(followed)).toContain('Jayson Myers');
    expect(await followed.getByRole('button', button('Helpful')).count()).toBe(1);
    expect(await teams.textOf(await ask(''))).toContain('What I can do');
  });

  test.each([
    ['far too long a text', 'what is CETA '.repeat(3_000), /too long for me.*at most 1000 characters/],
    ['words of no language', 'xyzzy plugh', /./],
    ['markup', '<script>alert(1)</script> [x](javascript:alert(1)) <!channel>', /./],
    ['signs alone', '!!! ??? …', /./],
  ])('%s, pasted into the message box, gets one reply that leads on', async (_name, text, said) => {
    const { page } = teams;
    await teams.open('Personal Chat');
    const before = await teams.cards().count();
    const reply = await teams.cardAfter(async () => {
      await page.locator('div[contenteditable=true][role=textbox]:visible').first().click();
      await page.keyboard.insertText(text);
      await teams.sendMessage();
    });
    expect(await teams.textOf(reply)).toMatch(said);
    expect(await reply.getByRole('button').count()).toBeGreaterThan(0);
    expect(await reply.locator('a[href^="javascript"]').count()).toBe(0);
    expect(await teams.cards().count()).toBe(before + 1);
  });

  test('a result of the search is inserted into the message as a card that asks nothing of the bot', async () => {
    const { page } = teams;
    await teams.open('Personal Chat');
    await page.locator('[aria-label="Trigger Message Extension App"]:visible').first().click();
    await page.getByText('Search Command').last().click();
    await page.getByText('Specify Command ID or Parameter').click();
    await page.getByPlaceholder(/parameter/i).fill('question');
    // An earlier card of the chat may name him, too: it is there before the results are.
    const named = page.getByText('Julien Billot');
    const before = await named.count();
    await page.getByPlaceholder('Enter a search term').fill('Qui dirige les grappes ?');
    await expect.poll(() => named.count(), { timeout: 15_000 }).toBeGreaterThan(before);
    await named.last().click();
    const inserted = page.locator('[contenteditable=true] .ac-adaptiveCard:visible');
    await inserted.waitFor();
    expect(await teams.textOf(inserted)).toContain('Sources');
    expect(await inserted.getByRole('button').count()).toBe(0);
    await teams.cardAfter(() => teams.sendMessage());
  });

  test('the form says what is wrong in a field and changes nothing; a line is changed by it', async () => {
    const { page } = teams;
    await teams.open('Personal Chat');
    const kept = () => teams.rows('select topic, cadence, time_zone from subscription');
    const form = await teams.ask('abonner');
    const save = async (zone: string) => {
      await form.getByRole('checkbox', { name: /NGen/ }).first().check();
      await form.getByRole('textbox', { name: new RegExp(formStrings.timeZone.fr) }).fill(zone);
      await form.getByRole('button', button(formStrings.save.fr)).click();
    };
    await save('Narnia/Lune');
    await shown(/Narnia/);
    expect(kept()).toEqual([]);
    // The playground draws the card anew when the click is answered, without what was filled in.
    await save('Europe/Paris');
    await expect.poll(kept).toEqual([{ topic: 'ngen', cadence: 'instantly', time_zone: 'Europe/Paris' }]);

    const again = await teams.ask('abonner');
    await again.getByRole('button', { name: new RegExp(`^${formStrings.change.fr}: .*NGen`) }).click();
    await page.getByRole('button', button(formStrings.remove.fr)).waitFor();
    await again.getByRole('combobox').first().click();
    await page.getByRole('option', button(formStrings.weekly.fr)).click();
    await again.getByRole('button', button(formStrings.save.fr)).click();
    await expect.poll(kept).toEqual([{ topic: 'ngen', cadence: 'weekly', time_zone: 'Europe/Paris' }]);
    await teams.ask('désabonner tout');
  });

  test('a question of a thread goes to the experts, who close it without an answer; an old card is told so', async () => {
    const { page } = teams;
    await teams.open('Personal Chat');
    await teams.write('experts here');
    await teams.sendMessage();
    await shown(expertStrings.expertsInChannel.en);

    await teams.open('My Team - Announcements');
    await teams.write(' experts ici', 'mention');
    await teams.post();
    await shown(expertStrings.expertsHere.en);

    await teams.open('My Team - General');
    const unanswered = await post('Qui sera le prochain ministre ?');
    await unanswered.getByRole('button', button(expertStrings.askPerson.fr)).click();
    const form = teams.cards().filter({ hasText: expertStrings.confirmTitle.fr }).last();
    await form.getByRole('textbox').fill('');
    await form.getByRole('button', button(expertStrings.send.fr)).click();
    await form.getByText(expertStrings.noWords.fr).waitFor();
    await form.getByRole('textbox').fill('Qui sera le prochain ministre ?');
    await form.getByRole('button', button(expertStrings.send.fr)).click();
    await shown(expertStrings.sent.fr);

    await teams.open('My Team - Announcements');
    const request = teams.cards().filter({ hasText: expertStrings.cardTitle.fr }).first();
    await request.getByText('Qui sera le prochain ministre ?').first().waitFor();
    const [{ id, expert_channel: channel } = {}] = teams.rows(
      'select id, expert_channel from expert_request',
    );
    await request.getByRole('button', button(expertStrings.close.fr)).click();
    await expect.poll(() => teams.rows('select state from expert_request')).toEqual([{ state: 'closed' }]);
    await expect.poll(() => request.getByRole('button').count()).toBe(0);

    // The card of somebody who has not seen it change.
    for (const verb of ['expert-take', 'expert-answer', 'expert-close']) {
      const data = { v: 1, id, answer: 'Too late.' };
      expect(await press(String(channel), verb, data)).toBe(expertStrings.moved.fr);
    }
    expect(await press('channel-general-id', 'expert-take', { v: 1, id })).toBe(strings.unreadableButton.en);

    await teams.open('My Team - General');
    await page.getByText(expertStrings.closedUnanswered.fr.replace('{name}', 'Alex Wilber')).last().waitFor();

    await teams.open('My Team - Announcements');
    await teams.write(' experts non', 'mention');
    await teams.post();
    await shown(expertStrings.expertsOff.en);
    await teams.open('Personal Chat');
    const alone = await teams.ask('Who will be the next minister?');
    expect(await alone.getByRole('button', button(expertStrings.askPerson.en)).count()).toBe(0);
  });

  /** Presses a button that no card shows any more. @returns what is said to it */
  async function press(conversation: string, verb: string, data: unknown): Promise<string> {
    const response = await fetch(`${teams.address}/api/messages`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({
        ...{
          type: 'invoke',
          id: `old-${verb}-${conversation}`,
          name: 'adaptiveCard/action',
          channelId: 'msteams',
        },
        value: { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' },
        ...{ serviceUrl: 'http://127.0.0.1:56150/_connector', locale: 'en-CA' },
        from: { id: 'user-id-0', name: 'Alex Wilber', aadObjectId: '00000000-0000-0000-0000-0000000000020' },
        recipient: { id: '00000000-0000-0000-0000-00000000000011' },
        conversation: { id: conversation, conversationType: 'channel' },
        channelData: { tenant: { id: '00000000-0000-0000-0000-0000000000001' } },
      }),
    });
    expect(response.status).toBe(200);
    return (JSON.parse(await response.text()) as { value: string }).value;
  }

  test.each([
    ['call', { v: 1, intent: 'section', args: { entry: 'gone', section: 'gone' }, language: 'en' }],
    ['call', { v: 9, intent: 'help', args: {}, language: 'en' }],
    ['call', { v: 1, intent: 'help', args: { x: 'y'.repeat(100_000) }, language: 'en' }],
    ['share', 'x'],
    ['markdown', null],
    ['feedback', { v: 1, rating: 'wonderful', language: 'en' }],
    ['ask-person', { v: 1, language: 'de', question: 'x' }],
    ['ask-person-send', { v: 1, language: 'en', question: 'x'.repeat(5_000) }],
    ['expert-answer', { v: 1, id: 'x' }],
    ['approval-approve', { v: 1, id: '1', language: 'en' }],
    ['subscribe-open', { v: 1, language: 'en', topic: '' }],
    ['subscribe-save', { v: 1, language: 'en', replaces: 'x' }],
    ['constructor', {}],
  ])('the button “%s” with wrong values (%#) gets one sentence', async (verb, data) => {
    const before = teams.rows('select * from subscription').length;
    const said = await press('channel-announcements-id', verb, data);
    expect(said).toMatch(/^[A-Z][^{}]{10,120}\.$/);
    expect(said).not.toMatch(/undefined|Error|object/);
    expect(teams.rows('select * from subscription')).toHaveLength(before);
  });
});
