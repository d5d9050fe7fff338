/** A restart in the middle of the work: what was taken up is finished, what was not comes again. */
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, createServer, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { botToken, envelopeOf, mention, nowSeconds, sign, signingSecret } from '../slack/harness.ts';
import { SlackDouble } from '../slack/slack-double.ts';
import { type RunningBot, startBot } from '../support/bot.ts';
import { personalMessage } from '../teams/activities.ts';
import { listen } from '../teams/server.ts';

let data: string;
let slack: SlackDouble;
let bot: RunningBot;
let agent: Agent;
/** The first connection waits for its answer meanwhile. */
let other: Agent;

const start = () =>
  startBot({
    ...{ DATA_DIR: data, SLACK_SIGNING_SECRET: signingSecret, SLACK_BOT_TOKEN: botToken },
    ...{ SLACK_API_URL: slack.apiUrl, LOG_LEVEL: 'info' },
  });

beforeEach(async () => {
  data = mkdtempSync(join(tmpdir(), 'restart-'));
  slack = await new SlackDouble().start();
  agent = new Agent({ keepAlive: true, maxSockets: 1 });
  other = new Agent();
  bot = await start();
});
afterEach(async () => {
  agent.destroy();
  other.destroy();
  await bot.stop();
  await slack.stop();
  rmSync(data, { recursive: true, force: true });
});

/** Over the one connection that is kept open, as Slack's and a proxy's are. @returns the status, or an error's code */
async function post(
  path: string,
  body: string,
  headers: Record<string, string> = {},
  through = agent,
): Promise<number | string> {
  const outgoing = request(`${bot.address}${path}`, {
    ...{ method: 'POST', agent: through, headers: { 'content-type': 'application/json', ...headers } },
  });
  outgoing.end(body);
  try {
    const [response] = await once(outgoing, 'response');
    response.resume();
    await once(response, 'end');
    return response.statusCode;
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : 'failed';
  }
}

function toSlack(body: string): Promise<number | string> {
  const timestamp = nowSeconds();
  return post('/slack/events', body, {
    'x-slack-request-timestamp': String(timestamp),
    'x-slack-signature': sign(body, timestamp),
  });
}

const question = (text: string, ts: string) => JSON.stringify(envelopeOf(mention({ text, ts })));
/** What was said under a question. */
const answersTo = (ts: string) => slack.calls('chat.postMessage').filter(({ thread_ts }) => thread_ts === ts);

/** Takes its time for the first message. */
async function startSlowConnector() {
  const sent: string[] = [];
  const server = createServer((incoming, response) => {
    incoming.resume();
    sent.push(incoming.url ?? '');
    const accept = () =>
      response.writeHead(201, { 'content-type': 'application/json' }).end(`{"id":"sent-${sent.length}"}`);
    setTimeout(accept, sent.length === 1 ? 1_500 : 0);
  });
  return {
    sent,
    serviceUrl: `${await listen(server, '127.0.0.1')}/`,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

describe('a restart', () => {
  it('in Slack finishes the answer under way and refuses a new question, which the next process answers', async () => {
    const first = question('<@UBOT> Who leads Scale AI?', '1700000001.000100');
    const second = question('<@UBOT> NGen website', '1700000002.000100');
    slack.answer('chat.postMessage', { after: 1_500 });
    expect(await toSlack(first)).toBe(200);
    await vi.waitFor(() => expect(answersTo('1700000001.000100')).toHaveLength(1), 8_000);

    const stopped = bot.stop();
    await vi.waitFor(() => expect(bot.output()).toContain('"code":"stopping"'), 5_000);
    // What is not taken up must not look as if it were: Slack delivers it again.
    expect([503, 'ECONNREFUSED', 'ECONNRESET']).toContain(await toSlack(second));
    expect(await stopped).toBe(0);
    expect(bot.output()).toContain('"code":"stopped"');
    expect(bot.output()).not.toContain('not delivered');

    bot = await start();
    expect(await toSlack(second)).toBe(200);
    // The first one was acknowledged: should Slack have missed it, it is not answered twice.
    expect(await toSlack(first)).toBe(200);
    await vi.waitFor(() => expect(answersTo('1700000002.000100')).toHaveLength(1), 8_000);
    await bot.stop();
    expect(answersTo('1700000001.000100')).toHaveLength(1);
    expect(answersTo('1700000002.000100')).toHaveLength(1);
  });

  it('in Teams finishes the answer under way and refuses a new question, which the next process answers', async () => {
    const teams = await startSlowConnector();
    try {
      const first = JSON.stringify(personalMessage(teams.serviceUrl, 'Who leads Scale AI?'));
      const second = JSON.stringify(personalMessage(teams.serviceUrl, 'NGen website'));
      const answered = post('/api/messages', first);
      await vi.waitFor(() => expect(teams.sent).toHaveLength(1), 8_000);

      const stopped = bot.stop();
      await vi.waitFor(() => expect(bot.output()).toContain('"code":"stopping"'), 5_000);
      expect([503, 'ECONNREFUSED', 'ECONNRESET']).toContain(await post('/api/messages', second, {}, other));
      expect(await answered).toBe(200);
      expect(await stopped).toBe(0);

      bot = await start();
      expect(await post('/api/messages', second)).toBe(200);
      expect(await post('/api/messages', first)).toBe(200);
      expect(teams.sent).toHaveLength(2);
    } finally {
      await teams.close();
    }
  });
});
