import { pino } from 'pino';
import { describe, expect, test, vi } from 'vitest';
import { approvalStrings } from '../../src/cards/approval-card.ts';
import type { NotificationService } from '../../src/notifications/notifications.ts';
import { createSlackSender } from '../../src/slack/sender.ts';
import { channel } from '../notifications/fixtures.ts';
import { propose, serviceOn } from '../notifications/proposals.ts';
import { botToken, directMessage, mention, startHarness } from './harness.ts';

/** A proposal of `UPROPOSER`, whose card stands in the editors’ channel. */
async function proposed() {
  let service: NotificationService | undefined;
  const harness = await startHarness({}, (store) => {
    service = serviceOn(store, channel('CEDITORS'));
    return { approvals: service.approvals };
  });
  const sender = createSlackSender({
    token: async () => botToken,
    apiUrl: harness.slack.apiUrl,
    logger: pino({ level: 'silent' }),
  });
  const sending = serviceOn(harness.store, channel('CEDITORS'), [sender]);
  const id = await propose(harness.store, service!, 'UPROPOSER');
  sending.worker.start();
  const [card] = await harness.posted(1);
  await vi.waitFor(async () => {
    const announcement = (await harness.store.notifications.latest(5)).find((one) => one.kind === 'approval');
    expect(await harness.store.outbox.counts(announcement!.id)).toMatchObject({ sent: 1 });
  }, 5_000);
  await sending.worker.stop();
  const elements = (
    (card?.blocks ?? []) as { type: string; elements?: { action_id: string; value: string }[] }[]
  ).flatMap((block) => (block.type === 'actions' ? (block.elements ?? []) : []));
  const button = (name: 'approve' | 'refuse') => {
    const found = elements.find((element) => element.action_id === `approval:${name}`);
    return { type: 'button', ...found };
  };
  const clickIn = (name: 'approve' | 'refuse', fields: object = {}) =>
    harness.click({
      actions: [button(name)],
      channel: { id: 'CEDITORS' },
      user: { id: 'UANN', team_id: 'T1' },
      message: { type: 'message', ts: '1700000000.000900' },
      ...fields,
    });
  const said = (count: number) =>
    vi.waitFor(() => {
      const found = harness.slack.calls('response');
      if (found.length < count) throw new Error(`${found.length} of ${count}`);
      return found.at(-1)?.text;
    }, 5_000);
  return {
    ...harness,
    id,
    clickIn,
    said,
    state: async () => (await harness.store.notifications.get(id))?.state,
  };
}

describe('a proposal in the editors’ channel', () => {
  test('is approved by a click of a second person, once, and the card shows it', async () => {
    const { clickIn, said, slack, state, store, id } = await proposed();
    await clickIn('approve', { user: { id: 'UPROPOSER', team_id: 'T1' } });
    expect(await said(1)).toContain('a second person has to approve it');
    expect(await state()).toBe('awaiting-approval');
    await clickIn('approve', { channel: { id: 'C1' } });
    expect(await said(2)).toContain('not here');
    expect(await state()).toBe('awaiting-approval');
    await clickIn('approve');
    expect(await said(3)).toBe('Approved: it is being sent.');
    await clickIn('approve');
    expect(await said(4)).toBe('It has been approved already.');
    expect(await store.notifications.get(id)).toMatchObject({ state: 'published', approvedBy: 'UANN' });
    const redrawn = slack.calls('chat.update').at(-1);
    expect(redrawn).toMatchObject({ channel: 'CEDITORS', ts: '1700000000.000900' });
    expect(redrawn?.text).toContain('Approved by UANN.');
    expect(JSON.stringify(redrawn)).not.toContain('approval:approve');
  });

  test('is refused by words, in a mention or a command', async () => {
    const { event, command, posted, said, slack, state, id } = await proposed();
    await event(directMessage({ text: `refuser ${id}` }));
    expect((await posted(2)).at(-1)?.text).toContain('pas ici');
    expect(await state()).toBe('awaiting-approval');
    await event(mention({ channel: 'CEDITORS', text: `<@UBOT> refuse ${id}` }));
    expect((await posted(3)).at(-1)?.text).toBe('Refused: nothing is sent.');
    expect(await state()).toBe('cancelled');
    expect(slack.calls('chat.update').at(-1)?.text).toContain(
      approvalStrings.cancelled.en.replace('{by}', 'UANN'),
    );
    await command({ text: `approve ${id}`, channel_id: 'CEDITORS' });
    expect(await said(1)).toBe('It has been refused already.');
  });

  test('is decided where the bot answers no questions', async () => {
    const { event, posted, state, store, id } = await proposed();
    const closed = {
      subscribers: 'anyone',
      listedPeople: [],
      keepQuestionText: false,
      allowedChannels: ['C7'],
    } as const;
    await store.settings.save({ platform: 'slack', workspace: 'T1' }, closed, 'UBOSS', new Date());
    await event(mention({ channel: 'CEDITORS', text: `<@UBOT> approve ${id}` }));
    await posted(2);
    expect(await state()).toBe('published');
  });

  test('a forged button decides nothing', async () => {
    const { click, said, state } = await proposed();
    for (const value of ['', '{}', '{"v":1,"id":"x","language":"en"}', 'null']) {
      await click({
        actions: [{ action_id: 'approval:approve', type: 'button', value }],
        channel: { id: 'CEDITORS' },
      });
    }
    expect(await said(4)).toContain('cannot read this button');
    expect(await state()).toBe('awaiting-approval');
  });
});
