/** The edge on a real Express server, with requests signed as Slack signs them. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { pino } from 'pino';
import { expect, onTestFinished, vi } from 'vitest';
import type { OperatorPages, SlackConfig, SlackOAuth } from '../../src/config.ts';
import type { Language } from '../../src/knowledge/language.ts';
import { createSubscribersDesk } from '../../src/notifications/subscribers-desk.ts';
import type { Platform } from '../../src/platform.ts';
import { createInstallations } from '../../src/slack/create-installations.ts';
import type { Installations } from '../../src/slack/installations.ts';
import { createSlack, type SlackOptions } from '../../src/slack/slack.ts';
import { createSourceIndex } from '../../src/source-index.ts';
import { parseKeyRing } from '../../src/store/secrets.ts';
import type { Store } from '../../src/store/store.ts';
import { FakeAnswerLog, FakeSubscriptions, noApprovals } from '../support/fake-notifications.ts';
import { realKnowledge } from '../support/real-content.ts';
import { FakeAnswering } from './fake-answering.ts';
import { botToken, nowSeconds, sign, signingSecret } from './signing.ts';
import { SlackDouble } from './slack-double.ts';
import { openWorkspace } from './workspace.ts';

export { botToken, nowSeconds, sign, signingSecret };

/** How fresh the content is. */
export const freshness = { entries: 30, statements: 400, overdue: 2, newest: '2026-10-01' };
/** What can be asked to begin with. */
export const suggested = {
  en: ['What does NGen do?', 'Which countries have ratified CETA?'],
  fr: ['Que fait NGen ?', 'Quels pays ont ratifié l’AECG ?'],
};

export interface Request {
  readonly secret?: string;
  readonly timestamp?: number;
  readonly signature?: string;
  readonly contentType?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Harness {
  readonly slack: SlackDouble;
  readonly answering: FakeAnswering;
  readonly store: Store;
  readonly subscriptions: FakeSubscriptions;
  readonly answerLog: FakeAnswerLog;
  readonly platform: Platform;
  readonly installations: Installations;
  readonly address: string;
  /** Lets so many milliseconds pass for the edge. */
  readonly pass: (milliseconds: number) => void;
  /** Another process on the same store, without an address. */
  readonly create: () => Platform;
  readonly logged: () => string;
  /** Sends a body with a signature. */
  readonly send: (body: string, request?: Request) => Promise<Response>;
  readonly event: (event: object, envelope?: object) => Promise<Response>;
  readonly command: (fields: Record<string, string>) => Promise<Response>;
  readonly click: (payload: object) => Promise<Response>;
  /** Uses a shortcut: the global one unless the fields say otherwise. */
  readonly shortcut: (fields: object) => Promise<Response>;
  /** Submits a modal: what was stated in its blocks. */
  readonly submit: (view: object, fields?: object) => Promise<Response>;
  /** Waits until so many messages were posted, publicly or privately. */
  readonly posted: (count: number) => Promise<Readonly<Record<string, unknown>>[]>;
  /** Everything under way has been answered: nothing more will be posted. */
  readonly settled: () => Promise<Readonly<Record<string, unknown>>[]>;
}

/** Settings with which workspaces install the app; its store then has a key. */
export const oauth = { clientId: '1.2', clientSecret: 'a-client-secret', stateSecret: 's'.repeat(32) };
const encryptionKeys = parseKeyRing(`k1:${Buffer.alloc(32, 1).toString('base64')}`);

/** @param services what stands in the place of a double, made of the store */
export async function startHarness(
  overrides: {
    readonly signingSecret?: string;
    readonly appToken?: string;
    readonly oauth?: SlackOAuth;
    readonly pages?: OperatorPages;
  } = {},
  services: (store: Store) => Partial<SlackOptions> = () => ({}),
): Promise<Harness> {
  const slack = await new SlackDouble().start();
  const answering = new FakeAnswering();
  const lines: string[] = [];
  const logger = pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) });
  const access = overrides.oauth ? { oauth: overrides.oauth } : { botToken };
  const config: SlackConfig = { signingSecret, apiUrl: slack.apiUrl, ...overrides, ...access };
  const store = await openWorkspace({ keys: encryptionKeys });
  const subscriptions = new FakeSubscriptions();
  const answerLog = new FakeAnswerLog();
  const people = { workspace: store, freshness: () => freshness, subscriptions, answerLog };
  const content = {
    suggestedQuestions: (language: Language) => suggested[language],
    sources: createSourceIndex(() => realKnowledge),
  };
  const installations = createInstallations(config, { stores: store, clock: () => new Date(), logger });
  const desks = {
    approvals: noApprovals,
    subscribers: createSubscribersDesk({ settings: store.settings, clock: () => new Date() }),
  };
  let ahead = 0;
  const clock = () => new Date(Date.now() + ahead);
  const create = () =>
    createSlack({
      ...{ config, installations, answering, ...people, ...content, ...desks, logger, clock },
      ...services(store),
    });
  const platform = create();
  const app = express();
  platform.mount(app);
  const server = await listen(createServer(app));
  onTestFinished(async () => {
    await platform.stop();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await slack.stop();
    // Whatever a test is about: nothing may be sent that Slack would refuse.
    expect(slack.violations).toEqual([]);
  });
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const url = `${address}/slack/events`;

  const send = (body: string, request: Request = {}): Promise<Response> => {
    const timestamp = request.timestamp ?? nowSeconds();
    return fetch(url, {
      method: 'POST',
      body,
      headers: {
        'content-type': request.contentType ?? 'application/json',
        'x-slack-request-timestamp': String(timestamp),
        'x-slack-signature': request.signature ?? sign(body, timestamp, request.secret),
        ...request.headers,
      },
    });
  };
  const form = (fields: Record<string, string>) =>
    send(new URLSearchParams(fields).toString(), { contentType: 'application/x-www-form-urlencoded' });
  return {
    slack,
    answering,
    store,
    subscriptions,
    answerLog,
    platform,
    installations,
    address,
    pass: (milliseconds) => {
      ahead += milliseconds;
    },
    create,
    logged: () => lines.join(''),
    send,
    event: (event, envelope = {}) => send(JSON.stringify(envelopeOf(event, envelope))),
    command: (fields) => form({ ...commandFields(slack), ...fields }),
    click: (payload) => form({ payload: JSON.stringify({ ...clickFields(slack), ...payload }) }),
    shortcut: (fields) => form({ payload: JSON.stringify({ ...shortcutFields(), ...fields }) }),
    submit: (view, fields = {}) =>
      form({ payload: JSON.stringify({ ...submissionFields(view), ...fields }) }),
    posted: async (count) => {
      await vi.waitFor(() => {
        if (slack.posted.length < count) throw new Error(`${slack.posted.length} of ${count} messages`);
      }, 5_000);
      return slack.posted;
    },
    settled: async () => {
      await platform.stop();
      return slack.posted;
    },
  };
}

async function listen(server: Server): Promise<Server> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

let events = 0;

export function envelopeOf(event: object, envelope: object = {}): object {
  events += 1;
  return {
    token: 'x',
    team_id: 'T1',
    api_app_id: 'A1',
    type: 'event_callback',
    event_id: `Ev${events}`,
    event_time: nowSeconds(),
    authorizations: [{ team_id: 'T1', user_id: 'UBOT', is_bot: true }],
    event,
    ...envelope,
  };
}

export function mention(fields: object = {}): object {
  return {
    type: 'app_mention',
    user: 'UANN',
    text: '<@UBOT> who leads NGen?',
    ts: '1700000000.000100',
    channel: 'C1',
    ...fields,
  };
}

export function directMessage(fields: object = {}): object {
  return {
    type: 'message',
    channel_type: 'im',
    user: 'UANN',
    text: 'who leads NGen?',
    ts: '1700000000.000200',
    channel: 'D1',
    ...fields,
  };
}

export function commandFields(slack: SlackDouble): Record<string, string> {
  return {
    command: '/supercluster',
    text: 'NGen',
    team_id: 'T1',
    channel_id: 'C1',
    user_id: 'UANN',
    response_url: slack.responseUrl,
    trigger_id: '1.2.3',
    api_app_id: 'A1',
  };
}

function clickFields(slack: SlackDouble): object {
  return {
    type: 'block_actions',
    team: { id: 'T1', domain: 'acme' },
    user: { id: 'UANN', username: 'ann', team_id: 'T1' },
    channel: { id: 'C1', name: 'general' },
    api_app_id: 'A1',
    token: 'x',
    trigger_id: '1.2.3',
    response_url: slack.responseUrl,
    container: { type: 'message', message_ts: '1700000000.000300', channel_id: 'C1', is_ephemeral: false },
    message: { type: 'message', ts: '1700000000.000300' },
  };
}

function shortcutFields(): object {
  return {
    type: 'shortcut',
    token: 'x',
    action_ts: '1700000000.000400',
    team: { id: 'T1', domain: 'acme' },
    user: { id: 'UANN', username: 'ann', team_id: 'T1' },
    is_enterprise_install: false,
    enterprise: null,
    callback_id: 'ask_guide',
    trigger_id: '1.2.5',
  };
}

/** A modal comes back as it was opened, with an id and the state of its inputs. */
function submissionFields(view: object): object {
  return {
    type: 'view_submission',
    team: { id: 'T1', domain: 'acme' },
    user: { id: 'UANN', username: 'ann', name: 'ann', team_id: 'T1' },
    api_app_id: 'A1',
    token: 'x',
    trigger_id: '1.2.4',
    response_urls: [],
    is_enterprise_install: false,
    enterprise: null,
    view: {
      id: 'V1',
      private_metadata: '',
      team_id: 'T1',
      hash: '1.a',
      app_id: 'A1',
      bot_id: 'BBOT',
      ...view,
    },
  };
}

/** The fields of a click on what only one person sees: Slack then sends no message. */
export const privately = {
  container: { type: 'message', message_ts: '1.2', channel_id: 'C1', is_ephemeral: true },
  message: undefined,
};
