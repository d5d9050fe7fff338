import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { channelMessage, installed, personalMessage } from './activities.ts';
import { startServer, type TestServer } from './server.ts';

let server: TestServer;
beforeEach(async () => {
  server = await startServer();
});
afterEach(() => server.close());

describe('subscription lines', () => {
  test('in a personal chat belong to it, and the person manages it', async () => {
    await server.post(personalMessage(server.serviceUrl, 'subscribe NGen weekly'));
    expect(server.subscriptions.requests).toMatchObject([
      { channel: { platform: 'teams' }, text: 'subscribe NGen weekly', manager: true },
    ]);
    expect(JSON.stringify(server.sent)).toContain('I will tell this channel.');
    expect(server.sent).toHaveLength(1);
  });

  test('in a channel belong to the channel, not to the thread or to one person', async () => {
    await server.post(channelMessage(server.serviceUrl, '<at>Supercluster Guide</at> subscribe NGen'));
    expect(server.subscriptions.requests).toMatchObject([
      {
        channel: { platform: 'teams', workspace: 'tenant-1', channel: '19:channel@thread.tacv2' },
        text: 'subscribe NGen',
        manager: false,
      },
    ]);
  });

  test('a channel the app comes back to is no longer suspended', async () => {
    await server.post(installed(server.serviceUrl));
    expect(server.subscriptions.arrivals).toEqual([
      { platform: 'teams', workspace: 'tenant-1', channel: 'a:personal-chat' },
    ]);
  });
});

test('an answer is remembered with what it was made of, in its thread', async () => {
  await server.post(channelMessage(server.serviceUrl, '<at>Supercluster Guide</at> who leads NGen?'));
  expect(server.answerLog.answers).toMatchObject([
    {
      channel: { platform: 'teams', workspace: 'tenant-1', channel: '19:channel@thread.tacv2' },
      messageId: 'sent-1',
      thread: '1700000000001',
    },
  ]);
});
