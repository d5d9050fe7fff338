import { describe, expect, it } from 'vitest';
import { askReal } from '../support/real-content.ts';

describe('a follow-up that names what was not told of, and finds it', () => {
  it.each([
    [
      ['When did Canada join Horizon Europe’s Pillar II?', 'when did it become a full Eureka member?'],
      'eu-canada#eureka',
    ],
    [
      [
        'Combien de fromage européen entre au Canada sans droits ?',
        'qu’en est-il du quota de bison vers l’Europe ?',
      ],
      'ceta-agriculture#other-food',
    ],
  ])('stands by itself: %s', (questions, told) => {
    expect(askReal(questions).entries).toEqual([told]);
  });

  it('leans on the cluster that a pronoun means', () => {
    const { entries } = askReal(['What does NGen do?', 'and how much has it put into quantum projects?']);
    expect(entries[0]).toMatch(/^ngen/);
  });

  it('is one of those that were told of, where it says so', () => {
    const { entries } = askReal(['What is an origin quota?', 'how many cars fall in the one for vehicles?']);
    expect(entries).not.toContain('ngen#ev-projects');
  });
});

describe('what follows an answer', () => {
  it.each([
    [['Did NGen get anything in Budget 2024?', "what's that money for?"], 'ngen#money'],
    [['What is the Enterprise Europe Network Canada?', 'set up when?'], 'eu-canada#een'],
    [['How did the Dutch Senate vote on CETA?', 'what about the Germans'], 'ceta-ratification#germany'],
    [['Who is the CEO of NGen?', 'and its website?', 'what was he doing before?'], 'people#jayson-myers'],
    [
      ['Quelle est la cible de Protein Industries Canada pour 2035 ?', 'on partait de combien ?'],
      'protein#road-to-25-billion',
    ],
    [
      ['Comment s’appelle aujourd’hui l’Initiative des supergrappes d’innovation ?', 'depuis quelle année ?'],
      'gic#renaming',
    ],
    [
      ['Quelle grappe a annoncé ses projets la première ?', 'la plus lente à engager son argent ?'],
      'gic#first-projects',
    ],
    [['When did the European Parliament consent to CETA?', 'ok. and applied since?'], 'ceta'],
    [['Did Ireland ratify CETA?', "why couldn't they?"], 'ceta-ratification#ireland'],
    [['How much did NGen set aside for covid?', 'Digital’s share?'], 'digital#covid'],
    [['DIGITAL rembourse quelle part des coûts ?', 'l’océan alors ?'], 'ocean#funding'],
    [['Qui dirige Scale AI ?', 'et celle de Vancouver ?'], 'digital#leadership'],
    [['What’s the CETA origin rule for passenger cars?', 'for fish?'], 'ceta-fish-seafood#origin'],
    [
      ['Is Canada’s Scale AI the firm Meta bought into?', 'ok and where’s the Canadian one based'],
      'scale-ai#region',
    ],
    [['Who leads Scale AI?', 'and the one in Regina?'], 'protein#leadership'],
    [['What does Scale AI reimburse?', 'hmm ok. NGen?'], 'ngen#funding'],
    [['What does Scale AI reimburse?', 'is NGen more generous?'], 'ngen#funding'],
    [
      ['Quel pourcentage des coûts Protein Industries Canada rembourse-t-elle ?', 'Scale AI, c’est mieux ?'],
      'scale-ai#funding',
    ],
    [['L’Allemagne a-t-elle ratifié l’AECG ?', 'et chez nous, en Belgique ?'], 'ceta-ratification#belgium'],
    [
      ['Combien de grappes européennes à Toronto en juin 2019 ?', 'et à Montréal cinq ans après ?'],
      'arrangement-2019#after',
    ],
    [['Quels objectifs d’emploi pour Scale AI en 2018 ?', 'idem pour l’océan'], 'ocean'],
    [
      ['Was CETA’s investment court checked by the EU court?', 'who asked for that?'],
      'ceta-investment-court#legality',
    ],
    [['Who is in EEN Canada?', 'anyone in Nova Scotia?'], 'eu-canada#een'],
    [
      ['Has the Ocean Supercluster signed anything with Portugal?', 'what’s it about?'],
      'sector-bridges#ocean',
    ],
    [['Comment inscrire notre pôle breton sur l’ECCP ?', 'faut combien de membres ?'], 'eccp#criteria'],
    [['Combien le budget 2017 donnait-il aux supergrappes ?', 'et en 2022 ?'], 'gic#renewal'],
    [['Which two clusters got the largest renewals?', 'the second one, what is its total?'], 'protein#money'],
    [
      ['Do I need an export permit for chocolate under the origin quotas?', 'not for seafood I guess?'],
      'ceta-rules-of-origin#permits',
    ],
    [['How much GDP does CETA bring the EU every year?', 'us in Canada?'], 'ceta-trade-figures#gdp'],
    [['What is the EU’s SAFE defence instrument?', 'did we get in?'], 'eu-canada#safe'],
    [
      ['How many European clusters came to Toronto in June 2019?', 'from which countries'],
      'arrangement-2019#countries',
    ],
    [
      [
        'What did the Parliamentary Budget Officer say about the superclusters in 2020?',
        'what did the clusters reply to that?',
      ],
      'gic#reviews',
    ],
    [
      ['What did the Parliamentary Budget Officer say on the superclusters?', 'how did the clusters respond'],
      'gic#reviews',
    ],
    [['What GDP effect do the clusters claim in the 2025 analysis?', 'how many jobs?'], 'gic#results'],
    [['Can a university join the Ocean Supercluster?', 'what would we pay?'], 'ocean#join'],
    [['How does a cluster get a profile on the ECCP?', 'how many members must it have'], 'eccp#criteria'],
    [['When did CETA start to apply?', 'can I have that in French?'], 'ceta#status'],
    [['La France a-t-elle ratifié l’AECG ?', 'et nos voisins allemands ?'], 'ceta-ratification#germany'],
    [['List the five clusters.', 'will there be a sixth?'], 'gic#future'],
    [['Who leads NGen?', 'Ocean’s?'], 'ocean#leadership'],
    [['Qui dirige Scale AI ?', 'et celle du numérique ?'], 'digital#leadership'],
    [['Which clusters share the quantum money?', 'how much is it in total?'], 'gic#other-money'],
    [
      [
        'Quand a eu lieu la rencontre de grappes UE-Canada à Montréal ?',
        'combien de grappes européennes sont venues ?',
      ],
      'eu-canada#matchmaking-2024',
    ],
    [
      [
        'Qu’a dit le directeur parlementaire du budget sur les supergrappes en 2020 ?',
        'combien d’argent avait été dépensé à ce moment-là ?',
      ],
      'gic#early-spending',
    ],
    [
      ['Le Canada est membre à part entière d’Eureka ?', 'ça s’est décidé dans quelle ville ?'],
      'eu-canada#eureka',
    ],
    [
      ['Scale AI aide-t-il les jeunes pousses ?', 'jusqu’à combien par entreprise ?'],
      'scale-ai#acceleration',
    ],
  ])('is understood: %s', (questions, told) => {
    expect(askReal(questions).entries[0]).toBe(told);
  });

  it.each([
    [['What does a Protein Industries Canada membership cost?', "is there one that doesn't charge?"]],
    [['Combien coûte l’adhésion à Protein Industries Canada ?', 'il y en a une gratuite ?']],
    [['How much did Budget 2022 add?', 'how was it shared?']],
    [['Which cluster got the most in the 2023 renewal?', 'the runner-up?']],
    [['How much did NGen get in the 2023 renewal?', 'is that a lot next to the others?']],
    [['What did Budget 2022 put into the clusters?', 'break it down per cluster pls']],
  ])('compares all of them: %s', (questions) => {
    expect(askReal(questions).intent).toBe('compare');
  });

  it.each([
    [['What is the Ocean Supercluster’s ambition for 2035?', 'and Protein?']],
    [
      [
        'Quelle est l’ambition de la Supergrappe des océans pour 2035 ?',
        'et Protein Industries, ils visent combien ?',
      ],
    ],
  ])('is told of the cluster that it names, and of no other: %s', (questions) => {
    const { entries } = askReal(questions);
    expect(entries.length).toBeGreaterThan(0);
    for (const entry of entries) expect(entry).toMatch(/^protein/);
  });

  it('keeps the first word of a name, however it sounds', () => {
    expect(askReal(['Who leads NGen?', 'super clusters?']).turn.meaning).toContain('super clusters');
    expect(askReal(['Who leads NGen?', 'super. Ocean?']).entries[0]).toBe('ocean#leadership');
  });

  it('is not asked of the first where it is of no one', () => {
    const { entries } = askReal([
      'Which two clusters got the largest renewals?',
      'does no one else get money?',
    ]);
    expect(entries[0]).not.toMatch(/^ngen/);
  });

  it.each([
    [['How much federal money has NGen had?', 'how much is that in euros?']],
    [['Où se trouve Scale AI ?', 'un bon resto dans le coin ?']],
    [['C’est quand le N3 Summit de NGen ?', 'tu me réserves un train pour y aller ?']],
    [['Combien pour les grappes en 2023 ?', 'ça fait combien en livres sterling ?']],
  ])('is refused where nothing tells it: %s', (questions) => {
    expect(askReal(questions).answered).toBe(false);
  });
});
