/**
 * `npm run plot:reliability`: is the bot as often right as it is sure? Asks the labelled questions, draws
 * `docs/images/reliability.svg` and writes the table of `docs/benchmarks.md`. The same content and questions
 * give the same files.
 */
import { writeFileSync } from 'node:fs';
import { rewriteFile, table } from '../../bench/markdown.ts';
import { thresholds } from '../../src/conversation/thresholds.ts';
import { realConversation, today } from '../support/real-content.ts';
import { readItems } from './items.ts';
import { binsOf, expectedError } from './reliability.ts';
import { reliabilityPicture } from './reliability-picture.ts';
import { run } from './run.ts';

const results = run(readItems('test/evaluation/questions.jsonl'), realConversation, today);
const bins = binsOf(results);
const percent = (share: number) => `${(100 * share).toFixed(0)} %`;
const rows = bins.map(({ from, to, confidence, answers, right }) => [
  `${from.toFixed(1)} to ${to.toFixed(1)}`,
  String(answers),
  confidence.toFixed(2),
  percent(right / answers),
]);
const text = [
  `![Confidence against the share of right answers](images/reliability.svg)`,
  '',
  table(['confidence', 'answers', 'mean confidence', 'right'], rows),
  '',
  `Expected calibration error: ${expectedError(bins).toFixed(3)}. The bot answers from ${thresholds.answer}.`,
].join('\n');
writeFileSync('docs/images/reliability.svg', reliabilityPicture(bins, thresholds.answer));
console.log(text);
rewriteFile('docs/benchmarks.md', 'reliability', text);
