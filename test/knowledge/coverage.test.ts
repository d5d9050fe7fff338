import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkCoverage } from '../../src/knowledge/coverage.ts';
import { problemText } from '../../src/knowledge/problems.ts';
import { requireKnowledge } from '../../src/knowledge/read-knowledge.ts';
import { entryFile, section, vocabulary } from '../support/content.ts';
import { realKnowledge } from '../support/real-content.ts';

const facts = '- { prefix: F-INIT, sheet: superclusters, digits: 3, numbers: [1-2, 4] }';
const body = (...ids: string[]) => section('x', { data: `basis: [${ids.join(', ')}]` });

function problemsOf(unused: string, en: string[], fr = en): string[] {
  const files = [
    ...vocabulary,
    entryFile('a', 'en', { body: body(...en) }),
    entryFile('a', 'fr', { body: body(...fr) }),
  ];
  const knowledge = requireKnowledge(files, 'content');
  return checkCoverage(knowledge, { facts, unused }, 'content').problems.map(problemText);
}

describe('coverage', () => {
  it('is complete when every fact is told or listed with a reason', () => {
    const unused = '- { id: F-INIT-004, reason: the source could not be found again }';
    expect(problemsOf(unused, ['F-INIT-001', 'F-INIT-002'])).toEqual([]);
  });

  it.each([
    [
      'a fact told nowhere',
      '[]',
      ['F-INIT-001', 'F-INIT-002'],
      /F-INIT-004 stands in no basis of the en content and the fr content/,
    ],
    [
      'a reason that is none',
      '- { id: F-INIT-004, reason: no }',
      ['F-INIT-001', 'F-INIT-002'],
      /expected a sentence that says why/,
    ],
    [
      'a listed fact that is told',
      '- { id: F-INIT-004, reason: the source is gone }',
      ['F-INIT-001', 'F-INIT-002', 'F-INIT-004'],
      /coverage\.yaml:1: F-INIT-004 is told in the content/,
    ],
    [
      'a listed id of no sheet',
      '- { id: F-INIT-009, reason: there is no such fact }',
      ['F-INIT-001', 'F-INIT-002', 'F-INIT-004'],
      /F-INIT-009 is no fact of the sheets/,
    ],
    [
      'a basis of no sheet',
      '[]',
      ['F-INIT-001', 'F-INIT-002', 'F-INIT-003', 'F-INIT-004'],
      /the basis F-INIT-003 is no fact of the sheets/,
    ],
  ])('reports %s', (_name, unused, ids, expected) => {
    expect(problemsOf(unused, ids)).toContainEqual(expect.stringMatching(expected));
  });

  it('wants both languages to tell it', () => {
    const all = ['F-INIT-001', 'F-INIT-002', 'F-INIT-004'];
    expect(problemsOf('[]', all, all.slice(1))).toContainEqual(
      expect.stringMatching(/F-INIT-001 stands in no basis of the fr content/),
    );
  });

  it('is complete for the real content', () => {
    const read = (name: string) => readFileSync(`content/${name}`, 'utf8');
    const texts = { facts: read('facts.yaml'), unused: read('coverage.yaml') };
    const coverage = checkCoverage(realKnowledge, texts, 'content');
    expect(coverage.problems.map(problemText)).toEqual([]);
    expect(coverage.total).toBe(531);
    expect(coverage.told + coverage.leftOut).toBe(531);
  });
});
