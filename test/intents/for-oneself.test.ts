import { describe, expect, it, test } from 'vitest';
import { askReal } from '../support/real-content.ts';

describe('whoever asks whether a cluster pays for what is his', () => {
  test.each([
    ['Could NGen fund us?', 'ngen'],
    ['We’re a Finnish sauna maker and have one rep in Calgary. Could NGen fund us?', 'ngen'],
    ['Could Ocean finance our boat yard?', 'ocean'],
    ['could the manufacturing cluster fund our small firm', 'ngen'],
    ['DIGITAL financerait-elle notre projet ?', 'digital'],
    ['Est-ce que NGen peut nous financer ?', 'ngen'],
  ])('%s gets its rules', (question, entry) => {
    expect(askReal(question).entries).toEqual([`${entry}#funding`]);
  });

  it.each([
    ['NGen funding', 'attribute'],
    ['How much has NGen been funded with?', undefined],
    ['Does Ottawa still fund NGen?', undefined],
    ['Would Ocean fund our travel to Hamburg?', 'no-answer'],
  ])('is not who asks: %s', (question, intent) => {
    const reply = askReal(question);
    expect(reply.entries).not.toEqual(['ngen#funding']);
    if (intent) expect(reply.turn.intent).toBe(intent);
  });
});
