/** Whatever is not of ASCII, and the backtick. */
const foldable = /[^\0-_a-\x7f]/;
const allFoldable = /[^\0-_a-\x7f]/gu;

/**
 * The form in which words are compared: lower case, no accents, one kind of apostrophe, ligatures
 * opened. `Œuvre` and `oeuvre`, `Québec` and `QUEBEC` are the same.
 */
export function fold(text: string): string {
  // Most texts have nothing to fold but their case.
  if (!foldable.test(text)) return text.toLowerCase();
  return text.replace(allFoldable, foldCharacter).toLowerCase();
}

/** The letters of our languages recur in all of the content. */
const known = new Map<string, string>();
const lastKept = 0x2fff;

function foldCharacter(character: string): string {
  const found = known.get(character);
  if (found !== undefined) return found;
  const folded = character
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replaceAll('ß', 'ss')
    .replace(/[’‘ʼ`´]/gu, "'");
  if (character.codePointAt(0)! <= lastKept) known.set(character, folded);
  return folded;
}

/** A phrase as its folded words joined by single spaces: how aliases and questions are compared. */
export function foldPhrase(text: string): string {
  const folded = fold(text);
  // All questions of the content come here at every start.
  if (!foldable.test(folded)) return folded.replace(/[^a-z0-9]+/g, ' ').trim();
  return (folded.match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');
}

/** The text without its accents, each character in its place, so that what is found there is cut from the original. */
export function bareLetters(text: string): string {
  return [...text]
    .map((char) => {
      const [base] = char.normalize('NFD');
      // What would take more or less room stays as it is.
      return base?.length === char.length ? base : char;
    })
    .join('');
}
