import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { parse, stringify } from 'yaml';
import { z } from 'zod';
import { readYaml } from '../../src/knowledge/yaml.ts';

const anything = z.unknown().refine((value) => value !== undefined);
const read = (text: string) => readYaml(text, anything, 'a.yaml', 1);

describe('YAML', () => {
  it('means the same to the parser that is quick as to the one that names what is wrong', () => {
    const value = fc.jsonValue({ maxDepth: 4 });
    fc.assert(
      fc.property(value, fc.constantFrom(0, 40), (expected, lineWidth) => {
        const text = stringify(expected, { lineWidth });
        expect(read(text)).toEqual({ value: parse(text), problems: [] });
      }),
    );
  });

  it.each([
    '2019',
    '2019-06',
    '2019-06-06',
    '1_000',
    '0o17',
    '0x1f',
    '~',
    'yes',
    'on',
    'True',
    '.5',
    '1e3',
    '007',
    'null',
  ])('reads %s alike', (text) => {
    expect(read(`a: ${text}`)).toEqual({ value: parse(`a: ${text}`), problems: [] });
  });

  it.each([
    ['a: 1\na: 2', '2: Map keys must be unique'],
    ['a: 1\nb: "x', '2: Missing closing "quote'],
    ['a: 1\nb: [c: d: e', '2: '],
    ['a: &x 1\nb: *x', '2: expected quotes around a value that begins with an asterisk: "*x"'],
    ['--- 1\n--- 2', '2: Source contains multiple documents'],
  ])('names what is wrong in %j', (text, expected) => {
    const { value, problems } = read(text);
    expect(value).toBeUndefined();
    expect(`${problems[0]?.line}: ${problems[0]?.message}`).toContain(expected);
  });

  it('names the line of a value that does not fit', () => {
    const schema = z.strictObject({ a: z.string(), b: z.array(z.number()) });
    expect(readYaml('a: x\nb:\n  - 1\n  - two', schema, 'a.yaml', 10).problems).toMatchObject([
      { line: 13, message: expect.stringContaining('b.1: ') },
    ]);
  });

  it('names what the validation itself fails on', () => {
    const text = 'a: { length: { toString: x } }';
    const { value, problems } = readYaml(text, z.strictObject({ a: z.string().min(1) }), 'a.yaml', 7);
    expect(value).toBeUndefined();
    expect(problems).toMatchObject([{ file: 'a.yaml', line: 7, severity: 'error' }]);
  });

  it('says what is wrong in its problems alone: a warning of the library would print the text', () => {
    const warned = vi.spyOn(process, 'emitWarning').mockReturnValue();
    const { problems } = readYaml('{ a: b }: x', z.strictObject({}), 'a.yaml', 1);
    expect(problems).toHaveLength(1);
    expect(warned).not.toHaveBeenCalled();
    warned.mockRestore();
  });
});
