import { describe, expect, it } from 'vitest';
import { toText } from '../../src/cards/text.ts';
import { askReal } from '../support/real-content.ts';

describe('the duty on goods that the content has no duty of', () => {
  it.each([
    ['duty on sunflower oil', 'sunflower oil'],
    ['What is the tariff on leather shoes from Italy?', 'leather shoes'],
    ['is honey duty-free under CETA?', 'honey'],
    ['Cosmetics duty', 'cosmetics'],
    ['how do I find the tariff on bicycles', 'bicycles'],
    ['tariff on tyres', 'tyres'],
    ['import duty on pianos', 'pianos'],
    ['tariff on chairs', 'chairs'],
    ['Quel est le droit sur le miel en Allemagne ?', 'miel'],
    ['droits de douane sur les chaussures', 'chaussures'],
    ["droit de douane sur les bottes d'hiver", "bottes d'hiver"],
    ['droit de douane sur les pianos à Anvers', 'pianos'],
  ])('%s: says that it has none, and how to find it', (question, goods) => {
    const reply = askReal(question);
    expect(reply.entries).toEqual(['ceta-first-export#hs-code']);
    const text = toText(reply.card);
    expect(text).toMatch(new RegExp(`(no duty for “|aucun droit pour «\\u00a0)${goods}`));
    expect(text).toMatch(/Canada Tariff Finder/);
  });

  it.each([
    'duty on lobster',
    'duty on maple syrup',
    'droits sur les crustacés',
    'export duty on pancake topping',
    'import duty on cars in China',
    'how do I avoid the duty on bicycles',
    'US tariff on bicycles',
    'duty of care',
    'who is on duty tonight',
    'zeppelin duty roster',
  ])('is not asked for by "%s"', (question) => {
    expect(askReal(question).intent).not.toBe('duty-of-goods');
  });

  it('names the goods alike, however loudly they are asked for', () => {
    expect(askReal('TARIFF ON SNOW GEAR?').card).toEqual(askReal('tariff on snow gear?').card);
  });

  it('is told in the thread’s next language, too', () => {
    expect(toText(askReal(['duty on bicycles', 'en français']).card)).toMatch(
      /aucun droit pour «\u00a0bicycles/,
    );
  });
});
