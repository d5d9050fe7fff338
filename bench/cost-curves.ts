/**
 * How do the costs grow with the content? `npm run bench:cost-curves`
 *
 * Draws `docs/images/cost-curves.svg` from the tables that `bench/latency.ts` has written into
 * `docs/benchmarks.md`; that script draws it anew as well.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { type Cost, costPicture, readCosts } from './cost-picture.ts';

/** As the tables call them → as they are shown. */
const shown = new Map([
  ['**our answers**', 'our answers'],
  ['MiniSearch, defaults', 'MiniSearch, defaults'],
  ['SQLite FTS5', 'SQLite FTS5'],
  ['lunr', 'lunr'],
  ['Orama', 'Orama'],
]);
const baseline = 'MiniSearch, defaults';
const panels: readonly (readonly [title: string, cost: Cost])[] = [
  ['a question, median', 'p50'],
  ['a question, 99th percentile', 'p99'],
  ['memory of the index', 'memory'],
];

const { sizes, systems } = readCosts(readFileSync('docs/benchmarks.md', 'utf8'));
const picture = costPicture(
  sizes,
  panels.map(([title, cost]) => {
    const one = systems.get(baseline)![0]![cost];
    const curves = [...shown].map(([system, name]) => ({
      name,
      costs: systems.get(system)!.map((costs) => costs[cost] / one),
    }));
    return { title, curves };
  }),
  'what MiniSearch costs by its defaults, for the content as it is',
);
writeFileSync('docs/images/cost-curves.svg', picture);
