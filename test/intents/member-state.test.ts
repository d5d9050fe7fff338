import { describe, expect, it } from 'vitest';
import { askReal } from '../support/real-content.ts';

describe('where a member of the EU stands on the agreement', () => {
  it.each([
    ['did the Danes sign off', 'list'],
    ["l'Allemagne a-t-elle embarqué", 'germany'],
    ['is Dublin still dithering', 'ireland'],
    ['les Italiens ont-ils bougé', 'not-ratified'],
    ['did the French senators bin it', 'france'],
    ['Budapest coince toujours ?', 'not-ratified'],
    ['Chypre s’est-elle obstinée finalement ?', 'cyprus'],
    ['La Flandre ou la Wallonie a fait un caprice ?', 'belgium'],
    ['did the Dutch say yes in the end?', 'netherlands'],
  ])('%s: %s', (question, section) => {
    expect(askReal(question).entries).toEqual([`ceta-ratification#${section}`]);
  });

  it.each(['has Berlin passed Paris', 'did Germany win'])('is not what is asked: %s', (question) => {
    expect(askReal(question).entries).toEqual([]);
  });
});
