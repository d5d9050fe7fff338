import { describe, expect, it } from 'vitest';
import { askReal } from '../support/real-content.ts';

const entities = (question: string) =>
  askReal(question).explanation.entities.map(({ kind, id }) => `${kind} ${id}`);

describe('entities, in either language, however they are written', () => {
  it.each([
    ['Who leads Scale AI?', ['attribute leader', 'entry scale-ai']],
    ['WHO LEADS SCALE.AI', ['attribute leader', 'entry scale-ai']],
    ['NGen HQ', ['entry ngen', 'attribute headquarters']],
    ['Next Generation Manufacturing Canada', ['entry ngen']],
    ['the Advanced Manufacturing Supercluster', ['entry ngen']],
    ['website of the ocean supercluster', ['attribute website', 'entry ocean']],
    ['shipyards in Halifax', ['sector shipbuilding', 'province ns']],
    ['qui dirige la Supergrappe des océans', ['attribute leader', 'entry ocean']],
    ['AECG', ['entry ceta']],
    ['chantiers navals', ['sector shipbuilding']],
    ['l’impression 3D en Ontario', ['technology 3d-printing', 'province on']],
    ['supergrappe des proteines', ['entry protein']],
  ])('%s', (question, expected) => {
    expect(entities(question)).toEqual(expect.arrayContaining(expected));
  });

  it('is told apart by a word of grammar: “until when” asks for the end, “when” for the beginning', () => {
    const args = (question: string) => askReal(question).explanation.candidates[0]?.intent;
    expect(args('until when is NGen funded?')).toBe('attribute ngen end-date');
    expect(args('NGen until when')).toBe('attribute ngen end-date');
    expect(args('NGen when')).toBe('attribute ngen start-date');
  });

  it.each([
    ['what is the budget?', 'attribute gic'],
    ['quel est le budget ?', 'attribute gic'],
    ['when did it start?', 'attribute gic'],
    // Of each cluster, not of the programme.
    ['website?', 'compare digital'],
  ])('is asked of the programme where it is asked of nothing: %s', (question, expected) => {
    const { intent, entries } = askReal(question);
    expect(`${intent} ${entries[0]}`).toBe(expected);
  });

  it('prefers the longest name: the Ocean Supercluster is not an ocean and a supercluster', () => {
    expect(entities('Ocean Supercluster')).toEqual(['entry ocean']);
  });

  it('takes no grammar word for a name of the other language: « j’ai » is no AI, « car » no car', () => {
    expect(entities('J’ai un bateau de pêche')).not.toContain('technology artificial-intelligence');
    expect(entities('On cherche une grappe, car on cultive des lentilles')).not.toContain(
      'sector automotive',
    );
    expect(entities('grappe pour AI au Québec')).toContain('technology artificial-intelligence');
    expect(entities('qui peut adhérer à NGen ?')).not.toContain('attribute members');
  });

  it('takes no place for a field of ours: it is less sure of an insurer in Toronto than of a factory', () => {
    const sureness = (question: string) =>
      askReal(question).explanation.candidates.find(({ intent }) => intent.startsWith('find '))?.score ?? 0;
    expect(sureness('insurance companies in Toronto')).toBeLessThan(0.71);
    expect(sureness('factories in Toronto')).toBeGreaterThan(0.9);
  });

  it('offers no cluster to who asks how, why or when of a field itself, or what it is', () => {
    const offers = (question: string) => askReal(question).turn.intent === 'find';
    for (const question of [
      'explique la physique quantique',
      'Comment fonctionne une imprimante 3D?',
      'Quand le traversier pour Terre-Neuve part-il?',
      'Il fait combien à Regina?',
      "Quel aéroport est le plus près de St. John's?",
      'où recycler mes batteries',
      'How does a quantum computer work?',
    ])
      expect(offers(question), question).toBe(false);
    for (const question of ['impression 3D', 'robotique, quelle grappe?', 'How can my firm use quantum?'])
      expect(offers(question), question).toBe(true);
  });

  it('finds nothing in other people’s words', () => {
    expect(entities('my grandmother likes jazz')).toEqual([]);
  });
});

describe('spelling', () => {
  it('takes a word with a capital inside for no slip of another, but for a missing space', () => {
    const read = (question: string) => askReal(question).explanation.corrections.map(({ to }) => to);
    expect(read('Que fait CargoM?')).toEqual([]);
    expect(read('Que fait HorizonEurope?')).toEqual(['horizon europe']);
  });

  it('says what was read instead', () => {
    const { corrections } = askReal('superclutser for shipbulding').explanation;
    expect(corrections).toEqual([
      { from: 'superclutser', to: 'supercluster' },
      { from: 'shipbulding', to: 'shipbuilding' },
    ]);
    expect(askReal('superclutser for shipbulding').card.elements[0]).toEqual({
      type: 'context',
      text: [{ type: 'text', value: 'Showing results for “supercluster, shipbuilding”' }],
    });
  });
});
