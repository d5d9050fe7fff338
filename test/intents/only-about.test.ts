import { describe, expect, it } from 'vitest';
import { askReal } from '../support/real-content.ts';

describe('who asks for a thing as a whole gets it as a whole', () => {
  it.each([
    ['gimme the lowdown on Protein Industries', 'profile', 'protein'],
    ['what is DIGITAL all about, in plain English', 'profile', 'digital'],
    ["what's the skinny on CETA", 'topic', 'ceta#what'],
    ['l’AECG, en clair', 'topic', 'ceta#what'],
  ])('%s', (question, intent, entry) => {
    const reply = askReal(question);
    expect(reply.intent).toBe(intent);
    expect(reply.entries).toContain(entry);
  });

  it('and not where it is asked what one needs for it', () => {
    expect(askReal('what do I need to get on ECCP').entries[0]).toBe('eccp#criteria');
  });

  it('and not where courses are asked for', () => {
    expect(askReal('DIGITAL donne-t-il des cours ?').entries[0]).toBe('digital#skills');
  });

  it('and not where it is asked what can be had without it', () => {
    expect(askReal('Can I use the ECCP without a profile?').entries).toEqual(['eccp#register']);
  });

  it('and not where it is asked what came of it', () => {
    expect(askReal('what came of the superclusters').intent).not.toBe('definition');
    expect(askReal('ça a donné quoi, les supergrappes ?').intent).not.toBe('definition');
  });
});

describe('what is asked at once', () => {
  it('is no list of questions where an English word is a French verb', () => {
    const { intent, entries } = askReal('does it cost an arm and a leg to join Ocean');
    expect(intent).toBe('section');
    expect(entries).toEqual(['ocean#join']);
  });

  it('is in parts where it asks two things', () => {
    expect(askReal('Où est située NGen et a-t-elle une cotisation ?').intent).not.toBe('section');
  });
});
