/** What is refused by the form of a question, and what of the same words is not. */
import { describe, expect, it } from 'vitest';
import { askReal } from '../support/real-content.ts';

const refusedAs = (question: string) => {
  const { outcome, turn } = askReal(question);
  return outcome === 'unsupported' ? turn.args.topic : outcome;
};

describe('somebody wants something done', () => {
  it.each([
    'Could you sort out the invoice we uploaded?',
    'Can you glance through our budget and mark what is not eligible?',
    'Would you be so kind as to stamp the certificate for us?',
    'Guarantee me that the port of Antwerp lets the mussels in.',
    'Lodge an appeal with the border agency for us.',
    'Hold a table at the N3 Summit for my team',
    'Confirm our seats at the summit, please',
    'Pourrais-tu corriger notre budget dans le fichier ci-joint ?',
    'Get the platform people to remove our entry',
    'Réserve trois billets pour le Sommet N3',
    'Repousse notre échéance de deux semaines',
    'Watch the beef quota for us and ping me once it is used up',
    'Surveillez les contingents de fromage et prévenez-moi.',
    'Veuillez certifier que nos pétoncles sont conformes.',
    'Confirmez que DIGITAL a retenu notre projet, il me faut un écrit.',
  ])('%s', (question) => {
    expect(refusedAs(question)).toBe('actions');
  });

  it.each([
    'Can you tell me who leads NGen?',
    'Can you join NGen if your plant is in Ontario?',
    'Can you claim CETA preference without an origin declaration?',
    'Please list our rights under the government procurement chapter.',
    'Pouvez-vous aider une PME à trouver un partenaire européen ?',
  ])('but not where the guide is asked to tell, or anybody may do it: %s', (question) => {
    expect(askReal(question).answered).toBe(true);
  });
});

describe('somebody wants to know what will happen', () => {
  it.each([
    'Is Athens about to bring CETA before its parliament this autumn?',
    'Will the beef quota be larger in four years?',
    'Could Sweden turn its back on CETA one day?',
    'Is Ottawa likely to double the money for the clusters?',
    'Any guess what canola will do after the harvest?',
    'We handed in our proposal to DIGITAL. Will we get the grant?',
    'When will Poland finally come round to CETA?',
    'Londres va-t-elle revenir dans l’AECG l’été prochain ?',
    'La Hongrie finira-t-elle par voter l’AECG ?',
  ])('%s', (question) => {
    expect(refusedAs(question)).toBe('predictions');
  });

  it.each([
    'Is the funding of the clusters going to end in 2028?',
    'What happens to the clusters after 2028?',
    'Le financement des grappes va-t-il prendre fin en 2028 ?',
  ])('but not what is laid down: %s', (question) => {
    expect(askReal(question).answered).toBe(true);
  });
});

describe('somebody wants persons judged', () => {
  it.each([
    'Who is easier to deal with, Billot or Myers?',
    'Was Bains a better minister than Champagne?',
    'Which commissioner was more competent, Ivanova or Bieńkowska?',
    'Is Billot more competent than Myers?',
    'Which of the ministers is the most likeable?',
    'Billot est-il plus doué que Myers ?',
    'Are you for or against the investment court?',
    'Lequel est le plus compétent, Billot ou Myers ?',
    'Le meilleur ministre, c’était Bains ou Champagne ?',
  ])('%s', (question) => {
    expect(refusedAs(question)).toBe('predictions');
  });

  it.each(['Who is bigger, NGen or DIGITAL?', 'Which minister is in charge of the clusters?'])(
    'but not bodies, nor who does what: %s',
    (question) => {
      expect(askReal(question).answered).toBe(true);
    },
  );
});

describe('a firm that no content names', () => {
  it.each([
    'Does our rival Zentrax Robotics get money from NGen?',
    'Has Ploverfield Dairy won anything from the protein cluster?',
    'How much has the firm Nordvale exported under CETA?',
    'La société Brumaire a-t-elle reçu de l’argent de Scale AI ?',
    'Does our competitor Zentrax Marine have a project in the ocean cluster?',
    'Est-ce que la jeune pousse Algorive est membre de la Supergrappe des océans ?',
    'Mon concurrent Valtoria doit-il de l’argent à NGen ?',
  ])('has nothing told of it: %s', (question) => {
    expect(refusedAs(question)).toBe('companies-and-schools');
  });

  it.each(['Has Roquette got money from the protein cluster?', 'Les Pays-Bas ont-ils ratifié l’AECG ?'])(
    'but one that it names has: %s',
    (question) => {
      expect(askReal(question).answered).toBe(true);
    },
  );

  it('and the asker’s own firm may ask', () => {
    expect(refusedAs('Did my company Zentrax Robotics pay too much for Protein Industries Canada?')).not.toBe(
      'companies-and-schools',
    );
  });
});
