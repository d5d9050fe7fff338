/**
 * A small Slack on this machine with a page for people: what they do on the page reaches the bot as
 * signed requests, and the page draws what the bot says through the Web API.
 */
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { z } from 'zod';
import { formBody } from '../../slack/slack-double.ts';
import { ToBot } from './to-bot.ts';
import { addBotMessage, Triggers, webApi } from './web-api.ts';
import { botUser, type Conversation, type Message, type Person, people, World } from './world.ts';

const page = join(import.meta.dirname, 'page');
const playground = join(import.meta.dirname, '../../../src/playground/static');
/** What the page is made of; how blocks look is the playground's. */
const files: Readonly<Record<string, string>> = {
  '/': join(page, 'index.html'),
  '/client.js': join(page, 'client.js'),
  '/client.css': join(page, 'client.css'),
  '/interactive.js': join(page, 'interactive.js'),
  ...Object.fromEntries(
    ['dom.js', 'slack-blocks.js', 'strings.js', 'slack.css', 'icon.svg'].map((name) => [
      `/${name}`,
      join(playground, name),
    ]),
  ),
};
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

const action = z.looseObject({ type: z.string(), action_id: z.string() });
const clickFields = { blockId: z.string(), action };
/** What the page may ask for. */
const deedSchema = z.discriminatedUnion('do', [
  z.object({ do: z.literal('say'), channel: z.string(), thread: z.string().optional(), text: z.string() }),
  z.object({ do: z.literal('edit'), channel: z.string(), ts: z.string(), text: z.string() }),
  z.object({ do: z.literal('open'), tab: z.enum(['home', 'messages']) }),
  z.object({ do: z.literal('click'), channel: z.string(), ts: z.string(), ...clickFields }),
  z.object({ do: z.literal('click-home'), ...clickFields }),
  z.object({ do: z.literal('click-modal'), ...clickFields }),
  z.object({ do: z.literal('submit'), values: z.record(z.string(), z.record(z.string(), z.unknown())) }),
  z.object({ do: z.literal('close') }),
  z.object({ do: z.literal('shortcut') }),
  z.object({ do: z.literal('search'), query: z.string() }),
  z.object({ do: z.literal('answer-this'), channel: z.string(), ts: z.string() }),
]);
type Deed = z.infer<typeof deedSchema>;

const submissionSchema = z.object({
  response_action: z.enum(['errors', 'update', 'clear']).optional(),
  errors: z.record(z.string(), z.string()).optional(),
  view: z.unknown().optional(),
});

export class LocalSlack {
  readonly world = new World();
  readonly #triggers = new Triggers();
  readonly #api = webApi(this.world, this.#triggers);
  readonly #server: Server;
  #toBot: ToBot | undefined;

  constructor() {
    this.#server = createServer((request, response) => {
      this.#handle(request, response).catch((error: unknown) => end(response, 500, String(error)));
    });
  }

  /** @param port 0 for any that is free */
  async start(port = 0): Promise<this> {
    await new Promise<void>((resolve) => this.#server.listen(port, '127.0.0.1', resolve));
    return this;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }
  get apiUrl(): string {
    return `${this.origin}/api/`;
  }

  /** From now on people's doings reach the bot at this address. */
  connect(bot: string): void {
    this.#toBot = new ToBot(this.world, this.#triggers, { bot, slack: this.origin });
  }

  async #handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', this.origin);
    const [, kind = '', name = ''] = url.pathname.split('/');
    const file = files[url.pathname];
    if (request.method === 'GET' && file) return end(response, 200, readFileSync(file), types[extname(file)]);
    if (kind === 'stream') return this.#stream(personOf(url), response);
    const text = await textOf(request);
    if (kind === 'api') return json(response, this.#api(name, formBody(text)));
    if (kind === 'response') return json(response, this.#respond(name, JSON.parse(text)));
    if (kind !== 'do') return end(response, 404, '');
    try {
      await this.#do(personOf(url), deedSchema.parse(JSON.parse(text)));
      return json(response, {});
    } catch (error) {
      return json(response, { failed: error instanceof Error ? error.message : String(error) });
    } finally {
      this.world.changed();
    }
  }

  /** Tells the page whenever something changes. */
  #stream(person: Person, response: ServerResponse): void {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    const tell = () => response.write(`data: ${JSON.stringify(this.world.seenBy(person))}\n\n`);
    tell();
    response.once('close', this.world.watch(tell));
  }

  /** A response address: good for the place and the person it was given for. */
  #respond(id: string, given: Record<string, unknown>): object {
    const target = this.#toBot?.responses.get(id);
    if (!target) return { ok: false, error: 'used_url' };
    const isPublic = given.response_type === 'in_channel';
    const message = addBotMessage(this.world, target.place, given, isPublic ? undefined : target.person);
    this.world.changed();
    return message ? { ok: true } : { ok: false, error: 'invalid_blocks' };
  }

  async #do(person: Person, deed: Deed): Promise<void> {
    const bot = this.#toBot;
    if (!bot) throw new Error('no bot is connected');
    switch (deed.do) {
      case 'say': {
        const place = this.#place(deed.channel);
        if (deed.text.startsWith('/')) return bot.typed(place, person, deed.text);
        const message: Message = {
          ...{ ts: this.world.ts(), author: person, text: asSlackWrites(deed.text), blocks: [] },
          ...(deed.thread !== undefined && { thread: deed.thread }),
        };
        place.messages.push(message);
        this.world.changed();
        return bot.wrote(place, message);
      }
      case 'edit': {
        const { place, message } = this.#message(deed);
        Object.assign(message, { text: asSlackWrites(deed.text), isEdited: true });
        return bot.wrote(place, message, { isEdited: true });
      }
      case 'open':
        await bot.opened(person, deed.tab);
        return;
      case 'click': {
        const { place, message } = this.#message(deed);
        return bot.clickedMessage(person, place, message, deed);
      }
      case 'click-home': {
        const home = this.world.homes.get(person);
        if (home) await bot.clickedView(person, home, deed);
        return;
      }
      case 'click-modal': {
        const modal = this.world.modals.get(person);
        if (modal) await bot.clickedView(person, { ...modal.view, id: modal.id }, deed);
        return;
      }
      case 'submit':
        return this.#submit(bot, person, deed.values);
      case 'close':
        this.world.modals.delete(person);
        return;
      case 'search':
        return bot.searched(person, deed.query);
      case 'shortcut':
        return bot.usedShortcut(person, 'ask_guide');
      case 'answer-this': {
        const { place, message } = this.#message(deed);
        return bot.usedMessageShortcut(person, 'answer_this', place, message);
      }
    }
  }

  async #submit(bot: ToBot, person: Person, values: object): Promise<void> {
    const modal = this.world.modals.get(person);
    if (!modal) return;
    const { view: submitted } = modal;
    const wanted = submissionSchema.parse((await bot.submitted(person, modal, values)) ?? {});
    if (wanted.response_action === 'errors') modal.errors = wanted.errors ?? {};
    else if (wanted.response_action !== 'update') this.world.modals.delete(person);
    // `views.update` may have overtaken the answer to the submission: what it shows is newer.
    else if (modal.view === submitted) Object.assign(modal, { view: wanted.view, errors: {} });
  }

  #place(id: string): Conversation {
    const place = this.world.conversation(id);
    if (!place) throw new Error(`no conversation ${id}`);
    return place;
  }

  #message({ channel, ts }: { readonly channel: string; readonly ts: string }) {
    const place = this.#place(channel);
    const message = place.messages.find((each) => each.ts === ts);
    if (!message) throw new Error(`no message ${ts}`);
    return { place, message };
  }
}

/** What is typed → as Slack hands it on: three characters escaped, addresses marked, the bot's name a mention. */
function asSlackWrites(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll(/https?:\/\/\S+/g, '<$&>')
    .replaceAll('@Supercluster Guide', `<@${botUser}>`);
}

function personOf(url: URL): Person {
  const person = url.searchParams.get('person') ?? 'UANN';
  return person in people ? (person as Person) : 'UANN';
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

function json(response: ServerResponse, body: object): void {
  end(response, 200, JSON.stringify(body), 'application/json');
}

function end(response: ServerResponse, status: number, body: string | Buffer, type = 'text/plain'): void {
  response.writeHead(status, { 'content-type': type });
  response.end(body);
}
