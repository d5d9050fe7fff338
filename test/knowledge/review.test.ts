import { describe, expect, it } from 'vitest';
import { problemText } from '../../src/knowledge/problems.ts';
import { requireKnowledge } from '../../src/knowledge/read-knowledge.ts';
import { checkDates } from '../../src/knowledge/review.ts';
import { entryFile, section, vocabulary } from '../support/content.ts';

function problemsOn(day: string, data: string): string[] {
  const body = section('x', { data });
  const files = [...vocabulary, entryFile('a', 'en', { body }), entryFile('a', 'fr', { body })];
  const knowledge = requireKnowledge(files, 'content');
  return checkDates(knowledge, new Date(`${day}T12:00:00Z`)).map(
    (problem) => `${problem.severity} ${problemText(problem)}`,
  );
}

describe('dates', () => {
  it('are fine when nothing is due', () => {
    expect(problemsOn('2024-06-01', 'review_by: 2024-12')).toEqual([]);
    expect(problemsOn('2024-12-31', 'review_by: 2024-12')).toEqual([]);
  });

  it('warn of an overdue review', () => {
    expect(problemsOn('2025-01-01', 'review_by: 2024-12')[0]).toMatch(
      /^warning content\/clusters\/a\.en\.md:\d+: the section x: the review was due by 2024-12/,
    );
  });

  it('do not accept a statement from the future', () => {
    expect(problemsOn('2024-04-30', '')).toContainEqual(
      expect.stringMatching(/^error .*as_of 2024-05 lies in the future/),
    );
    expect(problemsOn('2024-04-30', '')).toContainEqual(
      expect.stringMatching(/^error .*the source page: 2024-05 lies in the future/),
    );
  });

  it('do not accept a review before the statement', () => {
    expect(problemsOn('2024-06-01', 'review_by: 2024-01')).toContainEqual(
      expect.stringMatching(/review_by 2024-01 is before as_of 2024-05/),
    );
  });
});
