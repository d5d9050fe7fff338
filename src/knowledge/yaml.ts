import { CORE_SCHEMA, load } from 'js-yaml';
import { type Alias, isNode, LineCounter, parseDocument, visit } from 'yaml';
import type { z } from 'zod';
import type { Problem } from './problems.ts';

/**
 * Parses YAML and validates it; every problem carries the line of the value it is about.
 *
 * @param firstLine the line of the file on which `text` begins, 1-based
 */
export function readYaml<Schema extends z.ZodType>(
  text: string,
  schema: Schema,
  file: string,
  firstLine: number,
): { value?: z.infer<Schema>; problems: Problem[] } {
  const quick = validate(schema, parseQuickly(text));
  if (quick?.success) return { value: quick.data, problems: [] };
  return readClosely(text, schema, file, firstLine);
}

/** @returns undefined where the library fails: it compares the `length` of whatever stands in a text's place */
function validate<Schema extends z.ZodType>(schema: Schema, value: unknown) {
  try {
    return schema.safeParse(value);
  } catch {
    return undefined;
  }
}

/**
 * Content that is right, in a fifth of the time: this parser knows no places. What it refuses is no
 * value here and goes the other way, which has the last word and the better messages.
 */
function parseQuickly(text: string): unknown {
  try {
    return load(text, { schema: CORE_SCHEMA, maxAliases: 0 });
  } catch {
    return undefined;
  }
}

/** The same with every value's place, to say what is wrong and where. */
function readClosely<Schema extends z.ZodType>(
  text: string,
  schema: Schema,
  file: string,
  firstLine: number,
): { value?: z.infer<Schema>; problems: Problem[] } {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true, logLevel: 'error' });
  const lineAt = (offset: number) => firstLine + lines.linePos(offset).line - 1;
  const error = (line: number, message: string): Problem => ({ file, line, message, severity: 'error' });

  if (document.errors.length > 0) {
    const [first] = document.errors;
    return { problems: [error(lineAt(first!.pos[0]), firstLineOf(first!.message))] };
  }
  const alias = firstAlias(document);
  if (alias) {
    const message = `expected quotes around a value that begins with an asterisk: "*${alias.source}"`;
    return { problems: [error(lineAt(alias.range?.[0] ?? 0), message)] };
  }
  const parsed = validate(schema, document.toJS({ maxAliasCount: 0 }));
  if (!parsed) return { problems: [error(firstLine, 'expected text where a block with a length stands')] };
  if (parsed.success) return { value: parsed.data, problems: [] };
  return {
    problems: parsed.error.issues.map((issue) => {
      const where = issue.path.map(String).join('.');
      return error(lineAt(offsetOf(document, issue.path)), `${where || 'the block'}: ${issue.message}`);
    }),
  };
}

/** Content has no use for aliases: `*word` is emphasis that lacks its quotes, and nesting them is an attack. */
function firstAlias(document: ReturnType<typeof parseDocument>): Alias | undefined {
  let found: Alias | undefined;
  visit(document, {
    Alias(_key, node) {
      found = node;
      return visit.BREAK;
    },
  });
  return found;
}

/** The offset of the deepest node on the path that exists: a missing key is reported at its parent. */
function offsetOf(document: ReturnType<typeof parseDocument>, path: readonly PropertyKey[]): number {
  for (let length = path.length; length >= 0; length--) {
    const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}

function firstLineOf(message: string): string {
  return message.split('\n', 1)[0] ?? message;
}
