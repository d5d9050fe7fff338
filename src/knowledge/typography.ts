import type { Knowledge } from './knowledge.ts';
import type { Problem } from './problems.ts';
import type { Block, RichText } from './types.ts';

/** A plain space where French sets a no-break space: it would let a mark or a unit begin a line. */
const breakable = /(?<!\S)\S* [;:?!%»](?!\/\/)|« |\d \d{3}\b/u;
const missing = /«(?![\u00A0\u202F])|[^\s\u00A0\u202F]»/u;

/** French texts that people read; questions are as people type them and are left alone. */
export function checkFrenchSpacing(knowledge: Knowledge): Problem[] {
  const problems: Problem[] = [];
  for (const entry of knowledge.all('fr')) {
    const look = (text: string, line: number, where: string) => {
      const found = breakable.exec(text) ?? missing.exec(text);
      if (!found) return;
      const message = `${where}: expected a no-break space (U+00A0) in "${found[0]}"`;
      problems.push({ file: entry.file, line, message, severity: 'error' });
    };
    look(entry.title, 1, 'the title');
    for (const fact of entry.facts) look(plain(fact.text), 1, `the text of ${fact.attribute}`);
    for (const section of entry.sections) {
      look(section.heading, section.line, 'the heading');
      for (const text of [plain(section.lead), ...section.details.flatMap(textsOf)]) {
        look(text, section.line, `the section ${section.id}`);
      }
    }
  }
  return problems;
}

function plain(text: RichText): string {
  return text.map((run) => run.value).join('');
}

function textsOf(block: Block): string[] {
  switch (block.type) {
    case 'paragraph':
      return [plain(block.text)];
    case 'list':
      return block.items.map(plain);
    case 'table':
      return [block.columns, ...block.rows].flat();
  }
}
