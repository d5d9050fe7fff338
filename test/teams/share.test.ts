import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Reply } from '../../src/conversation/types.ts';
import { shareActions } from '../../src/teams/share.ts';
import { askReal } from '../support/real-content.ts';
import { channelMessage, click, groupMessage, personalMessage } from './activities.ts';
import { complaints } from './official-renderer.ts';
import { startServer, type TestServer } from './server.ts';

let server: TestServer;
beforeEach(async () => {
  server = await startServer();
});
afterEach(() => server.close());

const call = { v: 1, intent: 'help', args: {}, language: 'fr' };
const inChannel = () => {
  const { conversation, channelData } = channelMessage(server.serviceUrl, '');
  return { conversation, channelData };
};

describe('in the thread of a channel', () => {
  it('an answer can be shared with the channel', async () => {
    await server.post(channelMessage(server.serviceUrl, '<at>Supercluster Guide</at> who leads NGen?'));
    const { activity } = server.sent[0]!;
    expect(JSON.stringify(activity)).toContain('"title":"Share with the channel","verb":"share"');
    expect(complaints(activity.attachments?.[0]?.content)).toEqual([]);
  });

  it('and then stands there as a post of its own, with the name of who shares it', async () => {
    const response = await server.post({ ...click(server.serviceUrl, call, 'share'), ...inChannel() });
    expect(JSON.parse(response.body).value).toBe('La réponse figure maintenant dans le canal.');
    expect(server.sent).toHaveLength(1);
    const { path, activity } = server.sent[0]!;
    expect(decodeURIComponent(path)).toBe('/v3/conversations/19:channel@thread.tacv2/activities');
    expect(activity.text).toContain('Ada Lovelace partage cette réponse');
    expect(JSON.stringify(activity.attachments)).toContain('You called: help');
    // It can be rated and corrected where it stands, and not be shared once more.
    expect(JSON.stringify(activity)).toContain('"verb":"feedback"');
    expect(JSON.stringify(activity)).not.toContain('"verb":"share"');
    expect(server.answerLog.answers).toMatchObject([
      { channel: { channel: '19:channel@thread.tacv2' }, messageId: 'sent-1', thread: undefined },
    ]);
  });

  it('once, though Teams repeats the click', async () => {
    const repeated = { ...click(server.serviceUrl, call, 'share'), ...inChannel() };
    await server.post(repeated);
    expect((await server.post(repeated)).status).toBe(200);
    expect(server.sent).toHaveLength(1);
  });

  it('a channel that Teams does not reach is told of in the response', async () => {
    server.failWith(403);
    const response = await server.post({ ...click(server.serviceUrl, call, 'share'), ...inChannel() });
    expect(response.status).toBe(200);
    expect(JSON.parse(response.body)).toMatchObject({ statusCode: 500, value: { code: 'message-not-sent' } });
  });

  it('what is no call is refused politely', async () => {
    const response = await server.post({ ...click(server.serviceUrl, { v: 9 }, 'share'), ...inChannel() });
    expect(JSON.parse(response.body).value).toMatch(/no longer works/);
    expect(server.sent).toEqual([]);
  });
});

describe('elsewhere', () => {
  it('a button of an earlier card answers again, where everyone sees it', async () => {
    await server.post(click(server.serviceUrl, call, 'share'));
    expect(decodeURIComponent(server.sent[0]?.path ?? '')).toContain('/a:personal-chat/activities');
  });

  it('in a group chat there is nobody to share with', async () => {
    await server.post(groupMessage(server.serviceUrl, 'hello'));
    expect(JSON.stringify(server.sent)).not.toMatch(/"verb":"share"|Share in Teams/);
  });

  it('an answer without a source has no address to share', async () => {
    await server.post(personalMessage(server.serviceUrl, 'hello'));
    expect(JSON.stringify(server.sent)).not.toContain('Share in Teams');
  });

  it.each([
    ['en', 'Who leads NGen?', 'Share in Teams…'],
    ['fr', 'Qui dirige NGen ?', 'Partager dans Teams…'],
  ] as const)(
    'a personal chat opens Microsoft’s form with the source and the answer (%s)',
    (language, question, label) => {
      const [action] = shareActions(askReal(question, language), 'personal');
      expect(action).toMatchObject({ type: 'Action.OpenUrl', title: label });
      const url = new URL(action?.type === 'Action.OpenUrl' ? action.url : '');
      expect(url.origin + url.pathname).toBe('https://teams.microsoft.com/share');
      expect(url.searchParams.get('href')).toMatch(/^https:\/\//);
      const words = url.searchParams.get('msgText') ?? '';
      expect(words).toContain('NGen');
      expect(words.length).toBeLessThanOrEqual(200);
    },
  );

  it('an address that Teams could not open is not offered', () => {
    const reply = askReal('Who leads NGen?', 'en');
    const long = `https://example.com/${'a'.repeat(2_000)}`;
    const source = { id: 's', title: 'S', publisher: 'P', url: long };
    const card: Reply['card'] = {
      ...reply.card,
      elements: [{ type: 'sources', label: 'Sources', asOf: '', sources: [source] }],
    };
    expect(shareActions({ ...reply, card }, 'personal')).toEqual([]);
  });
});
