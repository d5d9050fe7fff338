import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromWire, toWire } from '../../src/cards/call.ts';

describe('calls inside buttons', () => {
  it('come back as they went', () => {
    const call = { intent: 'section', args: { entry: 'ngen', section: 'money' }, language: 'fr' } as const;
    expect(fromWire(JSON.parse(JSON.stringify(toWire(call))))).toEqual(call);
  });

  it.each([
    ['another version', { v: 2, intent: 'help', args: {}, language: 'en' }],
    ['an unknown language', { v: 1, intent: 'help', args: {}, language: 'de' }],
    ['an intent that is no id', { v: 1, intent: 'Help me!', args: {}, language: 'en' }],
    ['a further key', { v: 1, intent: 'help', args: {}, language: 'en', admin: true }],
    ['an argument that is no string', { v: 1, intent: 'help', args: { a: 1 }, language: 'en' }],
    ['too long an argument', { v: 1, intent: 'help', args: { a: 'x'.repeat(301) }, language: 'en' }],
    [
      'too many arguments',
      {
        v: 1,
        intent: 'help',
        args: Object.fromEntries(Array.from({ length: 11 }, (_, n) => [`a${n}`, ''])),
        language: 'en',
      },
    ],
  ])('are refused with %s', (_name, data) => {
    expect(fromWire(data)).toBeUndefined();
  });

  it('are refused or well formed, whatever anybody sends', () => {
    fc.assert(
      fc.property(fc.anything(), (data) => {
        const call = fromWire(data);
        expect(call === undefined || typeof call.intent === 'string').toBe(true);
      }),
    );
  });
});
