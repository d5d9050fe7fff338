import type { Language } from './language.ts';
import { parseEntryMarkdown, parseInline, type RawSection } from './markdown.ts';
import type { Problem } from './problems.ts';
import { type FrontMatter, frontMatterSchema, sectionSchema } from './schema.ts';
import type { Entry, Fact, Section, Source } from './types.ts';
import { readYaml } from './yaml.ts';

/** `clusters/ngen.fr.md` → id `ngen`, language `fr`; undefined for any other name. */
export function entryFileName(path: string): { id: string; language: Language } | undefined {
  const match = /(?:^|\/)(?<id>[a-z0-9]+(?:-[a-z0-9]+)*)\.(?<language>en|fr)\.md$/.exec(path);
  if (!match?.groups) return undefined;
  return { id: match.groups.id!, language: match.groups.language as Language };
}

/** Reads one content file; an entry comes back only when the file has no problem. */
export function readEntry(
  text: string,
  file: string,
  name: { id: string; language: Language },
): { entry?: Entry; problems: Problem[] } {
  const raw = parseEntryMarkdown(text, file);
  const problems: Problem[] = [...raw.problems];
  const error = (line: number, message: string) => {
    problems.push({ file, line, message, severity: 'error' });
  };
  if (!raw.frontMatter) {
    error(1, 'expected the file to begin with front matter between --- lines');
    return { problems };
  }
  const front = readYaml(raw.frontMatter.text, frontMatterSchema, file, raw.frontMatter.line);
  problems.push(...front.problems);
  if (!front.value) return { problems };

  const matter = front.value;
  const context: Context = { id: name.id, language: name.language, file, matter, problems, error };
  const lines = linesOfFacts(raw.frontMatter);
  const facts = matter.facts.map((fact, index) =>
    readFact(fact, lines[index] ?? raw.frontMatter!.line, context),
  );
  const sections = raw.sections.flatMap((section) => readSection(section, context));
  for (const [index, section] of sections.entries()) {
    if (sections.findIndex((other) => other.id === section.id) !== index) {
      error(section.line, `the section id ${section.id} is used twice`);
    }
  }
  if (raw.sections.length === 0 && raw.problems.length === 0) error(1, 'expected at least one section');
  if (problems.some((problem) => problem.severity === 'error')) return { problems };
  return {
    problems,
    entry: {
      id: name.id,
      kind: matter.kind,
      language: name.language,
      title: matter.title,
      shortTitle: matter.short_title,
      aliases: matter.aliases,
      ...(matter.parent && { parent: matter.parent }),
      provinces: matter.provinces,
      sectors: matter.sectors,
      technologies: matter.technologies,
      related: matter.related,
      counterparts: matter.counterparts,
      facts,
      sections,
      file,
    },
  };
}

interface Context {
  readonly id: string;
  readonly language: Language;
  readonly file: string;
  readonly matter: FrontMatter;
  readonly problems: Problem[];
  readonly error: (line: number, message: string) => void;
}

function readFact(raw: FrontMatter['facts'][number], line: number, context: Context): Fact {
  const { text, problems } = parseInline(raw.text, context.file, line);
  context.problems.push(...problems);
  return {
    entry: context.id,
    attribute: raw.attribute,
    value: raw.value,
    text,
    ...periodOf(raw),
    sources: resolveSources(raw.sources, line, context),
    basis: raw.basis,
  };
}

/** The lines of `- attribute:` in the front matter, in order. */
function linesOfFacts(front: { readonly text: string; readonly line: number }): number[] {
  return front.text
    .split('\n')
    .flatMap((line, index) => (/^\s*-\s+attribute:/.test(line) ? [front.line + index] : []));
}

function readSection(raw: RawSection, context: Context): Section[] {
  const data = readYaml(raw.data.text, sectionSchema, context.file, raw.data.line);
  context.problems.push(...data.problems);
  const [first, ...details] = raw.blocks;
  if (first?.type !== 'paragraph') {
    context.error(raw.line, `expected the section ${raw.id} to begin with a paragraph that answers it`);
    return [];
  }
  if (!data.value) return [];
  return [
    {
      entry: context.id,
      id: raw.id,
      language: context.language,
      heading: raw.heading,
      lead: first.text,
      details,
      asks: data.value.asks,
      ...periodOf(data.value),
      sources: resolveSources(data.value.sources, raw.data.line, context),
      basis: data.value.basis,
      line: raw.line,
    },
  ];
}

interface RawPeriod {
  readonly as_of: string;
  readonly review_by?: string | undefined;
  readonly effective?: string | undefined;
  readonly until?: string | undefined;
}

function periodOf(raw: RawPeriod) {
  return {
    asOf: raw.as_of,
    ...(raw.review_by && { reviewBy: raw.review_by }),
    ...(raw.effective && { effective: raw.effective }),
    ...(raw.until && { until: raw.until }),
  };
}

function resolveSources(ids: readonly string[], line: number, context: Context): Source[] {
  return ids.flatMap((id) => {
    const source = context.matter.sources[id];
    if (!source) {
      context.error(line, `the source ${id} is not in the front matter's sources`);
      return [];
    }
    const { title, publisher, url, date } = source;
    return [{ id, title, publisher, url, ...(date && { date }) }];
  });
}
