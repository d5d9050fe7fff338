/** `npm run notify -- webhooks`: channels of Teams that are told through a webhook, without the app. */
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { messageCard } from '../cards/message-card.ts';
import { toText } from '../cards/text.ts';
import { type Config, readConfig } from '../config.ts';
import { readContentDirectory } from '../content-directory.ts';
import { subscriptionVerbs } from '../intents/commands.ts';
import { requireKnowledge } from '../knowledge/read-knowledge.ts';
import { topicsOf } from '../notifications/notifications.ts';
import { createSubscriptionDesk } from '../notifications/subscription-desk.ts';
import { openStore, type Store } from '../store/store.ts';
import type { Webhook } from '../store/webhooks.ts';
import { readWebhookAddress } from '../teams/webhook-address.ts';
import { createWebhookSender } from '../teams/webhook-sender.ts';
import { webhookStrings as strings } from '../teams/webhook-strings.ts';
import { UsageError, userName } from './tool.ts';

const usage = `usage: npm run notify -- webhooks add NAME      (the address comes on standard input, or is asked for)
       npm run notify -- webhooks line NAME "subscribe NGen, procurement weekly on Monday in French"
       npm run notify -- webhooks test NAME
       npm run notify -- webhooks list
       npm run notify -- webhooks remove NAME

  add     keep a webhook under a name; under the name of an earlier one, its address is replaced
  line    subscribe …, unsubscribe … or subscriptions, as they are written in a channel
  test    post a short message now; when it is taken, a suspended webhook is told of news again
  list    names, ids as they stand in reports, subscriptions and states; never an address
  remove  forget the webhook, its address and its subscriptions`;

interface Context {
  readonly store: Store;
  readonly config: Config;
}

const longestName = 80;

export async function runWebhooks([action, name, line, ...rest]: readonly string[]): Promise<void> {
  const actions = { add, line: carryOut, test, list, remove };
  const isComplete =
    (action === 'list' && name === undefined) ||
    (action === 'line' && name !== undefined && line !== undefined) ||
    (['add', 'test', 'remove'].includes(action ?? '') && name !== undefined && line === undefined);
  if (!isComplete || rest.length > 0 || (name !== undefined && !isName(name))) throw new UsageError(usage);
  if (existsSync('.env')) process.loadEnvFile('.env');
  const config = readConfig(process.env);
  const { encryptionKeys: keys } = config;
  const store = await openStore(config.database, { role: 'tool', ...(keys && { keys }) });
  try {
    await actions[action as keyof typeof actions]({ store, config }, name ?? '', line ?? '');
  } finally {
    await store.close();
  }
}

function isName(name: string): boolean {
  return name.trim() === name && name !== '' && name.length <= longestName && !/[\p{Cc}\p{Cf}]/u.test(name);
}

async function add({ store }: Context, name: string): Promise<void> {
  const url = readWebhookAddress(await readAddress());
  if (!url) {
    throw new UsageError(
      'this is no webhook address of Workflows: expected https://….environment.api.powerplatform.com/… or ' +
        'https://prod-….logic.azure.com/… with its signature (sig=), as Teams shows it',
    );
  }
  const by = userName();
  await store.webhooks.save({ name, address: url.href, id: randomUUID(), by }, new Date());
  console.log(`Kept: ${name}. Try it with "webhooks test", then subscribe it with "webhooks line".`);
}

/** Not an argument: those are seen in process lists and kept in the history of shells. */
async function readAddress(): Promise<string> {
  if (process.stdin.isTTY) process.stderr.write('Address of the webhook: ');
  const lines = createInterface({ input: process.stdin });
  for await (const line of lines) return line;
  return '';
}

async function carryOut({ store, config }: Context, name: string, text: string): Promise<void> {
  const { channel } = await found(store, name);
  const knowledge = requireKnowledge(readContentDirectory(config.contentDirectory), config.contentDirectory);
  const desk = createSubscriptionDesk({
    store,
    topics: topicsOf(() => knowledge),
    verbs: subscriptionVerbs,
    timeZone: config.notifications.timeZone,
    clock: () => new Date(),
  });
  const yes = async () => true;
  const card = await desk.handle({
    ...{ channel, text, person: userName(), aliases: [] },
    // Who may read the database may do what a channel's manager may.
    ...{ isManager: yes, canPost: yes },
  });
  if (!card) throw new UsageError(`this is no subscription line: ${text}`);
  console.log(toText(card));
}

async function test({ store, config }: Context, name: string): Promise<void> {
  const { channel } = await found(store, name);
  const language = config.defaultLanguage;
  const card = messageCard(language, strings.testTitle[language], strings.testText[language]);
  const sender = createWebhookSender({ address: store.webhooks.address });
  const result = await sender.send({ channel, card, deliveryIds: [randomUUID()] });
  if (result.type !== 'sent') {
    console.log(`Not taken: ${result.reason}`);
    process.exitCode = 1;
    return;
  }
  await store.channels.resume(channel, new Date());
  const run = result.messageId && ` as run ${result.messageId}`;
  console.log(`Taken by the workflow${run}. Look into the channel: what it does with it, it tells nobody.`);
}

async function list({ store }: Context): Promise<void> {
  for (const { channel, name, createdAt, createdBy } of await store.webhooks.list()) {
    const topics = (await store.subscriptions.of(channel)).map(({ topic }) => topic);
    const state = await store.channels.state(channel);
    const reach = state.state === 'active' ? 'active' : `suspended: ${state.reason}`;
    const since = createdAt.toISOString().slice(0, 10);
    console.log(
      `${name}  ${channel.channel}  ${reach}  ${topics.join(', ') || 'no topics'}  ${since} by ${createdBy}`,
    );
  }
}

async function remove({ store }: Context, name: string): Promise<void> {
  const { channel } = await found(store, name);
  await store.channels.forget(channel);
  console.log(`Forgotten: ${name}. Delete the workflow in Teams too: its address goes on working.`);
}

async function found(store: Store, name: string): Promise<Webhook> {
  const webhook = (await store.webhooks.list()).find((one) => one.name === name);
  if (!webhook) throw new UsageError(`there is no webhook ${name}`);
  return webhook;
}
