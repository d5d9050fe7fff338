/** The end of a sentence: its mark, a closing quote or bracket, then white space. */
const sentenceEnd = /[.!?…]["'”’»)\]]*(?=\s)/gu;

/**
 * Cuts a text to at most `maximum` UTF-16 units, at a sentence end where one is in the last two
 * thirds, else between words; the cut is shown by `…`. Never splits a surrogate pair.
 */
export function shorten(text: string, maximum: number): string {
  if (text.length <= maximum) return text;
  if (maximum < 1) return '';
  const room = text.slice(0, maximum - 2);
  let end = 0;
  for (const match of room.matchAll(sentenceEnd)) end = match.index + match[0].length;
  if (end >= room.length / 3) return `${room.slice(0, end)} …`;
  const space = room.search(/\s\S*$/u);
  const cut = space > room.length / 3 ? room.slice(0, space) : text.slice(0, maximum - 1);
  return `${cut.replace(/[\uD800-\uDBFF]$/u, '').trimEnd()}…`;
}
