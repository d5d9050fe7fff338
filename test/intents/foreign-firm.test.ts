import { describe, expect, it } from 'vitest';
import { askReal } from '../support/real-content.ts';

describe('a firm from abroad that wants to take part', () => {
  it.each([
    'Spanish SME seeks to participate in Canadian cluster project',
    'can a small Swiss company join a cluster?',
    'une PME espagnole souhaite participer à un projet',
    'Une entreprise européenne peut-elle adhérer à une grappe ?',
  ])('is told what the clusters ask of it: %s', (question) => {
    expect(askReal(question).entries[0]).toBe('gic#foreign-companies');
  });

  it.each([
    'Can Spanish firms participate in Canadian tenders?',
    'How do we get money for a joint R&D project with a Finnish SME?',
    'Can an Italian company join NGen?',
    'Can a German company take part in a baseball project?',
    'Can a Canadian firm enter Horizon Europe projects with a French company?',
  ])('asks something else: %s', (question) => {
    expect(askReal(question).entries[0]).not.toBe('gic#foreign-companies');
  });
});
