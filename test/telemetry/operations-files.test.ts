/** The dashboard, the alerts and the page about them name metrics that there are, and forget none. */
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { createMetrics } from '../../src/telemetry/prometheus.ts';

interface Metric {
  readonly name: string;
  readonly type: string;
}

const ours = 'supercluster_guide_';
let metrics: Metric[] = [];
let labels: ReadonlyMap<string, ReadonlySet<string>> = new Map();

beforeAll(async () => {
  const { measurements, text } = createMetrics({
    content: () => ({
      ...{ version: 'v', entries: 1, statements: 1, overdue: 0, loadedAt: 0, reloadFailed: false },
    }),
    backlog: async () => ({ pending: 0, sending: 0, inDoubt: 0, oldestDue: 0 }),
  });
  measurements.answered({ platform: 'slack', language: 'en', intent: 'section', outcome: 'answer' }, 1);
  measurements.replied('slack', 1);
  measurements.redelivered('slack');
  measurements.received('slack', 200, 1);
  measurements.called({ service: 'slack', operation: 'auth.test', status: 429 }, 1);
  measurements.attempted('slack', 'sent');
  measurements.settled('sent');
  const page = await text();
  metrics = [...page.matchAll(/^# TYPE (\S+) (\S+)$/gm)].map(([, name = '', type = '']) => ({ name, type }));
  labels = labelsOf(page);
});

/** Series → the labels that it has. */
function labelsOf(page: string): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const [, series = '', inside = ''] of page.matchAll(/^([a-z0-9_]+)(?:\{(.*)\})? \S+$/gm)) {
    const names = [...inside.matchAll(/(\w+)="/g)].map(([, name = '']) => name);
    found.set(series, new Set([...(found.get(series) ?? []), ...names]));
  }
  return found;
}

/** What an expression asks for: names of series, each with the labels it is filtered by. */
function selectorsOf(expression: string) {
  const pattern = /\b((?:supercluster_guide|process|nodejs)_\w+|up)(?:\{([^}]*)\})?/g;
  return [...expression.matchAll(pattern)].map(([, series = '', inside = '']) => ({
    series,
    filters: [...inside.matchAll(/(\w+)\s*[=!]~?/g)].map(([, name = '']) => name),
  }));
}

/** Labels that Prometheus itself gives to every series. */
const given = new Set(['job', 'instance', 'le']);

function expectToExist(expression: string): void {
  const selectors = selectorsOf(expression);
  expect(selectors.length, expression).toBeGreaterThan(0);
  for (const { series, filters } of selectors) {
    if (series === 'up') continue;
    expect([series, labels.has(series)]).toEqual([series, true]);
    for (const filter of filters) {
      expect([filter, given.has(filter) || labels.get(series)?.has(filter)]).toEqual([filter, true]);
    }
  }
  for (const [, names = ''] of expression.matchAll(/\b(?:by|on) \(([^)]*)\)/g)) {
    const known = selectors.flatMap(({ series }) => [...(labels.get(series) ?? []), ...given]);
    expect(known).toEqual(expect.arrayContaining(names.split(/,\s*/)));
  }
}

interface Rule {
  readonly alert: string;
  readonly expr: string;
  readonly for?: string;
  readonly labels: { readonly severity: string };
  readonly annotations: { readonly summary: string; readonly action: string };
}

describe('ops/alerts.yaml', () => {
  const { groups } = parse(readFileSync('ops/alerts.yaml', 'utf8')) as {
    groups: readonly { readonly rules: readonly Rule[] }[];
  };
  const rules = groups.flatMap((group) => group.rules);

  it.each(rules)('$alert asks for series that there are', ({ expr }) => {
    expectToExist(expr);
  });

  it.each(rules)('$alert says what is wrong and what to do', ({ labels: { severity }, annotations }) => {
    expect(['page', 'ticket']).toContain(severity);
    expect(annotations.summary).toMatch(/\w+ \w+/);
    expect(annotations.action).toMatch(/\w+ \w+.*\.$/);
  });

  it('names each alert once, and the page lists them', () => {
    const names = rules.map(({ alert }) => alert);
    expect(new Set(names)).toHaveProperty('size', names.length);
    const page = readFileSync('docs/observability.md', 'utf8');
    expect([...page.matchAll(/^\| `(Guide\w+)`/gm)].map(([, name]) => name)).toEqual(names);
  });
});

interface Panel {
  readonly id: number;
  readonly type: string;
  readonly title: string;
  readonly gridPos: { readonly x: number; readonly y: number; readonly w: number; readonly h: number };
  readonly targets?: readonly { readonly expr: string }[];
}

describe('ops/grafana-dashboard.json', () => {
  const { panels } = JSON.parse(readFileSync('ops/grafana-dashboard.json', 'utf8')) as {
    panels: readonly Panel[];
  };
  const drawn = panels.filter(({ type }) => type !== 'row');

  it.each(drawn)('"$title" asks for series that there are', ({ targets = [] }) => {
    expect(targets.length).toBeGreaterThan(0);
    for (const { expr } of targets) expectToExist(expr);
  });

  it('draws every metric of ours', () => {
    const text = drawn.flatMap(({ targets = [] }) => targets.map(({ expr }) => expr)).join('\n');
    for (const { name } of metrics.filter((one) => one.name.startsWith(ours))) {
      expect([name, text.includes(name)]).toEqual([name, true]);
    }
  });

  it('lays no panel over another', () => {
    const overlap = ({ gridPos: a }: Panel, { gridPos: b }: Panel) =>
      a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
    for (const one of panels) {
      expect(one.gridPos.x + one.gridPos.w).toBeLessThanOrEqual(24);
      expect(panels.filter((other) => other.id !== one.id && overlap(one, other))).toEqual([]);
    }
  });
});

describe('docs/observability.md', () => {
  it('lists every metric of ours with its labels, and no other', () => {
    const page = readFileSync('docs/observability.md', 'utf8');
    const documented = [...page.matchAll(/^\| `(supercluster_guide_\w+)` \| (\w+) \| (.*?) \|/gm)].map(
      ([, name, type, columns = '']) => ({
        name,
        type,
        labels: [...columns.matchAll(/`(\w+)`/g)].map(([, label]) => label ?? '').toSorted(),
      }),
    );
    const present = metrics
      .filter(({ name }) => name.startsWith(ours))
      .map(({ name, type }) => {
        const series = type === 'histogram' ? `${name}_count` : name;
        return { name, type, labels: [...(labels.get(series) ?? [])].toSorted() };
      });
    const byName = (a: { name?: string }, b: { name?: string }) => (a.name ?? '').localeCompare(b.name ?? '');
    expect(documented.toSorted(byName)).toEqual(present.toSorted(byName));
  });
});
