/** From stored text and numbers to what callers see. */

/** A JSON list of texts that the store wrote itself. */
export function readList(json: string): string[] {
  return JSON.parse(json) as string[];
}

/** In pieces of at most `size`. */
export function* pieces<Item>(items: readonly Item[], size: number): Generator<Item[]> {
  for (let start = 0; start < items.length; start += size) yield items.slice(start, start + size);
}
