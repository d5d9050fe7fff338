/**
 * `npm run tune`: derives the weights of the search from the tuning half of the labelled questions and
 * from the content's own questions, and writes them with their figures to `src/search/weights.ts`. The
 * validation half only judges.
 */
import { writeFileSync } from 'node:fs';
import { type EvidenceKind, evidenceKinds } from '../../src/search/evidence.ts';
import { rankingOf } from '../../src/search/ranking.ts';
import { type SignalKind, signalKinds, signalsOf } from '../../src/search/signals.ts';
import { realKnowledge, today } from '../support/real-content.ts';
import { fitChoices, fitLabels, type Labelled } from './fit.ts';
import { type Part, partOf, readItems } from './items.ts';
import { type Example, heldOutExamples, labelledExamples, unanswerableExamples } from './training.ts';

/** Questions of the content are many and nearer to each other than real ones: each counts for little. */
const ownQuestion = 0.02;
const unanswerable = 0.01;
/** A wrong answer is worse than none. */
const refusal = 2;
/** Words that the passage lacks, another entry, another year: they never make an answer surer. */
const against: readonly SignalKind[] = [
  'missing',
  'unknown',
  'disagrees',
  'elsewhere',
  'strayed',
  'typeMissing',
  'yearMissing',
];
const ridge = { ranking: 0.001, confidence: 0.001 };

const items = readItems('test/evaluation/questions.jsonl');
const labelled = (part: Part) =>
  labelledExamples(
    items.filter((item) => partOf(item.id) === part),
    realKnowledge,
    today,
  );
const tuning = labelled('tuning');
const validation = labelled('validation');
const held = heldOutExamples(realKnowledge);

const ranking = fitChoices(
  [...tuning.map((example) => choice(example, 1)), ...held.map((example) => choice(example, ownQuestion))],
  evidenceKinds.length,
  ridge.ranking,
);
const rankingWeights = Object.fromEntries(
  evidenceKinds.map((kind, index) => [kind, ranking[index]!]),
) as Record<EvidenceKind, number>;
const confidence = fitLabels(
  [
    ...tuning.flatMap((example) => label(example, example.answerable ? 1 : refusal)),
    ...unanswerableExamples(realKnowledge).flatMap((example) => label(example, unanswerable)),
  ],
  signalKinds.length + 1,
  ridge.confidence,
  new Set(against.map((kind) => signalKinds.indexOf(kind))),
);

const figures = [
  `right passage first: tuning ${first(tuning)}, validation ${first(validation)}, own questions held out ${first(held)}`,
];
console.log(figures.join('\n'));
writeFileSync(
  'src/search/weights.ts',
  `// Written by \`npm run tune\`: do not change by hand.
import type { EvidenceKind } from './evidence.ts';
import type { SignalKind } from './signals.ts';

// ${figures.join('\n// ')}

export const rankingWeights: Readonly<Record<EvidenceKind, number>> = ${record(evidenceKinds, ranking)};

export const confidenceWeights: Readonly<Record<SignalKind | 'constant', number>> = ${record([...signalKinds, 'constant'], confidence)};
`,
);

function row(example: Example['passages'][number]): number[] {
  return evidenceKinds.map((kind) => example.evidence[kind]);
}

function choice(example: Example, weight: number) {
  return {
    rows: example.passages.map(row),
    right: example.passages.map((passage) => passage.right),
    weight,
  };
}

function ranked(example: Example) {
  return example.passages
    .map((passage) => ({ ...passage, score: rankingOf(passage.evidence, rankingWeights) }))
    .sort((a, b) => b.score - a.score);
}

function label(example: Example, weight: number): Labelled[] {
  const [best, second] = ranked(example);
  if (!best) return [];
  const signals = signalsOf(best.evidence, best.score, second ? best.score - second.score : 3);
  return [{ row: [...signalKinds.map((kind) => signals[kind]), 1], yes: best.right, weight }];
}

function first(examples: readonly Example[]): string {
  const answerable = examples.filter((example) => example.answerable);
  const right = answerable.filter((example) => ranked(example)[0]?.right).length;
  return `${((100 * right) / answerable.length).toFixed(1)} % of ${answerable.length}`;
}

/** Three digits, written as the formatter writes them: no zeros at the end, no minus zero. */
function rounded(weight: number): number {
  return Number(weight.toFixed(3)) + 0;
}

function record(kinds: readonly string[], weights: readonly number[]): string {
  return `{\n${kinds.map((kind, index) => `  ${kind}: ${rounded(weights[index]!)},`).join('\n')}\n}`;
}
