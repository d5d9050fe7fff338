import { describe, expect, it, test } from 'vitest';
import { askReal } from '../support/real-content.ts';

describe('what a small firm wants to know before it goes to a cluster', () => {
  test.each([
    ['May a firm belong to DIGITAL and Protein Industries simultaneously?', 'gic#join-several'],
    ['If we join NGen, can we also apply to the Ocean Supercluster?', 'gic#join-several'],
    ['would the ocean cluster want a stake in my company', 'glossary-clusters#non-dilutive-funding'],
    ['Does DIGITAL get shares in our startup?', 'digital#funding'],
    ['Do the hubs pay beforehand or against receipts?', 'glossary-clusters#reimbursement'],
    ['Is Protein Industries money paid in advance?', 'protein#funding'],
    ['Will NGen let us hang on to our patents?', 'gic#intellectual-property'],
    ['Up to how many workers is one still an SME for the clusters?', 'glossary-clusters#sme'],
    ['lowest budget a venture needs at the ocean supercluster', 'ocean#funding'],
    ['what is the minimum number of partners DIGITAL wants?', 'digital#funding'],
    ['Do colleges get paid by NGen?', 'ngen#funding'],
    ['Is a sales agent in Laval enough to get funded by NGen?', 'gic#foreign-companies'],
    ['Can a Slovak tool maker be a member of DIGITAL?', 'gic#foreign-companies'],
  ])('%s %s', (question, entry) => {
    expect(askReal(question).entries[0]).toBe(entry);
  });

  it.each([
    'Is Kraken a member of both NGen and DIGITAL?',
    'Can NGen and DIGITAL merge one day?',
    'Does NGen own shares in other companies?',
    'Did universities pay NGen?',
    'Were the ministers paid in advance by the clusters?',
  ])('is no such thing: %s', (question) => {
    const told = ['gic#join-several', 'glossary-clusters#non-dilutive-funding', 'gic#foreign-companies'];
    const { entries } = askReal(question);
    expect([...told, 'gic#universities', 'glossary-clusters#reimbursement']).not.toContain(entries[0]);
  });
});
