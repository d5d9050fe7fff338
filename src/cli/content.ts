/** `npm run content:check`: validates the content and names file, line and what was expected. */
import { readContentDirectory } from '../content-directory.ts';
import { problemText } from '../knowledge/problems.ts';
import { readKnowledge } from '../knowledge/read-knowledge.ts';

const directory = process.env.CONTENT_DIR || 'content';
const { knowledge, problems } = readKnowledge(readContentDirectory(directory), directory);
for (const problem of problems) {
  console.error(`${problem.severity === 'warning' ? 'warning: ' : ''}${problemText(problem)}`);
}
if (knowledge) {
  const sections = knowledge.all('en').reduce((sum, entry) => sum + entry.sections.length, 0);
  const asks = (['en', 'fr'] as const)
    .flatMap((language) => knowledge.all(language))
    .reduce((sum, entry) => sum + entry.sections.reduce((n, section) => n + section.asks.length, 0), 0);
  console.log(`content is valid: ${knowledge.ids.length} entries, ${sections} sections, ${asks} questions`);
} else {
  console.error('content is not valid');
  process.exitCode = 1;
}
