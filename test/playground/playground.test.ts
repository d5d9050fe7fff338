import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { connect } from 'node:net';
import express from 'express';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Answering, PlacedQuestion } from '../../src/answering.ts';
import { mountPlayground } from '../../src/playground/playground.ts';
import type { PlaygroundAnswer } from '../../src/playground/view.ts';
import { cannedAnswering } from './fixtures.ts';

const conversation = '7b1f3c0e-8a57-4c1e-9a53-0d6b8c7b2a11';
const helpCall = { v: 1, intent: 'help', args: {}, language: 'en' };

const seen: unknown[] = [];
const logged: string[] = [];
const logger = pino({ level: 'trace' }, { write: (line: string) => logged.push(line) });
const servers: Server[] = [];
let local = '';
let open = '';
let failing = '';

async function serve(answering: Answering, loopbackOnly: boolean): Promise<string> {
  const app = express();
  mountPlayground(app, { answering, logger, loopbackOnly });
  app.get('/healthz', (_request, response) => void response.send('ok'));
  const server = app.listen(0, '127.0.0.1');
  servers.push(server);
  await new Promise((resolve) => server.once('listening', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

beforeAll(async () => {
  local = await serve(cannedAnswering(seen), true);
  open = await serve(cannedAnswering(), false);
  const fail = async (): Promise<never> => {
    throw new Error('secret detail of /home/somebody');
  };
  failing = await serve(
    { ask: fail, call: fail, firstSeen: fail, overhear: fail, defaultLanguage: 'en' },
    true,
  );
});

afterAll(() => {
  for (const server of servers) server.close();
});

function post(path: string, body: unknown, headers: Record<string, string> = {}, base = local) {
  return fetch(`${base}/playground${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
}

async function answered(body: unknown, path = '/ask'): Promise<PlaygroundAnswer> {
  return (await (await post(path, body)).json()) as PlaygroundAnswer;
}

async function errorIn(response: Response): Promise<{ code: string; message: string }> {
  return ((await response.json()) as { error: { code: string; message: string } }).error;
}

/** Sends what `fetch` would tidy up first: any path, any Host. Returns the status line's number and the rest. */
function raw(base: string, path: string, host: string): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(base).port), '127.0.0.1');
    let text = '';
    socket.on('data', (data) => {
      text += data;
    });
    socket.on('end', () => resolve({ status: Number(text.split(' ')[1]), text }));
    socket.on('error', reject);
    socket.write(`GET ${path} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);
  });
}

describe('asking', () => {
  test('answers with the payload of each platform, the text and the reasons', async () => {
    const response = await post('/ask', { text: 'Tell me about NGen', language: 'en', conversation });
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('no-store');
    const answer = (await response.json()) as PlaygroundAnswer;
    expect(answer.reply).toMatchObject({
      outcome: 'answer',
      answered: true,
      language: 'en',
      intent: 'cluster',
    });
    expect(answer.text).toContain('Advanced Manufacturing (NGen)');
    expect(answer.spoken).toContain('NGen builds up');
    expect(answer.slack.message.blocks[0]).toMatchObject({ type: 'header' });
    expect(answer.teams.card).toMatchObject({ type: 'AdaptiveCard', version: '1.5', lang: 'en' });
    expect(answer.explanation.candidates[0]).toMatchObject({ intent: 'cluster' });
    expect(Object.keys(answer).sort()).toEqual(['explanation', 'reply', 'slack', 'spoken', 'teams', 'text']);
  });

  test('remembers the turn in the place of the browser tab', async () => {
    seen.length = 0;
    await post('/ask', { text: 'NGen', language: 'fr', conversation });
    await post('/call', { call: helpCall, conversation });
    const place = { platform: 'playground', workspace: '', id: conversation };
    expect(seen).toEqual([
      { place, text: 'NGen', language: 'fr' },
      { call: { intent: 'help', args: {}, language: 'en' }, place },
    ]);
  });

  test('offers no share button, for there is no channel here', async () => {
    const answer = await answered({ text: 'NGen', conversation });
    expect(JSON.stringify(answer)).not.toContain('Share with the channel');
    expect(JSON.stringify(answer.slack)).toContain('All five clusters');
    expect(JSON.stringify(answer.teams)).toContain('All five clusters');
  });

  test('suggests what the help reply offers, without leaving a turn', async () => {
    seen.length = 0;
    const start = await (await fetch(`${local}/playground/start?language=fr`)).json();
    expect(start).toEqual({
      language: 'fr',
      suggestions: [
        { text: 'Qui dirige NGen ?' },
        { text: 'Qu’est-ce qu’une supergrappe ?' },
        {
          label: 'Les cinq grappes',
          call: { v: 1, intent: 'list-clusters', args: {}, language: 'fr' },
        },
      ],
    });
    expect(seen).toEqual([{ call: { intent: 'help', args: {}, language: 'fr' }, place: undefined }]);
  });

  test('an unknown call is answered politely, not refused', async () => {
    const call = { ...helpCall, intent: 'open-the-pod-bay-doors' };
    const answer = await answered({ call, conversation }, '/call');
    expect(answer.reply.outcome).toBe('no-answer');
  });

  test('HTML in a question stays words in every payload', async () => {
    const text = '<img src=x onerror=alert(1)> <!channel> [x](javascript:alert(1)) <script>alert(2)</script>';
    const answer = await answered({ text, conversation });
    expect(answer.slack.message.text).not.toContain('<!channel>');
    // The card's text runs are taken as they are; what the page makes of them is seen in the browser.
    expect(JSON.stringify(answer.teams.card)).toContain('<img src=x');
  });
});

describe('an answer as a file', () => {
  const address = (call: unknown, base = local) =>
    `${base}/playground/markdown?${new URLSearchParams({ call: JSON.stringify(call) })}`;

  test('has its address in the answer, where there is something to produce again', async () => {
    const canned = cannedAnswering();
    const call = { intent: 'brief', args: { subject: 'cluster:ngen' }, language: 'fr' } as const;
    const ask = async (question: PlacedQuestion) => ({ ...(await canned.ask(question)), call });
    const base = await serve({ ...canned, ask }, true);
    const response = await post('/ask', { text: 'fiche NGen', conversation }, {}, base);
    const { markdown } = (await response.json()) as PlaygroundAnswer;
    expect(`${base}${markdown}`).toBe(address({ v: 1, ...call }, base));
    expect(await answered({ text: 'NGen', conversation })).not.toHaveProperty('markdown');
  });

  test('is served as Markdown to save, under a name that no argument can break', async () => {
    seen.length = 0;
    const call = { v: 1, intent: 'attribute', args: { entry: '"; x="../ngen\n' }, language: 'fr' };
    const response = await fetch(address(call));
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/markdown; charset=utf-8');
    expect(response.headers.get('content-disposition')).toBe('attachment; filename=attribute-x-ngen.fr.md');
    expect(response.headers.get('cache-control')).toBe('no-store');
    const text = await response.text();
    expect(text).toMatch(/^# Fabrication de pointe \(NGen\)\n/);
    expect(text).not.toContain('Partager');
    expect(seen).toEqual([
      { call: { intent: 'attribute', args: call.args, language: 'fr' }, place: undefined },
    ]);
  });

  test('is refused for what is no call, and not found for what has no answer', async () => {
    for (const query of ['', '?call=', '?call=x', '?call={}', '?call=1&call=2', '?call[v]=1']) {
      const response = await fetch(`${local}/playground/markdown${query}`);
      expect(response.status, query).toBe(400);
      expect((await errorIn(response)).code).toBe('bad-call');
    }
    expect((await fetch(address({ ...helpCall, intent: 'open-the-pod-bay-doors' }))).status).toBe(404);
    expect((await fetch(address(helpCall), { method: 'POST' })).status).toBe(405);
    expect((await fetch(address(helpCall, failing))).status).toBe(500);
  });
});

describe('refusing', () => {
  const malformed: [string, unknown][] = [
    ['no conversation', { text: 'x' }],
    ['a conversation that is no id', { text: 'x', conversation: '../../etc/passwd' }],
    ['an unknown language', { text: 'x', language: 'de', conversation }],
    ['a text that is no string', { text: ['x'], conversation }],
    ['a field too many', { text: 'x', conversation, admin: true }],
    ['an array', [1]],
  ];
  test.each(malformed)('%s', async (_name, body) => {
    const response = await post('/ask', body);
    expect(response.status).toBe(400);
    expect((await errorIn(response)).code).toBe('bad-request');
  });

  test('an empty question, in the language of the asker', async () => {
    const english = await post('/ask', { text: ' \n ', language: 'en', conversation });
    expect(await errorIn(english)).toEqual({ code: 'empty', message: 'Please type a question first.' });
    const response = await post('/ask', { text: '', conversation }, { 'Accept-Language': 'fr-CA, en;q=0.5' });
    expect(response.headers.get('content-language')).toBe('fr');
    expect((await errorIn(response)).message).toBe('Veuillez d’abord saisir une question.');
  });

  test('a question longer than 10,000 characters; one of exactly 10,000 is answered', async () => {
    expect((await post('/ask', { text: 'a'.repeat(10_000), conversation })).status).toBe(200);
    const response = await post('/ask', { text: 'a'.repeat(10_001), conversation });
    expect(response.status).toBe(413);
    expect((await errorIn(response)).code).toBe('too-long');
  });

  test('a body beyond 64 KB for a question and 16 KB for a call', async () => {
    expect((await post('/ask', { text: 'a'.repeat(65_536), conversation })).status).toBe(413);
    const call = { ...helpCall, args: { x: 'a'.repeat(16_384) } };
    expect((await post('/call', { call, conversation })).status).toBe(413);
  });

  test('broken JSON', async () => {
    const response = await post('/ask', '{"text": ');
    expect(response.status).toBe(400);
    expect(await errorIn(response)).toEqual({
      code: 'bad-json',
      message: 'The request is not valid JSON.',
    });
  });

  test('a forged call', async () => {
    for (const call of [null, 'help', { ...helpCall, v: 2 }, { ...helpCall, args: { a: 1 } }]) {
      const response = await post('/call', { call, conversation });
      expect(response.status).toBe(400);
      expect((await errorIn(response)).code).toBe('bad-call');
    }
  });

  test('any type but JSON, so that no form of another site can ask', async () => {
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
    ]) {
      const response = await post('/ask', { text: 'x', conversation }, { 'Content-Type': type });
      expect(response.status).toBe(415);
    }
  });

  test('another origin, on loopback and elsewhere', async () => {
    const own = new URL(open).host;
    for (const base of [local, open]) {
      const foreign: Record<string, string>[] = [
        { Origin: 'https://evil.example' },
        { Origin: 'null' },
        { Origin: 'http://127.0.0.1:1' },
        { 'Sec-Fetch-Site': 'cross-site' },
        { 'Sec-Fetch-Site': 'same-site' },
      ];
      for (const headers of foreign) {
        const response = await post('/ask', { text: 'x', conversation }, headers, base);
        expect(response.status, JSON.stringify(headers)).toBe(403);
        expect((await errorIn(response)).code).toBe('foreign-origin');
      }
    }
    // A proxy that ends TLS leaves the Host and changes the scheme.
    const behindProxy = { Origin: `https://${own}`, 'Sec-Fetch-Site': 'same-origin' };
    expect((await post('/ask', { text: 'x', conversation }, behindProxy, open)).status).toBe(200);
  });

  test('another Host on loopback (DNS rebinding), for the page as for its files', async () => {
    for (const path of ['/', '/playground/app.js', '/playground/start']) {
      expect((await raw(local, path, 'evil.example')).status, path).toBe(403);
      expect((await raw(local, path, 'localhost.evil.example:3978')).status, path).toBe(403);
      expect((await raw(local, path, 'localhost:3978')).status, path).toBe(200);
      expect((await raw(local, path, '[::1]:3978')).status, path).toBe(200);
      expect((await raw(open, path, 'guide.example.org')).status, path).toBe(200);
    }
    expect((await raw(local, '/healthz', 'evil.example')).status).toBe(200);
  });

  test('other methods', async () => {
    const get = await fetch(`${local}/playground/ask`);
    expect([get.status, get.headers.get('allow')]).toEqual([405, 'POST']);
    const put = await fetch(`${local}/playground/start`, { method: 'PUT' });
    expect([put.status, put.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  });

  test('with one sentence and no detail when answering fails', async () => {
    const response = await post('/ask', { text: 'x', language: 'fr', conversation }, {}, failing);
    expect(response.status).toBe(500);
    expect(await response.json()).toEqual({
      error: {
        code: 'failed',
        message: 'Une erreur s’est produite de notre côté ; veuillez réessayer.',
      },
    });
    expect(logged.join('')).toContain('playground_failed');
    expect(logged.join('')).not.toContain('secret detail');
  });
});

describe('serving the page', () => {
  test('with a policy that allows this server alone', async () => {
    for (const path of ['/', '/playground/style.css', '/playground/ask', '/playground/nothing']) {
      const { headers } = await fetch(`${local}${path}`);
      const policy = headers.get('content-security-policy');
      expect(policy, path).toContain("default-src 'none'; script-src 'self'; style-src 'self'");
      expect(policy).not.toMatch(/unsafe|https?:|\*/);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
    }
  });

  test('with nothing inline and nothing from elsewhere', async () => {
    const html = await (await fetch(local)).text();
    expect(html).not.toMatch(/<script(?![^>]*\bsrc="\/playground\/)|<style|\sstyle=|\son\w+=|https?:/);
    for (const [, path] of html.matchAll(/(?:src|href)="(\/[^"]+)"/g)) {
      expect((await fetch(`${local}${path}`)).status, path).toBe(200);
    }
  });

  test.each([
    ['/', 'text/html'],
    ['/playground/style.css', 'text/css'],
    ['/playground/app.js', 'text/javascript'],
    ['/playground/icon.svg', 'image/svg+xml'],
    ['/playground/vendor/adaptivecards.js', 'text/javascript'],
  ])('%s as %s', async (path, type) => {
    const response = await fetch(`${local}${path}`);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toContain(type);
    await response.body?.cancel();
  });

  test('and no other file', async () => {
    for (const path of [
      '/playground/',
      '/playground/playground.ts',
      '/playground/jsconfig.json',
      '/playground/types.d.ts',
      '/playground/../playground.ts',
      '/playground/..%2fplayground.ts',
      '/playground/%2e%2e/view.ts',
      '/playground/vendor/../../package.json',
      '/playground/vendor/adaptivecards.min.js.map',
      '/playground//etc/passwd',
      '/playground/static/app.js',
      '/playground/app.js%00.css',
      '/package.json',
    ]) {
      const { status, text } = await raw(local, path, 'localhost');
      expect(status, path).toBe(404);
      expect(text).not.toContain('import ');
    }
  });
});
