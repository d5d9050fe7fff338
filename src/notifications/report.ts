/** What became of a notification: counts that reconcile, and a row for each recipient. */
import type { Notifications } from '../store/notifications.ts';
import type { Delivery, DeliveryCounts, Outbox } from '../store/outbox.ts';

export interface ReportSource {
  readonly notifications: Pick<Notifications, 'get'>;
  readonly outbox: Pick<Outbox, 'counts' | 'deliveries'>;
}

/** Rows read at once. */
const pageSize = 500;

/** Whether every recipient is accounted for. */
export function reconciles(counts: DeliveryCounts): boolean {
  const { audience, pending, sending, sent, failed, skipped } = counts;
  return pending + sending + sent + failed + skipped === audience;
}

export function isFinished({ pending, sending }: DeliveryCounts): boolean {
  return pending + sending === 0;
}

export async function* deliveriesOf(source: ReportSource, id: string): AsyncGenerator<Delivery> {
  let after: string | undefined;
  for (;;) {
    const page = await source.outbox.deliveries(id, {
      ...(after !== undefined && { after }),
      limit: pageSize,
    });
    yield* page;
    after = page.at(-1)?.id;
    if (page.length < pageSize) return;
  }
}

/** @returns undefined when there is no such notification */
export async function reportText(source: ReportSource, id: string): Promise<string | undefined> {
  const notification = await source.notifications.get(id);
  const counts = await source.outbox.counts(id);
  if (!notification || !counts) return undefined;
  const reasons = new Map<string, number>();
  for await (const { state, reason, statuses } of deliveriesOf(source, id)) {
    if (state === 'sent') continue;
    const codes = statuses.length > 0 ? ` (${[...new Set(statuses)].join(', ')})` : '';
    const key = `${state}: ${reason ?? 'waits for its time'}${codes}`;
    reasons.set(key, (reasons.get(key) ?? 0) + 1);
  }
  const { audience, pending, sending, inDoubt, sent, failed, skipped } = counts;
  return [
    `${notification.kind} ${id}: ${notification.state}, topics ${notification.topics.join(', ')}`,
    `audience ${audience} = sent ${sent} + failed ${failed} + skipped ${skipped} + pending ${pending} + sending ${sending} (${inDoubt} in doubt)`,
    reconciles(counts) ? 'The counts reconcile.' : 'THE COUNTS DO NOT RECONCILE.',
    ...[...reasons].sort().map(([reason, number]) => `  ${number} × ${reason}`),
  ].join('\n');
}

const columns = [
  'delivery',
  'platform',
  'workspace',
  'channel',
  'thread',
  'language',
  'state',
  'reason',
  'attempts',
  'statuses',
  'message',
  'next_attempt_at',
  'updated_at',
] as const;

/** Lines of a CSV file (RFC 4180) with a heading, one line a recipient. */
export async function* csvLines(source: ReportSource, id: string): AsyncGenerator<string> {
  yield `${columns.join(',')}\r\n`;
  for await (const one of deliveriesOf(source, id)) {
    const cells = [
      ...[one.id, one.platform, one.workspace, one.channel, one.thread ?? '', one.language],
      ...[one.state, one.reason ?? '', String(one.attempts), one.statuses.join(' '), one.messageId ?? ''],
      ...[one.nextAttemptAt.toISOString(), one.updatedAt.toISOString()],
    ];
    yield `${cells.map(cell).join(',')}\r\n`;
  }
}

/** A cell that begins like a formula would be one in a spreadsheet. */
function cell(value: string): string {
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
