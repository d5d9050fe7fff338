/** Cost against the size of the content, as a picture: one panel for each kind of cost, both axes logarithmic. */

export interface Curve {
  readonly name: string;
  /** One figure for each size. */
  readonly costs: readonly number[];
}

export interface Panel {
  readonly title: string;
  /** The one that is emphasised first. */
  readonly curves: readonly Curve[];
}

export type Cost = 'p50' | 'p99' | 'memory';

/** Of one system: the costs at each size. Milliseconds, and megabytes. */
export type Costs = ReadonlyMap<string, readonly Readonly<Record<Cost, number>>[]>;

/** Reads the tables of latency in `docs/benchmarks.md`: a heading `### 10 ×: …` and a table for each size. */
export function readCosts(page: string): { readonly sizes: readonly number[]; readonly systems: Costs } {
  const parts = [...page.matchAll(/^### (\d+) ×: [^\n]*\n\n((?:\|[^\n]*\n)+)/gm)];
  const systems = new Map<string, Record<Cost, number>[]>();
  for (const [, , table = ''] of parts) {
    const [columns = [], , ...rows] = table.trim().split('\n').map(cellsOf);
    const at = (start: string) => columns.findIndex((column) => column.startsWith(start));
    for (const row of rows) {
      const figure = (start: string) => Number.parseFloat(row[at(start)] ?? '');
      const costs = { p50: figure('p50'), p99: figure('p99'), memory: figure('memory') };
      systems.set(row[0] ?? '', [...(systems.get(row[0] ?? '') ?? []), costs]);
    }
  }
  return { sizes: parts.map(([, size]) => Number(size)), systems };
}

function cellsOf(line: string): string[] {
  return line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());
}

const panel = { width: 250, height: 220, left: 52, top: 44, right: 128, bottom: 44 };
const columns = 2;
const head = 34;

/** Colours by the reader's scheme; where a viewer knows none, the light ones on their own ground. */
const style = `
  .ground { fill: #ffffff } .grid { stroke: #d8dee4 } .curve { stroke: #6e7781; fill: none; stroke-width: 2 }
  .dot { fill: #6e7781 } .c0 .curve { stroke: #0969da; stroke-width: 2.5 } .c0 .dot { fill: #0969da }
  .c1 .curve { stroke: #9a6700; stroke-dasharray: 6 3 } .c1 .dot { fill: #9a6700 }
  text { font: 12px system-ui, sans-serif; fill: #1f2328 } .title { font-weight: 600 } .small { font-size: 11px }
  @media (prefers-color-scheme: dark) {
    .ground { fill: #0d1117 } .grid { stroke: #30363d } .curve { stroke: #8b949e } .dot { fill: #8b949e }
    .c0 .curve { stroke: #58a6ff } .c0 .dot { fill: #58a6ff } .c1 .curve { stroke: #d29922 } .c1 .dot { fill: #d29922 }
    text { fill: #e6edf3 }
  }`;

/**
 * @param sizes of the content, as multiples, ascending
 * @param unit what 1 stands for on the vertical axes
 */
export function costPicture(sizes: readonly number[], panels: readonly Panel[], unit: string): string {
  const cell = {
    width: panel.left + panel.width + panel.right,
    height: panel.top + panel.height + panel.bottom,
  };
  const width = columns * cell.width;
  const height = head + Math.ceil(panels.length / columns) * cell.height;
  const told = panels.flatMap(({ title, curves }) =>
    curves.map(
      ({ name, costs }) =>
        `${title}, ${name}: ${costs.map((cost, index) => `${short(cost)} at ${sizes[index]} times the content`).join(', ')}.`,
    ),
  );
  return `${[
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="title summary">`,
    '<title id="title">What ten and a hundred times the content cost</title>',
    `<desc id="summary">${escapeXml(told.join(' '))}</desc>`,
    `<style>${style}\n</style>`,
    `<rect class="ground" width="${width}" height="${height}"/>`,
    `<text x="${panel.left}" y="22">1 is ${escapeXml(unit)}</text>`,
    ...panels.map((one, index) => {
      const x = (index % columns) * cell.width;
      const y = head + Math.floor(index / columns) * cell.height;
      return `<g transform="translate(${x} ${y})">\n${drawPanel(sizes, one)}\n</g>`;
    }),
    '</svg>',
  ].join('\n')}\n`;
}

function drawPanel(sizes: readonly number[], { title, curves }: Panel): string {
  const all = curves.flatMap(({ costs }) => costs);
  const [low, high] = [Math.floor(log(Math.min(...all))), Math.ceil(log(Math.max(...all)))];
  const span = Math.max(1, high - low);
  const [from, to] = [log(sizes[0] ?? 1), log(sizes.at(-1) ?? 1)];
  const x = (size: number) => round(panel.left + (panel.width * (log(size) - from)) / Math.max(1, to - from));
  const y = (cost: number) => round(panel.top + panel.height * (1 - (log(cost) - low) / span));
  const powers = Array.from({ length: span + 1 }, (_, index) => 10 ** (low + index));
  const ends = apart(curves.map(({ costs }) => y(costs.at(-1) ?? 1)));
  return [
    `<text class="title" x="${panel.left}" y="${panel.top - 16}">${escapeXml(title)}</text>`,
    ...powers.flatMap((power) => [
      `<line class="grid" x1="${panel.left}" y1="${y(power)}" x2="${panel.left + panel.width}" y2="${y(power)}"/>`,
      `<text class="small" x="${panel.left - 6}" y="${y(power) + 4}" text-anchor="end">${short(power)}</text>`,
    ]),
    ...sizes.flatMap((size) => [
      `<line class="grid" x1="${x(size)}" y1="${panel.top}" x2="${x(size)}" y2="${panel.top + panel.height}"/>`,
      `<text class="small" x="${x(size)}" y="${panel.top + panel.height + 18}" text-anchor="middle">${size} ×</text>`,
    ]),
    ...curves.flatMap(({ name, costs }, index) => {
      const points = costs.map((cost, at) => ({ x: x(sizes[at] ?? 1), y: y(cost) }));
      return [
        `<g class="c${index}">`,
        `<polyline class="curve" points="${points.map((point) => `${point.x},${point.y}`).join(' ')}"/>`,
        ...points.map((point) => `<circle class="dot" cx="${point.x}" cy="${point.y}" r="3.5"/>`),
        `<text class="small" x="${panel.left + panel.width + 8}" y="${(ends[index] ?? 0) + 4}">${escapeXml(name)}</text>`,
        '</g>',
      ];
    }),
  ].join('\n');
}

/** Labels that would stand on one another are moved down. */
function apart(heights: readonly number[]): number[] {
  const lineHeight = 14;
  const placed = new Array<number>(heights.length).fill(0);
  let last = Number.NEGATIVE_INFINITY;
  const order = heights.map((height, index) => ({ height, index })).sort((a, b) => a.height - b.height);
  for (const { height, index } of order) {
    last = Math.max(height, last + lineHeight);
    placed[index] = last;
  }
  return placed;
}

function log(value: number): number {
  return Math.log10(Math.max(value, Number.MIN_VALUE));
}

function short(value: number): string {
  return Number(value.toPrecision(2)).toLocaleString('en', { maximumSignificantDigits: 2 });
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
