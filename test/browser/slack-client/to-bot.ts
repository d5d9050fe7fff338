/** What people do in the workspace → the signed requests that Slack sends the bot for it. */
import manifest from '../../../manifest.json' with { type: 'json' };
import { searchFunction } from '../../../src/slack/listeners/functions/index.ts';
import { nowSeconds, signedHeaders } from '../../slack/signing.ts';
import type { Triggers } from './web-api.ts';
import {
  botUser,
  type Conversation,
  type Message,
  type OpenModal,
  type Person,
  people,
  team,
  type World,
} from './world.ts';

/** Slack waits no longer for an answer. */
const patience = 3_000;

export interface Address {
  /** Where the bot listens. */
  readonly bot: string;
  /** Where this Slack listens. */
  readonly slack: string;
}

export interface ResponseTarget {
  readonly place: Conversation;
  readonly person: string;
}

/** A click: the action as the page read it from the block. */
export interface Click {
  readonly blockId: string;
  readonly action: Readonly<Record<string, unknown>>;
}

export class ToBot {
  readonly #world: World;
  readonly #triggers: Triggers;
  readonly #address: Address;
  /** Response addresses by their last part. */
  readonly responses = new Map<string, ResponseTarget>();

  constructor(world: World, triggers: Triggers, address: Address) {
    this.#world = world;
    this.#triggers = triggers;
    this.#address = address;
  }

  /** A mention in a channel is told twice, as Slack does: as a mention and as a message. */
  async wrote(place: Conversation, message: Message, { isEdited = false } = {}): Promise<void> {
    const { ts, thread, author, text } = message;
    const own = { user: author, text, ts, ...(thread !== undefined && { thread_ts: thread }) };
    const edited = { edited: { user: author, ts: this.#world.ts() } };
    const where = { channel: place.id, event_ts: ts };
    const kind = { type: 'message', channel_type: place.person ? 'im' : 'channel' };
    const told: object[] = isEdited
      ? [
          {
            ...kind,
            ...where,
            subtype: 'message_changed',
            hidden: true,
            message: { type: 'message', ...own, ...edited },
            previous_message: { type: 'message', ...own, text: '' },
            ts: this.#world.ts(),
          },
        ]
      : [{ ...kind, ...where, ...own }];
    if (!place.person && text.includes(`<@${botUser}>`)) {
      told.unshift({ type: 'app_mention', ...where, ...own, ...(isEdited && edited) });
    }
    const links = isEdited ? [] : knownLinks(text);
    if (links.length > 0) {
      told.push({
        ...{ type: 'link_shared', user: author, channel: place.id, message_ts: ts, event_ts: ts, links },
        ...{ is_bot_user_member: true, source: 'conversations_history', unfurl_id: `${place.id}.${ts}.a` },
        ...(thread !== undefined && { thread_ts: thread }),
      });
    }
    await Promise.all(told.map((event) => this.#event(event)));
  }

  /** Slack's own search asks the app, and waits for what it finds. */
  async searched(person: Person, query: string): Promise<void> {
    const id = this.#world.id('Fx');
    this.#world.searches.set(id, { person, results: [] });
    await this.#event({
      type: 'function_executed',
      function: { id: 'Fn1', callback_id: searchFunction, title: 'Search', type: 'app', app_id: 'A1' },
      inputs: { query, user_context: { id: person, secret: 'x' } },
      ...{ function_execution_id: id, workflow_execution_id: 'Wx1', event_ts: this.#world.ts() },
      bot_access_token: 'xwfp-of-the-function',
    });
  }

  opened(person: Person, tab: 'home' | 'messages'): Promise<unknown> {
    const direct = this.#world.conversation(person);
    return this.#event({ type: 'app_home_opened', user: person, channel: direct?.id, tab });
  }

  async typed(place: Conversation, person: Person, line: string): Promise<void> {
    const [, command = '', text = ''] = /^(\S+)\s*([\s\S]*)$/.exec(line) ?? [];
    await this.#form({
      ...{ token: 'x', team_id: team, team_domain: 'acme', channel_id: place.id, channel_name: place.name },
      ...{ user_id: person, user_name: people[person].name, command, text, api_app_id: 'A1' },
      is_enterprise_install: 'false',
      response_url: this.#responseUrl({ place, person }),
      trigger_id: this.#trigger(person),
    });
  }

  async clickedMessage(person: Person, place: Conversation, message: Message, click: Click): Promise<void> {
    const { ts, thread, text, blocks, author, onlyFor } = message;
    const isPrivate = onlyFor !== undefined;
    const inThread = thread === undefined ? {} : { thread_ts: thread };
    await this.#interaction(person, {
      ...{ type: 'block_actions', actions: [actionOf(click)], state: { values: {} } },
      container: {
        type: 'message',
        message_ts: ts,
        channel_id: place.id,
        is_ephemeral: isPrivate,
        ...inThread,
      },
      channel: { id: place.id, name: place.person ? 'directmessage' : place.name },
      ...(!isPrivate && {
        message: { type: 'message', user: author, bot_id: 'BBOT', ts, text, blocks, ...inThread },
      }),
      response_url: this.#responseUrl({ place, person }),
    });
  }

  async clickedView(person: Person, view: object & { id: string }, click: Click): Promise<void> {
    await this.#interaction(person, {
      ...{ type: 'block_actions', actions: [actionOf(click)] },
      container: { type: 'view', view_id: view.id },
      view: viewOf(view, {}),
    });
  }

  /** @returns what the bot wants of the window */
  submitted(person: Person, { id, view }: OpenModal, values: object): Promise<unknown> {
    return this.#interaction(person, {
      ...{ type: 'view_submission', response_urls: [] },
      view: viewOf({ ...view, id }, values),
    });
  }

  async usedShortcut(person: Person, callback: string): Promise<void> {
    await this.#interaction(person, { type: 'shortcut', callback_id: callback, action_ts: this.#world.ts() });
  }

  async usedMessageShortcut(
    person: Person,
    callback: string,
    place: Conversation,
    message: Message,
  ): Promise<void> {
    const { ts, author, text, blocks } = message;
    await this.#interaction(person, {
      ...{ type: 'message_action', callback_id: callback, action_ts: this.#world.ts(), message_ts: ts },
      channel: { id: place.id, name: place.name },
      message: { type: 'message', user: author, ts, text, blocks },
      response_url: this.#responseUrl({ place, person }),
    });
  }

  #event(event: object): Promise<unknown> {
    return this.#send(
      JSON.stringify({
        ...{ token: 'x', team_id: team, api_app_id: 'A1', type: 'event_callback' },
        ...{ event_id: this.#world.id('Ev'), event_time: nowSeconds(), is_ext_shared_channel: false },
        authorizations: [{ enterprise_id: null, team_id: team, user_id: botUser, is_bot: true }],
        event,
      }),
      'application/json',
    );
  }

  #interaction(person: Person, payload: object): Promise<unknown> {
    const { name } = people[person];
    return this.#form({
      payload: JSON.stringify({
        ...{ api_app_id: 'A1', token: 'x', enterprise: null, is_enterprise_install: false },
        team: { id: team, domain: 'acme' },
        user: { id: person, username: name.toLowerCase(), name: name.toLowerCase(), team_id: team },
        trigger_id: this.#trigger(person),
        ...payload,
      }),
    });
  }

  #form(fields: Record<string, string>): Promise<unknown> {
    return this.#send(new URLSearchParams(fields).toString(), 'application/x-www-form-urlencoded');
  }

  async #send(body: string, contentType: string): Promise<unknown> {
    const response = await fetch(`${this.#address.bot}/slack/events`, {
      method: 'POST',
      body,
      headers: signedHeaders(body, contentType),
      signal: AbortSignal.timeout(patience),
    });
    if (!response.ok) throw new Error(`the bot answered ${response.status}`);
    const text = await response.text();
    return text === '' ? undefined : JSON.parse(text);
  }

  #trigger(person: string): string {
    return this.#triggers.give(this.#world.id('trigger.'), person);
  }

  #responseUrl(target: ResponseTarget): string {
    const id = this.#world.id('r');
    this.responses.set(id, target);
    return `${this.#address.slack}/response/${id}`;
  }
}

/** Links to the sites that the manifest names; Slack tells of no others. */
function knownLinks(text: string): { readonly url: string; readonly domain: string }[] {
  const addresses = [...text.matchAll(/<(https?:[^|>]+)>/g)].map(([, url = '']) => url);
  return addresses.flatMap((url) => {
    const { hostname } = new URL(url);
    const domain = manifest.features.unfurl_domains.find(
      (one) => hostname === one || hostname.endsWith(`.${one}`),
    );
    return domain === undefined ? [] : [{ url, domain }];
  });
}

function actionOf({ blockId, action }: Click): object {
  return { ...action, block_id: blockId, action_ts: String(nowSeconds()) };
}

function viewOf(view: object & { id: string }, values: object): object {
  return {
    private_metadata: '',
    team_id: team,
    app_id: 'A1',
    bot_id: 'BBOT',
    hash: '1.a',
    ...view,
    state: { values },
  };
}
