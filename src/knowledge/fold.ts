/** Whatever is not of ASCII, and the backtick. */
const foldable = /[^\0-_a-\x7f]/;

/**
 * The form in which words are compared: lower case, no accents, one kind of apostrophe, ligatures
 * opened. `Œuvre` and `oeuvre`, `Québec` and `QUEBEC` are the same.
 */
export function fold(text: string): string {
  // Most texts have nothing to fold but their case.
  if (!foldable.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replaceAll('ß', 'ss')
    .replace(/[’‘ʼ`´]/gu, "'");
}

/** A phrase as its folded words joined by single spaces: how aliases and questions are compared. */
export function foldPhrase(text: string): string {
  // All questions of the content come here at every start.
  if (!foldable.test(text)) {
    return text
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, ' ')
      .trim();
  }
  return (fold(text).match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');
}
