import { describe, expect, it } from 'vitest';
import { toText } from '../../src/cards/text.ts';
import { askReal } from '../support/real-content.ts';

describe('who asks of nothing but the name of a firm or a project is told where it has a part', () => {
  it.each([
    ['What is BlueVita?', 'ocean#projects', 'C$830,000'],
    ['What is HyperTalent?', 'digital#skills-programs', 'HyperTalent'],
    ['Who is LithiumBank?', 'ngen#projects', 'LithiumBank'],
    ['Which project does Kemira take part in?', 'scale-ai#earlier-projects', 'Kemira'],
    ['Is Miovision involved in the superclusters?', 'ngen#history', 'Miovision'],
    ['How is Innovasea involved with the clusters?', 'ocean#fish-projects', 'Innovasea'],
    ['Tell me about Cuna del Mar', 'ocean#history', 'Cuna del Mar'],
    ['À quel projet Femtum participe-t-elle ?', 'ngen#quantum', 'Femtum'],
    ['Est-ce que Miovision fait partie des supergrappes ?', 'ngen#history', 'Miovision'],
    ['C’est quoi Koonkie ?', 'digital#mining-projects', 'Koonkie'],
    ['Qu’est-ce que Femtum vient faire là-dedans ?', 'ngen#quantum', 'Femtum'],
  ])('%s', (question, entry, told) => {
    const reply = askReal(question);
    expect(reply.entries).toContain(entry);
    expect(toText(reply.card, { only: 'answer' })).toContain(told);
  });

  it.each([
    ['a name that no section has', 'Is Tesla involved in the superclusters?'],
    ['a country', 'Is China involved in the superclusters?'],
    ['a town that only says where a cluster is', 'What is Windsor?'],
    ['a common word, which no passage explains by having it', 'What is machinery?'],
  ])('but not of %s', (_, question) => {
    expect(askReal(question).answered).toBe(false);
  });
});
