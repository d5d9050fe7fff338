import { expect, it, test } from 'vitest';
import { askReal } from '../support/real-content.ts';

test.each([
  [['How much did the EU spend on ClusterXchange?', 'when did it run?'], 'eccp#clusterxchange'],
  [['What is Vitality?', 'who leads it?', 'how much does it cost?'], 'ocean#data-projects'],
  [['C’est quoi Ocean Aware ?', 'qui le mène ?', 'et ça coûte combien ?'], 'ocean#fish-projects'],
  [['Is Canada part of SAFE?', 'do we pay for that?'], 'eu-canada#safe-rules'],
  [['What does Enterprise Europe Network Canada do?', 'who runs it'], 'eu-canada#een'],
  [['Has Bulgaria ratified CETA?', 'did they vote on it?'], 'ceta-ratification#bulgaria'],
] as const)('%j is about what the answer named', (questions, place) => {
  expect(askReal([...questions]).entries[0]).toBe(place);
});

test.each([
  // The cluster, the fact or the person is meant, not a word of the heading.
  [['Who leads NGen?', 'how many members does it have?'], /^how many members does it have\?$/],
  [['When did Canada join Eureka?', 'where?'], /^where did canada join eureka$/],
  [
    ['What did the Court of Justice decide about the investment court?', 'who had asked for it?'],
    /^who had asked for it did the court of justice decide/,
  ],
  // Who asks for what nobody tells asks for that, whatever "it" is.
  [['How much did Ocean Aware cost?', 'how do I roast it?'], /^how do i roast it\?$/i],
] as const)('%j names no thing', (questions, meaning) => {
  expect(askReal([...questions]).turn.meaning).toMatch(meaning);
});

it('finds the thing one turn further back where the same was shown', () => {
  const reply = askReal(['Tell me about BlueVita', 'in which year was that?', 'who runs it?']);
  expect(reply.turn.meaning).toContain('bluevita');
});
