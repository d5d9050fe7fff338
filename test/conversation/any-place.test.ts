import { describe, expect, it, test } from 'vitest';
import { ofAnyPlace } from '../../src/conversation/any-place.ts';
import type { Language } from '../../src/knowledge/language.ts';
import { wordsOf } from '../../src/search/analysis.ts';
import { createSearch } from '../../src/search/search.ts';
import { realConversation, realKnowledge } from '../support/real-content.ts';

const { gazetteer } = createSearch(realKnowledge);

function ofAny(text: string, language: Language = 'en') {
  const words = wordsOf(text);
  return ofAnyPlace(words, gazetteer.find(words), language);
}

const now = new Date('2026-11-27T12:00:00Z');
const entriesOf = (text: string) => realConversation.ask({ text, now, turns: [] }).entries;

describe('who asks whether a firm may bid for public contracts asks it of any place', () => {
  test.each([
    [
      'Can a Danish firm bid on a Toronto subway contract?',
      'can a European firm bid on a Canadian subway contract',
    ],
    [
      'Can we as a Manitoba firm bid on a school in Lyon?',
      'can we as a Canadian firm bid on a school in the EU',
    ],
    [
      'may a Dutch company tender for a hospital in New Brunswick',
      'may a European company tender for a hospital in Canada',
    ],
  ])('%s', (question, meant) => {
    expect(ofAny(question)).toBe(meant);
  });

  test.each([
    'Can a Danish firm bid on a Toronto subway contract?',
    'Can a European firm bid on an Ontario contract?',
    'Can we as a Manitoba firm bid on a school in Lyon?',
    'Une firme danoise peut-elle soumissionner pour le tramway de Québec ?',
    'may a Dutch company tender for a hospital in Alberta',
    'Could my Halifax company tender in Sweden?',
    'Can an Irish supplier win a contract of the City of Vancouver?',
    'une firme de Gatineau veut répondre à un appel d’offres en Belgique',
  ])('%s is answered by public procurement', (question) => {
    expect(entriesOf(question)).toContain('ceta-procurement#what');
  });

  it('in what it answers, no place is left that it does not tell of', () => {
    expect(ofAny('peut-on soumissionner à Lyon depuis Halifax ?', 'fr')).toMatch(/UE.*Canada/);
  });
});

describe('the place counts', () => {
  test.each([
    ['where nothing is bid for', 'Can a Danish firm join the Ontario cluster?'],
    ['where no place is named', 'Can a foreign firm bid on public contracts?'],
    ['where it is the side of the ocean', 'Can a European firm bid on Canadian contracts?'],
    ['in the competition of the clusters', 'Which companies were in the winning bid from Ontario?'],
    ['where it is asked for', 'Which German cities publish tenders in English?'],
    ['for the sums from which contracts are open', 'Is there a threshold for tenders in Saskatchewan?'],
  ])('%s: %s', (_why, question) => {
    expect(ofAny(question)).toBeUndefined();
  });

  it('bids of clusters keep their answers', () => {
    expect(entriesOf('which companies were in the Quebec bid')).toContain('scale-ai#history');
  });
});
