/** What a question about an amount needs told beside shared words: `Hit.miss` of the best passage, and the reply. */
import { describe, expect, it } from 'vitest';
import { askReal } from '../support/real-content.ts';

const isAnswered = (question: string) => askReal(question).answered;

describe('an amount that the passage at hand does not tell', () => {
  it.each([
    // What is measured.
    'How steep is the fine when an importer in Lyon fakes the origin?',
    'What is the rent of NGen in Hamilton?',
    'Quelle amende prévoit la douane pour une déclaration d’origine inexacte ?',
    'What was the turnout when the Dutch Senate voted?',
    'How much salt is in frozen shrimp?',
    'What is the shelf life of maple syrup?',
    'Combien de semaines faut-il à NGen pour virer un remboursement ?',
    // What is paid for.
    'What did the ECCP workshop in Strasbourg cost, meals included?',
    'What does a stand at the N3 Summit cost?',
    'How much does a notary charge for joining NGen?',
    'Combien coûte un kiosque au Sommet N3 ?',
    'What did the workshop in Strasbourg set the organizers back?',
    // Where.
    'How many NGen members are in Nova Scotia?',
    'How many of the members of the Ocean Supercluster are based in Manitoba?',
    'Combien de membres de NGen se trouvent au Yukon ?',
    // Of which country.
    'How many kilos of Norwegian cheese did Canada import in 2022?',
    'How big was Canada’s trade with Latvia in 2019?',
    'Quelle a été la valeur des exportations chypriotes vers le Canada en 2022 ?',
    // What is counted.
    'How many umbrellas came to the CETA vote in Wallonia?',
    'By how many votes did the European Parliament pass CETA in February 2017?',
    'How many companies applied to DIGITAL’s 2025 AI skills round?',
    'Combien de capteurs le projet Ocean Aware a-t-il posés dans l’eau ?',
    // How long.
    'how many weeks does NGen take to answer a normal project application',
    'For how many years do I have to keep my proof of origin papers on file?',
    // Who got it.
    'Combien le Cirque du Soleil a-t-il reçu de Scale AI ?',
    // Who comes first.
    'Which Canadian province exports the most lobster to Spain?',
    'Quelle région française exporte le plus vers le Canada ?',
    // How long, how deep, and to whom how much.
    'How long does the CFIA need to turn around a fish health certificate?',
    'How deep can the seabed sensors of Kraken go?',
    'En France, quel est le délai pour obtenir son numéro REX ?',
    'How much went to Cirque du Soleil out of the December 2025 round?',
    // Who works there.
    'How many people work in DIGITAL’s Vancouver office?',
  ])('is not answered: %s', (question) => {
    expect(isAnswered(question)).toBe(false);
  });

  it.each([
    'What does it cost to join the Ocean Supercluster?',
    'How much does NGen membership cost?',
    'Is there a fee for using the Canada Tariff Finder?',
    'How many members does NGen have?',
    'What share of NGen’s members is outside Ontario?',
    'How much money did Quebec give Scale AI?',
    'How many days may a business visitor stay in Canada?',
    'How many months did the CETA negotiations take?',
    'Combien de jours un visiteur d’affaires européen peut-il rester au Canada selon l’AECG ?',
    'How many network members did the ocean cluster have at the start of 2025?',
    'What did Ireland’s highest court decide about CETA?',
    'Which cluster has the smallest federal ceiling?',
    'What made London bail on the talks with Canada?',
    'How many clusters went to Toronto in June 2019?',
    'How many tonnes of EU cheese may enter Canada each year?',
    'How many tonnes of pork can Canada ship to the EU?',
    'How many votes for and against in the Dutch senate?',
    'Combien coûte l’adhésion à la Supergrappe des océans ?',
    'Combien de grappes sont venues à Toronto en juin 2019 ?',
    'How long may one origin statement cover identical shipments?',
    // A purse is deep by what is in it.
    'The money pot of 2023 for electric-car suppliers at the manufacturing cluster: how deep was it?',
    'How fast was the PPE platform of the Business Council of British Columbia put together?',
    'How many days may a Finnish engineer stay in Canada as a short-term business visitor?',
    // A time, and people, are told without being named.
    'Combien de temps est valable une déclaration d’origine pour plusieurs envois ?',
    'How many people in Canada owe their jobs to European direct investment?',
    // The money stands where the project begins the sentence.
    'Quel était le budget du projet Vitality et qui menait le projet ?',
  ])('is answered where it is told: %s', (question) => {
    expect(isAnswered(question)).toBe(true);
  });
});
