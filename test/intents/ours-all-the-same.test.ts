import { describe, expect, it, test } from 'vitest';
import { askReal } from '../support/real-content.ts';

describe('what the content tells although it touches a topic that is not covered', () => {
  test.each([
    ['Is the firm of Alexandr Wang related to the Montréal cluster?', 'scale-ai#not-scale-ai-inc'],
    ['Scale AI San Francisco and the Canadian Scale AI: one and the same?', 'scale-ai#not-scale-ai-inc'],
    ['Which politician has the superclusters since the elections?', 'gic#ministers'],
    [
      'Filling in field 2 of the origin statement as an exporter in Ontario: what goes in?',
      'ceta-rules-of-origin#canadian-exporter',
    ],
    ['Séance hebdomadaire chez Scale AI : quel jour, à quelle heure ?', 'scale-ai#join'],
    ['À combien chiffre-t-on le gain de PIB de l’UE grâce à l’AECG ?', 'ceta-trade-figures#gdp'],
    ['What reference number does the decision on architects bear?', 'ceta-services-mobility#architects'],
    [
      'The ambassador asked in which city the 2023 summit launched the Green Alliance',
      'eu-canada#summit-2023',
    ],
    [
      'EU investments in Canada or Canadian ones in the EU, which stock is larger?',
      'ceta-trade-figures#investment',
    ],
    ['When did Bill Greuel step down?', 'protein#leadership'],
    [
      'Which Portuguese blue-tech cluster signed something with our Ocean Supercluster?',
      'sector-bridges#ocean',
    ],
    ['Is Scale AI’s refund rate better or worse than what DIGITAL pays?', 'digital'],
    [
      'Which share does the supply chain program of Protein Industries pay against US tariffs?',
      'protein#supply-chain-program',
    ],
    ['The ocean cluster and its dream for 2035?', 'ocean#ambition-2035'],
    [
      'We sell office furniture: from what contract size may Europeans bid for federal contracts in 2026?',
      'ceta-procurement#thresholds',
    ],
    ['Who spoke of a "made-in-Canada Silicon Valley"?', 'supercluster#why-governments-invest'],
    [
      'Faut-il un certificat d’origine pour l’AECG, comme du temps de l’ALENA ?',
      'ceta-rules-of-origin#declaration',
    ],
    ['Remind me of the day on which CETA was signed', 'ceta#signing'],
  ])('%s', (question, entry) => {
    expect(askReal(question).entries).toContain(entry);
  });

  it.each([
    'How much did Meta invest in the same Scale AI?',
    'Who is the prime minister behind the clusters?',
    'Help me change this pancake recipe for breakfast',
    'Our recipe app needs funding, who helps us to adapt it?',
    'Does the Ocean Supercluster fund fish exporters hit by American tariffs?',
    'How high are the American tariffs on our steel?',
    'Will Trump tariffs hurt our firm next year?',
    'Fill in the origin declaration for invoice 4471.',
    'What is the reference number of my application?',
    'What is the GDP of the EU?',
    'Quelle heure est-il à Montréal ?',
    'Who is the mayor of Hamilton?',
    'What percentage do American tariffs cost our supply chains under Trump’s program?',
    'Which American cluster signed a deal with the ocean people of Norway?',
    'For a talk, write me a speech about CETA',
    'Which movie wins the Oscar in 2035?',
    'How much will EU investments in Canada be in 2030?',
    'Will NGen pay more or less than DIGITAL next year?',
    'Should I invest in the EU or buy a stock?',
    'Should Bill Greuel step down?',
    'Which innovation centre in Shenzhen is the largest?',
    'Remind me of the meeting tomorrow',
    'Which office furniture does NGen have?',
    'Is CUSMA like CETA on cars?',
  ])('is no such thing: %s', (question) => {
    expect(askReal(question).answered).toBe(false);
  });
});
