import { expect, test } from 'vitest';
import { askReal } from '../support/real-content.ts';

test.each([
  [['Has Ireland ratified CETA? My boss in Galway is asking', 'why not?'], 'ceta-ratification#ireland'],
  [['Has Cyprus ratified CETA?', 'what’s the problem'], 'ceta-ratification#cyprus'],
  [['La France a-t-elle ratifié ?', 'qu’est-ce qui coince ?'], 'ceta-ratification#france'],
  [['Can a firm from Alberta join NGen?', 'how?'], 'ngen#join'],
  [['The UK walked away from trade talks with Canada, is that right?', 'why did they?'], 'ceta-brexit#talks'],
  [['Qui dirige NGen ?', 'où est-elle ?'], 'ngen#region'],
  [
    ['Une grappe canadienne peut-elle avoir un profil sur l’ECCP ?', 'comment on s’y prend ?'],
    'eccp#register',
  ],
] as const)('%j', (questions, place) => {
  expect(askReal([...questions]).entries[0]).toBe(place);
});

test('where a cluster is, is asked of the one that was shown', () => {
  expect(askReal(['Who runs Scale AI?', 'where are they?']).card.summary).toContain('Montréal');
});

test.each([
  // Of several countries none is meant; what is not about joining is asked as it stands.
  [['Have France and Italy ratified CETA?', 'why not?'], 'why has'],
  [['Can we sell lobster in Spain without duty?', 'how?'], 'how to join'],
  [['Is CETA in force?', 'why not?'], 'why has'],
] as const)('%j is left as it is', (questions, no) => {
  expect(askReal([...questions]).turn.meaning).not.toContain(no);
});
