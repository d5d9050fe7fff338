/**
 * Does memory grow with the number of questions, and how much is it? `npm run bench:memory`
 * (`-- --questions 20000` in passing)
 *
 * Three processes, one after the other. **Ours**: the whole application as it is served, asked a million
 * different questions through the whole path: understood in a thread, answered, and the card rendered for
 * Slack, for Teams and as text. **Bare**: Bolt and botbuilder, set up and listening, with the same content in
 * MiniSearch as its documentation begins: the least that a bot with these libraries and this content needs.
 * **Bare, no content**: the same without it. The bare ones are asked 20,000 of the questions. Compared is the
 * memory that the system counts (resident), by default settings of Node; nobody calls the garbage collector.
 *
 * Ends with an error where ours grew, or is more than twice the bare one.
 */
import { execFileSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { percentile } from './measures.ts';
import { type Random, seeded } from './random.ts';

const { values } = parseArgs({
  options: { questions: { type: 'string', default: '1000000' }, measure: { type: 'string' } },
});
const total = Number(values.questions);
const bareQuestions = Math.min(total, 20_000);
const samplesWanted = 40;
/** The last quarter may be so many times the second: a heap is swept now and then. */
const allowedGrowth = 1.1;
const allowedRatio = 2;

interface Figures {
  /** Megabytes when it listens, before the first question. */
  readonly started: number;
  /** Megabytes after each fortieth of the questions. */
  readonly samples: readonly number[];
  readonly answered: number;
  /** Milliseconds of processor time per question. */
  readonly time: number;
}

function megabytes(): number {
  return process.memoryUsage.rss() / 2 ** 20;
}

/** Names nothing outside of this machine and is never called. */
const nowhere = 'http://127.0.0.1:9';

/**
 * Questions without end, no two alike: those that people were thought to ask, some of them one after
 * another in a thread, with words, names and slips that never come again.
 */
async function questionsWithoutEnd(random: Random) {
  const { readItems } = await import('../test/evaluation/items.ts');
  const known = readItems('test/evaluation/questions.jsonl').map(({ question }) => question);
  const letters = 'abcdefghijklmnopqrstuvwxyzéàç';
  const word = () => Array.from({ length: 3 + random.below(9) }, () => random.pick([...letters])).join('');
  return () => {
    const question = random.pick(known);
    const words = question.split(' ');
    const at = random.below(words.length);
    switch (random.below(4)) {
      case 0:
        return `${question} ${word()}`;
      case 1:
        return words.with(at, word()).join(' ');
      case 2: {
        const [chosen = ''] = words.slice(at);
        const slip = random.below(chosen.length + 1);
        return words
          .with(at, chosen.slice(0, slip) + random.pick([...letters]) + chosen.slice(slip + 1))
          .join(' ');
      }
      default:
        return `${question} ${1_900 + random.below(10_000)} ${random.pick(known)}`;
    }
  };
}

async function ask(questions: number, answer: (question: string) => boolean): Promise<Figures> {
  const next = await questionsWithoutEnd(seeded(2026));
  const started = megabytes();
  const samples: number[] = [];
  const step = Math.ceil(questions / samplesWanted);
  const before = process.cpuUsage();
  let answered = 0;
  for (let count = 1; count <= questions; count += 1) {
    if (answer(next())) answered += 1;
    // As a server does between two requests.
    if (count % 20 === 0) await new Promise((resolve) => setImmediate(resolve));
    if (count % step === 0 || count === questions) {
      samples.push(megabytes());
      process.stderr.write(`\r${count} questions, ${samples.at(-1)?.toFixed(0)} MB `);
    }
  }
  process.stderr.write('\n');
  const { user, system } = process.cpuUsage(before);
  return { started, samples, answered, time: (user + system) / 1_000 / questions };
}

async function measureOurs(): Promise<Figures> {
  const { ourBot, serve } = await import('./bots.ts');
  const { toSlackMessage } = await import('../src/slack/blocks.ts');
  const { toTeamsMessage } = await import('../src/teams/adaptive-card.ts');
  const { toText } = await import('../src/cards/text.ts');
  const bot = await ourBot(nowhere);
  await serve(bot);
  const random = seeded(7);
  let turns: ReturnType<typeof bot.conversation.ask>['turn'][] = [];
  return ask(total, (text) => {
    // Threads of one question to five.
    if (turns.length === 5 || random.below(3) === 0) turns = [];
    const reply = bot.conversation.ask({ text, now: new Date(), turns });
    turns = [...turns, reply.turn];
    const rendered = [toSlackMessage(reply.card), toTeamsMessage(reply.card), toText(reply.card)];
    if (rendered.some((one) => JSON.stringify(one).length < 2)) throw new Error('nothing rendered');
    return reply.answered;
  });
}

/** @param withContent whether its MiniSearch has our content */
async function measureBare(withContent: boolean): Promise<Figures> {
  const { bareBolt, bareBotbuilder, serve } = await import('./bots.ts');
  await serve(await bareBolt({ text: 'x' }));
  await serve(await bareBotbuilder({ type: 'message', text: 'x' }, nowhere));
  const indexes = withContent ? await bareIndexes() : [];
  return ask(bareQuestions, (text) => {
    const found = indexes.flatMap((index) => index.search(text));
    return JSON.stringify(found).length > 2;
  });
}

async function bareIndexes() {
  const { readContentDirectory } = await import('../src/content-directory.ts');
  const { requireKnowledge } = await import('../src/knowledge/read-knowledge.ts');
  const { documentsOf } = await import('./collections/collection.ts');
  const { default: MiniSearch } = await import('minisearch');
  const { en, fr } = documentsOf(requireKnowledge(readContentDirectory('content'), 'content'));
  const fields = ['title', 'heading', 'asks', 'body'];
  // It answers with what it found, so that the texts are in memory as well.
  return [en, fr].map((documents) => {
    const index = new MiniSearch<(typeof en)[number]>({ fields, storeFields: ['heading', 'body'] });
    index.addAll(documents);
    return index;
  });
}

const measures: Readonly<Record<string, () => Promise<Figures>>> = {
  ours: measureOurs,
  bare: () => measureBare(true),
  'bare, no content': () => measureBare(false),
};

function middle(figures: readonly number[]): number {
  return percentile(
    figures.toSorted((a, b) => a - b),
    50,
  );
}

function compare(): void {
  const results = new Map<string, Figures>();
  for (const name of ['bare, no content', 'bare', 'ours']) {
    const args = [process.argv[1]!, '--measure', name, '--questions', String(total)];
    const output = execFileSync(process.execPath, args, {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const figures = JSON.parse(output) as Figures;
    results.set(name, figures);
    console.log(
      `${name.padEnd(17)} ${figures.started.toFixed(0)} MB when it listens, ${middle(lastQuarter(figures)).toFixed(0)} MB in the last quarter, ` +
        `${Math.max(...figures.samples).toFixed(0)} MB at most; ${figures.answered} answers, ${figures.time.toFixed(2)} ms of processor time each`,
    );
  }
  const [ours, bare, empty] = ['ours', 'bare', 'bare, no content'].map((name) => results.get(name)!);
  const growth = middle(lastQuarter(ours!)) / middle(secondQuarter(ours!));
  const times = (other: Figures) => middle(lastQuarter(ours!)) / middle(lastQuarter(other));
  console.log(`${total} questions; second quarter → last quarter ×${growth.toFixed(2)}`);
  console.log(
    `×${times(bare!).toFixed(2)} of bare Bolt and botbuilder with the content in MiniSearch, ×${times(empty!).toFixed(2)} without content`,
  );
  if (growth > allowedGrowth || times(bare!) > allowedRatio) process.exitCode = 1;
}

function secondQuarter({ samples }: Figures): readonly number[] {
  return samples.slice(Math.floor(samples.length / 4), Math.ceil(samples.length / 2));
}

function lastQuarter({ samples }: Figures): readonly number[] {
  return samples.slice(Math.floor((3 * samples.length) / 4));
}

const measure = measures[values.measure ?? ''];
if (measure) {
  const figures = await measure();
  process.stdout.write(JSON.stringify(figures), () => process.exit());
} else compare();
