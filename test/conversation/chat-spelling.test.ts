import { describe, expect, it } from 'vitest';
import { writtenOut } from '../../src/conversation/chat-spelling.ts';
import { languages } from '../../src/knowledge/language.ts';
import { askReal, realKnowledge } from '../support/real-content.ts';

describe('what is typed for short in a chat is written out', () => {
  it.each([
    ['wut r superclusters', 'what are superclusters'],
    [
      'whats the diff btw a cluster n a supercluster',
      'whats the difference between a cluster and a supercluster',
    ],
    ['can a biz w/ 5 ppl join?', 'can a business with  5 people join?'],
    ['how 2 join', 'how to join'],
    ['can a U.S. firm join', 'can a American firm join'],
    ['Wat does NGen do', 'what does NGen do'],
    ['WUT IS CETA', 'what is ceta'],
    ['c koi l’AECG', "c'est quoi l’AECG"],
    ['is rex needed b4 5k', 'is rex needed before 5k'],
    ['so w protein do i need a proj', 'so with protein do i need a project'],
    ['mtl ai ppl, 80ish % covered?', 'Montréal ai people, 80 % covered?'],
    ['any $$ left?', 'any money left?'],
    ['min # of partners', 'min number of partners'],
    ['do i need 2 register', 'do i need to register'],
    ['sausage 2 germany', 'sausage to germany'],
    ['koi c une grappe', "quoi c'est une grappe"],
    ['countries that havent ratified', "countries that haven't ratified"],
    ['ngen c gratos', "ngen c'est gratos"],
    ['cb de membres pr ngen', 'combien de membres pour ngen'],
    ['quand l’AECG a til été signé', 'quand l’AECG a t-il été signé'],
    ['ya tu des frais', 'y a tu des frais'],
    ['et combien là-dedans pour Digital', 'et combien pour Digital'],
    [
      'mes pommes de terre paient combien en arrivant',
      'mes pommes de terre paient combien de droits de douane en arrivant',
    ],
    [
      'et nos crevettes paient quoi en Europe',
      'et nos crevettes paient combien de droits de douane en Europe',
    ],
    ['une entreprise paie combien en tout', 'une entreprise paie combien en tout'],
  ])('%s', (short, written) => {
    expect(writtenOut(short)).toBe(written);
  });

  it.each([
    'R&D in the EU',
    'tell us companies that joined',
    'tariffs in the US',
    'C$950 million',
    'the PR firm of the CB',
    'btw who leads NGen',
    'n’est-il pas gratuit',
    'r&d projects',
    'what goes in field 2 of the form',
    'US$950 or $5',
    'NGen is #1',

    'PR',
    'H.R. or a.c.',
  ])('and nothing else: %s', (text) => {
    expect(writtenOut(text)).toBe(text);
  });

  it('and nothing that the content asks', () => {
    const asks = languages.flatMap((language) =>
      realKnowledge.all(language).flatMap(({ sections }) => sections.flatMap((section) => section.asks)),
    );
    const changed = asks.filter((text) => writtenOut(text) !== text);
    expect(changed).toEqual([]);
  });

  it.each([
    ['wat does ngen do', 'What does NGen do?'],
    ['wen was ceta signed', 'When was CETA signed'],
    ['ki dirige NGen', 'Qui dirige NGen'],
    ['cest quoi le régime REX', 'C’est quoi le régime REX'],
    ['hw much govt cash did ngen get', 'How much government cash did NGen get?'],
    ['c ki le boss de protein', 'C’est qui le boss de Protein ?'],
  ])('and answered like it: %s', (short, written) => {
    expect(askReal(short).entries).toEqual(askReal(written).entries);
    expect(askReal(short).answered).toBe(true);
  });
});
