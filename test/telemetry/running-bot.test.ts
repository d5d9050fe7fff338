/** The whole bot, asked in Slack and in Teams, well and badly: what its log, metrics and traces tell. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { commandFields, envelopeOf, mention, nowSeconds, sign } from '../slack/harness.ts';
import { SlackDouble } from '../slack/slack-double.ts';
import { type RunningBot, startBot } from '../support/bot.ts';
import { type Collector, startCollector } from '../support/collector.ts';
import { click, personalMessage } from '../teams/activities.ts';
import { startConnector } from '../teams/server.ts';

/** Planted wherever people or configuration put something; none may come out anywhere. */
const planted = {
  word: 'zanzibarquux',
  person: 'Ophelia Plantedname',
  botToken: 'xoxb-planted-token-1',
  signingSecret: 'planted-signing-secret-2',
  responseSecret: 'planted-response-address-3',
  notifyToken: 'planted-notify-token-4-planted-notify-token',
  authorization: 'planted-authorization-5',
  triggerId: 'planted-trigger-6',
  teamsPerson: 'Ada Lovelace',
};

let slack: SlackDouble;
let teams: Awaited<ReturnType<typeof startConnector>>;
let collector: Collector;
let bot: RunningBot;
let metrics = '';
let logged = '';
/** Ids that the bot gave to the requests, by what was asked. */
const requestIds = new Map<string, string>();

const headers = { 'content-type': 'application/json' };

async function toSlack(body: string, contentType: string, name?: string): Promise<number> {
  const timestamp = nowSeconds();
  const response = await fetch(`${bot.address}/slack/events`, {
    method: 'POST',
    body,
    headers: {
      'content-type': contentType,
      'x-slack-request-timestamp': String(timestamp),
      'x-slack-signature': sign(body, timestamp, planted.signingSecret),
      authorization: planted.authorization,
    },
  });
  if (name) requestIds.set(name, response.headers.get('x-request-id') ?? '');
  return response.status;
}

const event = (fields: object, name?: string) =>
  toSlack(
    JSON.stringify(envelopeOf(mention({ user_profile: { real_name: planted.person }, ...fields }))),
    'application/json',
    name,
  );

const command = (text: string) =>
  toSlack(
    new URLSearchParams({
      ...commandFields(slack),
      response_url: `${slack.responseUrl}${planted.responseSecret}`,
      trigger_id: planted.triggerId,
      user_name: planted.person,
      text,
    }).toString(),
    'application/x-www-form-urlencoded',
  );

async function toTeams(activity: object): Promise<void> {
  await fetch(`${bot.address}/api/messages`, {
    method: 'POST',
    headers: { ...headers, authorization: `Bearer ${planted.authorization}` },
    body: JSON.stringify(activity),
  });
}

/** Until so many messages came by a way; each by its own, because what was refused comes again on it. */
const came = (method: 'chat.postMessage' | 'response', count: number) =>
  vi.waitFor(() => expect(slack.calls(method).length).toBeGreaterThanOrEqual(count), 10_000);
const posted = (count: number) => came('chat.postMessage', count);

beforeAll(async () => {
  slack = await new SlackDouble().start();
  teams = await startConnector();
  collector = await startCollector();
  bot = await startBot({
    SLACK_SIGNING_SECRET: planted.signingSecret,
    SLACK_BOT_TOKEN: planted.botToken,
    SLACK_API_URL: slack.apiUrl,
    NOTIFY_TOKEN: planted.notifyToken,
    OTEL_EXPORTER_OTLP_ENDPOINT: collector.endpoint,
    METRICS_PORT: '0',
    LOG_LEVEL: 'trace',
  });

  // Slack: an answer, a redelivery, no answer, a button, rate limits, refusals and a broken line.
  await event({ text: '<@UBOT> Who leads Scale AI?', ts: '1700000001.000100' }, 'leader');
  await posted(1);
  const again = envelopeOf(mention({ text: '<@UBOT> NGen', ts: '1700000002.000100' }));
  await toSlack(JSON.stringify(again), 'application/json');
  await posted(2);
  await event({ text: `<@UBOT> what about ${planted.word}?`, ts: '1700000003.000100' });
  await posted(3);
  await command(`ngen ${planted.word}`);
  await came('response', 1);
  slack.answer('response', { status: 500, body: planted.word });
  await command(planted.word);
  slack.answer('chat.postMessage', { status: 429, headers: { 'retry-after': '1' } });
  await event({ text: `<@UBOT> ${planted.word} NGen`, ts: '1700000004.000100' });
  await posted(5);
  slack.answer('chat.postMessage', { body: { ok: false, error: 'invalid_blocks', text: planted.word } });
  await event({ text: `<@UBOT> NGen ${planted.word}?`, ts: '1700000005.000100' });
  await posted(7);
  // Not at once: as long as the first one is under way, it is the one and the same.
  await toSlack(JSON.stringify(again), 'application/json');
  slack.answer('chat.postMessage', ...Array.from({ length: 4 }, () => ({ cut: true })));
  await event({ text: `<@UBOT> ${planted.word}`, ts: '1700000006.000100' });
  await toSlack(`{"${planted.word}`, 'application/json');
  await toSlack(JSON.stringify({ type: planted.word }), 'application/json');
  await fetch(`${bot.address}/slack/events?${planted.word}`, { method: 'POST', body: planted.word });

  // Teams: an answer, its redelivery, a button, a connector that fails, and what is no activity.
  const asked = personalMessage(teams.serviceUrl, `NGen website ${planted.word}`);
  await toTeams(asked);
  await toTeams(asked);
  await toTeams(
    click(teams.serviceUrl, { v: 1, intent: 'profile', args: { entry: planted.word }, language: 'en' }),
  );
  await toTeams(personalMessage(teams.serviceUrl, 'Bonjour', { locale: 'fr-CA' }));
  teams.answerWith({ status: 403, body: { error: { code: 'Forbidden', message: planted.word } } });
  await toTeams(personalMessage(teams.serviceUrl, `What is ${planted.word}?`));
  teams.answerWith('cut');
  await toTeams(personalMessage(teams.serviceUrl, `What is ${planted.word}?`));
  await toTeams({ type: 'message', text: planted.word });
  await toTeams(personalMessage(`https://${planted.word}.example/`, planted.word));

  // Others: the playground, the notifications' address, and paths that strangers try.
  await fetch(`${bot.address}/playground/ask`, {
    ...{ method: 'POST', headers, body: JSON.stringify({ text: planted.word, conversation: randomUUID() }) },
  });
  for (const token of [planted.notifyToken, planted.authorization]) {
    await fetch(`${bot.address}/api/notifications`, {
      method: 'POST',
      headers: { ...headers, authorization: `Bearer ${token}` },
      body: JSON.stringify({ message: planted.word, topics: [planted.word] }),
    });
  }
  await fetch(`${bot.address}/${planted.word}/%ff?${planted.word}`, {
    headers: { 'x-request-id': planted.word },
  });

  const [, address = ''] = /metrics: (http:\S+)/.exec(bot.output()) ?? [];
  // The first page counts what the second shows: its own request is none of the public server's.
  metrics = await (await fetch(address)).text();
  await bot.stop();
  logged = bot.output();
}, 60_000);
afterAll(async () => {
  await Promise.all([slack.stop(), teams.close(), collector.stop()]);
});

interface Line {
  readonly code?: string;
  readonly requestId?: string;
  readonly msg: string;
}

function lines(): Line[] {
  return logged
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as Line);
}

describe('what leaves the bot besides answers', () => {
  it.each(Object.entries(planted))('its log holds no planted %s', (_what, secret) => {
    expect(logged.length).toBeGreaterThan(1_000);
    expect(logged).not.toContain(secret);
  });

  it.each(Object.entries(planted))('its metrics and traces hold no planted %s', (_what, secret) => {
    expect(collector.bodies.join('').length).toBeGreaterThan(1_000);
    expect(collector.bodies.join('')).not.toContain(secret);
    expect(metrics).not.toContain(secret);
  });

  it('its metrics name no person, workspace, channel or message', () => {
    expect(metrics).toContain('platform="slack"');
    const ids = ['from', 'conversation'].flatMap((key) =>
      Object.entries(Object(personalMessage(teams.serviceUrl, '')[key])).filter(([name]) =>
        /id$/i.test(name),
      ),
    );
    expect(ids.length).toBeGreaterThan(2);
    for (const [, id] of ids) expect(metrics).not.toContain(String(id));
    expect(metrics).not.toMatch(/\b(?:UANN|UBOT|T1|C1|D1|17000000\d\d)\b/);
  });

  it('its log is a JSON object a line, each with a level, a time and a sentence', () => {
    expect(lines().length).toBeGreaterThan(20);
    for (const line of lines()) {
      expect(line).toMatchObject({
        level: expect.any(Number),
        time: expect.any(String),
        msg: expect.any(String),
      });
    }
  });
});

describe('the id of a request', () => {
  it('is told to who sent it, and stands in the log of the calls that it caused', () => {
    const id = requestIds.get('leader');
    expect(id).toMatch(/^[0-9a-f-]{36}$/);
    expect(lines().filter(({ requestId }) => requestId === id)).toContainEqual(
      expect.objectContaining({
        ...{ code: 'outgoing_call', service: 'slack', operation: 'chat.postMessage', status: 200 },
      }),
    );
  });

  it('stands in the lines about what went wrong, in Slack and in Teams', () => {
    const failed = (message: RegExp) => lines().find(({ msg }) => message.test(msg));
    expect(failed(/blocks refused/)?.requestId).toMatch(/^[0-9a-f-]{36}$/);
    expect(failed(/Teams did not take a message/)?.requestId).toMatch(/^[0-9a-f-]{36}$/);
  });
});

/** The value of a series, by its name and some of its labels. */
function series(name: string, labels: Readonly<Record<string, string>> = {}): number {
  const found = metrics.split('\n').filter((line) => {
    if (!line.startsWith(`supercluster_guide_${name}{`) && !line.startsWith(`supercluster_guide_${name} `)) {
      return false;
    }
    return Object.entries(labels).every(([key, value]) => line.includes(`${key}="${value}"`));
  });
  return found.reduce((sum, line) => sum + Number(line.split(' ').at(-1)), 0);
}

describe('the metrics', () => {
  it('count questions by platform, language, intent and outcome', () => {
    expect(
      series('questions_total', {
        platform: 'slack',
        language: 'en',
        intent: 'section',
        outcome: 'answer',
      }),
    ).toBe(1);
    expect(series('questions_total', { platform: 'slack', outcome: 'no-answer' })).toBeGreaterThan(0);
    expect(series('questions_total', { platform: 'teams', language: 'fr', intent: 'greeting' })).toBe(1);
    expect(series('questions_total', { platform: 'playground' })).toBe(1);
  });

  it('time our own part, the way to the asker, and the calls', () => {
    expect(series('answer_seconds_count', { platform: 'slack' })).toBe(
      series('questions_total', { platform: 'slack' }),
    );
    expect(series('reply_seconds_count', { platform: 'slack' })).toBeGreaterThanOrEqual(6);
    expect(series('reply_seconds_count', { platform: 'teams' })).toBe(3);
    const sent = { service: 'slack', operation: 'chat.postMessage' };
    expect(series('outgoing_seconds_count', { ...sent, status: '2xx' })).toBeGreaterThanOrEqual(5);
    expect(series('outgoing_seconds_count', { ...sent, status: 'none' })).toBeGreaterThan(0);
    expect(series('outgoing_seconds_count', { service: 'teams', operation: 'send', status: '4xx' })).toBe(1);
  });

  it('count redeliveries and rate limits', () => {
    expect(series('redeliveries_total', { platform: 'slack' })).toBe(1);
    expect(series('redeliveries_total', { platform: 'teams' })).toBe(1);
    expect(series('rate_limits_total', { service: 'slack' })).toBe(1);
  });

  it('tell of the content, the outbox and the database', () => {
    expect(series('content_info')).toBe(1);
    expect(series('content_entries')).toBe(30);
    expect(series('content_reload_failed')).toBe(0);
    expect(series('outbox_deliveries', { state: 'pending' })).toBe(0);
    expect(series('database_up')).toBe(1);
  });

  it('count requests by route, whatever the path', () => {
    expect(series('http_request_seconds_count', { route: 'slack', status: '4xx' })).toBe(2);
    expect(series('http_request_seconds_count', { route: 'other', status: '4xx' })).toBe(1);
  });
});

describe('the traces', () => {
  const attribute = (span: { attributes: Collector['spans'][number]['attributes'] }, key: string) =>
    Object.values(span.attributes.find((one) => one.key === key)?.value ?? {})[0];

  it('hang the answer and its delivery below the request that asked', () => {
    const { spans } = collector;
    const request = spans.find((span) => attribute(span, 'guide.request_id') === requestIds.get('leader'));
    expect(request).toMatchObject({ name: 'POST slack', kind: 2 });
    const below = spans.filter((span) => span.parentSpanId === request?.spanId);
    expect(below.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['answer question', 'slack chat.postMessage']),
    );
    expect(new Set(below.map(({ traceId }) => traceId))).toEqual(new Set([request?.traceId]));
    const answer = below.find(({ name }) => name === 'answer question');
    expect(answer && attribute(answer, 'guide.intent')).toBe('section');
  });

  it('mark what failed', () => {
    const failed = collector.spans.filter(({ status }) => status.code === 2).map(({ name }) => name);
    expect(failed).toEqual(expect.arrayContaining(['slack chat.postMessage', 'teams send']));
  });

  it('do not follow their own way to the collector', () => {
    const { port } = new URL(collector.endpoint);
    expect(collector.spans.filter(({ name }) => name.includes(port) || name.includes('v1'))).toEqual([]);
  });
});
