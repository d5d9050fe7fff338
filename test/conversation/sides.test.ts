import { describe, expect, it } from 'vitest';
import { sidesOf } from '../../src/conversation/sides.ts';
import { askReal } from '../support/real-content.ts';

describe('the two sides of a question', () => {
  it.each([
    ['What is the difference between CETA and the ECCP?', 'CETA', 'the ECCP'],
    ['how does a REX number differ from a declaration?', 'a REX number', 'a declaration'],
    ['compare beef quotas with pork quotas', 'beef quotas', 'pork quotas'],
    ['diff between EEN and ECCP', 'EEN', 'ECCP'],
    ['cheese quota vs. beef quota', 'cheese quota', 'beef quota'],
    ['Is the ECCP the same as CETA?', 'the ECCP', 'CETA'],
    ['Is the cheese quota larger than the beef quota?', 'the cheese quota', 'the beef quota'],
    ['What’s larger, EU money or Canadian money?', 'EU money', 'Canadian money'],
    [
      'Lequel est le plus grand, le contingent de porc ou celui de bœuf ?',
      'le contingent de porc',
      'celui de bœuf',
    ],
    [
      'Le contingent de porc est-il plus grand que le contingent de fromage ?',
      'Le contingent de porc',
      'le contingent de fromage',
    ],
    ['quelle différence entre l’AECG et l’ECCP ?', 'l’AECG', 'l’ECCP'],
    ['En quoi l’ECCP est-elle différente des supergrappes ?', 'l’ECCP', 'supergrappes'],
    ['compare l’Allemagne et la France', 'l’Allemagne', 'la France'],
  ])('%s', (question, one, other) => {
    expect(sidesOf(question)).toEqual([one, other]);
  });

  it.each(['Who leads NGen?', 'compare the clusters', 'What is CETA and who signed it?'])(
    'there are none: %s',
    (question) => {
      expect(sidesOf(question)).toBeUndefined();
    },
  );
});

describe('two things side by side', () => {
  it('are told of what is asked of one of them', () => {
    const { entries } = askReal('Yearly membership cost, protein cluster vs the manufacturing one');
    expect(entries).toEqual(['protein#join', 'ngen#join']);
  });

  it.each([
    ['CETA vs ECCP', ['ceta', 'eccp']],
    ['Quelle différence entre l’ECCP et l’AECG ?', ['eccp', 'ceta']],
    ['cheese quota vs beef quota', ['ceta-dairy-cheese', 'ceta-agriculture']],
    ['Is the cheese quota larger than the beef quota?', ['ceta-dairy-cheese', 'ceta-agriculture']],
    [
      'difference between in-kind contributions and matching funds',
      ['glossary-clusters', 'glossary-clusters'],
    ],
  ])('are both quoted, in the order of the question: %s', (question, entries) => {
    const reply = askReal(question);
    expect(reply.intent).toBe('contrast');
    expect(reply.entries.map((id) => id.split('#')[0])).toEqual(entries);
  });

  it.each([
    'difference between a cluster and a supercluster',
    'difference between CETA and the 2019 arrangement',
  ])('are answered by the section that tells of both: %s', (question) => {
    expect(askReal(question).intent).toBe('section');
  });

  it.each(['difference between a dog and a wolf', 'compare Apple and Microsoft'])(
    'are not made of stray words: %s',
    (question) => {
      expect(askReal(question).answered).toBe(false);
    },
  );

  it('are left to the table of facts, or refused, where that is the answer', () => {
    expect(askReal('compare CUSMA and CETA').intent).toBe('unsupported');
    expect(askReal('NGen vs DIGITAL').intent).toBe('compare');
  });
});
