/** Tables, and the places in `docs/benchmarks.md` that the benchmarks rewrite. */
import { readFileSync, writeFileSync } from 'node:fs';

/** The first column is a name, the others are figures. */
export function table(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const rule = columns.map((_column, index) => (index === 0 ? '---' : '---:'));
  return [columns, rule, ...rows].map(line).join('\n');
}

/**
 * Replaces what stands between `<!-- name:start -->` and `<!-- name:end -->`.
 *
 * @throws Error when the text has no such place
 */
export function replaceBetween(text: string, name: string, replacement: string): string {
  const [start, end] = [`<!-- ${name}:start -->`, `<!-- ${name}:end -->`];
  const from = text.indexOf(start);
  const to = text.indexOf(end);
  if (from < 0 || to < from) throw new Error(`expected ${start} and ${end}, in this order`);
  return `${text.slice(0, from + start.length)}\n${replacement}\n${text.slice(to)}`;
}

export function rewriteFile(path: string, name: string, replacement: string): void {
  writeFileSync(path, replaceBetween(readFileSync(path, 'utf8'), name, replacement));
}
