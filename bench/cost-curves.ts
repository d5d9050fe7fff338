/**
 * How do the costs grow with the content? `npm run bench:cost-curves`
 *
 * Our whole path, our search and plain MiniSearch over the content, ten times and a hundred times as much,
 * measured as `bench/latency.ts` does. Draws `docs/images/cost-curves.svg`, and rewrites its table in
 * `docs/benchmarks.md`. Needs several gigabytes of memory.
 */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { costPicture, type Panel } from './cost-picture.ts';
import { type Figures, ours } from './latency-figures.ts';
import { rewriteFile, table } from './markdown.ts';
import { percentile } from './measures.ts';

const { values } = parseArgs({ options: { sizes: { type: 'string', default: '1,10,100' } } });
const sizes = values.sizes.split(',').map(Number);
const baseline = 'MiniSearch, defaults';
/** As `bench/latency.ts` calls them → as they are shown. */
const systems = new Map([
  [ours.answers, 'our answers'],
  [ours.search, 'our search'],
  [baseline, 'MiniSearch, defaults'],
]);

function measure(system: string, size: number): Figures {
  console.error(`${size} ×: ${system}`);
  const args = ['--expose-gc', '--max-old-space-size=12000', 'bench/latency.ts'];
  const output = execFileSync(process.execPath, [...args, '--measure', system, '--factor', String(size)], {
    encoding: 'utf8',
    maxBuffer: 1e8,
  });
  return JSON.parse(output) as Figures;
}

const figures = new Map(
  [...systems.keys()].map((system) => [system, sizes.map((size) => measure(system, size))]),
);

function at(percent: number) {
  return ({ times }: Figures) =>
    percentile(
      times.toSorted((a, b) => a - b),
      percent,
    );
}

const costs: readonly (readonly [title: string, cost: (figures: Figures) => number])[] = [
  ['a question, median', at(50)],
  ['a question, 99th percentile', at(99)],
  ['building the index', ({ build }) => build],
  ['memory', ({ memory }) => memory],
];

const panels: Panel[] = costs.map(([title, cost]) => {
  const one = cost(figures.get(baseline)![0]!);
  const curves = [...systems].map(([system, name]) => ({
    name,
    costs: figures.get(system)!.map((figure) => cost(figure) / one),
  }));
  return { title, curves };
});

const unit = `the cost of ${baseline}, for the content as it is`;
writeFileSync('docs/images/cost-curves.svg', costPicture(sizes, panels, unit));
const rows = panels.flatMap(({ title, curves }) =>
  curves.map(({ name, costs: all }) => [
    `${title}: ${name}`,
    ...all.map((cost) => (cost.toPrecision(2).includes('e') ? cost.toFixed(0) : cost.toPrecision(2))),
    `${((all.at(-1) ?? 1) / (all[0] ?? 1)).toFixed(0)} ×`,
  ]),
);
const text = [
  '![What ten and a hundred times the content cost](images/cost-curves.svg)',
  '',
  table(['cost', ...sizes.map((size) => `${size} ×`), 'growth'], rows),
].join('\n');
console.log(text);
rewriteFile('docs/benchmarks.md', 'cost-curves', text);
