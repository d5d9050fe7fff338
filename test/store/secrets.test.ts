import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { StoreError } from '../../src/store/errors.ts';
import { open, parseKeyRing, resealed, seal } from '../../src/store/secrets.ts';

const key = (byte: number) => Buffer.alloc(32, byte).toString('base64');
const first = parseKeyRing(`a:${key(1)}`);
const rotated = parseKeyRing(`b:${key(2)},a:${key(1)}`);
const second = parseKeyRing(`b:${key(2)}`);
const row = 'installation/slack/T1';

function codeOf(action: () => unknown): string | undefined {
  try {
    action();
  } catch (error) {
    return error instanceof StoreError ? error.code : String(error);
  }
  return undefined;
}

describe('a sealed value', () => {
  it('opens to what it was, whatever it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (plain, anyRow) => {
        // Lone surrogates are no text and become replacement characters in UTF-8.
        expect(open(seal(plain, anyRow, first), anyRow, first)).toBe(plain.toWellFormed());
      }),
    );
  });

  it('shows nothing of what it holds, and looks different every time', () => {
    const sealed = seal('xoxb-token', row, first);
    expect(sealed).not.toContain('xoxb');
    expect(Buffer.from(sealed.split('.')[3] ?? '', 'base64url').toString('latin1')).not.toContain('xoxb');
    expect(seal('xoxb-token', row, first)).not.toBe(sealed);
  });

  it('still opens after the key was changed, and not once the earlier key is gone', () => {
    const sealed = seal('xoxb-token', row, first);
    expect(open(sealed, row, rotated)).toBe('xoxb-token');
    const anew = resealed(sealed, row, rotated) ?? '';
    expect(open(anew, row, rotated)).toBe('xoxb-token');
    expect(resealed(anew, row, rotated)).toBeUndefined();
    expect(open(anew, row, second)).toBe('xoxb-token');
    expect(codeOf(() => open(sealed, row, second))).toBe('unknown-key');
  });

  it('does not open with another key of the same name', () => {
    const impostor = parseKeyRing(`a:${key(9)}`);
    expect(codeOf(() => open(seal('xoxb-token', row, first), row, impostor))).toBe('damaged');
  });

  it('does not open in another row', () => {
    const sealed = seal('xoxb-token', row, first);
    expect(codeOf(() => open(sealed, 'installation/slack/T2', first))).toBe('damaged');
    expect(codeOf(() => open(sealed, 'installation/teams/T1', first))).toBe('damaged');
  });

  it('does not open when any character of it was changed', () => {
    const sealed = seal('xoxb-token', row, first);
    fc.assert(
      fc.property(fc.nat(sealed.length - 1), fc.constantFrom(...'aB0-_.~'), (at, character) => {
        const changed = sealed.slice(0, at) + character + sealed.slice(at + 1);
        if (sameBytes(changed, sealed)) return;
        expect(['damaged', 'unknown-key']).toContain(codeOf(() => open(changed, row, first)));
      }),
      { numRuns: 500 },
    );
  });

  it('does not open when it was cut or lengthened', () => {
    const sealed = seal('xoxb-token', row, first);
    for (let length = 0; length < sealed.length; length++) {
      const cut = sealed.slice(0, length);
      if (!sameBytes(cut, sealed)) expect(codeOf(() => open(cut, row, first))).toBeDefined();
    }
    expect(codeOf(() => open(`${sealed}.AAAA`, row, first))).toBe('damaged');
    expect(codeOf(() => open('', row, first))).toBe('damaged');
  });
});

/** The last character of base64 has bits that carry nothing. */
function sameBytes(one: string, other: string): boolean {
  const read = (sealed: string) => {
    const [version, id, ...parts] = sealed.split('.');
    return [version, id, ...parts.map((part) => Buffer.from(part, 'base64url').toString('hex'))].join();
  };
  return read(one) === read(other);
}

describe('a key ring', () => {
  it('seals with its first key', () => {
    expect(rotated.current).toBe('b');
  });

  it.each([
    ['', 'expected id:key'],
    ['secret', 'expected id:key'],
    [`a:${Buffer.alloc(16).toString('base64')}`, 'expected id:key'],
    [`a:${key(1)},`, 'expected id:key'],
    [`a.b:${key(1)}`, 'expected id:key'],
    [`a:${key(1)},a:${key(2)}`, 'expected every key id once'],
  ])('refuses %j without repeating it', (text, message) => {
    expect(() => parseKeyRing(text)).toThrow(message);
    if (text) expect(() => parseKeyRing(text)).not.toThrow(text);
  });
});
