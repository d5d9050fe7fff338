/** Texts and values that nobody meant to send. */
import { readFileSync } from 'node:fs';
import type { Chance } from './chance.ts';

/** A word that must never stand in a log; every generated text may hold it. */
export const planted = 'zyxwplanted';

const questions = readFileSync('test/evaluation/questions.jsonl', 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => String((JSON.parse(line) as { question: unknown }).question));

const pieces = [
  ...['', ' ', '\0', '\u202E', '\uD800', '\uFFFD', '🍁', '<!channel>', '<@UANN>', '<at>x</at>', '&amp;'],
  ...['[x](javascript:alert(1))', '{{DATE(2026-01-01)}}', '{x}', '__proto__', "'; drop table turn; --"],
  ...['%s%n', '../../etc/passwd', 'subscribe', 'unsubscribe everything', 's’abonner à NGen chaque jour'],
  ...[
    'experts here',
    'experts off',
    'aide',
    'NGen',
    'CETA',
    'AECG',
    'and',
    'who',
    'et',
    '?',
    '!!!!!!!!',
    planted,
  ],
  ...['9'.repeat(400), '-1', 'NaN', '1e400', 'true', 'null', '\n\n# x\n', '```', '| a | b |', '\\', '"'],
];

export function text(chance: Chance): string {
  const kind = chance.next();
  if (kind < 0.35) return chance.pick(questions);
  if (kind < 0.45) return `${chance.pick(questions)} ${chance.pick(pieces)}`;
  if (kind < 0.48)
    return chance
      .pick(pieces)
      .repeat(1 + chance.below(2_000))
      .slice(0, 30_000);
  const count = chance.below(12);
  return Array.from({ length: count }, () =>
    chance.happens(0.6)
      ? chance.pick(pieces)
      : String.fromCodePoint(
          chance.pick([chance.below(128), chance.below(0xd7ff), 0x1f000 + chance.below(0x1000)]),
        ),
  ).join(chance.pick(['', ' ']));
}

/** Any JSON value, not deep. */
export function value(chance: Chance, depth = 3): unknown {
  const kind = chance.below(depth > 0 ? 10 : 7);
  switch (kind) {
    case 0:
      return null;
    case 1:
      return chance.happens(0.5);
    case 2:
      return chance.pick([0, -1, 1.5, 2 ** 53, -(2 ** 31), 1e300]);
    case 3:
    case 4:
    case 5:
      return text(chance);
    case 6:
      return '';
    case 7:
      return Array.from({ length: chance.below(4) }, () => value(chance, depth - 1));
    default:
      return Object.fromEntries(
        Array.from({ length: chance.below(4) }, () => [
          chance.pick([
            'id',
            'type',
            'text',
            'value',
            '__proto__',
            'constructor',
            'toString',
            'length',
            planted,
          ]),
          value(chance, depth - 1),
        ]),
      );
  }
}

/** The value with a few of its parts replaced, removed or doubled. */
export function mutated(chance: Chance, original: unknown): unknown {
  const copy = structuredClone(original);
  const times = chance.pick([0, 0, 1, 1, 2, 4]);
  for (let count = 0; count < times; count += 1) mutateOnce(chance, copy);
  return copy;
}

function mutateOnce(chance: Chance, root: unknown): void {
  let at = root;
  for (;;) {
    if (typeof at !== 'object' || at === null) return;
    const keys = Object.keys(at);
    if (keys.length === 0) return;
    const key = chance.pick(keys);
    const holder = at as Record<string, unknown>;
    if (typeof holder[key] === 'object' && holder[key] !== null && chance.happens(0.7)) {
      at = holder[key];
      continue;
    }
    const change = chance.below(5);
    if (change === 0) delete holder[key];
    else if (change === 1) holder[key] = [holder[key], holder[key]];
    else if (change === 2) holder[key] = text(chance);
    else holder[key] = value(chance);
    return;
  }
}

/** JSON text with a few bytes wrong. */
export function damaged(chance: Chance, json: string): string {
  const at = chance.below(json.length + 1);
  switch (chance.below(4)) {
    case 0:
      return json.slice(0, at);
    case 1:
      return json.slice(0, at) + chance.pick(pieces) + json.slice(at);
    case 2:
      return json.slice(0, at) + json.slice(at + 1 + chance.below(5));
    default:
      return json + json;
  }
}
