/** `npm run notify`: tells channels of changes or of a message, after a look at what would happen. */
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { deliveryPlatforms, readConfig } from '../config.ts';
import { readContentDirectory } from '../content-directory.ts';
import { requireKnowledge } from '../knowledge/read-knowledge.ts';
import { personId } from '../notifications/approval.ts';
import { topicsOf } from '../notifications/notifications.ts';
import { createPublisher } from '../notifications/publisher.ts';
import { previewsOf } from '../previews.ts';
import { openStore } from '../store/store.ts';
import type { Context } from './notify/context.ts';
import { draftChanges, draftMessage } from './notify/draft.ts';
import { list, report } from './notify/follow.ts';
import { type Form, type Options, readOptions, usage } from './notify/options.ts';
import { approve, cancel, publish, resendFailures, showPreflight } from './notify/publish.ts';
import { runTool, UsageError, userName } from './tool.ts';
import { runWebhooks } from './webhooks.ts';

async function main(): Promise<void> {
  const read = readOptions();
  if (read === 'help') {
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
    const previews = previewsOf(deliveryPlatforms(config));
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
    await run(read.form, read.options, { store, config, topics, publisher });
  } finally {
    await store.close();
  }
}

async function run(form: Form, options: Options, context: Context): Promise<void> {
  const by = whoActs(form, options, context);
  const id = options.approve ?? options.cancel ?? options['resend-failures'] ?? options.report ?? '';
  switch (form) {
    case 'changes':
    case 'message': {
      const draft =
        form === 'changes' ? await draftChanges(options, context) : draftMessage(options, context);
      if (draft && options['dry-run']) await showPreflight(draft, options, context);
      else if (draft) await publish(draft, by, options, context);
      return;
    }
    case 'approve':
      return approve(id, by, options, context);
    case 'cancel':
      return cancel(id, by, options, context);
    case 'resend-failures':
      return resendFailures(id, options, context);
    case 'report':
      return report(id, options, context.store);
    case 'list':
      return list(context.store);
  }
}

/** Where proposals are decided in a channel, people are those of the channel: nobody is two there. */
function whoActs(form: Form, { by, ...options }: Options, { config }: Context): string {
  const { approvalChannel } = config.notifications;
  const proposes = (form === 'changes' || form === 'message') && !options['dry-run'];
  if (!approvalChannel || !proposes) return by ?? userName();
  const id = personId(approvalChannel.platform, by ?? '');
  if (id !== undefined) return id;
  throw new UsageError(
    approvalChannel.platform === 'slack'
      ? 'say who you are in Slack with --by U0123ABCD (your profile, Copy member ID): whoever proposes may not approve'
      : 'say who you are in Teams with --by and your object id (Microsoft Entra, Users): whoever proposes may not approve',
  );
}

await runTool('the command failed', async ([first, ...rest]) =>
  first === 'webhooks' ? runWebhooks(rest) : main(),
);
