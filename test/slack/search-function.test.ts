/** The guide in Slack's own search, for organisations whose app takes part in it. */
import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, test, vi } from 'vitest';
import type { Card } from '../../src/cards/card.ts';
import { searchFunction } from '../../src/slack/listeners/functions/index.ts';
import { searchResult } from '../../src/slack/search-results.ts';
import { strings } from '../../src/slack/strings.ts';
import { askReal } from '../support/real-content.ts';
import { profileCard, replyOf } from './fake-answering.ts';
import { type Harness, startHarness } from './harness.ts';
import { tenant } from './workspace.ts';

const source = {
  ...{ id: 'a', title: 'A page', publisher: 'Somebody', url: 'https://www.ngen.ca/about', date: '2024-06' },
};
const withSources: Card = {
  ...profileCard,
  elements: [
    ...profileCard.elements,
    { type: 'sources', label: 'Sources', asOf: 'As of June 2024', sources: [source] },
  ],
};

/** As Slack runs a function of an app. */
const executed = (inputs: object, callback_id = searchFunction) => ({
  type: 'function_executed',
  function: {
    ...{ id: 'Fn1', callback_id, title: 'Search', description: '', type: 'app', app_id: 'A1' },
    ...{ input_parameters: [], output_parameters: [], date_created: 1, date_updated: 1, date_deleted: 0 },
  },
  inputs,
  function_execution_id: 'Fx1',
  workflow_execution_id: 'Wx1',
  event_ts: '1700000000.000100',
  bot_access_token: 'xwfp-function-token',
});
const someone = { id: 'UANN', secret: 'x' };

async function startSearch(): Promise<Harness> {
  const harness = await startHarness();
  harness.slack.always('functions.completeSuccess', { body: { ok: true } });
  harness.slack.always('functions.completeError', { body: { ok: true } });
  harness.answering.reply = replyOf(withSources);
  return harness;
}
interface Completed {
  readonly function_execution_id: string;
  readonly outputs: { readonly search_results: readonly object[] };
}
const completed = (harness: Harness) => {
  const [call] = harness.slack.calls('functions.completeSuccess');
  return call as unknown as Completed | undefined;
};

describe('a search in Slack', () => {
  test('finds the answer, and Slack has it before the event is acknowledged', async () => {
    const harness = await startSearch();
    const response = await harness.event(executed({ query: 'NGen', filters: {}, user_context: someone }));
    expect(response.status).toBe(200);
    expect(completed(harness)).toMatchObject({ function_execution_id: 'Fx1' });
    expect(completed(harness)?.outputs).toEqual({
      search_results: [
        {
          external_ref: { id: 'profile/ngen/en' },
          title: 'NGen',
          description: 'NGen is the advanced manufacturing cluster.',
          link: 'https://www.ngen.ca/about',
          date_updated: '2024-06-01',
          content: 'NGen is the advanced manufacturing cluster.\n\nAs of June 2024',
        },
      ],
    });
    expect(harness.slack.received[0]?.authorization).toBe('Bearer xwfp-function-token');
  });

  test('asks aside: nothing is remembered or counted', async () => {
    const harness = await startSearch();
    await harness.event(executed({ query: 'NGen', user_context: someone }));
    expect(harness.answering.asked).toEqual([
      { place: { platform: 'slack', workspace: 'T1', id: 'T1/search' }, text: 'NGen', memory: 'none' },
    ]);
    expect(await harness.store.recents.of({ ...tenant, person: 'UANN' })).toEqual([]);
    expect(harness.slack.posted).toEqual([]);
  });

  test('is asked in the language that the person chose', async () => {
    const harness = await startSearch();
    const person = { ...tenant, kind: 'person', id: 'UANN' } as const;
    await harness.store.preferences.change(person, { language: 'fr' }, new Date());
    await harness.event(executed({ query: 'NGen', user_context: someone }));
    expect(harness.answering.asked[0]).toMatchObject({ language: 'fr' });
  });

  test('also shows what the answer leads on to, each once', async () => {
    const harness = await startSearch();
    const { reply } = harness.answering;
    const offer = { intent: 'section', args: { entry: 'ngen', section: 'board' } };
    harness.answering.reply = { ...reply, turn: { ...reply.turn, offers: [offer, offer] } };
    await harness.event(executed({ query: 'NGen' }));
    expect(harness.answering.called.map(({ call }) => call)).toEqual([
      { ...offer, language: 'en' },
      { ...offer, language: 'en' },
    ]);
    // The stand-in gives one and the same reply to everything.
    expect(completed(harness)?.outputs.search_results).toHaveLength(1);
  });

  test.each(['no-answer', 'unsupported', 'social'] as const)(
    'finds nothing where the guide has %s',
    async (outcome) => {
      const harness = await startSearch();
      const { reply } = harness.answering;
      const offers = [{ intent: 'section', args: { entry: 'ngen', section: 'board' } }];
      harness.answering.reply = { ...reply, outcome, turn: { ...reply.turn, offers } };
      await harness.event(executed({ query: 'flurb' }));
      expect(completed(harness)?.outputs.search_results).toEqual([]);
      expect(harness.answering.called).toEqual([]);
    },
  );

  test.each([{}, { query: 7 }, { query: 'x'.repeat(3_001) }])(
    'with unreadable words finds nothing',
    async (inputs) => {
      const harness = await startSearch();
      await harness.event(executed(inputs));
      expect(completed(harness)?.outputs.search_results).toEqual([]);
      expect(harness.answering.asked).toEqual([]);
    },
  );

  test('that fails says so, and is logged without the words', async () => {
    const harness = await startSearch();
    harness.answering.failure = Object.assign(new Error('cannot find secret'), { code: 'SQLITE_BUSY' });
    expect((await harness.event(executed({ query: 'secret' }))).status).toBe(200);
    expect(harness.slack.calls('functions.completeError')).toMatchObject([
      { function_execution_id: 'Fx1', error: `${strings.failed.en}\n${strings.failed.fr}` },
    ]);
    expect(harness.logged()).toContain('SQLITE_BUSY');
    expect(harness.logged()).not.toContain('secret"');
  });

  test('that cannot even fail is acknowledged all the same', async () => {
    const harness = await startSearch();
    const refused = { body: { ok: false, error: 'function_execution_not_in_running_state' } };
    harness.slack.always('functions.completeSuccess', refused);
    harness.slack.always('functions.completeError', refused);
    expect((await harness.event(executed({ query: 'NGen' }))).status).toBe(200);
    await vi.waitFor(() => expect(harness.logged()).toContain('search left open'));
  });
});

describe('a function of Slack’s that the app does not have', () => {
  test.each([
    ['with another name', { ...executed({}, 'somebody_elses') }],
    ['without a name', { ...executed({}), function: {} }],
    ['that is missing', { ...executed({}), function: undefined }],
  ])('%s is acknowledged at once, and nothing is done', async (_what, event) => {
    const harness = await startSearch();
    const answered = harness.event(event);
    // Bolt would refuse it after five seconds.
    const first = await Promise.race([answered, delay(2_000, undefined, { ref: false })]);
    expect(first?.status).toBe(200);
    expect(harness.answering.asked).toEqual([]);
    expect(harness.slack.received).toEqual([]);
  });
});

describe('a result', () => {
  test.each([
    'who leads NGen?',
    'CETA tariffs',
    'compare NGen and Scale AI',
    'fiche agroalimentaire',
    'liste',
  ])('for “%s” has all that Slack requires', (question) => {
    const result = searchResult(askReal(question), '2026-11-01');
    expect(result?.date_updated).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(result?.link).toMatch(/^https?:\/\//);
    for (const text of [result?.title, result?.description, result?.content]) expect(text).toMatch(/\S/);
    expect(result?.content).toMatch(/As of|Dates? des données|En date/);
  });

  test('has the date of the content where no source tells its own', () => {
    const { date: _, ...undated } = source;
    const sources = { type: 'sources', label: 'Sources', asOf: 'As of 2024', sources: [undated] } as const;
    const card = { ...profileCard, elements: [...profileCard.elements, sources] };
    expect(searchResult(replyOf(card), '2026-10')?.date_updated).toBe('2026-10-01');
  });

  test('needs a page to open', () => {
    expect(searchResult(replyOf(profileCard), '2026-10-01')).toBeUndefined();
  });
});

test('the documentation has the part of the manifest that it takes', () => {
  const documentation = readFileSync(new URL('../../docs/slack.md', import.meta.url), 'utf8');
  const [, json = ''] = /## Slack’s own search[\s\S]*?```json\n([\s\S]*?)```/.exec(documentation) ?? [];
  const part = JSON.parse(json);
  expect(part.features.search.search_function_callback_id).toBe(searchFunction);
  expect(Object.keys(part.functions)).toEqual([searchFunction]);
  expect(Object.keys(part.functions[searchFunction].input_parameters)).toEqual(['query', 'user_context']);
  expect(Object.keys(part.functions[searchFunction].output_parameters)).toEqual(['search_results']);
  expect(part.settings.event_subscriptions.bot_events).toEqual(['function_executed']);
});
