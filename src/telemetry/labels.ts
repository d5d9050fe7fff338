/** Labels of metrics are a series each: their number is bounded whatever arrives. */

const other = 'other';

/**
 * @param most different values; the ones after them, and whatever is no plain word, are `other`
 * @returns a function that says under which label a value counts
 */
export function boundedLabel(most: number): (value: string) => string {
  const known = new Set<string>();
  return (value) => {
    if (known.has(value)) return value;
    if (known.size >= most || !/^[A-Za-z][\w.-]{0,59}$/.test(value)) return other;
    known.add(value);
    return value;
  };
}

/** 429 stands alone, the others by their hundreds; `none` where no answer came. */
export function statusLabel(status: number | undefined): string {
  if (status === undefined) return 'none';
  return status === 429 ? '429' : `${Math.floor(status / 100)}xx`;
}
