import type { Button, KnownBlock, ModalView } from '@slack/types';
import { describe, expect, test, vi } from 'vitest';
import { answerMessage, askPersonButton, closedMessage, expertMessage } from '../../src/slack/expert-card.ts';
import { expertStrings } from '../../src/slack/expert-strings.ts';
import { limitViolations } from '../../src/slack/limits.ts';
import { strings } from '../../src/slack/strings.ts';
import { viewViolations } from '../../src/slack/view-limits.ts';
import { expertAnswerView } from '../../src/slack/views/expert-answer-view.ts';
import type { ExpertRequest } from '../../src/workspace.ts';
import { profileCard, replyOf } from './fake-answering.ts';
import { directMessage, type Harness, mention, privately, startHarness } from './harness.ts';
import { tenant } from './workspace.ts';

const question = 'does <!channel> NGen fund *zeppelins*?';

async function withExperts(): Promise<Harness> {
  const harness = await startHarness();
  await harness.store.settings.save(
    tenant,
    { subscribers: 'anyone', listedPeople: [], keepQuestionText: false, expertChannel: 'CEXPERTS' },
    'UBOSS',
    new Date(),
  );
  const { call: _, ...reply } = replyOf(profileCard, undefined, question);
  harness.answering.reply = { ...reply, outcome: 'no-answer', answered: false };
  return harness;
}

type Message = Readonly<Record<string, unknown>> | undefined;
function buttonsOf(message: Message): Button[] {
  const blocks = (message?.blocks ?? []) as KnownBlock[];
  return blocks.flatMap((block) => (block.type === 'actions' ? (block.elements as Button[]) : []));
}
const buttonOf = (message: Message, id: string) => {
  const button = buttonsOf(message).find(({ action_id }) => action_id === id);
  if (!button) throw new Error(`no button ${id}`);
  return { action_id: id, type: 'button', value: button.value };
};
/** Bolt answers before the work is done: what comes last is waited for. */
const calls = (harness: Harness, method: string, count: number) =>
  vi.waitFor(() => {
    const found = harness.slack.calls(method);
    if (found.length < count) throw new Error(`${found.length} of ${count} ${method}`);
    return found;
  }, 5_000);

/** Asks under an answer in a thread and returns the card in the experts' channel. */
async function asked(harness: Harness, fields: object = {}): Promise<Message> {
  await harness.event(mention({ ts: '1.1' }));
  const [answer] = await harness.posted(1);
  await harness.click({
    actions: [buttonOf(answer, 'ask-person')],
    message: { ts: '1.2', thread_ts: '1.1' },
    ...fields,
  });
  await harness.posted(3);
  return harness.slack.calls('chat.postMessage').find(({ channel }) => channel === 'CEXPERTS');
}

/** An expert clicks a button of the card. */
const onCard = (harness: Harness, card: Message, action: string, user = 'UEXPERT') =>
  harness.click({
    actions: [buttonOf(card, `expert:${action}`)],
    channel: { id: 'CEXPERTS', name: 'experts' },
    user: { id: user, team_id: 'T1' },
    message: { ts: '1700000000.000900' },
  });

async function answered(harness: Harness, card: Message, words: string, user = 'UEXPERT'): Promise<void> {
  await onCard(harness, card, 'answer', user);
  const [opened] = (await calls(harness, 'views.open', 1)).slice(-1);
  const values = { answer: { answer: { type: 'plain_text_input', value: words } } };
  const response = await harness.submit(
    { ...(opened?.view as ModalView), state: { values } },
    { user: { id: user, team_id: 'T1' } },
  );
  expect(response.status).toBe(200);
}

describe('a person to ask', () => {
  test('is offered under no-answers and answers where the workspace named experts', async () => {
    const harness = await withExperts();
    await harness.event(mention({ ts: '1.1' }));
    const [nothing] = await harness.posted(1);
    expect(buttonsOf(nothing).at(-1)).toMatchObject({ action_id: 'ask-person', confirm: {} });
    harness.answering.reply = replyOf(profileCard, undefined, question);
    await harness.command({ text: 'x' });
    const [, answer] = await harness.posted(2);
    expect(buttonsOf(answer).map(({ action_id }) => action_id)).toContain('ask-person');
  });

  test('is not offered where nobody named any, nor after a greeting', async () => {
    const harness = await startHarness();
    harness.answering.reply = { ...replyOf(profileCard, undefined, question), outcome: 'no-answer' };
    await harness.event(mention({ ts: '1.1' }));
    const [message] = await harness.posted(1);
    expect(buttonsOf(message).map(({ action_id }) => action_id)).not.toContain('ask-person');
    const other = await withExperts();
    other.answering.reply = { ...other.answering.reply, outcome: 'social' };
    await other.event(directMessage({ ts: '1.1' }));
    const [greeting] = await other.posted(1);
    expect(buttonsOf(greeting).map(({ action_id }) => action_id)).not.toContain('ask-person');
  });

  test('gets the question as a card that says who asks and where, and the asker is told', async () => {
    const harness = await withExperts();
    const card = await asked(harness);
    expect(card?.text).toContain('<@UANN>');
    expect(card?.text).toContain('<#C1>');
    expect(card?.text).toContain('> does &lt;!channel&gt; NGen fund *zeppelins*?');
    expect(JSON.stringify(card?.blocks)).toContain(question);
    expect(buttonsOf(card).map(({ action_id }) => action_id)).toEqual([
      'expert:take',
      'expert:answer',
      'expert:close',
    ]);
    expect(harness.slack.calls('response')).toMatchObject([
      { text: expertStrings.sent.en, response_type: 'ephemeral' },
    ]);
  });

  test('gets a question once, however often the button is clicked', async () => {
    const harness = await withExperts();
    const card = await asked(harness);
    expect(card).toBeDefined();
    const [answer] = harness.slack.calls('chat.postMessage');
    await harness.click({
      actions: [buttonOf(answer, 'ask-person')],
      message: { ts: '1.2', thread_ts: '1.1' },
    });
    const [, again] = await calls(harness, 'response', 2);
    expect(again?.text).toBe(expertStrings.sentAlready.en);
    expect(harness.slack.calls('chat.postMessage')).toHaveLength(2);
  });

  test('who cannot be reached is said at once', async () => {
    const harness = await withExperts();
    harness.slack.answer('chat.postMessage', {}, { body: { ok: false, error: 'is_archived' } });
    await asked(harness);
    expect(harness.slack.calls('response')).toMatchObject([{ text: expertStrings.notReached.en }]);
    expect(harness.logged()).toContain('is_archived');
  });

  test('who is no longer named is said at once', async () => {
    const harness = await withExperts();
    await harness.event(mention({ ts: '1.1' }));
    const [answer] = await harness.posted(1);
    await harness.store.settings.save(
      tenant,
      { subscribers: 'anyone', listedPeople: [], keepQuestionText: false },
      'UBOSS',
      new Date(),
    );
    await harness.click({ actions: [buttonOf(answer, 'ask-person')] });
    const [said] = await calls(harness, 'response', 1);
    expect(said?.text).toBe(expertStrings.noExperts.en);
  });
});

describe('a question with the experts', () => {
  test('is open, taken, answered and closed, and the card shows each state', async () => {
    const harness = await withExperts();
    const card = await asked(harness);
    await onCard(harness, card, 'take');
    const [taken] = await calls(harness, 'chat.update', 1);
    expect(taken).toMatchObject({ channel: 'CEXPERTS', ts: '1700000000.000900' });
    expect(taken?.text).toContain('Taken by <@UEXPERT>');
    await answered(harness, taken, 'No: <b>zeppelins</b> are out & gone.');
    const [, drawn] = await calls(harness, 'chat.update', 2);
    expect(drawn?.text).toContain('Answered by <@UEXPERT>');
    expect(buttonsOf(drawn).map(({ action_id }) => action_id)).toEqual(['expert:close']);
    await onCard(harness, drawn, 'close');
    const [, , closed] = await calls(harness, 'chat.update', 3);
    expect(closed?.text).toContain('Closed by <@UEXPERT>');
    expect(closed?.text).toContain('NGen fund *zeppelins*');
    expect(buttonsOf(closed)).toEqual([]);
    const [, , toAsker] = harness.slack.calls('chat.postMessage');
    expect(toAsker).toMatchObject({ channel: 'C1', thread_ts: '1.1' });
    expect(toAsker?.text).toMatch(/^<@UANN> – <@UEXPERT> answers your question:/);
    expect(toAsker?.text).toContain('No: &lt;b&gt;zeppelins&lt;/b&gt; are out &amp; gone.');
    // Closing an answered question tells nobody anything new.
    expect(await harness.settled()).toHaveLength(4);
  });

  test('asked privately is answered in a direct message', async () => {
    const harness = await withExperts();
    const card = await asked(harness, privately);
    expect(card?.text).not.toContain('<#');
    await answered(harness, card, 'No.');
    const [, , toAsker] = await calls(harness, 'chat.postMessage', 3);
    expect(toAsker).toMatchObject({ channel: 'UANN' });
    expect(toAsker).not.toHaveProperty('thread_ts');
  });

  test('whose channel is closed to the bot by now is answered in a direct message', async () => {
    const harness = await withExperts();
    const card = await asked(harness);
    harness.slack.answer('chat.postMessage', { body: { ok: false, error: 'is_archived' } });
    await answered(harness, card, 'No.');
    const posts = await calls(harness, 'chat.postMessage', 4);
    expect(posts.slice(2).map(({ channel }) => channel)).toEqual(['C1', 'UANN']);
  });

  test('whose asker cannot be reached at all comes back to the experts', async () => {
    const harness = await withExperts();
    const card = await asked(harness);
    const refusal = { body: { ok: false, error: 'channel_not_found' } };
    harness.slack.answer('chat.postMessage', refusal, refusal);
    await answered(harness, card, 'No.');
    const [last] = (await calls(harness, 'chat.postMessage', 5)).slice(-1);
    expect(last).toMatchObject({ channel: 'CEXPERTS', thread_ts: '1700000000.000900' });
    expect(last?.text).toContain('<@UANN>');
  });

  test('closed without an answer says so to who asked', async () => {
    const harness = await withExperts();
    const card = await asked(harness);
    await onCard(harness, card, 'close');
    const [, , toAsker] = await calls(harness, 'chat.postMessage', 3);
    expect(toAsker).toMatchObject({ channel: 'C1', thread_ts: '1.1' });
    expect(toAsker?.text).toContain(expertStrings.closedUnanswered.en);
  });

  test('is answered once: a second expert sees how it stands', async () => {
    const harness = await withExperts();
    const card = await asked(harness);
    await answered(harness, card, 'No.');
    await calls(harness, 'chat.postMessage', 3);
    await onCard(harness, card, 'answer', 'UOTHER');
    const [, moved] = await calls(harness, 'response', 2);
    expect(moved?.text).toBe(expertStrings.moved.en);
    const [opened] = harness.slack.calls('views.open');
    const values = { answer: { answer: { value: 'Yes!' } } };
    await harness.submit({ ...(opened?.view as ModalView), state: { values } });
    expect(JSON.stringify(await harness.settled())).not.toContain('Yes!');
  });

  test('says when the form came too late, and is not answered', async () => {
    const harness = await withExperts();
    const card = await asked(harness);
    harness.slack.answer('views.open', { body: { ok: false, error: 'expired_trigger_id' } });
    await onCard(harness, card, 'answer');
    const [, said] = await calls(harness, 'response', 2);
    expect(said?.text).toBe(expertStrings.tooLate.en);
  });

  test('cannot be reached from another channel or workspace, or by a forged id', async () => {
    const harness = await withExperts();
    const card = await asked(harness);
    const action = buttonOf(card, 'expert:close');
    await harness.click({ actions: [action] });
    await harness.click({ actions: [action], channel: { id: 'CEXPERTS' }, team: { id: 'T2' } });
    await harness.click({ actions: [{ ...action, value: 'x' }], channel: { id: 'CEXPERTS' } });
    const said = await calls(harness, 'response', 4);
    expect(said.slice(1).every(({ text }) => String(text).includes(strings.unreadableButton.en))).toBe(true);
    expect(harness.slack.calls('chat.update')).toEqual([]);
  });
});

test('a forged button to ask a person gets one sentence', async () => {
  const harness = await withExperts();
  for (const value of ['x', '{}', JSON.stringify({ v: 1, language: 'en', question: '' })]) {
    await harness.click({ actions: [{ action_id: 'ask-person', type: 'button', value }] });
  }
  const said = await calls(harness, 'response', 3);
  expect(said.every(({ text }) => String(text).includes(strings.unreadableButton.en))).toBe(true);
});

test.each(['en', 'fr'] as const)('cards, modal and button in %s keep Slack’s limits', (language) => {
  const words = '"<&>\n'.repeat(500);
  for (const state of ['open', 'taken', 'answered', 'closed'] as const) {
    const request: ExpertRequest = {
      ...tenant,
      ...{ id: '6f1b7f0e-6d0e-4c43-9f0e-000000000000', state, language, asker: 'UANN', channel: 'C1' },
      ...{ expertChannel: 'C9', expert: 'UEXPERT', question: words.slice(0, 1_000), answer: words },
    };
    const messages = [
      expertMessage(request),
      answerMessage(request, 'UEXPERT', words),
      closedMessage(request, 'UEXPERT'),
    ];
    for (const message of messages) expect(limitViolations(message)).toEqual([]);
    expect(viewViolations(expertAnswerView(request))).toEqual([]);
  }
  const button = askPersonButton('x'.repeat(5_000), language);
  expect(button).toBeDefined();
  const blocks: KnownBlock[] = [{ type: 'actions', elements: button ? [button] : [] }];
  expect(limitViolations({ text: 'x', blocks })).toEqual([]);
  expect(askPersonButton(' ', language)).toBeUndefined();
});
