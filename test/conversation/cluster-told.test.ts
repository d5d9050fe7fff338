import { expect, test } from 'vitest';
import { askReal } from '../support/real-content.ts';

test.each([
  // The one that a comparison puts first.
  [['Which cluster has the fewest members?', 'who heads it?'], /^protein|^ocean/],
  [['Which cluster got the most money?', 'where is it based?'], /^ngen/],
  [['Which cluster got the most money?', 'and the least?', 'who runs it?'], /^ocean/],
  [['Quelle grappe a reçu le plus d’argent ?', 'où est-elle située ?'], /^ngen/],
  // The one that a section of the programme names.
  [['Which supercluster was first to announce projects?', 'who leads it?'], /^digital/],
  [['Which supercluster began work first?', 'where is it?'], /^ocean/],
  [['Quelle supergrappe a annoncé ses projets la première ?', 'qui la dirige ?'], /^digital/],
] as const)('%j is about the one that was told', (questions, place) => {
  expect(askReal([...questions]).entries[0]).toMatch(place);
});

test.each([
  [['Which cluster got the most money?', 'who leads them?'], 5],
  [['Compare the members of NGen and Ocean', 'who leads it?'], 2],
] as const)('%j is about all of them', (questions, count) => {
  expect(new Set(askReal([...questions]).entries).size).toBe(count);
});
