/** The whole bot as a process, with its content, its store and a local Slack. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { HomeView } from '@slack/types';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { viewViolations } from '../../src/slack/view-limits.ts';
import { openStore } from '../../src/store/store.ts';
import { type RunningBot, startBot } from '../support/bot.ts';
import { botToken, commandFields, envelopeOf, mention, signingSecret } from './harness.ts';
import { signedHeaders } from './signing.ts';
import { SlackDouble } from './slack-double.ts';

let slack: SlackDouble;
let bot: RunningBot;
const data = mkdtempSync(join(tmpdir(), 'running-bot-'));

const start = () =>
  startBot({
    DATA_DIR: data,
    PLATFORMS: 'slack',
    SLACK_SIGNING_SECRET: signingSecret,
    SLACK_BOT_TOKEN: botToken,
    SLACK_API_URL: slack.apiUrl,
  });

beforeAll(async () => {
  slack = await new SlackDouble().start();
  bot = await start();
});
afterAll(async () => {
  await bot.stop();
  await slack.stop();
  rmSync(data, { recursive: true, force: true });
});

function send(body: string, contentType = 'application/json'): Promise<Response> {
  return fetch(`${bot.address}/slack/events`, {
    method: 'POST',
    body,
    headers: signedHeaders(body, contentType),
  });
}

/** The texts posted after `act`, once there are `count` of them. */
async function posted(count: number, act: () => Promise<unknown>): Promise<Record<string, unknown>[]> {
  const before = slack.posted.length;
  await act();
  await vi.waitFor(() => expect(slack.posted.length).toBeGreaterThanOrEqual(before + count), 8_000);
  return slack.posted.slice(before);
}

describe('the bot in Slack', () => {
  it('is ready', async () => {
    const ready = (await (await fetch(`${bot.address}/readyz`)).json()) as object;
    expect(ready).toMatchObject({ ready: true, platforms: [{ name: 'slack', state: 'ready' }] });
  });

  it('answers a mention in its thread, from the content, and its follow-up there', async () => {
    const ask = (text: string, ts: string, thread?: string) =>
      send(JSON.stringify(envelopeOf(mention({ text, ts, ...(thread && { thread_ts: thread }) }))));
    const [answer] = await posted(1, () => ask('<@UBOT> Who leads Scale AI?', '1700000001.000100'));
    expect(answer).toMatchObject({ channel: 'C1', thread_ts: '1700000001.000100' });
    expect(answer?.text).toContain('Julien Billot');
    expect(answer?.text).toMatch(/As of[\s\S]+Sources:/);
    const [next] = await posted(1, () => ask('<@UBOT> and NGen?', '1700000002.000100', '1700000001.000100'));
    expect(next?.text).toContain('Myers');
    const say = (text: string, ts: string) =>
      send(
        JSON.stringify(
          envelopeOf({
            ...{ type: 'message', channel_type: 'channel', channel: 'C1', user: 'UBEN', text, ts },
            thread_ts: '1700000001.000100',
          }),
        ),
      );
    await say('when is the meeting?', '1700000002.000200');
    const [unasked] = await posted(1, () => say('and its website?', '1700000002.000300'));
    expect(unasked).toMatchObject({ channel: 'C1', thread_ts: '1700000001.000100' });
    expect(unasked?.text).toContain('ngen.ca');
  });

  it('answers a redelivered event once, even across a restart', async () => {
    const body = JSON.stringify(
      envelopeOf(mention({ text: '<@UBOT> NGen website', ts: '1700000003.000100' })),
    );
    await posted(1, () => send(body));
    await bot.stop();
    bot = await start();
    const before = slack.posted.length;
    expect((await send(body)).status).toBe(200);
    const [other] = await posted(1, () =>
      send(JSON.stringify(envelopeOf(mention({ text: '<@UBOT> hello', ts: '1700000004.000100' })))),
    );
    expect(other?.text).toMatch(/^Hello!/);
    expect(slack.posted.length).toBe(before + 1);
  });

  it('answers after a restart, once, what was asked while Slack took nothing', async () => {
    slack.answer('chat.postMessage', { status: 429, headers: { 'retry-after': '60' } });
    slack.answer('conversations.replies', { body: { ok: true, messages: [], has_more: false } });
    const event = mention({ text: '<@UBOT> Who leads NGen?', ts: '1700000005.000100' });
    await posted(1, () => send(JSON.stringify(envelopeOf(event))));
    await bot.stop();
    const [answer] = await posted(1, async () => {
      bot = await start();
    });
    expect(answer).toMatchObject({ channel: 'C1', thread_ts: '1700000005.000100' });
    expect(answer?.text).toContain('Myers');
    await bot.stop();
    bot = await start();
    const [other] = await posted(1, () =>
      send(JSON.stringify(envelopeOf(mention({ text: '<@UBOT> hello', ts: '1700000006.000100' })))),
    );
    expect(other?.text).toMatch(/^Hello!/);
  }, 60_000);

  it.each([
    ['/supercluster', 'help', /What I can do/],
    ['/supercluster', '', /What I can do/],
    ['/supercluster', 'subscribe help', /\/supercluster subscribe &lt;topics&gt;/],
    ['/supercluster', 'aide fiche', /\/supercluster fiche &lt;grappe, secteur ou province&gt;/],
    ['/supercluster', 'list', /The five Global Innovation Clusters/],
    ['/supercluster', 'ngen', /Hamilton/],
    ['/supercluster', 'ask which supercluster is for shipbuilders?', /Ocean/],
    ['/supercluster', 'which supercluster is for shipbuilders?', /Ocean/],
    ['/supercluster', 'liste', /Les cinq grappes/],
    ['/ceta', 'when was it signed?', /30 October 2016/],
    ['/ceta', 'rules of origin', /origin/],
    ['/ceta', '', /trade agreement/],
    ['/supercluster', '<script>alert(1)</script>', /./],
    ['/supercluster', 'x'.repeat(3_000), /at most 1000 characters/],
  ])('%s %s', async (command, text, says) => {
    const fields = { ...commandFields(slack), command, text };
    const [answer] = await posted(1, () =>
      send(new URLSearchParams(fields).toString(), 'application/x-www-form-urlencoded'),
    );
    expect(answer).toMatchObject({ response_type: 'ephemeral' });
    expect(answer?.text).toMatch(says);
  });

  it('draws the Home tab from the content', async () => {
    const opened = { type: 'app_home_opened', user: 'UANN', channel: 'D1', tab: 'home', event_ts: '1.1' };
    await send(JSON.stringify(envelopeOf(opened)));
    await vi.waitFor(() => expect(slack.calls('views.publish')).toHaveLength(1), 8_000);
    const [published] = slack.calls('views.publish');
    for (const name of ['NGen', 'Ocean', 'Scale AI']) {
      expect(JSON.stringify(published?.view)).toContain(name);
    }
    expect(viewViolations(published?.view as HomeView)).toEqual([]);
  });

  it('suggests questions of the content in the Messages tab', async () => {
    slack.always('assistant.threads.setSuggestedPrompts', { body: { ok: true } });
    const opened = { type: 'app_home_opened', user: 'UANN', channel: 'D1', tab: 'messages', event_ts: '1.1' };
    await send(JSON.stringify(envelopeOf(opened)));
    await vi.waitFor(
      () => expect(slack.calls('assistant.threads.setSuggestedPrompts')).toHaveLength(1),
      8_000,
    );
    const [set] = slack.calls('assistant.threads.setSuggestedPrompts');
    const prompts = set?.prompts as { readonly message: string }[];
    expect(prompts).toHaveLength(4);
    const ask = { type: 'message', channel_type: 'im', channel: 'D1', user: 'UANN', ts: '1700000005.000100' };
    const [answer] = await posted(1, () =>
      send(JSON.stringify(envelopeOf({ ...ask, text: prompts[0]?.message }))),
    );
    expect(answer?.text).toMatch(/As of/);
  });

  it('shows what it takes from a page that somebody posts', async () => {
    const url = 'https://clustercollaboration.eu/news/eu-canada-cluster-matchmaking-event-success';
    const shared = {
      ...{ type: 'link_shared', channel: 'C1', user: 'UANN', message_ts: '1700000006.000100' },
      links: [{ domain: 'clustercollaboration.eu', url }],
    };
    await send(JSON.stringify(envelopeOf(shared)));
    await vi.waitFor(() => expect(slack.calls('chat.unfurl')).toHaveLength(1), 8_000);
    expect(JSON.stringify(slack.calls('chat.unfurl')[0]?.unfurls)).toMatch(/June 2019.*Supercluster Guide/);
  });

  it('answers in Slack’s own search', async () => {
    slack.always('functions.completeSuccess', { body: { ok: true } });
    const executed = {
      ...{ type: 'function_executed', function: { callback_id: 'search_guide' }, event_ts: '1.1' },
      ...{
        inputs: { query: 'who leads Scale AI' },
        function_execution_id: 'Fx1',
        bot_access_token: 'xwfp-1',
      },
    };
    expect((await send(JSON.stringify(envelopeOf(executed)))).status).toBe(200);
    const [done] = slack.calls('functions.completeSuccess');
    const outputs = done?.outputs as { readonly search_results: object[] } | undefined;
    const results = outputs?.search_results ?? [];
    expect(results.length).toBeGreaterThan(1);
    expect(results[0]).toMatchObject({ description: expect.stringContaining('Julien Billot') });
  });

  it('notes what it could not answer, by its unknown words', async () => {
    await posted(1, () =>
      send(
        JSON.stringify(envelopeOf(mention({ text: '<@UBOT> flurb of zorkmid?', ts: '1700000009.000100' }))),
      ),
    );
    const store = await openStore({ kind: 'sqlite', directory: data }, { role: 'tool' });
    const [noted] = await store.unanswered.since({ platform: 'slack', workspace: 'T1' }, new Date(0), 1);
    await store.close();
    expect(noted).toMatchObject({ unknownTerms: ['flurb', 'zorkmid'] });
    expect(noted).not.toHaveProperty('text');
  });

  it('refuses what Slack did not sign', async () => {
    const response = await fetch(`${bot.address}/slack/events`, { method: 'POST', body: '{}' });
    expect(response.status).toBe(401);
    expect(bot.output()).not.toContain(botToken);
  });
});
