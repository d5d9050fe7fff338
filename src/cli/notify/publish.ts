/** A look at what would happen, publishing, approving, and what an operator does afterwards. */
import { deliveryPlatforms } from '../../config.ts';
import { approvalNotice } from '../../notifications/approval.ts';
import { readContent } from '../../notifications/content.ts';
import { preflight, preflightText } from '../../notifications/preflight.ts';
import type { Draft } from '../../notifications/publisher.ts';
import { reportText } from '../../notifications/report.ts';
import { previewsOf } from '../../previews.ts';
import type { Store } from '../../store/store.ts';
import { UsageError } from '../tool.ts';
import type { Context } from './context.ts';
import { countsOf, follow } from './follow.ts';
import type { Options } from './options.ts';

export async function showPreflight(
  draft: Pick<Draft, 'kind' | 'content'>,
  options: Options,
  context: Context,
): Promise<void> {
  const { publisher, topics, config } = context;
  const result = await preflight({
    ...{ content: draft.content, kind: draft.kind, topics: topics(), now: new Date() },
    planned: publisher.plan(draft.content),
    previews: previewsOf(deliveryPlatforms(config)),
  });
  console.log(preflightText(result));
  const notice = approvalNotice(result.audience, publisher.approvalAbove);
  if (notice !== undefined) console.log(notice);
  if (options.payloads) console.log(JSON.stringify(result.payloads, null, 2));
  if (result.payloads.some(({ violations }) => violations.length > 0)) process.exitCode = 1;
}

export async function publish(
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
    case 'key-taken':
      throw new UsageError(`--key was used for another message before (${published.id}): choose another one`);
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

const overtaken =
  'other changes have been announced since it was proposed: it would repeat or contradict them; --cancel it, and propose what is left with --changes';

export async function approve(id: string, by: string, options: Options, context: Context): Promise<void> {
  const { publisher, store, config } = context;
  if (options['dry-run']) {
    await showPreflight(await proposal(id, store), options, context);
    if (await store.notifications.isOvertaken(id)) console.log(`It cannot be approved: ${overtaken}`);
    return;
  }
  if (config.notifications.approvalChannel) {
    throw new UsageError('it is approved in the channel of NOTIFY_APPROVAL_CHANNEL, by another person there');
  }
  switch (await publisher.approve(id, by)) {
    case 'own-proposal':
      throw new UsageError('you have proposed it yourself: a second person has to approve it');
    case 'overtaken':
      throw new UsageError(overtaken);
    case 'not-awaiting':
      throw new UsageError(`nothing awaits approval under ${id}`);
    case 'approved':
      console.log(`Approved by ${by}: ${id}`);
      await follow(id, options, store);
  }
}

/** What awaits approval, as it would be published now. */
async function proposal(id: string, store: Store): Promise<Pick<Draft, 'kind' | 'content'>> {
  const found = await store.notifications.get(id);
  const content = found?.state === 'awaiting-approval' ? readContent(found.content) : undefined;
  if (!content || (found?.kind !== 'changes' && found?.kind !== 'announcement')) {
    throw new UsageError(`nothing awaits approval under ${id}`);
  }
  return { kind: found.kind, content };
}

export async function cancel(id: string, by: string, options: Options, { store }: Context): Promise<void> {
  if (options['dry-run']) {
    const { pending, sending } = await countsOf(id, store);
    console.log(`${pending} channels would not be told, ${sending} would still be: they are on their way.`);
    return;
  }
  const skipped = await store.notifications.cancel(id, by, new Date());
  if (skipped === undefined) throw new UsageError(`nothing to cancel: ${id}`);
  console.log(`Cancelled: ${skipped} channels will not be told. What was on its way finishes.`);
}

export async function resendFailures(id: string, options: Options, { store }: Context): Promise<void> {
  const { failed } = await countsOf(id, store);
  const { state } = (await store.notifications.get(id)) ?? {};
  if (state !== 'published') throw new UsageError(`nothing of it is sent: it is ${state}`);
  if (options['dry-run']) {
    console.log(`${failed} failed deliveries would be tried again.\n${await reportText(store, id)}`);
    return;
  }
  const count = await store.outbox.resendFailures(id, new Date());
  console.log(`${count} failed deliveries will be tried again.`);
  if (count > 0) await follow(id, options, store);
}
