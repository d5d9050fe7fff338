/** Previews under the addresses of pages that the content rests on. */
import type { KnownBlock } from '@slack/types';
import { describe, expect, test, vi } from 'vitest';
import manifest from '../../manifest.json' with { type: 'json' };
import { languages } from '../../src/knowledge/language.ts';
import { limitViolations } from '../../src/slack/limits.ts';
import { RecentLinks } from '../../src/slack/recent-links.ts';
import { unfurlBlocks } from '../../src/slack/unfurl.ts';
import { createSourceIndex } from '../../src/source-index.ts';
import { unfurledHosts } from '../../src/teams/extension-manifest.ts';
import { realConversation, realKnowledge, today } from '../support/real-content.ts';
import { profileCard, replyOf } from './fake-answering.ts';
import { type Harness, startHarness } from './harness.ts';
import { tenant } from './workspace.ts';

const success = 'https://clustercollaboration.eu/news/eu-canada-cluster-matchmaking-event-success';
const montreal = 'https://clustercollaboration.eu/content/eu-canada-matchmaking-event-montreal-2024';
const french = 'https://www.international.gc.ca/x?a=1&amp;lang=fra';

/** As Slack tells of posted links that match the app's domains. */
const shared = (urls: readonly string[], fields: object = {}) => ({
  type: 'link_shared',
  channel: 'C1',
  is_bot_user_member: false,
  user: 'UANN',
  message_ts: '1700000000.000100',
  unfurl_id: 'C1.1700000000.000100.1b90fa12',
  source: 'conversations_history',
  links: urls.map((url) => ({ domain: 'clustercollaboration.eu', url })),
  user_locale: 'en-US',
  event_ts: '1700000000.000100',
  ...fields,
});
interface Unfurled {
  readonly channel: string;
  readonly ts: string;
  readonly unfurls: Readonly<Record<string, { readonly blocks: KnownBlock[] }>>;
}
const unfurled = (harness: Harness, count = 1) =>
  vi.waitFor(() => {
    const found = harness.slack.calls('chat.unfurl');
    if (found.length < count) throw new Error(`${found.length} of ${count}`);
    return found as unknown as Unfurled[];
  }, 5_000);
const none = async (harness: Harness) => {
  await harness.settled();
  return harness.slack.calls('chat.unfurl');
};

describe('a source that somebody posts', () => {
  test('gets a preview of what the content takes from it, under that message', async () => {
    const harness = await startHarness();
    harness.answering.reply = replyOf({
      ...profileCard,
      elements: [
        ...profileCard.elements,
        { type: 'sources', label: 'Sources', asOf: 'As of June 2019', sources: [] },
      ],
    });
    await harness.event(shared([success]));
    const [preview] = await unfurled(harness);
    expect(preview).toMatchObject({ channel: 'C1', ts: '1700000000.000100' });
    expect(preview?.unfurls).toEqual({
      [success]: {
        blocks: [
          { type: 'section', text: { type: 'plain_text', text: 'NGen', emoji: false } },
          {
            type: 'section',
            text: {
              type: 'plain_text',
              text: 'NGen is the advanced manufacturing cluster.',
              emoji: false,
            },
          },
          {
            type: 'context',
            elements: [{ type: 'plain_text', text: 'As of June 2019 – Supercluster Guide', emoji: false }],
          },
        ],
      },
    });
    expect(harness.answering.called).toEqual([
      {
        call: { intent: 'section', args: { entry: 'arrangement-2019', section: 'what' }, language: 'en' },
        place: undefined,
      },
    ]);
    expect(harness.slack.posted).toEqual([]);
  });

  test.each([
    ['that their Slack speaks', { user_locale: 'fr-CA' }, undefined, 'fr'],
    ['that they chose', { user_locale: 'en-US' }, 'fr', 'fr'],
    ['of the content that cites it, where nothing tells', { user_locale: undefined }, undefined, 'en'],
  ] as const)('is told of in the language %s', async (_, fields, chosen, language) => {
    const harness = await startHarness();
    if (chosen) {
      const person = { ...tenant, kind: 'person', id: 'UANN' } as const;
      await harness.store.preferences.change(person, { language: chosen }, new Date());
    }
    await harness.event(shared([success], fields));
    await unfurled(harness);
    expect(harness.answering.called[0]?.call.language).toBe(language);
  });

  test('beside another gets its own, and the same section is shown once', async () => {
    const harness = await startHarness();
    await harness.event(shared([success, montreal]));
    await harness.event(shared([`${success}/?utm_source=mail`, montreal], { channel: 'C2' }));
    const [first, second] = await unfurled(harness, 2);
    expect(Object.keys(first?.unfurls ?? {})).toEqual([success, montreal]);
    expect(Object.keys(second?.unfurls ?? {})).toEqual([`${success}/?utm_source=mail`, montreal]);
  });
});

describe('no preview', () => {
  test.each([
    ['for three links or more', shared([success, montreal, french])],
    ['while the message is being written', shared([success], { source: 'composer', channel: 'COMPOSER' })],
    ['when an old one is refreshed', shared([success], { is_unfurl_refresh: true })],
    ['for a page that is no source', shared(['https://clustercollaboration.eu/nothing-of-ours'])],
    ['for the front page of a site', shared(['https://clustercollaboration.eu/'])],
    ['for what is no address', shared(['clustercollaboration.eu'])],
    ['for an event without links', shared([], { links: undefined })],
  ])('%s', async (_, event) => {
    const harness = await startHarness();
    expect((await harness.event(event)).status).toBe(200);
    expect(await none(harness)).toEqual([]);
  });

  test('for the same link in the same channel within half an hour, however it is spelt', async () => {
    const harness = await startHarness();
    await harness.event(shared([success]));
    await unfurled(harness);
    await harness.event(shared([`${success}/?utm_source=mail`], { message_ts: '1.2' }));
    expect(await none(harness)).toHaveLength(1);
  });

  test('for the same event delivered again', async () => {
    const harness = await startHarness();
    await harness.event(shared([success]), { event_id: 'EvSame' });
    await harness.event(shared([success], { channel: 'C2' }), { event_id: 'EvSame' });
    expect(await none(harness)).toHaveLength(1);
  });

  test('in a channel where administrators do not let the bot answer', async () => {
    const harness = await startHarness();
    const settings = { subscribers: 'anyone', listedPeople: [], keepQuestionText: false } as const;
    await harness.store.settings.save(tenant, { ...settings, allowedChannels: ['C2'] }, 'UBOSS', new Date());
    await harness.event(shared([success]));
    expect(await none(harness)).toEqual([]);
  });

  test('where Slack refuses it: that is logged without the address', async () => {
    const harness = await startHarness();
    harness.slack.answer('chat.unfurl', { body: { ok: false, error: 'cannot_unfurl_url' } });
    await harness.event(shared([success]));
    expect(await none(harness)).toHaveLength(1);
    expect(harness.logged()).toContain('cannot_unfurl_url');
    expect(harness.logged()).not.toContain('matchmaking');
  });
});

test('every source has a preview within Slack’s limits, without what chat.unfurl refuses', () => {
  const index = createSourceIndex(() => realKnowledge);
  for (const language of languages) {
    const sections = realKnowledge.all(language).flatMap((entry) => entry.sections);
    const urls = new Set(sections.flatMap(({ sources }) => sources.map(({ url }) => url)));
    for (const url of urls) {
      const call = index.callFor(url, language);
      const { card } = realConversation.call(call!, today);
      const blocks = unfurlBlocks(card);
      expect(limitViolations({ text: url, blocks })).toEqual([]);
      expect(new Set(blocks.map(({ type }) => type))).toEqual(new Set(['section', 'context']));
    }
  }
});

test('the manifest names sites of our sources, and forgets none that the content knows far better', () => {
  const pages = new Map<string, Set<string>>(unfurledHosts.map((host) => [host, new Set()]));
  for (const language of languages) {
    const sections = realKnowledge.all(language).flatMap((entry) => entry.sections);
    for (const { url } of sections.flatMap(({ sources }) => sources)) {
      pages.get(new URL(url).hostname.replace(/^www\./, ''))?.add(url);
    }
  }
  const known = (host: string) => pages.get(host)?.size ?? 0;
  const named = manifest.features.unfurl_domains;
  const fewest = Math.min(...named.map(known));
  expect(fewest).toBeGreaterThan(0);
  for (const host of unfurledHosts) {
    if (!named.includes(host)) expect([host, known(host) > 2 * fewest]).toEqual([host, false]);
  }
});

describe('links shown lately', () => {
  const at = (minutes: number) => new Date(today.getTime() + minutes * 60_000);

  test('are new again after half an hour, and in other places at once', () => {
    const links = new RecentLinks();
    expect(links.isNew('T1', 'C1', 'a', at(0))).toBe(true);
    expect(links.isNew('T1', 'C1', 'a', at(29))).toBe(false);
    expect(links.isNew('T1', 'C2', 'a', at(29))).toBe(true);
    expect(links.isNew('T2', 'C1', 'a', at(29))).toBe(true);
    expect(links.isNew('T1', 'C1', 'a', at(30))).toBe(true);
  });

  test('are no more than 5,000; the oldest are forgotten', () => {
    const links = new RecentLinks();
    for (let page = 0; page <= 5_000; page += 1) links.isNew('T1', 'C1', String(page), at(0));
    expect(links.isNew('T1', 'C1', '5000', at(1))).toBe(false);
    expect(links.isNew('T1', 'C1', '1', at(1))).toBe(false);
    expect(links.isNew('T1', 'C1', '0', at(1))).toBe(true);
  });
});
