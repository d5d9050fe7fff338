/** What becomes of a notification: progress while it is sent, the report, and the latest ones. */
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { csvLines, isFinished, reconciles, reportText } from '../../notifications/report.ts';
import type { DeliveryCounts } from '../../store/outbox.ts';
import type { Store } from '../../store/store.ts';
import { progressLine } from '../progress.ts';
import { UsageError } from '../tool.ts';
import type { Options } from './options.ts';

/** What is due later (digests, quiet hours) is not waited for: nothing moving for so long ends the wait. */
const patience = 20_000;
const lookEvery = 500;

/** Shows the progress until all that is due at once is done. */
export async function follow(id: string, options: Options, store: Store): Promise<void> {
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

export async function report(id: string, { csv }: Pick<Options, 'csv'>, store: Store): Promise<void> {
  const counts = await store.outbox.counts(id);
  if (!counts) throw new UsageError(`there is no notification ${id}`);
  if (csv) {
    const output = process.stdout;
    for await (const line of csvLines(store, id)) if (!output.write(line)) await once(output, 'drain');
  } else console.log(await reportText(store, id));
  if (!reconciles(counts)) process.exitCode = 1;
}

/** @throws UsageError where there is no such notification */
export async function countsOf(id: string, store: Store): Promise<DeliveryCounts> {
  const counts = await store.outbox.counts(id);
  if (!counts) throw new UsageError(`there is no notification ${id}`);
  return counts;
}

export async function list(store: Store): Promise<void> {
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
