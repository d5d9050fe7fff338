/** The texts that a section is made of, without their format. */
import { sentencesOf } from '../knowledge/sentences.ts';
import type { Block, RichText } from '../knowledge/types.ts';

export function plain(text: RichText): string {
  return text.map((run) => run.value).join('');
}

/** The sentences of a paragraph, the items of a list, the rows of a table with their columns' names. */
export function linesOf(block: Block): string[] {
  switch (block.type) {
    case 'paragraph':
      return sentencesOf(plain(block.text));
    case 'list':
      return block.items.map(plain);
    case 'table':
      return block.rows.map((row) =>
        row.map((cell, index) => `${block.columns[index] ?? ''} . ${cell}`).join(' . '),
      );
  }
}

/** The words of a block; the separators keep neighbouring cells from forming a name. */
export function blockText(block: Block): string {
  switch (block.type) {
    case 'paragraph':
      return plain(block.text);
    case 'list':
      return block.items.map(plain).join(' . ');
    case 'table':
      return [block.columns, ...block.rows].map((row) => row.join(' . ')).join(' . ');
  }
}
