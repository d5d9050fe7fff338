/** A message that editors write for channels: Markdown with a part for each language. */
import type { Root } from 'mdast';
import { type Bilingual, type Language, languages } from './language.ts';
import { type Complain, parser, plainOf, readBlock } from './markdown.ts';
import type { Problem } from './problems.ts';
import type { Block } from './types.ts';

export interface MessagePart {
  readonly title: string;
  readonly blocks: readonly Block[];
}

/** A heading on a card: Slack allows 150 characters. */
const longestTitle = 150;
const longestMessage = 20_000;

/**
 * Reads a message file: `# Title {#en}` with paragraphs, lists and tables, then the same under
 * `# Titre {#fr}`.
 *
 * @param file shown in problems
 * @returns the message, unless a problem was found
 */
export function readMessage(
  text: string,
  file: string,
): { message?: Bilingual<MessagePart>; problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const error = (line: number, message: string) => problems.push({ file, line, message, severity: 'error' });
  if (text.length > longestMessage) {
    error(1, `expected at most ${longestMessage} characters`);
    return { problems };
  }
  const complain: Complain = (node, message) => error(node.position?.start.line ?? 0, message);
  const root: Root = parser.parse(text);
  const parts = new Map<Language, { title: string; blocks: Block[]; line: number }>();
  let open: { blocks: Block[] } | undefined;
  for (const node of root.children) {
    if (node.type !== 'heading') {
      if (open) open.blocks.push(...readBlock(node, complain));
      else complain(node, 'expected a heading such as "# Title {#en}" before any text');
      continue;
    }
    const line = node.position?.start.line ?? 0;
    const match = /^(?<title>.+?)\s*\{#(?<language>en|fr)\}$/u.exec(plainOf(node.children));
    const language = match?.groups?.language as Language | undefined;
    if (!match?.groups || !language || node.depth !== 1) {
      complain(node, 'expected a heading such as "# Title {#en}" or "# Titre {#fr}"');
      continue;
    }
    const title = match.groups.title!;
    if (parts.has(language)) complain(node, `the part {#${language}} stands here a second time`);
    if (title.length > longestTitle) complain(node, `expected a title of at most ${longestTitle} characters`);
    open = { blocks: [] };
    parts.set(language, { title, blocks: open.blocks, line });
  }
  for (const language of languages) {
    const part = parts.get(language);
    if (!part) error(0, `expected a part "# … {#${language}}": a message goes to readers of both languages`);
    else if (part.blocks.length === 0) error(part.line, 'expected a text under the title');
  }
  const en = parts.get('en');
  const fr = parts.get('fr');
  if (problems.length > 0 || !en || !fr) return { problems };
  return {
    problems,
    message: {
      en: { title: en.title, blocks: en.blocks },
      fr: { title: fr.title, blocks: fr.blocks },
    },
  };
}
