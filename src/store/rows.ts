/** From stored text and numbers to what callers see, and back. */

/** A JSON list of texts that the store wrote itself. */
export function readList(json: string): string[] {
  return JSON.parse(json) as string[];
}

const longestWords = 4_000;

/** What people wrote, as both databases can hold it: PostgreSQL knows no NUL in a text. */
export function keepable(words: string): string {
  return words.replaceAll('\0', '').slice(0, longestWords).toWellFormed();
}

/** In pieces of at most `size`. */
export function* pieces<Item>(items: readonly Item[], size: number): Generator<Item[]> {
  for (let start = 0; start < items.length; start += size) yield items.slice(start, start + size);
}
