/** What the search compares: how terms are written, and numbers for those of the content. */
/** A term that stands for a name, whatever words or language it was written in. */
export function nameTerm(kind: string, id: string): string {
  return `@${kind === 'entry' ? id : `${kind}:${id}`}`;
}

/** The entry that a term stands for; undefined for a word, a concept and any other name. */
export function entryOf(term: string): string | undefined {
  return term.startsWith('@') && !term.includes(':') ? term.slice(1) : undefined;
}

/** A term that stands for all words of one meaning; `id` is the number of the concept. */
export function conceptTerm(id: string): string {
  return `=${id}`;
}

/** Numbers for the terms of the content: arrays by a number are quicker than maps by a text. */
export interface Terms {
  /** How many there are; numbers run from nought. */
  readonly size: number;
  /** The number of a term, a new one for a new term. */
  add(term: string): number;
  /** Undefined for what the content does not have. */
  find(term: string): number | undefined;
  text(number: number): string;
  /** All, in the order of their numbers. */
  all(): readonly string[];
}

/** @param known those that have a number already, in the order of the numbers */
export function createTerms(known: readonly string[] = []): Terms {
  const texts = [...known];
  const numbers = new Map(texts.map((text, number) => [text, number]));
  return {
    get size() {
      return texts.length;
    },
    add(term) {
      const known = numbers.get(term);
      if (known !== undefined) return known;
      numbers.set(term, texts.length);
      return texts.push(term) - 1;
    },
    find: (term) => numbers.get(term),
    text: (number) => texts[number]!,
    all: () => [...texts],
  };
}
