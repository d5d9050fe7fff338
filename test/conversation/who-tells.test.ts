import { describe, expect, it } from 'vitest';
import { withoutTeller } from '../../src/conversation/who-tells.ts';
import { askReal } from '../support/real-content.ts';

describe('what somebody tells of himself before a question in French', () => {
  it.each([
    [
      'On est une coop de Gatineau, comment entrer dans une des cinq grappes ?',
      'comment entrer dans une des cinq grappes ?',
    ],
    [
      'Bonjour, nous sommes une PME de Laval. Combien coûte l’adhésion à NGen ?',
      'Combien coûte l’adhésion à NGen ?',
    ],
    ['NOTRE USINE EST À QUÉBEC : QUI DIRIGE LA GRAPPE NUMÉRIQUE ?', 'QUI DIRIGE LA GRAPPE NUMÉRIQUE ?'],
    [
      'Je dirige une PME à Laval. Comment trouver un partenaire en Europe ?',
      'Comment trouver un partenaire en Europe ?',
    ],
    [
      'On fabrique du fromage, y a-t-il un contingent pour le Canada ?',
      'y a-t-il un contingent pour le Canada ?',
    ],
  ])('is left out: %s', (text, asked) => {
    expect(withoutTeller(text)?.text).toBe(asked);
  });

  it.each([
    'Comment adhérer à NGen ?',
    'On fabrique du sirop d’érable, combien en vendre en Europe ?',
    'Nous sommes une PME, combien ?',
    'On fait du miel : combien est-ce qu’on en vend aux Européens ?',
  ])('is kept where nobody does, or the question hangs on it: %s', (text) => {
    expect(withoutTeller(text)).toBeUndefined();
  });

  it('does not lead to the cluster of his town', () => {
    const { entries } = askReal('On est une coop de Gatineau, comment entrer dans une des cinq grappes ?');
    expect(entries[0]).toMatch(/^gic#/);
  });
});
