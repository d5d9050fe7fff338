import { describe, expect, it } from 'vitest';
import { askReal } from '../support/real-content.ts';

describe('a cluster may be pointed out by its field or place', () => {
  it.each([
    ["What's the farm one up to?", 'protein'],
    ["Who's in charge of the sea folks?", 'ocean#leadership'],
    ['How many members does the fish one have', 'ocean#results'],
    ["I'm in Halifax, can I still deal with the BC outfit?", 'digital#region'],
    ['the supply chain folks, where are they', 'scale-ai'],
    ['Les gens de Vancouver, ils font quoi au juste ?', 'digital'],
    ['Ceux de Montréal ont reçu combien ?', 'scale-ai'],
    ['combien de projets pour l’équipe de Hamilton', 'ngen'],
    ['Les cracks de Regina ont eu combien du fédéral ?', 'protein#money'],
    ['In which town does the peas-and-canola cluster have its office?', 'protein#region'],
    ['Who runs the robots n factories outfit?', 'ngen#leadership'],
    ['Yearly fee of the pea-and-canola club?', 'protein'],
  ])('%s', (question, entry) => {
    expect(askReal(question).entries).toContain(entry);
  });

  it('but not where goods, people of a province or another cluster are meant', () => {
    expect(askReal('Is the lobster one duty free').entries).toEqual(['ceta-fish-seafood#tariffs']);
    expect(askReal('les gens du Québec profitent-ils de l’AECG').entries).not.toContain('scale-ai');
    expect(askReal('Does NGen work with the ocean people?').entries).not.toEqual(['ocean']);
  });

  it('nor in a thread, where "the fish one" may be a quota', () => {
    const { entries } = askReal(['What is the beef quota?', 'and the fish one?']);
    expect(entries.some((id) => id.startsWith('ocean'))).toBe(false);
  });
});
