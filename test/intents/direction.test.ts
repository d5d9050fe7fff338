import { describe, expect, it } from 'vitest';
import { askReal } from '../support/real-content.ts';

describe('a first sale over the Atlantic', () => {
  it.each([
    ['on fait des confitures et on veut vendre à Lyon', 'canada-to-eu'],
    ['we have never sold abroad and want to try Germany, where do we begin', 'canada-to-eu'],
    ['on fabrique des meubles à Drummondville et on veut vendre à Lyon, par où commencer', 'canada-to-eu'],
    ['comment livrer mes savons à un client de Bruxelles', 'canada-to-eu'],
    ['how do I get my boots on the Italian market', 'canada-to-eu'],
    ['a Hamburg maker of pumps wants to deliver to Canada the first time, what must we do', 'eu-to-canada'],
    ["nous sommes une PME italienne, comment livrer au Canada en profitant de l'accord", 'eu-to-canada'],
    ['we are in Milan and our client sits in Vancouver, how do we ship', 'eu-to-canada'],
    ['Danish firm, how to sell in Nova Scotia', 'eu-to-canada'],
  ])('%s: the steps %s', (question, direction) => {
    expect(askReal(question).entries).toEqual([`ceta-first-export#${direction}`]);
  });

  it.each([
    'how do I export my data from Toronto to Berlin',
    'comment envoyer de l’argent en France',
    'how do I ship a dog to France',
    'how do I ship a car from Ontario to British Columbia',
  ])('is none without merchandise that crosses: %s', (question) => {
    expect(askReal(question).entries.join()).not.toContain('ceta-first-export');
  });

  it.each([
    'on veut envoyer un cadre de Lyon à notre filiale de Montréal, quel permis',
    'we need to send a technician from Stuttgart to Ontario for a year',
  ])('is none of people, who enter as business people: %s', (question) => {
    expect(askReal(question).entries).toEqual(['ceta-services-mobility#temporary-entry']);
  });
});
