import { describe, expect, it } from 'vitest';
import { stem } from '../../src/search/analysis.ts';
import { infinitiveOf } from '../../src/search/french-verbs.ts';
import { askReal } from '../support/real-content.ts';

describe('French verbs in the plural of the present', () => {
  it.each([
    ['vendons', 'vendre'],
    ['fabriquons', 'fabriquer'],
    ['créent', 'créer'],
    ['creent', 'créer'],
    ['siègent', 'siéger'],
    ['ratifiez', 'ratifier'],
    ['emploient', 'employer'],
    ['appartiennent', 'appartenir'],
    ['contient', 'contenir'],
    ['fournissons', 'fournir'],
    ['reçoivent', 'recevoir'],
    ['comprennent', 'comprendre'],
    ['conduisent', 'conduire'],
    ['connaissez', 'connaître'],
    ['inscrivent', 'inscrire'],
    ['interdisent', 'interdire'],
    ['résolvent', 'résoudre'],
    ['prenait', 'prendre'],
    ['offraient', 'offrir'],
    ['produisait', 'produire'],
  ])('%s is %s, with its stem', (form, infinitive) => {
    expect(infinitiveOf(form)).toBe(infinitive);
    expect(stem(form, 'fr')).toBe(stem(infinitive, 'fr'));
  });

  it.each([
    'argent',
    'français',
    'portrait',
    'délais',
    'maisons',
    'saisons',
    'agent',
    'président',
    'chez',
    'parlement',
    'accident',
    'régions',
    'avions',
    'client',
    'patient',
  ])('%s is none', (word) => {
    expect(infinitiveOf(word)).toBeUndefined();
  });

  it('are no slips, and tell as much as the infinitive', () => {
    const jobs = askReal('combien d’emplois créent les supergrappes ?');
    expect(jobs.entries.toSorted()).toEqual(['gic#forecasts', 'gic#results']);
    expect(askReal('nous vendons des vélos électriques, comment entrer en Europe').entries).toEqual([
      'ceta-first-export#canada-to-eu',
    ]);
    expect(askReal('où siègent les grappes ?').intent).toBe('compare');
  });
});
