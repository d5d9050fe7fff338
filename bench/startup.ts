/**
 * How long does the start-up take, step by step, and how much memory? `npm run bench:startup`
 *
 * Every run is a fresh process, because a second start in the same one is another question. The bot is
 * started twice, from its sources and as it is built: with nothing, and with the compiled code that the first
 * start has kept. Ratios are against baselines of the same minutes, so that they can be compared between
 * machines. Steps are measured in processor time of the main thread, whole processes by the clock.
 */
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import packageJson from '../package.json' with { type: 'json' };

const { values } = parseArgs({
  options: { runs: { type: 'string', default: '9' }, measure: { type: 'string' } },
});
const directory = process.env.CONTENT_DIR || 'content';
const question = 'NGen';
/** What the bot must load whatever it does: no start-up can be faster. */
const platforms = "await Promise.all(['express', '@slack/bolt', 'botbuilder'].map((name) => import(name)))";
/** The built bot, as it is started in production. */
const production = (/ node (.+)$/.exec(packageJson.scripts['start:prod'])?.[1] ?? '').split(' ');
const now = new Date('2026-11-23T12:00:00Z');

/** Step → milliseconds, or megabytes for memory. */
type Figures = Record<string, number>;

/**
 * Measures steps one after the other, each from the end of the one before: processor time of the main
 * thread, which other programs on the machine disturb less than they do the clock.
 */
function stopwatch() {
  const figures: Figures = {};
  let last = processorTime();
  return {
    figures,
    lap(step: string) {
      figures[step] = processorTime() - last;
      last = processorTime();
    },
  };
}

function processorTime(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

/** The way of production: what `npm run ask` does. */
async function measureStart(): Promise<Figures> {
  const { figures, lap } = stopwatch();
  const { readContentDirectory } = await import('../src/content-directory.ts');
  const { createConversation } = await import('../src/conversation/conversation.ts');
  const { requireKnowledge } = await import('../src/knowledge/read-knowledge.ts');
  lap('imports');
  const start = performance.now();
  const files = readContentDirectory(directory);
  lap('reading files');
  const knowledge = requireKnowledge(files, directory);
  lap('knowledge');
  const conversation = createConversation(knowledge, { defaultLanguage: 'en' });
  lap('conversation');
  const byTheClock = performance.now() - start;
  conversation.ask({ text: question, now, turns: [] });
  lap('first answer');
  return { ...figures, 'content to conversation, clock': byTheClock, memory: peakMemory() };
}

/** The parts of the two big steps. The checks run a second time here: within the first they cannot be told apart. */
async function measureParts(): Promise<Figures> {
  const { readContentDirectory } = await import('../src/content-directory.ts');
  const { checkKnowledge } = await import('../src/knowledge/check.ts');
  const { requireKnowledge } = await import('../src/knowledge/read-knowledge.ts');
  const { createSearch } = await import('../src/search/search.ts');
  const { createSpelling } = await import('../src/search/spelling.ts');
  const files = readContentDirectory(directory);
  const { figures, lap } = stopwatch();
  const knowledge = requireKnowledge(files, directory);
  lap('knowledge');
  checkKnowledge(knowledge);
  lap('checks');
  const search = createSearch(knowledge);
  lap('search index');
  createSpelling(search.lexicon);
  lap('spelling');
  return { ...figures, 'parsing and validating': figures.knowledge! - figures.checks! };
}

/** What the content costs with the bare parsers of its two formats and nothing else. */
async function measureContentBaseline(): Promise<Figures> {
  const { readContentDirectory } = await import('../src/content-directory.ts');
  const { default: MarkdownIt } = await import('markdown-it');
  const { load } = await import('js-yaml');
  const parser = new MarkdownIt();
  const { lap, figures } = stopwatch();
  for (const { path, text } of readContentDirectory(directory)) {
    if (path.endsWith('.yaml')) load(text);
    else {
      const [front = '', yaml = ''] = /^---\n(.*?)\n---\n/s.exec(text) ?? [];
      load(yaml);
      for (const token of parser.parse(text.slice(front.length), {})) {
        if (token.info === 'yaml') load(token.content);
      }
    }
  }
  lap('content baseline');
  return figures;
}

async function measureNothing(): Promise<Figures> {
  return { 'memory of nothing': peakMemory() };
}

function peakMemory(): number {
  return process.resourceUsage().maxRSS / 1024;
}

const measures = {
  start: measureStart,
  parts: measureParts,
  content: measureContentBaseline,
  nothing: measureNothing,
};

async function runs(): Promise<Figures[]> {
  const script = process.argv[1]!;
  const all: Figures[] = [];
  for (let run = 0; run < Number(values.runs); run++) {
    // Interleaved, so that a busy minute of the machine touches every measure alike.
    for (const measure of Object.keys(measures)) {
      all.push(
        JSON.parse(execFileSync(process.execPath, [script, '--measure', measure], { encoding: 'utf8' })),
      );
    }
    all.push({
      'node -e 0': wallTime(['-e', '0']),
      'importing the platforms': wallTime(['--input-type=module', '-e', platforms]),
      'node src/cli/ask.ts': wallTime(['src/cli/ask.ts', question]),
      ...(await timesToListening(['src/start.ts'], 'listening')),
      ...(await timesToListening(production, 'built, listening')),
    });
  }
  return all;
}

function wallTime(args: readonly string[]): number {
  const start = performance.now();
  execFileSync(process.execPath, args, { stdio: 'ignore' });
  return performance.now() - start;
}

/** The whole bot with an empty store, and again with what the first start has left. */
async function timesToListening(program: readonly string[], name: string): Promise<Figures> {
  const data = mkdtempSync(join(tmpdir(), 'startup-'));
  try {
    return {
      [`${name}: first start`]: await timeToListening(program, data),
      [`${name}: again`]: await timeToListening(program, data),
    };
  } finally {
    rmSync(data, { recursive: true });
  }
}

/** From nothing to the line that says that it listens. */
async function timeToListening(program: readonly string[], data: string): Promise<number> {
  const start = performance.now();
  const bot = spawn(process.execPath, program, {
    env: { ...process.env, PORT: '0', DATA_DIR: data, CONTENT_DIR: directory },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exit = once(bot, 'exit');
  const listens = new Promise<void>((resolve) => {
    bot.stdout.on('data', (output) => String(output).includes('listens on') && resolve());
  });
  await Promise.race([listens, exit]);
  const time = performance.now() - start;
  if (bot.exitCode !== null) throw new Error('the bot did not start');
  bot.kill();
  await exit;
  return time;
}

/** Rows of the table: step, unit and the baseline it is compared with. */
const rows: readonly (readonly [step: string, unit: string, baseline?: string])[] = [
  ['content baseline', 'ms'],
  ['imports', 'ms', 'content baseline'],
  ['reading files', 'ms', 'content baseline'],
  ['parsing and validating', 'ms', 'content baseline'],
  ['checks', 'ms', 'content baseline'],
  ['search index', 'ms', 'content baseline'],
  ['spelling', 'ms', 'content baseline'],
  ['first answer', 'ms', 'content baseline'],
  ['content to conversation', 'ms', 'content baseline'],
  ['node -e 0', 'ms'],
  ['importing the platforms', 'ms', 'node -e 0'],
  ['content to conversation, clock', 'ms', 'importing the platforms'],
  ['node src/cli/ask.ts', 'ms', 'importing the platforms'],
  ['listening: first start', 'ms', 'importing the platforms'],
  ['listening: again', 'ms', 'importing the platforms'],
  ['built, listening: first start', 'ms', 'importing the platforms'],
  ['built, listening: again', 'ms', 'importing the platforms'],
  ['memory', 'MB', 'memory of nothing'],
];

const width = 36;

function print(all: readonly Figures[]): void {
  const samples = (step: string) =>
    all.flatMap((figures) => figures[step] ?? []).sort((first, second) => first - second);
  const median = (step: string) => samples(step)[Math.floor(samples(step).length / 2)]!;
  console.log(`${'step'.padEnd(width)}  median     min     max  ratio`);
  for (const [step, unit, baseline] of rows) {
    const sorted = samples(step);
    const figures = [median(step), sorted[0]!, sorted.at(-1)!].map((value) => value.toFixed(0).padStart(8));
    const ratio = baseline
      ? `  ${(median(step) / median(baseline)).toFixed(2).padStart(5)} × ${baseline}`
      : '';
    console.log(`${`${step}, ${unit}`.padEnd(width)}${figures.join('')}${ratio}`);
  }
}

const measure = measures[values.measure as keyof typeof measures];
if (measure) console.log(JSON.stringify(await measure()));
else {
  execFileSync('npm', ['run', '-s', 'build'], { stdio: 'inherit' });
  const all = await runs();
  print(
    all.map((figures) => ({
      ...figures,
      ...(figures.conversation !== undefined && {
        'content to conversation': figures['reading files']! + figures.knowledge! + figures.conversation,
      }),
    })),
  );
}
