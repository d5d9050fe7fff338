/**
 * `npm run evaluate`: how well the real content answers the labelled questions. The answers are given as of
 * the day the tests use, because figures of two days would not compare.
 *
 * Improve general mechanisms with the failures of the tuning half only; the validation half tells whether
 * the improvement is general.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { realConversation, today } from '../support/real-content.ts';
import { partOf, parts, readItems } from './items.ts';
import { comparison, failures, summary } from './report.ts';
import { run } from './run.ts';
import { verdicts } from './score.ts';

const usage = `usage: npm run evaluate -- [options]

  --part tuning|validation   only this half of the questions
  --questions FILE           other labelled questions, such as test/evaluation/regression.jsonl
  --failures                 list every question that went wrong
  --json FILE                write all results to FILE
  --compare BASE.json        list what was gained and lost since an earlier --json`;

const { values } = parseArgs({
  options: {
    part: { type: 'string' },
    questions: { type: 'string', default: 'test/evaluation/questions.jsonl' },
    failures: { type: 'boolean' },
    json: { type: 'string' },
    compare: { type: 'string' },
    help: { type: 'boolean', short: 'h' },
  },
});

if (values.help) {
  console.log(usage);
} else {
  const part = z.enum(parts).optional().parse(values.part);
  const items = readItems(values.questions).filter(({ id }) => part === undefined || partOf(id) === part);
  const results = run(items, realConversation, today);
  console.log(summary(results));
  if (values.failures) console.log(`\nFailures\n${failures(results)}`);
  if (values.compare) {
    const base = z
      .array(z.object({ id: z.string(), verdict: z.enum(verdicts) }))
      .parse(JSON.parse(readFileSync(values.compare, 'utf8')));
    console.log(comparison(base, results));
  }
  if (values.json) {
    const saved = results.map(({ item, ...result }) => ({ ...item, ...result }));
    writeFileSync(values.json, `${JSON.stringify(saved, null, 2)}\n`);
  }
}
