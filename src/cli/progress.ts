import type { DeliveryCounts } from '../store/outbox.ts';

const bar = 24;
const usualColumns = 80;

/**
 * `[██████░░░░] 60 % · 6 of 10 · 2.0/s · 1 failed`, in one line of the terminal.
 *
 * @param seconds since it began
 * @param columns of the terminal; longer lines would not overwrite themselves. 0 where it does not know
 */
export function progressLine(counts: DeliveryCounts, seconds: number, columns = 0): string {
  const { audience, sent, failed, skipped } = counts;
  const done = sent + failed + skipped;
  const share = audience === 0 ? 1 : done / audience;
  const filled = Math.floor(share * bar);
  const line = [
    `[${'█'.repeat(filled)}${'░'.repeat(bar - filled)}] ${Math.floor(share * 100)} %`,
    `${done} of ${audience}`,
    ...(seconds > 0 ? [`${(done / seconds).toFixed(1)}/s`] : []),
    ...(failed > 0 ? [`${failed} failed`] : []),
    ...(skipped > 0 ? [`${skipped} skipped`] : []),
  ].join(' · ');
  const width = (columns || usualColumns) - 1;
  return line.slice(0, width).padEnd(width);
}
