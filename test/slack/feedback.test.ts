import type { ModalView } from '@slack/types';
import { describe, expect, test, vi } from 'vitest';
import { feedbackBlock, withOrdinaryFeedback } from '../../src/slack/feedback.ts';
import { limitViolations } from '../../src/slack/limits.ts';
import { strings } from '../../src/slack/strings.ts';
import { viewViolations } from '../../src/slack/view-limits.ts';
import { feedbackView } from '../../src/slack/views/feedback-view.ts';
import { profileCard, replyOf } from './fake-answering.ts';
import { type Harness, mention, privately, startHarness } from './harness.ts';
import { tenant } from './workspace.ts';

/** As Slack sends a click on its own thumbs. */
const thumb = (value: string) => ({
  action_id: 'feedback',
  block_id: 'b4',
  type: 'feedback_buttons',
  text: { type: 'plain_text', text: 'Helpful', emoji: false },
  value,
  action_ts: '1700000001.000100',
});
const kept = (harness: Harness) => harness.store.feedback.since(tenant, new Date(0), 10);
const allowWords = (harness: Harness) =>
  harness.store.settings.save(
    tenant,
    { subscribers: 'anyone', listedPeople: [], keepQuestionText: true },
    'UBOSS',
    new Date(),
  );
const blocksOf = (message: Readonly<Record<string, unknown>> | undefined) =>
  (message?.blocks ?? []) as object[];
const openedView = (harness: Harness) => harness.slack.calls('views.open')[0]?.view as ModalView;

describe('an answer', () => {
  test('asks whether it helped, in its language', async () => {
    const harness = await startHarness();
    harness.answering.reply = replyOf({ ...profileCard, language: 'fr' });
    await harness.event(mention());
    const [posted] = await harness.posted(1);
    expect(blocksOf(posted).at(-1)).toEqual(feedbackBlock('fr'));
  });

  test('asks it with ordinary buttons where Slack does not take its own', async () => {
    const harness = await startHarness();
    harness.slack.answer('chat.postMessage', { body: { ok: false, error: 'invalid_blocks' } });
    await harness.event(mention());
    const [, second] = await harness.posted(2);
    expect(blocksOf(second).at(-1)).toMatchObject({
      type: 'actions',
      elements: [
        { type: 'button', action_id: 'feedback:0', value: 'helpful:en' },
        { type: 'button', action_id: 'feedback:1', value: 'not-helpful:en' },
      ],
    });
  });

  test.each(['social', 'did-you-mean', 'no-answer', 'unsupported'] as const)(
    'that is none (%s) does not ask',
    async (outcome) => {
      const harness = await startHarness();
      harness.answering.reply = { ...replyOf(profileCard), outcome };
      await harness.event(mention());
      const [posted] = await harness.posted(1);
      expect(JSON.stringify(posted?.blocks)).not.toContain('feedback');
    },
  );
});

describe('helpful', () => {
  test.each([
    ['under a public answer', {}, '1700000000.000300'],
    ['under a private answer', privately, '1.2'],
  ])('%s is kept for that answer and that person, and thanked', async (_, where, messageId) => {
    const harness = await startHarness();
    await harness.click({ actions: [thumb('helpful:fr')], ...where });
    const [said] = await harness.posted(1);
    expect(said).toMatchObject({ text: strings.feedbackThanks.fr, response_type: 'ephemeral' });
    expect(await kept(harness)).toMatchObject([
      { channel: 'C1', messageId, person: 'UANN', rating: 'helpful' },
    ]);
    expect(harness.slack.calls('views.open')).toEqual([]);
  });

  test('with the ordinary button is kept as well, and the last word counts', async () => {
    const harness = await startHarness();
    const button = { action_id: 'feedback:1', type: 'button', value: 'not-helpful:en' };
    await harness.click({ actions: [button] });
    await harness.posted(1);
    await harness.click({ actions: [{ ...button, action_id: 'feedback:0', value: 'helpful:en' }] });
    await harness.posted(2);
    expect((await kept(harness)).map(({ rating }) => rating)).toEqual(['helpful']);
  });
});

describe('not helpful', () => {
  test('is kept at once and asks why in a modal', async () => {
    const harness = await startHarness();
    await harness.click({ actions: [thumb('not-helpful:en')] });
    await harness.posted(1);
    expect(harness.slack.calls('views.open')).toMatchObject([{ trigger_id: '1.2.3' }]);
    expect(openedView(harness).title.text).toBe(strings.feedbackTitle.en);
    expect(await kept(harness)).toMatchObject([{ rating: 'not-helpful' }]);
  });

  test('keeps the reason and, where the workspace allows it, the comment', async () => {
    const harness = await startHarness();
    await allowWords(harness);
    await harness.click({ actions: [thumb('not-helpful:en')] });
    await harness.posted(1);
    const values = {
      reason: { reason: { type: 'radio_buttons', selected_option: { value: 'wrong' } } },
      comment: { comment: { type: 'plain_text_input', value: ' The year is 2019. ' } },
    };
    const response = await harness.submit({ ...openedView(harness), state: { values } });
    expect([response.status, await response.text()]).toEqual([200, '']);
    await vi.waitFor(async () =>
      expect(await kept(harness)).toMatchObject([
        { messageId: '1700000000.000300', reason: 'wrong', comment: 'The year is 2019.' },
      ]),
    );
  });

  test('asks for no words where the workspace keeps none', async () => {
    const harness = await startHarness();
    await harness.click({ actions: [thumb('not-helpful:fr')] });
    await harness.posted(1);
    const view = openedView(harness);
    expect(view.blocks.map(({ type }) => type)).toEqual(['input', 'context']);
    const values = { reason: { reason: { type: 'radio_buttons', selected_option: { value: 'unclear' } } } };
    await harness.submit({ ...view, state: { values } });
    await vi.waitFor(async () => expect(await kept(harness)).toMatchObject([{ reason: 'unclear' }]));
    expect((await kept(harness))[0]).not.toHaveProperty('comment');
  });

  test.each(['en', 'fr'] as const)(
    'is kept even when the modal comes too late, which is said (%s)',
    async (language) => {
      const harness = await startHarness();
      harness.slack.answer('views.open', { body: { ok: false, error: 'expired_trigger_id' } });
      await harness.click({ actions: [thumb(`not-helpful:${language}`)] });
      const [said] = await harness.posted(1);
      expect(said).toMatchObject({ text: strings.feedbackTooLate[language], response_type: 'ephemeral' });
      expect(await kept(harness)).toHaveLength(1);
      expect(harness.logged()).toContain('expired_trigger_id');
    },
  );

  test('with a forged modal keeps nothing and is acknowledged', async () => {
    const harness = await startHarness();
    const view = { callback_id: 'feedback', private_metadata: '{"channel":1}', state: { values: {} } };
    expect((await harness.submit(view)).status).toBe(200);
    expect((await harness.submit({ ...view, callback_id: 'unheard-of' })).status).toBe(200);
    await harness.platform.stop();
    expect(await kept(harness)).toEqual([]);
  });
});

test.each(['helpful', 'helpful:de', 'great:en', 'x'.repeat(3_000)])(
  'a forged button (%#) gets one sentence',
  async (value) => {
    const harness = await startHarness();
    await harness.click({ actions: [thumb(value)] });
    const [said] = await harness.posted(1);
    expect(said?.text).toContain(strings.unreadableButton.en);
    expect(await kept(harness)).toEqual([]);
  },
);

describe.each(['en', 'fr'] as const)('in %s', (language) => {
  test('buttons and modal keep Slack’s limits', () => {
    const blocks = [feedbackBlock(language)];
    expect(limitViolations({ text: 'x', blocks })).toEqual([]);
    expect(limitViolations({ text: 'x', blocks: withOrdinaryFeedback(blocks) ?? [] })).toEqual([]);
    for (const words of ['kept', 'not-kept'] as const) {
      expect(viewViolations(feedbackView({ channel: 'C1', messageId: '1.1', language }, words))).toEqual([]);
    }
  });
});
