import MarkdownIt, { type Token } from 'markdown-it';
import type { Problem } from './problems.ts';
import type { Block, Inline, RichText } from './types.ts';

/** A heading with what stands under it, before its data is validated. */
export interface RawSection {
  readonly heading: string;
  readonly id: string;
  readonly line: number;
  readonly data: { readonly text: string; readonly line: number };
  readonly blocks: readonly Block[];
}

export interface RawEntry {
  readonly frontMatter?: { readonly text: string; readonly line: number };
  readonly sections: readonly RawSection[];
  readonly problems: readonly Problem[];
}

// HTML is read as such to be refused; links are taken as written, so that a wrong one is named.
const parser = new MarkdownIt({ html: true, linkify: true });
parser.linkify.set({ fuzzyLink: false, fuzzyEmail: false });
// The library tests with an expression whose making takes a start longer than reading all texts: hardly one of
// them has an address but as the target of a link.
const findsAddress = parser.linkify.test.bind(parser.linkify);
const bareAddress = /(?<!\]\(<?(?:[a-z]+:)?)\/\/|mailto:/i;
parser.linkify.test = (text) => bareAddress.test(text) && findsAddress(text);
parser.validateLink = () => true;
parser.normalizeLink = (url) => url;
parser.normalizeLinkText = (url) => url;

/** What is refused, by the parser's names. */
const refused: Readonly<Record<string, string>> = {
  html_block: 'html',
  html_inline: 'html',
  fence: 'code',
  code_block: 'code',
  code_inline: 'code',
  blockquote_open: 'a quotation',
  heading_open: 'a heading',
  hr: 'a line across',
  image: 'image',
  s_open: 'struck-out text',
};

/** Splits a content file into its front matter and its sections. */
export function parseEntryMarkdown(text: string, file: string): RawEntry {
  const lines = text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');
  const front = /^---[ \t]*\n(?<yaml>(?:[^\n]*\n)*?)---[ \t]*(?:\n|$)/.exec(lines);
  const body = lines.slice(front?.[0].length ?? 0);
  const { blocks, problems, complain } = readBlocks(body, file, front ? front[0].split('\n').length : 1);

  const sections: RawSection[] = [];
  let open: { heading: BlockToken; children: BlockToken[] } | undefined;
  const close = () => {
    if (!open) return;
    const section = readSection(open.heading, open.children, complain);
    if (section) sections.push(section);
  };
  for (const block of blocks) {
    if (block.token.type === 'heading_open' && block.token.tag === 'h2') {
      close();
      open = { heading: block, children: [] };
    } else if (open) open.children.push(block);
    else complain(block.line, 'expected a section heading (## …) before any text');
  }
  close();
  return {
    ...(front && { frontMatter: { text: front.groups!.yaml!.replace(/\n$/, ''), line: 2 } }),
    sections,
    problems,
  };
}

/** Reads one line of Markdown (a fact's text) as rich text. */
export function parseInline(
  text: string,
  file: string,
  line: number,
): { text: RichText; problems: Problem[] } {
  const { blocks, problems, complain } = readBlocks(text, file, line);
  const [paragraph, ...more] = blocks;
  if (paragraph?.token.type !== 'paragraph_open' || more.length > 0) {
    complain(line, 'expected one paragraph of text');
    return { text: [], problems };
  }
  return { text: readInline(paragraph.inner, paragraph.line, complain), problems };
}

type Complain = (line: number, message: string) => void;

/** A block of Markdown: the token that opens it, the tokens within it and the line on which it begins. */
interface BlockToken {
  readonly token: Token;
  readonly inner: readonly Token[];
  readonly line: number;
}

/** @param firstLine the line of the file on which `text` begins, 1-based */
export function readBlocks(text: string, file: string, firstLine: number) {
  const problems: Problem[] = [];
  const complain: Complain = (line, message) => problems.push({ file, line, message, severity: 'error' });
  const references: { references?: object } = {};
  const blocks = blocksOf(parser.parse(text, references as Record<string, unknown>), firstLine);
  if (references.references) {
    const line = text.split('\n').findIndex((candidate) => /^ {0,3}\[.+\]:/.test(candidate));
    complain(firstLine + Math.max(line, 0), 'expected the address of a link in brackets after its words');
  }
  return { blocks, problems, complain };
}

/** The outermost blocks among tokens. */
function blocksOf(tokens: readonly Token[], firstLine: number): BlockToken[] {
  const blocks: BlockToken[] = [];
  for (let start = 0; start < tokens.length; start++) {
    const token = tokens[start]!;
    let end = start;
    if (token.nesting === 1) {
      do end++;
      while (!(tokens[end]!.nesting === -1 && tokens[end]!.level === token.level));
    }
    blocks.push({ token, inner: tokens.slice(start + 1, end), line: firstLine + (token.map?.[0] ?? 0) });
    start = end;
  }
  return blocks;
}

function readSection(
  heading: BlockToken,
  children: readonly BlockToken[],
  complain: Complain,
): RawSection | undefined {
  const title = plainOf(heading.inner);
  const match = /^(?<heading>.*\S)\s*\{#(?<id>[a-z0-9]+(?:-[a-z0-9]+)*)\}$/u.exec(title);
  if (!match?.groups) {
    complain(heading.line, 'expected the heading to end with its id, such as {#funding}');
    return undefined;
  }
  const [first, ...rest] = children;
  if (first?.token.type !== 'fence' || first.token.info.trim() !== 'yaml') {
    const { line } = first ?? heading;
    complain(line, 'expected a yaml block with asks, as_of and sources right under the heading');
    return undefined;
  }
  return {
    heading: match.groups.heading!,
    id: match.groups.id!,
    line: heading.line,
    data: { text: first.token.content.replace(/\n$/, ''), line: first.line + 1 },
    blocks: rest.flatMap((block) => readBlock(block, complain)),
  };
}

/** A paragraph, a list or a table; anything else is a problem. */
export function readBlock({ token, inner, line }: BlockToken, complain: Complain): Block[] {
  switch (token.type) {
    case 'paragraph_open':
      return [{ type: 'paragraph', text: readInline(inner, line, complain) }];
    case 'bullet_list_open':
    case 'ordered_list_open': {
      const items = blocksOf(inner, line - token.map![0]).map((item) => {
        const [paragraph, ...more] = blocksOf(item.inner, line - token.map![0]);
        if (paragraph?.token.type === 'paragraph_open' && more.length === 0) {
          return readInline(paragraph.inner, paragraph.line, complain);
        }
        complain(line, 'expected list items of one paragraph each');
        return [];
      });
      return [{ type: 'list', ordered: token.type === 'ordered_list_open', items }];
    }
    case 'table_open': {
      const [columns = [], ...rows] = readRows(inner);
      return [{ type: 'table', columns, rows }];
    }
    default:
      complain(line, `expected a paragraph, a list or a table, not ${refused[token.type] ?? token.type}`);
      return [];
  }
}

function readRows(tokens: readonly Token[]): string[][] {
  const rows: string[][] = [];
  for (const token of tokens) {
    if (token.type === 'tr_open') rows.push([]);
    else if (token.type === 'inline') rows.at(-1)!.push(plainOf([token]));
  }
  return rows;
}

/** @param tokens what stands in a paragraph: one token of the parser that holds the runs */
function readInline(tokens: readonly Token[], firstLine: number, complain: Complain): RichText {
  const runs: Inline[] = [];
  let line = firstLine;
  const styles: Style[] = [{}];
  const children = tokens.flatMap((token) => token.children ?? []);
  for (let index = 0; index < children.length; index++) {
    const token = children[index]!;
    const style = styles.at(-1)!;
    switch (token.type) {
      case 'text':
        // Empty ones stand where markers were.
        if (token.content) addText(runs, token.content, style);
        break;
      case 'softbreak':
      case 'hardbreak':
        line++;
        addText(runs, ' ', style);
        break;
      case 'strong_open':
        styles.push({ ...style, strong: true });
        break;
      case 'em_open':
        styles.push({ ...style, emphasis: true });
        break;
      case 'strong_close':
      case 'em_close':
        styles.pop();
        break;
      case 'link_open': {
        const end = children.findIndex(({ type }, later) => later > index && type === 'link_close');
        const value = plainOf(children.slice(index + 1, end));
        addLink(runs, { value, url: String(token.attrGet('href') ?? '') }, style, (message) =>
          complain(line, message),
        );
        index = end;
        break;
      }
      default:
        if (token.nesting >= 0) {
          complain(line, `expected text, emphasis or links, not ${refused[token.type] ?? token.type}`);
        }
    }
  }
  return runs;
}

interface Style {
  readonly strong?: boolean;
  readonly emphasis?: boolean;
}

function addText(runs: Inline[], value: string, style: Style): void {
  const last = runs.at(-1);
  if (last?.type === 'text' && last.strong === style.strong && last.emphasis === style.emphasis) {
    runs[runs.length - 1] = { ...last, value: last.value + value };
  } else runs.push({ type: 'text', value, ...style });
}

function addLink(
  runs: Inline[],
  { value, url }: { readonly value: string; readonly url: string },
  style: Style,
  complain: (message: string) => void,
): void {
  if (/^https?:\/\//.test(url)) runs.push({ type: 'link', value, url });
  // An address to write to is text: not every platform opens it.
  else if (url.startsWith('mailto:')) addText(runs, value, style);
  else complain('expected an http or https address');
}

/** The characters of tokens without their markup. */
export function plainOf(tokens: readonly Token[]): string {
  return tokens
    .map((token) => {
      if (token.type === 'softbreak' || token.type === 'hardbreak') return ' ';
      if (token.type === 'image') return '';
      return token.children ? plainOf(token.children) : token.content;
    })
    .join('');
}
