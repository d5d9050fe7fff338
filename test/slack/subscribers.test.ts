import { expect, test, vi } from 'vitest';
import { directMessage, mention, startHarness } from './harness.ts';
import { tenant } from './workspace.ts';

const admin = { body: { ok: true, user: { id: 'UANN', is_admin: true } } };
const who = async ({ store }: Awaited<ReturnType<typeof startHarness>>) => {
  const { subscribers, listedPeople } = await store.settings.of(tenant);
  return { subscribers, listedPeople };
};

test('an administrator says who may subscribe, by a command or in a message', async () => {
  const harness = await startHarness();
  harness.slack.answer('users.info', admin, admin, admin);
  await harness.command({ text: 'admin subscribers managers' });
  const [first] = await harness.posted(1);
  expect(first?.text).toContain('Those who manage a channel may change its subscriptions');
  expect(first).toMatchObject({ response_type: 'ephemeral' });
  expect(await who(harness)).toEqual({ subscribers: 'managers', listedPeople: [] });
  await harness.event(mention({ text: '<@UBOT> admin abonnés liste <@U2> <@W3|bob> <@U2>' }));
  expect((await harness.posted(2)).at(-1)?.text).toContain('Seules les personnes de la liste (2)');
  expect(await who(harness)).toEqual({ subscribers: 'listed', listedPeople: ['U2', 'W3'] });
  await harness.event(directMessage({ text: 'admin subscribers' }));
  expect((await harness.posted(3)).at(-1)?.text).toContain('admin subscribers anyone');
  expect(harness.answering.asked).toEqual([]);
});

test('everybody else is told politely, and an administrator who names nobody too', async () => {
  const harness = await startHarness();
  for (const text of ['admin', 'admin subscribers anyone', 'admin abonnés tous']) {
    await harness.event(directMessage({ text, ts: `${text.length}.1` }));
  }
  const said = await harness.posted(3);
  expect(said.map((message) => String(message.text)).join('\n')).toMatch(
    /Only administrators may say[\s\S]*Seule l’administration peut dire/,
  );
  harness.slack.answer('users.info', { body: { ok: false, error: 'user_not_found' } }, admin);
  await harness.event(directMessage({ text: 'admin subscribers managers', ts: '8.1' }));
  expect((await harness.posted(4)).at(-1)?.text).toContain('Only administrators');
  await harness.event(directMessage({ text: 'admin subscribers listed', ts: '8.2' }));
  expect((await harness.posted(5)).at(-1)?.text).toContain('Mention the people');
  expect(await who(harness)).toEqual({ subscribers: 'anyone', listedPeople: [] });
});

test('what only begins alike is a question', async () => {
  const harness = await startHarness();
  await harness.event(directMessage({ text: 'administration of CETA' }));
  await harness.event(directMessage({ text: 'admin costs of NGen', ts: '8.3' }));
  await vi.waitFor(() => expect(harness.answering.asked).toHaveLength(2), 5_000);
});
