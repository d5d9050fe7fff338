import { describe, expect, it } from 'vitest';
import { withoutPreface } from '../../src/conversation/preface.ts';
import { askReal } from '../support/real-content.ts';

describe('what is said before a question', () => {
  it.each([
    ["newbie here, what's ECCP", "what's ECCP"],
    ['Sorry to bother: where is Protein based?', 'where is Protein based?'],
    ['stupid question maybe but what is a supercluster', 'what is a supercluster'],
    ['kinda lost, is Digital a company or what', 'is Digital a company'],
    ['désolé si c’est évident, mais c’est quoi l’ECCP', 'c’est quoi l’ECCP'],
    ['NGen est à Hamilton pour vrai ?', 'NGen est à Hamilton'],
    ['who leads Scale AI, again?', 'who leads Scale AI'],
    ['does Ocean pay for courses, not for ships?', 'does Ocean pay for courses'],
    ['NGen paie-t-elle la formation, pas les machines ?', 'NGen paie-t-elle la formation'],
    ['hi all - new here - what does CETA stand for?', 'what does CETA stand for?'],
  ])('%s', (text, rest) => {
    expect(withoutPreface(text)).toBe(rest);
  });

  it.each([
    'In Brazil, how do I join a cluster?',
    'We make jam in Laval, how do we sell in Lyon?',
    'For the Ceta bike, what is the frame weight?',
    'Where is NGen, and how do I join?',
    'what is CETA',
    'new question',
    'sorry, no',
    '',
  ])('is not in "%s"', (text) => {
    expect(withoutPreface(text)).toBeUndefined();
  });

  it('costs no answer', () => {
    expect(askReal("newbie here, what's ECCP").entries).toEqual(askReal("what's ECCP").entries);
    expect(askReal('long story short, how do I join NGen').entries).toEqual(['ngen#join']);
  });

  it('makes nothing of ours of what is not', () => {
    expect(askReal('quick question, what is the capital of Peru').answered).toBe(false);
    expect(askReal('sorry, how old is Jayson Myers').answered).toBe(false);
  });
});
