import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inPlainWords } from '../../src/conversation/plain-words.ts';
import { askReal } from '../support/real-content.ts';

describe('a figure of speech asks a plain question', () => {
  it.each([
    ['gimme the skinny on ClusterXchange', 'tell me about ClusterXchange'],
    ['Can you bring me up to speed on the investment court?', 'tell me about the investment court'],
    ['whats the story w/ Wallonia', 'tell me about Wallonia'],
    ['Fais-moi un petit topo sur l’ECCP svp', 'parle-moi de l’ECCP'],
    ['pouvez-vous me donner un aperçu', undefined],
    ['Pls remind me who leads NGen', 'who leads NGen'],
    ['remind me of the date of the signature of CETA', 'what is the date of the signature of CETA'],
    ['Rappelle-moi qui dirige NGen ?', 'qui dirige NGen'],
    [
      'A plan with 86 partners exists, remind me of its name',
      'A plan with 86 partners exists, what is its name',
    ],
    ['Quick one: who leads NGen?', 'who leads NGen?'],
    ['L’AECG en 2 mots svp', 'L’AECG svp'],
    ['Pour un article : qui dirige NGen ?', 'qui dirige NGen ?'],
    ['which of the five is rolling in the most cash', 'which of the five is with the most cash'],
    ['how many clusters hang out on the ECCP', 'how many clusters are on the ECCP'],
    ['wth is a REX thingy', 'what is a REX'],
    ['y’a-tu des frais chez NGen', 'y a-t-il des frais chez NGen'],
    [
      'I’m drafting a note for the ambassador and need the city of the 2023 summit',
      'what is the city of the 2023 summit',
    ],
    ['For a memo we still lack the date of the signature', 'what is the date of the signature'],
    ['Where does NGen sit?', 'where is NGen based'],
    ['How many clusters call Ontario home?', 'How many clusters are based in Ontario'],
    ['road to 25 bil... whose baby is that', 'who is behind road to 25 bil'],
    ['Would you say CETA is entirely in force?', 'is CETA entirely in force'],
    ['question on REX: who needs it?', 'who needs it REX'],
    ['How does NGen stack up against DIGITAL?', 'compare NGen with DIGITAL'],
    ['who sits inside the ELBE alliance?', 'who are the members of the ELBE alliance'],
    ['which of them is swimming in cash', 'which of them is with the most cash'],
    ['Aux dernières nouvelles, combien de membres ?', 'combien de membres ?'],
    ['yo who funds this whole cluster circus', 'who funds the clusters'],
    ['who do I talk to at NGen', 'who do I contact at NGen'],
    ['À qui puis-je m’adresser chez NGen ?', 'qui contacter chez NGen'],
    ['Pouvez-vous me définir ce qu’est un Eurocluster ?', 'qu’est-ce que un Eurocluster'],
    ['Eurocluster: one-sentence explanation for a footnote, please', 'what is Eurocluster'],
    ['Jumeau numérique : définition en une phrase, svp', 'qu’est-ce que Jumeau numérique'],
    [
      'Contingent d’origine : une définition en deux lignes svp, c’est pour un courriel',
      'qu’est-ce que Contingent d’origine',
    ],
    ['Rappelez-moi qui dirige NGen', 'qui dirige NGen'],
    ['Rappelez-moi le droit sur le sirop d’érable.', 'le droit sur le sirop d’érable'],
    ['Rappelez-moi la semaine prochaine', undefined],
    ['How do we go about requesting support for a project?', 'how do I apply for funding for a project'],
    ['Any money past 2028?', 'Any money beyond 2028?'],
    ['Eurocluster - what is that, in plain terms?', 'what is Eurocluster'],
    ['how much did the prairie guys get?', 'how much did the prairie cluster get?'],
    ['When did MEPs give their blessing to CETA?', 'When did MEPs approve CETA?'],
    ['when did the yanks object?', 'when did the Americans object?'],
    ['who put pen to paper', 'who signed'],
    ['the site of Scale AI, not the Americans', 'the site of Scale AI'],
    ['can we lead or only tag along?', 'can we lead?'],
    ['Did the Dutch ratify or are they still dragging their feet?', 'Did the Dutch ratify?'],
  ])('%s', (text, plain) => {
    expect(inPlainWords(text)).toBe(plain);
  });

  it.each([
    'Why not the US?',
    'What is the supercluster business model?',
    'Remind me on Friday to call NGen.',
    'Who leads NGen?',
    'Où est NGen ?',
    '',
  ])('there is none in "%s"', (text) => {
    expect(inPlainWords(text)).toBeUndefined();
  });

  it('costs no answer', () => {
    expect(askReal('gimme the skinny on ClusterXchange').entries).toEqual(['eccp#clusterxchange']);
    expect(askReal('Where does the AI cluster sit and who runs it?').entries).toEqual(
      expect.arrayContaining(['scale-ai#region']),
    );
    expect(askReal('fais-moi un topo sur ClusterXchange').entries).toEqual(['eccp#clusterxchange']);
  });

  it('is still refused where it asks for what is not ours, or for something to be done', () => {
    expect(askReal('gimme the lowdown on the Leafs').answered).toBe(false);
    expect(askReal('Remind me on Friday to call NGen.').answered).toBe(false);
    expect(askReal('would you say Jayson Myers is honest?').answered).toBe(false);
  });

  it('keeps the name as it is written, whatever that is', () => {
    const name = fc.stringMatching(/^[\p{L}\p{N}]{3,30}$/u);
    fc.assert(
      fc.property(name, (thing) => {
        expect(inPlainWords(`gimme the skinny on ${thing}`)).toBe(`tell me about ${thing}`);
      }),
    );
  });
});
