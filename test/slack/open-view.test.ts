/** A window stands open at once; what it shows comes after, and may fail. */
import { expect, test, vi } from 'vitest';
import { strings } from '../../src/slack/strings.ts';
import { type Harness, startHarness } from './harness.ts';

const onHome = {
  ...{ channel: undefined, message: undefined, response_url: undefined },
  container: { type: 'view', view_id: 'VHOME' },
  view: { id: 'VHOME', type: 'home' },
};
const shown = (harness: Harness) => JSON.stringify(harness.slack.calls('views.update').at(-1)?.view);

test('the settings say so when they cannot be read, instead of looking them up for ever', async () => {
  const unreadable = { of: () => Promise.reject(new Error('no database')) };
  const harness = await startHarness({}, (store) => ({
    workspace: { ...store, settings: { ...store.settings, ...unreadable } },
  }));
  await harness.click({ ...onHome, actions: [{ type: 'button', action_id: 'home:settings', value: '' }] });
  await vi.waitFor(() => expect(shown(harness)).toContain(strings.failed.en), 5_000);
});

test('so does the form for subscriptions', async () => {
  const harness = await startHarness();
  harness.subscriptions.openForm = () => Promise.reject(new Error('no database'));
  await harness.click({ actions: [{ type: 'button', action_id: 'subscription:here', value: '' }] });
  await vi.waitFor(() => expect(shown(harness)).toContain(strings.failed.en), 5_000);
});

test('a window that was closed meanwhile is no failure', async () => {
  const harness = await startHarness();
  harness.slack.answer('views.update', { body: { ok: false, error: 'not_found' } });
  await harness.click({ ...onHome, actions: [{ type: 'button', action_id: 'home:settings', value: '' }] });
  await vi.waitFor(() => expect(harness.slack.calls('views.update')).toHaveLength(1), 5_000);
  await harness.settled();
  expect(harness.logged()).not.toMatch(/"level":(?:40|50|60)/);
});
