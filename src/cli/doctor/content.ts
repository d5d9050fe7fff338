import { readContentDirectory } from '../../content-directory.ts';
import { contentFreshness } from '../../knowledge/content-freshness.ts';
import { ContentError } from '../../knowledge/problems.ts';
import { requireKnowledge } from '../../knowledge/read-knowledge.ts';
import { broken, type Check, needsConfiguration, ok, warning } from './check.ts';

export const content: Check = {
  name: 'content',
  async run({ config, now }) {
    if (!config) return needsConfiguration;
    const { contentDirectory } = config;
    try {
      const knowledge = requireKnowledge(readContentDirectory(contentDirectory), contentDirectory);
      const { entries, statements, overdue, newest } = contentFreshness(knowledge, now());
      const summary = `${entries} entries with ${statements} facts and sections, the youngest of ${newest ?? 'no date'}`;
      return [
        ok(`The content can be read: ${summary}.`),
        ...(overdue > 0
          ? [
              warning(
                `${overdue} of them are past their date of review.`,
                '"npm run content:report" lists them.',
              ),
            ]
          : []),
      ];
    } catch (error) {
      const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
      if (isMissing) {
        return [
          broken(`There is no directory ${contentDirectory}.`, 'Set CONTENT_DIR, or copy the content there.'),
        ];
      }
      if (!(error instanceof ContentError)) throw error;
      const count = error.problems.length;
      return [
        broken(
          `The content has ${count} ${count === 1 ? 'mistake' : 'mistakes'}.`,
          '"npm run content:check" names file and line of each.',
        ),
      ];
    }
  },
};
