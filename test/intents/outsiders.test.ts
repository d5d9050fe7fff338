import { describe, expect, it, test } from 'vitest';
import { askReal } from '../support/real-content.ts';

const parties = { intent: 'attribute', args: { entry: 'ceta', attribute: 'parties' } };

describe('what somebody from a country outside of CETA asks of it', () => {
  test.each([
    'Can a Swiss firm use the CETA rate?',
    'We are a Turkish textile maker. Which CETA rate do we pay in Canada?',
    'Do crabs from Norway enter Canada duty free under CETA?',
    'Does CETA apply to Ukraine?',
    'Une entreprise suisse peut-elle profiter de l’AECG ?',
    'L’AECG s’applique-t-il au Japon ?',
  ])('%s is answered with its parties', (question) => {
    expect(askReal(question).turn).toMatchObject(parties);
  });

  it.each([
    'If I ship Chinese goods through Halifax, do they get the CETA rate?',
    'Half the parts in our gearbox come from China. How do I work out if it still gets the CETA rate?',
    'Does the UK still fall under CETA after Brexit?',
    'Does NGen fund Swiss firms?',
    'Can a Finnish firm use the CETA rate?',
  ])('is no such thing: %s', (question) => {
    expect(askReal(question).turn).not.toMatchObject(parties);
  });
});
