import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withoutHearsay } from '../../src/conversation/hearsay.ts';
import { askReal } from '../support/real-content.ts';

describe('a term that somebody met', () => {
  it.each([
    ['My broker keeps mentioning REX. What is that?', 'what is REX?'],
    ['my boss heard the word Eurocluster at a meeting in Brussels, what’s that?', 'what is Eurocluster?'],
    ['We are told of an “origin quota”. What on earth is that?', 'what is origin quota?'],
    ['I saw AmpUp mentioned on a newsletter, what is that?', 'what is AmpUp?'],
    [
      'Our customer talks about provisional application. What does it mean?',
      'what is provisional application?',
    ],
    ["Saw the name 'Horizon AI' on a slide deck. What kind of scheme is that?", 'what is Horizon AI?'],
    ['somebody at the trade fair talked about digital twins, meaning?', 'what is digital twins?'],
    ['Someone told me to try ROSA, what’s that exactly', 'what is ROSA?'],
    ['My adviser recommends ROSA. What is it?', 'what is ROSA?'],
    ['The REX everyone talks about, what is that?', 'what is REX?'],
    ['Le DPB dont parlent les journaux, qu’est-ce que c’est ?', 'c’est quoi DPB ?'],
    ['Could you explain the term Eurocluster to a newcomer?', 'Could you explain Eurocluster?'],
    ['Que veut dire le mot cumul ?', 'Que veut dire cumul ?'],
    ['Mon courtier me parle tout le temps du REX, c’est quoi ?', 'c’est quoi REX ?'],
    ['Une collègue m’a parlé de l’ECCP. Qu’est-ce que c’est ?', 'c’est quoi ECCP ?'],
    ['On a lu le sigle AECG dans un courriel, ça veut dire quoi ?', 'c’est quoi AECG ?'],
  ])('%s', (text, asked) => {
    expect(withoutHearsay(text)).toBe(asked);
  });

  it('is explained like one that is asked for directly', () => {
    expect(askReal('My broker keeps mentioning REX. What is that?').entries).toEqual(
      askReal('What is REX?').entries,
    );
    expect(
      askReal('My Polish supplier sells under an “origin quota”. What on earth is that?').entries,
    ).toEqual(['ceta-rules-of-origin#origin-quotas']);
  });

  it('is refused like one that is asked for directly', () => {
    expect(askReal('My doctor keeps mentioning melanoma clusters. What is that?').answered).toBe(false);
  });
});

describe('whom an answer is for, and who spoke of it', () => {
  it.each([
    ['Could you explain the SPA to a new intern at the delegation?', 'Could you explain the SPA?'],
    ['Explain REX to my grandmother', 'Explain REX'],
    ['Pouvez-vous expliquer le REX à notre équipe ?', 'Pouvez-vous expliquer le REX ?'],
    // Accents, or none.
    ['Pouvez-vous expliquer le REX a notre equipe ?', 'Pouvez-vous expliquer le REX ?'],
    ['LE SIGLE AECG, CA VEUT DIRE QUOI ?', 'c’est quoi AECG ?'],
    ['What is the Joint Committee that my lawyer talks about?', 'What is the Joint Committee?'],
    ['C’est quoi, le tribunal dont mon avocat de Québec me parle ?', 'C’est quoi, le tribunal ?'],
    ['what’s a supercluster, my kid asked me at dinner', 'what’s a supercluster'],
    ['explain CETA to me like I’ve never heard of it', 'explain CETA'],
    ['expliquez-moi les supergrappes comme à un enfant', 'expliquez-moi les supergrappes'],
  ])('are not asked about: %s', (text, asked) => {
    expect(withoutHearsay(text)).toBe(asked);
  });

  it('keep no question from its answer', () => {
    const intern = askReal('Could you explain the EU-Canada SPA to a new intern at the delegation?');
    expect(intern.entries).toEqual(['eu-canada#spa']);
  });
});

describe('a question that stands by itself', () => {
  it.each([
    'What is REX?',
    'How many clusters went to Toronto in June 2019?',
    'Is there money for small firms in NGen?',
    'What does the court decide, and what is that worth?',
    'Can I apply for my client?',
    'Que dit l’accord sur le fromage ?',
  ])('is left as it is: %s', (text) => {
    expect(withoutHearsay(text)).toBeUndefined();
  });
});

it('takes any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (text) => {
      const asked = withoutHearsay(text);
      expect(asked === undefined || asked.length <= text.length + 20).toBe(true);
    }),
  );
});
