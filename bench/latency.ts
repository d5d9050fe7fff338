/**
 * How long does a question take, and what does an index cost? `npm run bench:latency`
 *
 * Our whole path and our search beside other libraries, over our content and over 10 and 100 times as much.
 * Every system and size has a fresh process of its own, one after the other on one thread. Compare
 * ratios to the baseline of the same run: times depend on the machine. Rewrites its tables in `docs/benchmarks.md`;
 * `-- --sizes 1` measures and prints those sizes alone.
 */
import { execFileSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import type { Language } from '../src/knowledge/language.ts';
import { wordsOf } from '../src/search/analysis.ts';
import { partOf, readItems } from '../test/evaluation/items.ts';
import { realKnowledge } from '../test/support/real-content.ts';
import { type Document, documentsOf } from './collections/collection.ts';
import { scaledKnowledge } from './collections/scaled.ts';
import { rewriteFile, table } from './markdown.ts';
import { percentile } from './measures.ts';
import { ourPath, ourSearch } from './ours.ts';
import { peers } from './peers/all.ts';
import { allSettings, defaultSettings, type Peer, type Settings } from './peers/peer.ts';
import { seeded } from './random.ts';

const sizes = [1, 10, 100];
const ours = { answers: '**our answers**', search: '**our search**' };
const systems = [ours.answers, ours.search, ...peers.map(({ name }) => name)];
const baseline = peers[0]!.name;

/**
 * Each question is asked again and again for about so many milliseconds: the clock of a thread's processor
 * time, which other work on the machine disturbs least, is coarse.
 */
const batch = 50;
/** A system too slow for all questions in this time, in milliseconds, is asked fewer. */
const budget = 20_000;
const fewestQuestions = 10;
/** A hundred times the content has millions of questions: more than V8 allows by itself. */
const heapOfHundred = '--max-old-space-size=12288';

interface Figures {
  /** Milliseconds. */
  readonly build: number;
  /** Milliseconds; absent where an index is not kept on disk. */
  readonly load?: number;
  /** Bytes on disk. */
  readonly size?: number;
  /** Bytes in memory, without the texts. */
  readonly memory: number;
  /** Milliseconds of processor time, one figure a question. */
  readonly times: readonly number[];
}

type Asked = { readonly text: string; readonly language: Language };

function questions(): Asked[] {
  return readItems('test/evaluation/questions.jsonl')
    .filter(({ id, context }) => partOf(id) === 'validation' && context === undefined)
    .map(({ question, language }) => ({ text: question, language }));
}

/** What the relevance benchmark chooses for most libraries. */
function settingsOf(peer: Peer): Settings {
  if (peer.settings.length === 1) return defaultSettings;
  const wanted = (settings: Settings) =>
    settings.stopWords === 'ours' && settings.tolerant === (peer.name !== 'SQLite FTS5');
  return (
    peer.settings.find((settings) => wanted(settings) && settings.boost === allSettings[4]!.boost) ??
    peer.settings.find(wanted)!
  );
}

function heap(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}

/** Runs in a process of its own. */
async function measureSystem(name: string, factor: number): Promise<Figures> {
  const knowledge = scaledKnowledge(realKnowledge, factor);
  const peer = peers.find((candidate) => candidate.name === name);
  return peer ? measurePeer(peer, documentsOf(knowledge)) : measureOurs(name, knowledge);
}

function measureOurs(name: string, knowledge: typeof realKnowledge): Figures {
  const before = heap();
  const start = performance.now();
  const ask = name === ours.answers ? ourPath(knowledge) : ourSearch(knowledge);
  const build = performance.now() - start;
  const memory = heap() - before;
  return { build, memory, times: timesOf(({ text, language }) => ask(text, language)) };
}

async function measurePeer(
  peer: Peer,
  documents: Readonly<Record<Language, readonly Document[]>>,
): Promise<Figures> {
  const settings = settingsOf(peer);
  const before = heap();
  const start = performance.now();
  const indexes = {
    en: await peer.build(documents.en, 'en', settings),
    fr: await peer.build(documents.fr, 'fr', settings),
  };
  const build = performance.now() - start;
  const memory = heap() - before + (indexes.en.outside?.() ?? 0) + (indexes.fr.outside?.() ?? 0);
  const times = timesOf(({ text, language }) => indexes[language].search(text));
  const english = await indexes.en.serialised!();
  const french = await indexes.fr.serialised!();
  const loading = performance.now();
  await peer.load!(english, documents.en, 'en', settings);
  await peer.load!(french, documents.fr, 'fr', settings);
  const load = performance.now() - loading;
  return { build, load, size: english.length + french.length, memory, times };
}

function timesOf(ask: (question: Asked) => unknown): number[] {
  const all = seeded(11).sample(questions(), Number.POSITIVE_INFINITY);
  // Warm up, and see how many questions the time allows.
  const once: number[] = [];
  for (const question of all) {
    const start = performance.now();
    ask(question);
    once.push(performance.now() - start);
    if (once.length >= fewestQuestions && sum(once) > budget) break;
  }
  return once.map((rough, index) => {
    const times = Math.max(1, Math.ceil(batch / rough));
    const start = process.threadCpuUsage();
    for (let time = 0; time < times; time++) ask(all[index]!);
    const { user, system } = process.threadCpuUsage(start);
    return (user + system) / 1_000 / times;
  });
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function measureAll(factor: number): Map<string, Figures> {
  return new Map(
    systems.map((name) => {
      console.error(`${factor} ×: ${name}`);
      const args = [
        '--expose-gc',
        heapOfHundred,
        process.argv[1]!,
        '--measure',
        name,
        '--factor',
        String(factor),
      ];
      const output = execFileSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1e8 });
      return [name, JSON.parse(output) as Figures];
    }),
  );
}

function resultsTable(results: ReadonlyMap<string, Figures>): string {
  const base = results.get(baseline)!;
  const rows = [...results].map(([name, { build, load, size, memory, times }]) => [
    name,
    `${milliseconds(p(times, 50))} (${ratio(p(times, 50), p(base.times, 50))})`,
    `${milliseconds(p(times, 99))} (${ratio(p(times, 99), p(base.times, 99))})`,
    ratio(build, base.build),
    load === undefined ? '–' : ratio(load, base.build),
    size === undefined ? '–' : megabytes(size),
    megabytes(memory),
    String(times.length),
  ]);
  const columns = [
    'p50, ms (ratio)',
    'p99, ms (ratio)',
    'build',
    'load',
    'on disk, MB',
    'memory, MB',
    'questions',
  ];
  return table(['system', ...columns], rows);
}

function p(times: readonly number[], percent: number): number {
  return percentile(
    times.toSorted((a, b) => a - b),
    percent,
  );
}

function milliseconds(value: number): string {
  return value.toPrecision(2).includes('e')
    ? value.toFixed(0)
    : value < 10
      ? value.toFixed(2)
      : value.toFixed(0);
}

function ratio(value: number, base: number): string {
  const quotient = value / base;
  return `${quotient < 10 ? quotient.toFixed(2) : quotient.toFixed(0)} ×`;
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(1);
}

function report(factor: number): string {
  const documents = documentsOf(scaledKnowledge(realKnowledge, factor)).en;
  const vocabulary = new Set(
    documents.flatMap(({ heading, body }) => wordsOf(`${heading} ${body}`).map(({ folded }) => folded)),
  );
  return [
    `### ${factor} ×: ${documents.length} sections and ${vocabulary.size} different words in English, as much in French`,
    '',
    resultsTable(measureAll(factor)),
  ].join('\n');
}

const { values } = parseArgs({
  options: {
    measure: { type: 'string' },
    factor: { type: 'string', default: '1' },
    sizes: { type: 'string' },
  },
});
if (values.measure) {
  console.log(JSON.stringify(await measureSystem(values.measure, Number(values.factor))));
} else {
  const wanted = values.sizes?.split(',').map(Number) ?? sizes;
  const parts = [
    `Ratios are to ${baseline}: of the same percentile, and to its build for build and load.`,
    ...wanted.map((factor) => {
      const part = report(factor);
      // At once: the larger sizes take an hour, and may not fit into the memory.
      console.log(`${part}\n`);
      return part;
    }),
  ];
  const text = parts.join('\n\n');
  if (values.sizes === undefined) {
    rewriteFile('docs/benchmarks.md', 'latency', text);
    // The picture is of these tables.
    await import('./cost-curves.ts');
  }
}
