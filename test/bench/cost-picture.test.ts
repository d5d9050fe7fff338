/** The picture of the cost curves, as people and screen readers get it. */

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { costPicture, readCosts } from '../../bench/cost-picture.ts';

const sizes = [1, 10, 100];
const panels = [
  {
    title: 'a question, median',
    curves: [
      { name: 'our <answers>', costs: [10, 20, 40] },
      { name: 'MiniSearch', costs: [1, 40, 41] },
    ],
  },
  { title: 'memory', curves: [{ name: 'our <answers>', costs: [3, 30, 300] }] },
];
const picture = costPicture(sizes, panels, 'the cost of MiniSearch');

test('says every figure in words, for whoever does not see it', () => {
  expect(picture).toContain(
    'a question, median, our &lt;answers&gt;: 10 at 1 times the content, 20 at 10 times the content, 40 at 100 times the content.',
  );
});

test('holds what is named as text and not as markup', () => {
  expect(picture).not.toContain('<answers>');
});

test('draws equal factors as equal distances', () => {
  const [, points = ''] =
    /<polyline class="curve" points="([^"]*)"/g.exec(picture.split('>memory<')[1] ?? '') ?? [];
  const [first, second, third] = points.split(' ').map((point) => point.split(',').map(Number));
  expect(second![0]! - first![0]!).toBeCloseTo(third![0]! - second![0]!, 0);
  expect(first![1]! - second![1]!).toBeCloseTo(second![1]! - third![1]!, 0);
});

test('keeps labels of curves that end together apart', () => {
  const labels = [...picture.matchAll(/<text class="small" x="310" y="([\d.]+)"/g)].map(([, y]) => Number(y));
  expect(labels).toHaveLength(3);
  expect(Math.abs(labels[0]! - labels[1]!)).toBeGreaterThanOrEqual(14);
});

test('is drawn from the tables of the documentation, which have every system at every size', () => {
  const { sizes, systems } = readCosts(readFileSync('docs/benchmarks.md', 'utf8'));
  expect(sizes).toEqual([1, 10, 100]);
  expect(systems.size).toBeGreaterThan(5);
  for (const costs of systems.values()) {
    expect(costs).toHaveLength(3);
    for (const { p50, p99, memory } of costs) expect(Math.min(p50, p99, memory)).toBeGreaterThan(0);
  }
});
