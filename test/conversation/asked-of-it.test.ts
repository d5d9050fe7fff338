import { describe, expect, it, test } from 'vitest';
import { askReal } from '../support/real-content.ts';

describe('a figure that is asked of nothing is one of what was told last', () => {
  test.each([
    [
      ['How many projects did Scale AI announce in December 2025?', 'for how much in total?'],
      'scale-ai#projects-2025',
    ],
    [
      ['Combien de projets Scale AI a-t-elle annoncés en décembre 2025 ?', 'pour quel montant en tout ?'],
      'scale-ai#projects-2025',
    ],
    [['Le programme des supergrappes a-t-il changé de nom ?', 'en quelle année ?'], 'gic#renaming'],
    [['Which projects did Ocean fund on fish health?', 'for how much?'], 'ocean#fish-projects'],
    [['When did the Bundestag approve CETA?', 'how many in favour?'], 'ceta-ratification#germany'],
    [
      ['Une seule déclaration d’origine suffit-elle pour plusieurs envois ?', 'valable combien de temps ?'],
      'ceta-rules-of-origin#repeat-shipments',
    ],
    [
      ['What is the 2024 project of Roquette with BioNeutra?', 'how much of that was the cluster’s money?'],
      'protein#roquette',
    ],
  ])('%s', (questions, told) => {
    expect(askReal(questions).entries).toEqual([told]);
  });

  it('is asked of the entry where what was told has no such figure', () => {
    const reply = askReal(['Who chairs NGen?', 'how much money?']);
    expect(reply.entries[0]).toMatch(/^ngen/);
    expect(reply.entries).not.toContain('ngen#leadership');
  });
});
