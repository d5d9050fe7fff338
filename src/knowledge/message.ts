/** A message that editors write for channels: Markdown with a part for each language. */
import { type Bilingual, type Language, languages } from './language.ts';
import { plainOf, readBlock, readBlocks } from './markdown.ts';
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
  if (text.length > longestMessage) {
    const message = `expected at most ${longestMessage} characters`;
    return { problems: [{ file, line: 1, message, severity: 'error' }] };
  }
  const { blocks, problems, complain } = readBlocks(text.replaceAll('\r\n', '\n'), file, 1);
  const parts = new Map<Language, { title: string; blocks: Block[]; line: number }>();
  let open: { blocks: Block[] } | undefined;
  for (const block of blocks) {
    const { token, inner, line } = block;
    if (token.type !== 'heading_open') {
      if (open) open.blocks.push(...readBlock(block, complain));
      else complain(line, 'expected a heading such as "# Title {#en}" before any text');
      continue;
    }
    const match = /^(?<title>.*\S)\s*\{#(?<language>en|fr)\}$/u.exec(plainOf(inner));
    const language = match?.groups?.language as Language | undefined;
    if (!match?.groups || !language || token.tag !== 'h1') {
      complain(line, 'expected a heading such as "# Title {#en}" or "# Titre {#fr}"');
      continue;
    }
    const title = match.groups.title!;
    if (parts.has(language)) complain(line, `the part {#${language}} stands here a second time`);
    if (title.length > longestTitle) complain(line, `expected a title of at most ${longestTitle} characters`);
    open = { blocks: [] };
    parts.set(language, { title, blocks: open.blocks, line });
  }
  for (const language of languages) {
    const part = parts.get(language);
    if (!part)
      complain(1, `expected a part "# … {#${language}}": a message goes to readers of both languages`);
    else if (part.blocks.length === 0) complain(part.line, 'expected a text under the title');
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
