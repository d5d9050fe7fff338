import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { parseSync } from '@swc/core';
import { checkSync } from 'recheck';
import { describe, expect, it } from 'vitest';

/**
 * Those whose time grows with the square of the text. None may stand here without a bound that is held
 * before the expression sees the text; each is measured at that bound.
 */
const bounded: readonly { readonly begins: string; readonly longest: number; readonly why: string }[] = [
  { begins: '(?: (?:please|pls', longest: 1_000, why: 'a question: conversation/clean.ts' },
  {
    begins: '(?<![\\p{L}\\p{N}])(?:(?<zone>',
    longest: 1_000,
    why: 'a subscription line: notifications/subscription-line.ts',
  },
  {
    begins: ';messageid=.*$',
    longest: 1_000,
    why: 'a stored Teams id (teams/activity.ts), in a migration that is not changed any more',
  },
];
/** Far more than any of these takes, far less than what an attack wants to take. */
const patience = 2_000;

interface Expression {
  readonly file: string;
  readonly source: string;
  readonly flags: string;
}

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.(?:ts|js)$/.test(file) && !file.endsWith('.d.ts'))
  .map((file) => join('src', file));

/** Every node of the syntax tree, whatever its kind. */
function* nodes(value: unknown): Generator<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return;
  if ('type' in value) yield value as Record<string, unknown>;
  for (const child of Object.values(value)) yield* nodes(child);
}

function treeOf(file: string) {
  const syntax = file.endsWith('.ts') ? 'typescript' : 'ecmascript';
  return parseSync(readFileSync(file, 'utf8'), { syntax, target: 'esnext' });
}

function literals(): Expression[] {
  return files.flatMap((file) =>
    [...nodes(treeOf(file))]
      .filter((node) => node.type === 'RegExpLiteral')
      .map((node) => ({ file, source: String(node.pattern), flags: String(node.flags) })),
  );
}

/** Those put together from parts: their modules are loaded while the constructor is watched. */
async function built(): Promise<Expression[]> {
  const makers = files.filter((file) =>
    [...nodes(treeOf(file))].some(
      (node) =>
        (node.type === 'NewExpression' || node.type === 'CallExpression') &&
        (node.callee as { value?: unknown } | undefined)?.value === 'RegExp',
    ),
  );
  const original = globalThis.RegExp;
  const found: Expression[] = [];
  for (const file of makers) {
    globalThis.RegExp = new Proxy(original, {
      construct(target, [pattern, flags]: [string | RegExp, string | undefined]) {
        const made = new target(pattern, flags);
        // What a package makes for itself while it is loaded is not ours.
        const [, , caller = ''] = (new Error().stack ?? '').split('\n');
        const [, maker] = /\/(src\/[^:)]+)/.exec(caller) ?? [];
        if (maker && !caller.includes('node_modules')) {
          found.push({ file: maker, source: made.source, flags: made.flags });
        }
        return made;
      },
    });
    try {
      await import(join(process.cwd(), file));
    } finally {
      globalThis.RegExp = original;
    }
  }
  return found;
}

const unique = (expressions: readonly Expression[]) => [
  ...new Map(expressions.map((one) => [`/${one.source}/${one.flags}`, one])).values(),
];
const combined = await built();
const all = unique([...literals(), ...combined]);

/** Text that makes backtracking dear: long runs of what expressions repeat, with an end that fails. */
const hostile = [
  ' ',
  '\t',
  '\n',
  '!',
  '/',
  'a',
  'A',
  '0',
  '-',
  "'",
  '"',
  '\\',
  '*',
  '[',
  '](',
  'a-',
  'a.',
  '0 ',
  'e-',
  '; ',
  '<@',
  '&amp;',
  '🍁',
  '\u00A0',
].flatMap((piece) => [
  piece.repeat(25_000),
  `a${piece.repeat(25_000)}\0`,
  `${`${piece}b`.repeat(12_500)}\n!`,
]);

/** Where the analysis tries texts by chance, it tries the same ones every time, however busy the machine is. */
function analysed({ source, flags }: Expression) {
  return checkSync(source, flags, { randomSeed: 7, timeout: null });
}

function boundOf({ source }: Expression) {
  return bounded.find(({ begins }) => source.startsWith(begins));
}

/** @returns whether it was done before the patience ran out; V8 lets go of an expression when told */
function isQuick({ source, flags }: Expression, texts: readonly string[]): boolean {
  const once = flags.replace('y', '');
  try {
    runInNewContext(
      'const expression = new RegExp(source, flags); for (const text of texts) { expression.lastIndex = 0; text.replace(expression, ""); }',
      { source, flags: once, texts },
      { timeout: patience },
    );
    return true;
  } catch {
    return false;
  }
}

/**
 * What the analysis found by trying may come from how it counts: it has to take V8 long as well, on a text
 * so much longer that a square could not be overlooked.
 */
function isSlow(expression: Expression, found: ReturnType<typeof analysed>): boolean {
  if (found.status === 'safe') return false;
  if (found.status !== 'vulnerable' || !found.complexity.isFuzz) return true;
  const { pumps, suffix } = found.attack;
  const longer = pumps.map(({ prefix, pump }) => prefix + pump.repeat(Math.ceil(300_000 / pump.length)));
  return !isQuick(expression, [longer.join('') + suffix]);
}

describe('regular expressions', () => {
  it('are all found, those that are put together as well', () => {
    expect(all.length).toBeGreaterThan(200);
    for (const name of ['line-options.ts', 'clauses.ts', 'answer-types.ts']) {
      expect(combined.some(({ file }) => file.endsWith(name))).toBe(true);
    }
  });

  it('would not pass if one blew up', () => {
    const bad = { file: '', source: '^(a+)+$', flags: '' };
    expect(analysed(bad).status).toBe('vulnerable');
    expect(isQuick(bad, hostile)).toBe(false);
  });

  it('take time in proportion to the text, by analysis, or see only short texts', {
    timeout: 900_000,
  }, () => {
    const slow = all
      .filter((expression) => !boundOf(expression))
      .map((expression) => ({ ...expression, found: analysed(expression) }))
      .filter(({ found, ...expression }) => isSlow(expression, found))
      .map(
        ({ file, source, found }) =>
          `${file} /${source}/ ${found.status} ${'complexity' in found ? found.complexity?.summary : ''}`,
      );
    expect(slow).toEqual([]);
  });

  it.each(bounded.map((one) => [one.begins, one] as const))(
    '%s is quick at its bound',
    (begins, { longest }) => {
      const matching = all.filter(({ source }) => source.startsWith(begins));
      expect(matching).not.toEqual([]);
      for (const expression of matching) {
        const found = analysed(expression);
        const attack = 'attack' in found ? found.attack : undefined;
        const texts = [...hostile, attack?.string ?? ''].map((text) => text.slice(0, longest));
        expect(isQuick(expression, texts)).toBe(true);
      }
    },
  );

  it('are done with hostile texts of fifty thousand characters', { timeout: 300_000 }, () => {
    const slow = all
      .filter((expression) => !boundOf(expression) && !isQuick(expression, hostile))
      .map(({ file, source }) => `${file} /${source}/`);
    expect(slow).toEqual([]);
  });
});
