/**
 * Does the right section come first? `npm run bench:relevance`
 *
 * Our search and other libraries answer the same questions over the same texts in one run. The tuning
 * questions choose each library's settings, the other questions compare. Everything drawn by chance has a
 * fixed seed, so two runs give the same figures. Rewrites its tables in `docs/benchmarks.md`.
 */

import type { Bilingual } from '../src/knowledge/language.ts';
import type { Collection, Question } from './collections/collection.ts';
import { generatedCollection } from './collections/generated.ts';
import { type OwnCollection, ownCollection } from './collections/own.ts';
import { withoutAccents, withTypos } from './disturb.ts';
import { rewriteFile, table } from './markdown.ts';
import { differenceInterval, type Measured, mean, measure } from './measures.ts';
import { ourSearch, shownCards } from './ours.ts';
import { peers } from './peers/all.ts';
import { describeSettings, type Peer, type PeerIndex, type Settings } from './peers/peer.ts';
import { seeded } from './random.ts';

interface Form {
  readonly name: string;
  readonly change: (text: string) => string;
  readonly applies: (question: Question) => boolean;
}

const forms = [
  { name: 'as asked', change: (text) => text, applies: () => true },
  { name: 'typos', change: withTypos, applies: () => true },
  { name: 'French without accents', change: withoutAccents, applies: ({ language }) => language === 'fr' },
] as const satisfies readonly Form[];

interface System {
  readonly name: string;
  readonly setup: string;
  /** Whether it ranks many sections, as nDCG wants. */
  readonly ranks: boolean;
  rank(question: Question, text: string): string[];
}

/** Results of one system, by form of the questions. */
interface Row {
  readonly system: System;
  readonly measured: readonly (readonly Measured[])[];
}

/** Enough to tell settings apart; the slowest library needs minutes for them. */
const mostTuning = 60;

async function choose(peer: Peer, collection: Collection): Promise<Settings> {
  const questions = seeded(7).sample(collection.tuning, mostTuning);
  let best: { settings: Settings; quality: number } | undefined;
  for (const settings of peer.settings) {
    if (peer.settings.length === 1) return settings;
    const indexes = await indexesOf(peer, collection, settings);
    const quality = mean(
      [forms[0], forms[1]].flatMap(({ change }) =>
        questions.map(
          ({ language, text, relevant }) => measure(indexes[language].search(change(text)), relevant).ndcg,
        ),
      ),
    );
    if (!best || quality > best.quality) best = { settings, quality };
  }
  return best!.settings;
}

async function indexesOf(
  peer: Peer,
  { documents }: Collection,
  settings: Settings,
): Promise<Bilingual<PeerIndex>> {
  return {
    en: await peer.build(documents.en, 'en', settings),
    fr: await peer.build(documents.fr, 'fr', settings),
  };
}

async function peerSystem(peer: Peer, collection: Collection): Promise<System> {
  const settings = await choose(peer, collection);
  const indexes = await indexesOf(peer, collection, settings);
  return {
    name: peer.name,
    setup: peer.settings.length > 1 ? `${peer.setup}. Chosen: ${describeSettings(settings)}` : peer.setup,
    ranks: true,
    rank: ({ language }, text) => indexes[language].search(text),
  };
}

function searchSystem({ knowledge }: Collection): System {
  const search = ourSearch(knowledge);
  return {
    name: '**our search**',
    setup: 'as in the product',
    ranks: true,
    rank: ({ language }, text) => search(text, language),
  };
}

function pathSystem({ test }: OwnCollection): System {
  const items = new Map(test.map((question) => [question.id, question]));
  return {
    name: '**our answers**',
    setup: 'the whole path; first is the card that is shown, or the first that "did you mean" offers',
    ranks: false,
    rank: ({ id }, text) => shownCards(items.get(id)!, text),
  };
}

function run(system: System, { test }: Collection): Row {
  const measured = forms.map(({ change, applies }) =>
    test
      .filter(applies)
      .map((question) => measure(system.rank(question, change(question.text)), question.relevant)),
  );
  return { system, measured };
}

function resultsTable(rows: readonly Row[]): string {
  const columns = forms.flatMap(({ name }) => [`nDCG@10, ${name}`, 'MRR', 'P@1']);
  return table(
    ['system', ...columns],
    rows.map(({ system, measured }) => [
      system.name,
      ...measured.flatMap((results) => [
        system.ranks ? mean(results.map(({ ndcg }) => ndcg)).toFixed(3) : '–',
        mean(results.map(({ reciprocalRank }) => reciprocalRank)).toFixed(3),
        mean(results.map(({ first }) => first)).toFixed(3),
      ]),
    ]),
  );
}

/** How far we are ahead of the best other system, and how sure that is. */
function leadLine(ours: Row, rows: readonly Row[], key: 'ndcg' | 'first'): string {
  const leads = forms.map(({ name }, form) => {
    const values = (row: Row) => row.measured[form]!.map((measured) => measured[key]);
    const best = rows.toSorted((a, b) => mean(values(b)) - mean(values(a)))[0]!;
    const lead = mean(values(ours)) - mean(values(best));
    const { low, high } = differenceInterval(values(ours), values(best));
    return `${name} ${signed(lead)} (${signed(low)} to ${signed(high)}) against ${best.system.name}`;
  });
  const measureName = key === 'ndcg' ? 'nDCG@10' : 'P@1';
  return `- ${ours.system.name}, ${measureName}: ${leads.join('; ')}`;
}

function signed(value: number): string {
  return `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(3)}`;
}

async function report(collection: Collection, path?: System): Promise<string> {
  const others: Row[] = [];
  for (const peer of peers) {
    console.error(`${collection.name}: ${peer.name}`);
    others.push(run(await peerSystem(peer, collection), collection));
  }
  const ours = run(searchSystem(collection), collection);
  const whole = path && run(path, collection);
  const rows = [...(whole ? [whole] : []), ours, ...others];
  return [
    resultsTable(rows),
    '',
    'Lead over the best of the others, with its 95 % interval (paired bootstrap over the questions):',
    '',
    leadLine(ours, others, 'ndcg'),
    leadLine(ours, others, 'first'),
    ...(whole ? [leadLine(whole, others, 'first')] : []),
    '',
    'How they are set up:',
    '',
    ...others.map(({ system }) => `- ${system.name}: ${system.setup}`),
  ].join('\n');
}

function counts({ test, documents }: Collection): string {
  const french = test.filter(({ language }) => language === 'fr').length;
  return `${documents.en.length} sections in each language, ${test.length} questions, ${french} of them French`;
}

const own = ownCollection();
const generated = generatedCollection();
const { refusals, followUps, noSection } = own.leftOut;
const text = [
  `### Our content: ${counts(own)}`,
  '',
  `The validation half of the labelled questions, without ${refusals} that must or may be refused, ${followUps} that follow up others and ${noSection} that no section answers.`,
  '',
  await report(own, pathSystem(own)),
  '',
  `### A generated collection: ${counts(generated)}`,
  '',
  await report(generated),
].join('\n');
console.log(text);
rewriteFile('docs/benchmarks.md', 'relevance', text);
