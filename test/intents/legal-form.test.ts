import { describe, expect, it } from 'vitest';
import { asksLegalForm } from '../../src/intents/legal-form.ts';
import { wordsOf } from '../../src/search/analysis.ts';
import { askReal } from '../support/real-content.ts';

describe('what sort of body a cluster is', () => {
  it.each([
    'is NGen a company',
    'Is Scale AI a private company?',
    'is DIGITAL a charity or a business',
    'is NGen for profit',
    'NGen est-elle une entreprise ?',
    'est-ce que DIGITAL est un organisme public',
  ])('is asked by "%s"', (question) => {
    expect(asksLegalForm(wordsOf(question))).toBe(true);
    expect(askReal(question).intent).toBe('attribute');
  });

  it.each([
    'can a company join NGen',
    'is NGen a good idea',
    'is NGen a company that pays members',
    'which company leads NGen',
  ])('is not asked by "%s"', (question) => {
    expect(asksLegalForm(wordsOf(question))).toBe(false);
  });

  it('is no count of its companies', () => {
    expect(askReal('is NGen a company').card.summary).toMatch(/not-for-profit/);
    expect(askReal('NGen est-elle une entreprise ?').card.summary).toMatch(/sans but lucratif/);
  });
});
