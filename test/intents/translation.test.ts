import { describe, expect, it } from 'vitest';
import { toText } from '../../src/cards/text.ts';
import { askReal } from '../support/real-content.ts';

describe('a term in the other language', () => {
  it.each([
    ['How do you say rules of origin in French?', 'In French, “rules of origin” is “règles d’origine”'],
    ['what is the French term for geographical indications', '“indication géographique (IG)”'],
    ["What's TRQ in French?", 'is “contingent tarifaire (CT)”'],
    ['translate trade remedies', '“recours commerciaux”'],
    ['what is the English for contingent tarifaire', '“tariff-rate quota (TRQ)”'],
    ['how do you say supercluster in French', '“supergrappe”'],
    ['Comment dit-on « matching funds » en français ?', 'se dit «\u00a0financement de contrepartie\u00a0»'],
    ['traduction de marchés publics', '«\u00a0government procurement\u00a0»'],
    ['que signifie « supply management » en français', '«\u00a0gestion de l’offre\u00a0»'],
    ['nom anglais de la Supergrappe de la fabrication de pointe', 'Advanced Manufacturing Supercluster'],
  ])('%s', (question, said) => {
    const reply = askReal(question);
    expect(reply.intent).toBe('translation');
    expect(toText(reply.card)).toContain(said);
  });

  it('has its source, and says where there is none', () => {
    expect(toText(askReal('trade remedies in French, what is the word?').card)).toMatch(
      /As of 16 September 2017[\s\S]+gazette\.gc\.ca/,
    );
    expect(toText(askReal('what is origin quota in French').card)).toMatch(/no official source/);
  });

  it('is shown in both languages of the card', () => {
    const english = toText(askReal(['what is TRQ in French', 'in French please']).card);
    expect(english).toMatch(/En français, «\u00a0tariff-rate quota \(TRQ\)\u00a0» se dit/);
  });

  it.each([
    'CETA in French please',
    'explain rules of origin in French',
    'translate the CETA text into French for me',
    'translate this into French: trade remedies are a mess',
    'Is CETA available in French?',
    'how do you say good morning in French',
    'what are rules of origin',
    'are trade remedies translated in the French act',
  ])('is not asked for by "%s"', (question) => {
    expect(askReal(question).intent).not.toBe('translation');
  });

  it('is nothing that the content does not have', () => {
    const { intent } = askReal('What does “zeppelin quota” mean in French?');
    expect(intent).not.toBe('translation');
  });
});
