import { expect, it, test } from 'vitest';
import { withPerson } from '../../src/conversation/person.ts';
import { realConversation, realKnowledge, today } from '../support/real-content.ts';

const turnAfter = (text: string) => realConversation.ask({ text, now: today, turns: [] }).turn;

test.each([
  ['Who leads DIGITAL?', 'when did she become CEO?', 'digital#leadership'],
  ['Who is Jayson Myers?', 'what is his background?', 'people#jayson-myers'],
  ['Qui dirige DIGITAL ?', 'que faisait-elle avant ?', 'people#sue-paish'],
  ['Who was the first CEO of Protein Industries Canada?', 'when did he leave?', 'people#bill-greuel'],
])('after “%s” the pronoun of “%s” means the person', (before, text, expected) => {
  const { entries } = realConversation.ask({ text, now: today, turns: [turnAfter(before)] });
  expect(entries[0]).toBe(expected);
});

it.each([
  ['when did she start?', 'when did Sue Paish start?'],
  ['her job before, and what he did', "Sue Paish's job before, and what Sue Paish did"],
  ['depuis quand est-elle là ?', 'depuis quand est Sue Paish là ?'],
  // Nobody is meant.
  ['combien de partenaires faut-il ?', 'combien de partenaires faut-il ?'],
  ['y a-t-il des frais ?', 'y a-t-il des frais ?'],
  ['il y a combien de membres ?', 'il y a combien de membres ?'],
  ['where is it based, and the others?', 'where is it based, and the others?'],
])('after a person “%s” is read as “%s”', (text, expected) => {
  expect(withPerson(text, [turnAfter('Who is Sue Paish?')], realKnowledge)).toBe(expected);
});

it('means nobody where nobody or several were shown', () => {
  for (const before of ['What is CETA?', 'Who leads the five clusters?', 'zeppelins?']) {
    expect(withPerson('when did she start?', [turnAfter(before)], realKnowledge)).toBe('when did she start?');
  }
  expect(withPerson('when did she start?', [], realKnowledge)).toBe('when did she start?');
});
