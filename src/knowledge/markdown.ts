import type { Code, Heading, PhrasingContent, Root, RootContent, Yaml } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
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

export const parser = unified()
  .use(remarkParse)
  .use(remarkFrontmatter, ['yaml'])
  .use(remarkGfm, { singleTilde: false });

/** Splits a content file into its front matter and its sections. */
export function parseEntryMarkdown(text: string, file: string): RawEntry {
  const root: Root = parser.parse(text);
  const problems: Problem[] = [];
  const complain = (node: RootContent | PhrasingContent, message: string) =>
    problems.push({ file, line: node.position?.start.line ?? 0, message, severity: 'error' });

  const yaml = root.children.find((node): node is Yaml => node.type === 'yaml');
  const sections: RawSection[] = [];
  let open: { heading: Heading; children: RootContent[] } | undefined;
  const close = () => {
    if (!open) return;
    const section = readSection(open.heading, open.children, complain);
    if (section) sections.push(section);
  };
  for (const node of root.children) {
    if (node.type === 'yaml') continue;
    if (node.type === 'heading' && node.depth === 2) {
      close();
      open = { heading: node, children: [] };
    } else if (open) open.children.push(node);
    else complain(node, 'expected a section heading (## …) before any text');
  }
  close();
  return {
    ...(yaml && { frontMatter: { text: yaml.value, line: (yaml.position?.start.line ?? 1) + 1 } }),
    sections,
    problems,
  };
}

/** Notes a problem at a node. */
export type Complain = (node: RootContent | PhrasingContent, message: string) => void;

function readSection(
  heading: Heading,
  children: readonly RootContent[],
  complain: Complain,
): RawSection | undefined {
  const title = plainOf(heading.children);
  const match = /^(?<heading>.+?)\s*\{#(?<id>[a-z0-9]+(?:-[a-z0-9]+)*)\}$/u.exec(title);
  if (!match?.groups) {
    complain(heading, 'expected the heading to end with its id, such as {#funding}');
    return undefined;
  }
  const [first, ...rest] = children;
  if (first?.type !== 'code' || first.lang !== 'yaml') {
    complain(first ?? heading, 'expected a yaml block with asks, as_of and sources right under the heading');
    return undefined;
  }
  return {
    heading: match.groups.heading!,
    id: match.groups.id!,
    line: heading.position?.start.line ?? 0,
    data: { text: first.value, line: lineAfterFence(first) },
    blocks: rest.flatMap((node) => readBlock(node, complain)),
  };
}

function lineAfterFence(code: Code): number {
  return (code.position?.start.line ?? 0) + 1;
}

/** A paragraph, a list or a table; anything else is a problem. */
export function readBlock(node: RootContent, complain: Complain): Block[] {
  switch (node.type) {
    case 'paragraph':
      return [{ type: 'paragraph', text: readInline(node.children, complain) }];
    case 'list':
      return [
        {
          type: 'list',
          ordered: node.ordered === true,
          items: node.children.map((item) => {
            const [paragraph, ...more] = item.children;
            if (paragraph?.type !== 'paragraph' || more.length > 0) {
              complain(node, 'expected list items of one paragraph each');
              return [];
            }
            return readInline(paragraph.children, complain);
          }),
        },
      ];
    case 'table': {
      const rows = node.children.map((row) => row.children.map((cell) => plainOf(cell.children)));
      return [{ type: 'table', columns: rows[0] ?? [], rows: rows.slice(1) }];
    }
    default:
      complain(node, `expected a paragraph, a list or a table, not ${node.type}`);
      return [];
  }
}

function readInline(nodes: readonly PhrasingContent[], complain: Complain, style: Style = {}): RichText {
  const runs: Inline[] = [];
  for (const node of nodes) {
    switch (node.type) {
      case 'text':
        runs.push({ type: 'text', value: node.value.replaceAll('\n', ' '), ...style });
        break;
      case 'break':
        runs.push({ type: 'text', value: ' ' });
        break;
      case 'strong':
        runs.push(...readInline(node.children, complain, { ...style, strong: true }));
        break;
      case 'emphasis':
        runs.push(...readInline(node.children, complain, { ...style, emphasis: true }));
        break;
      case 'link':
        if (/^https?:\/\//.test(node.url)) {
          runs.push({ type: 'link', value: plainOf(node.children), url: node.url });
        } else if (node.url.startsWith('mailto:')) {
          // An address to write to is text: not every platform opens it.
          runs.push({ type: 'text', value: plainOf(node.children), ...style });
        } else complain(node, 'expected an http or https address');
        break;
      default:
        complain(node, `expected text, emphasis or links, not ${node.type}`);
    }
  }
  return runs;
}

interface Style {
  readonly strong?: boolean;
  readonly emphasis?: boolean;
}

/** Reads one line of Markdown (a fact's text) as rich text. */
export function parseInline(
  text: string,
  file: string,
  line: number,
): { text: RichText; problems: Problem[] } {
  const problems: Problem[] = [];
  const complain: Complain = (_node, message) => problems.push({ file, line, message, severity: 'error' });
  const [paragraph, ...more] = parser.parse(text).children;
  if (paragraph?.type !== 'paragraph' || more.length > 0) {
    problems.push({ file, line, message: 'expected one paragraph of text', severity: 'error' });
    return { text: [], problems };
  }
  return { text: readInline(paragraph.children, complain), problems };
}

/** The characters of nodes without their markup. */
export function plainOf(nodes: readonly PhrasingContent[]): string {
  return nodes
    .map((node) => ('value' in node ? node.value : 'children' in node ? plainOf(node.children) : ''))
    .join('');
}
