import { describe, expect, it, test } from 'vitest';
import { askReal } from '../support/real-content.ts';

describe('what somebody from Britain asks of CETA', () => {
  test.each([
    'Does our brewery in Sheffield pay the CETA rate in Canada?',
    'Can a Cardiff firm send steel to Alberta under CETA?',
    'Our mill is in Leeds. Which duties does the agreement take off for us?',
    'Is there any preference left for a London tailor who ships to Toronto?',
    'may a British exporter make an origin declaration',
  ])('%s', (question) => {
    expect(askReal(question).entries[0]).toBe('ceta-brexit#status');
  });

  it.each([
    'How many firms in Manchester used CETA?',
    'Does a Leeds firm need a partner at NGen?',
    'Can a Bristol firm join NGen?',
  ])('is no such thing: %s', (question) => {
    expect(askReal(question).entries).not.toContain('ceta-brexit#status');
  });

  it('is not what somebody from London in Ontario asks', () => {
    const asked = (from: string) =>
      JSON.stringify(askReal(`Does our ${from} plant get the CETA rate into Germany?`).explanation);
    expect(asked('Leeds')).toContain('is asked from Britain');
    expect(asked('London, Ontario')).not.toContain('is asked from Britain');
  });
});
