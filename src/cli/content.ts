/** `npm run content:check` validates the content; `npm run content:report` prints what there is of it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readContentDirectory } from '../content-directory.ts';
import { type Coverage, checkCoverage, coverageFiles } from '../knowledge/coverage.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { type Problem, problemText } from '../knowledge/problems.ts';
import { readKnowledge } from '../knowledge/read-knowledge.ts';
import { checkDates } from '../knowledge/review.ts';
import { checkFrenchSpacing } from '../knowledge/typography.ts';
import { findNearDuplicates } from '../search/near-duplicates.ts';
import { reportTable } from './content-report.ts';

const directory = process.env.CONTENT_DIR || 'content';

function check(now: Date): { knowledge?: Knowledge; coverage?: Coverage; problems: readonly Problem[] } {
  const { knowledge, problems } = readKnowledge(readContentDirectory(directory), directory);
  if (!knowledge) return { problems };
  const coverage = checkCoverage(
    knowledge,
    {
      facts: readFileSync(join(directory, coverageFiles.facts), 'utf8'),
      unused: readFileSync(join(directory, coverageFiles.unused), 'utf8'),
    },
    directory,
  );
  const all = [
    ...problems,
    ...coverage.problems,
    ...checkDates(knowledge, now),
    ...checkFrenchSpacing(knowledge),
    ...findNearDuplicates(knowledge),
  ];
  return { knowledge, coverage, problems: all };
}

const [verb = 'check'] = process.argv.slice(2);
const now = new Date();
const { knowledge, coverage, problems } = check(now);
if (verb === 'report' && knowledge && coverage) {
  console.log(reportTable(knowledge, coverage, problems, now));
} else {
  for (const problem of problems) {
    console.error(`${problem.severity === 'warning' ? 'warning: ' : ''}${problemText(problem)}`);
  }
}
const errors = problems.filter((problem) => problem.severity === 'error').length;
if (errors > 0) {
  console.error(`content is not valid: ${errors} ${errors === 1 ? 'error' : 'errors'}`);
  process.exitCode = 1;
} else if (verb === 'check') {
  const warnings = problems.length - errors;
  console.log(
    `content is valid: ${knowledge?.ids.length ?? 0} entries${warnings > 0 ? `, ${warnings} warnings` : ''}`,
  );
}
