import { describe, expect, it } from 'vitest';
import { requireKnowledge } from '../../src/knowledge/read-knowledge.ts';
import { checkFrenchSpacing } from '../../src/knowledge/typography.ts';
import { entryFile, section, vocabulary } from '../support/content.ts';

function messages(lead: string): string[] {
  const body = section('x', { lead });
  const files = [...vocabulary, entryFile('a', 'en', { body }), entryFile('a', 'fr', { body })];
  return checkFrenchSpacing(requireKnowledge(files, 'content')).map((problem) => problem.message);
}

describe('French spacing', () => {
  it.each([
    'Une réponse : courte.',
    'Est-ce vrai ?',
    'Environ 36 % des membres.',
    'Il dit « oui ».',
    'Il dit «oui».',
    'Plus de 10 300 membres.',
  ])('wants a no-break space in “%s”', (lead) => {
    expect(messages(lead)).toEqual([expect.stringContaining('expected a no-break space')]);
  });

  it.each([
    'Une réponse\u00A0: courte.',
    'Il dit «\u00A0oui\u00A0» et 10\u00A0300 fois.',
    'En 2019, 5 grappes sur https://example.org/a',
    'Le 13 février 2023 et le 5 juin 2024.',
  ])('accepts “%s”', (lead) => {
    expect(messages(lead)).toEqual([]);
  });
});
