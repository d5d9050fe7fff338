/** `npm run notify`: tells channels of changes or of a message, after a look at what would happen. */
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { type Config, deliveryPlatforms, readConfig } from '../config.ts';
import { readContentDirectory } from '../content-directory.ts';
import type { Bilingual } from '../knowledge/language.ts';
import { readMessage } from '../knowledge/message.ts';
import { ContentError } from '../knowledge/problems.ts';
import { requireKnowledge } from '../knowledge/read-knowledge.ts';
import { personId } from '../notifications/approval.ts';
import { topicsOf } from '../notifications/notifications.ts';
import { preflight, preflightText } from '../notifications/preflight.ts';
import { createPublisher, type Draft, type Publisher } from '../notifications/publisher.ts';
import { csvLines, isFinished, reconciles, reportText } from '../notifications/report.ts';
import type { Topics } from '../notifications/topics.ts';
import { previewsOf } from '../previews.ts';
import type { DeliveryCounts } from '../store/outbox.ts';
import { openStore, type Store } from '../store/store.ts';
import { progressLine } from './progress.ts';
import { runTool, UsageError } from './tool.ts';
import { runWebhooks } from './webhooks.ts';

const usage = `usage: npm run notify -- --changes [--note "…" --note-fr "…"] [--dry-run]
       npm run notify -- --message file.md --topics "NGen, procurement" [--dry-run]
       npm run notify -- --approve ID | --cancel ID | --resend-failures ID
       npm run notify -- --report ID [--csv]
       npm run notify -- --list
       npm run notify -- webhooks …    (channels of Teams without the app; alone, it shows how)

  --changes             tell what changed in the content since it was last announced
  --note, --note-fr     a sentence of the editors, in both languages
  --message file.md     send a message: "# Title {#en}" with its text, then "# Titre {#fr}"
  --topics "…"          who is told: names or ids of topics; "everything" reaches every channel
  --key KEY             the same key sends a message once only
  --dry-run             write and send nothing: show audience, limits, duration and skipped channels
  --payloads            with --dry-run: print the payloads too, as JSON
  --by NAME             who acts; the name of the user of this computer unless given. With
                        NOTIFY_APPROVAL_CHANNEL: your user id there, when you propose
  --approve ID          publish what somebody else has proposed
  --cancel ID           send nothing more of it
  --resend-failures ID  try again where it failed, and only there
  --report ID           what became of it; --csv prints a row for each channel
  --list                the latest notifications
  --no-wait             do not show the progress of sending`;

interface Context {
  readonly store: Store;
  readonly config: Config;
  readonly topics: () => Topics;
  readonly publisher: Publisher;
}

type Options = ReturnType<typeof readArguments>;

async function main(): Promise<void> {
  const options = readArguments();
  if (options.help) {
    console.log(usage);
    return;
  }
  if (existsSync('.env')) process.loadEnvFile('.env');
  const config = readConfig(process.env);
  const { contentDirectory } = config;
  const knowledge = requireKnowledge(readContentDirectory(contentDirectory), contentDirectory);
  const store = await openStore(config.database, { role: 'tool' });
  try {
    const topics = topicsOf(() => knowledge);
    const { approvalChannel } = config.notifications;
    const previews = previewsOf(config.platforms.filter((platform) => config[platform] !== undefined));
    const approval = approvalChannel && {
      channel: approvalChannel,
      language: config.defaultLanguage,
      previews,
    };
    const publisher = createPublisher({
      ...{ store, topics, knowledge: () => knowledge, clock: () => new Date(), newId: randomUUID },
      ...{ approvalAbove: config.notifications.approvalAbove, stageDays: config.notifications.stageDays },
      ...(approval && { approval }),
    });
    await run(options, { store, config, topics, publisher });
  } finally {
    await store.close();
  }
}

async function run(options: Options, context: Context): Promise<void> {
  const { store } = context;
  const by = whoActs(options, context);
  const actions = ['changes', 'message', 'approve', 'cancel', 'resend-failures', 'report', 'list'] as const;
  const chosen = actions.filter((action) => options[action] !== undefined);
  if (chosen.length !== 1) throw new UsageError(`choose one of the forms\n\n${usage}`);
  if (options.changes || options.message !== undefined) {
    const draft = options.changes ? await draftChanges(options, context) : draftMessage(options, context);
    if (draft && options['dry-run']) await showPreflight(draft, options, context);
    else if (draft) await publish(draft, by, options, context);
  } else if (options.approve !== undefined) {
    await approve(options.approve, by, options, context);
  } else if (options.cancel !== undefined) {
    const skipped = await store.notifications.cancel(options.cancel, by, new Date());
    if (skipped === undefined) throw new UsageError(`nothing to cancel: ${options.cancel}`);
    console.log(`Cancelled: ${skipped} channels will not be told. What was on its way finishes.`);
  } else if (options['resend-failures'] !== undefined) {
    const id = options['resend-failures'];
    const count = await store.outbox.resendFailures(id, new Date());
    console.log(`${count} failed deliveries will be tried again.`);
    if (count > 0) await follow(id, options, store);
  } else if (options.report !== undefined) {
    await report(options.report, options, store);
  } else {
    for (const one of await store.notifications.latest(20)) {
      const { id, kind, state, createdAt, createdBy, approvedBy, cancelledBy, topics } = one;
      const decided = [
        ...(approvedBy === undefined ? [] : [`approved by ${approvedBy}`]),
        ...(cancelledBy === undefined ? [] : [`cancelled by ${cancelledBy}`]),
      ];
      const who = [`by ${createdBy}`, ...decided].join(', ');
      console.log(`${createdAt.toISOString()}  ${id}  ${kind}  ${state}  ${who}  ${topics.join(', ')}`);
    }
  }
}

/** Where proposals are decided in a channel, people are those of the channel: nobody is two there. */
function whoActs({ by, ...options }: Options, { config }: Context): string {
  const { approvalChannel } = config.notifications;
  const proposes = (options.changes || options.message !== undefined) && !options['dry-run'];
  if (!approvalChannel || !proposes) return by ?? userInfo().username;
  const id = personId(approvalChannel.platform, by ?? '');
  if (id !== undefined) return id;
  throw new UsageError(
    approvalChannel.platform === 'slack'
      ? 'say who you are in Slack with --by U0123ABCD (your profile, Copy member ID): whoever proposes may not approve'
      : 'say who you are in Teams with --by and your object id (Microsoft Entra, Users): whoever proposes may not approve',
  );
}

async function draftChanges(options: Options, { publisher }: Context): Promise<Draft | undefined> {
  const draft = await publisher.draftChanges(readNote(options));
  if (draft === 'baseline') {
    console.log('Nothing was announced before: the content of now is what changes will be told against.');
    return undefined;
  }
  if (draft === 'nothing') {
    console.log('Nothing has changed materially since the last announcement.');
    return undefined;
  }
  for (const { item, texts } of draft.content.news) {
    const languages = Object.keys(texts).join(', ');
    console.log(
      `  ${texts.en?.kind ?? texts.fr?.kind}: ${item} (${languages}) ${texts.en?.title ?? texts.fr?.title}`,
    );
  }
  return draft;
}

function readNote({ note, 'note-fr': noteFr }: Options): Bilingual | undefined {
  if (note === undefined && noteFr === undefined) return undefined;
  if (!note?.trim() || !noteFr?.trim())
    throw new UsageError('a note is needed in both languages: --note and --note-fr');
  return { en: note, fr: noteFr };
}

function draftMessage(options: Options, { publisher, topics }: Context): Draft {
  const { message: file = '', topics: words, key } = options;
  if (words === undefined) throw new UsageError('--topics is missing');
  const { topics: about, unknown } = topics().resolve(words);
  if (unknown.length > 0 || about.length === 0) {
    throw new UsageError(`--topics: unknown: ${unknown.join(', ') || 'nothing named'}`);
  }
  if (!existsSync(file)) throw new UsageError(`there is no file ${file}`);
  const { message, problems } = readMessage(readFileSync(file, 'utf8'), file);
  if (!message) throw new ContentError(problems);
  return publisher.draftMessage(message, about, key);
}

async function showPreflight(draft: Draft, options: Options, context: Context): Promise<void> {
  const { publisher, topics, config } = context;
  const result = await preflight({
    ...{ content: draft.content, kind: draft.kind, topics: topics(), now: new Date() },
    planned: publisher.plan(draft.content),
    previews: previewsOf(deliveryPlatforms(config)),
  });
  console.log(preflightText(result));
  if (result.audience > config.notifications.approvalAbove) {
    console.log(
      `A second person has to approve it: more than ${config.notifications.approvalAbove} channels.`,
    );
  }
  if (options.payloads) console.log(JSON.stringify(result.payloads, null, 2));
  if (result.payloads.some(({ violations }) => violations.length > 0)) process.exitCode = 1;
}

async function publish(
  draft: Draft,
  by: string,
  options: Options,
  { publisher, store, config }: Context,
): Promise<void> {
  const published = await publisher.publish(draft, by);
  switch (published.state) {
    case 'exists':
      console.log(`It was published or proposed before: ${published.id}`);
      return;
    case 'awaiting-approval':
      console.log(
        config.notifications.approvalChannel
          ? `${published.audience} channels: a second person has to approve it in the channel of NOTIFY_APPROVAL_CHANNEL, with\n  approve ${published.id}`
          : `${published.audience} channels: a second person has to approve it with\n  npm run notify -- --approve ${published.id}`,
      );
      return;
    case 'published':
      console.log(`Published to ${published.audience} channels: ${published.id}`);
      await follow(published.id, options, store);
  }
}

async function approve(
  id: string,
  by: string,
  options: Options,
  { publisher, store, config }: Context,
): Promise<void> {
  if (config.notifications.approvalChannel) {
    throw new UsageError('it is approved in the channel of NOTIFY_APPROVAL_CHANNEL, by another person there');
  }
  switch (await publisher.approve(id, by)) {
    case 'own-proposal':
      throw new UsageError('you have proposed it yourself: a second person has to approve it');
    case 'not-awaiting':
      throw new UsageError(`nothing awaits approval under ${id}`);
    case 'approved':
      console.log(`Approved by ${by}: ${id}`);
      await follow(id, options, store);
  }
}

/** What is due later (digests, quiet hours) is not waited for: nothing moving for so long ends the wait. */
const patience = 20_000;
const lookEvery = 500;

/** Shows the progress until all that is due at once is done. */
async function follow(id: string, options: Options, store: Store): Promise<void> {
  let counts = await store.outbox.counts(id);
  if (!options['no-wait'] && process.stdout.isTTY && counts && !isFinished(counts)) {
    let moved = Date.now();
    const started = moved;
    while (counts && !isFinished(counts) && Date.now() - moved < patience) {
      process.stdout.write(
        `\r${progressLine(counts, (Date.now() - started) / 1_000, process.stdout.columns)}`,
      );
      await delay(lookEvery);
      const next = await store.outbox.counts(id);
      if (next && doneOf(next) !== doneOf(counts)) moved = Date.now();
      counts = next;
    }
    process.stdout.write('\n');
  }
  await report(id, { ...options, csv: undefined }, store);
  if (counts && !isFinished(counts)) {
    console.log('The rest is sent by the running server when it is due; look again with --report.');
  }
}

function doneOf({ sent, failed, skipped }: DeliveryCounts): number {
  return sent + failed + skipped;
}

async function report(id: string, { csv }: Pick<Options, 'csv'>, store: Store): Promise<void> {
  const counts = await store.outbox.counts(id);
  if (!counts) throw new UsageError(`there is no notification ${id}`);
  if (csv) {
    const output = process.stdout;
    for await (const line of csvLines(store, id)) if (!output.write(line)) await once(output, 'drain');
  } else console.log(await reportText(store, id));
  if (!reconciles(counts)) process.exitCode = 1;
}

function readArguments() {
  try {
    return parseArgs({
      options: {
        changes: { type: 'boolean' },
        note: { type: 'string' },
        'note-fr': { type: 'string' },
        message: { type: 'string' },
        topics: { type: 'string' },
        key: { type: 'string' },
        'dry-run': { type: 'boolean' },
        payloads: { type: 'boolean' },
        by: { type: 'string' },
        approve: { type: 'string' },
        cancel: { type: 'string' },
        'resend-failures': { type: 'string' },
        report: { type: 'string' },
        csv: { type: 'boolean' },
        list: { type: 'boolean' },
        'no-wait': { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    }).values;
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : 'unreadable options'}\n\n${usage}`);
  }
}

await runTool('the command failed', async ([first, ...rest]) =>
  first === 'webhooks' ? runWebhooks(rest) : main(),
);
