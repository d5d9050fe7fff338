/**
 * The end of a sentence: its mark, a closing quote or bracket, then white space; but not the point
 * of an abbreviation ("St. John's", "Scale AI, Inc. of San Francisco") or of an initial.
 */
const sentenceEnd = /(?<!\b(?:St|Inc|Mr|Mrs|Dr|\p{Lu}))[.!?…]["'”’»)\]]*(?=\s)/gu;

/** The first sentence, whole where it has at most `maximum` UTF-16 units, else shortened to that. */
export function firstSentence(text: string, maximum: number): string {
  const [end] = text.matchAll(sentenceEnd);
  return shorten(end ? text.slice(0, end.index + end[0].length) : text, maximum);
}

/**
 * Cuts a text to at most `maximum` UTF-16 units, at a sentence end where one is in the last two
 * thirds, else between words; the cut is shown by `…`. Never splits a surrogate pair.
 */
export function shorten(text: string, maximum: number): string {
  if (text.length <= maximum) return text;
  if (maximum < 1) return '';
  const sentences = text.slice(0, Math.max(0, maximum - 2));
  let end = 0;
  for (const match of sentences.matchAll(sentenceEnd)) end = match.index + match[0].length;
  if (end > 0 && end >= sentences.length / 3) return `${sentences.slice(0, end)} …`;
  const room = text.slice(0, maximum - 1);
  const space = /\s/u.test(text[room.length] ?? '') ? room.length : room.search(/\s\S*$/u);
  const cut = space > room.length / 3 ? room.slice(0, space) : room;
  return `${cut.replace(/[\uD800-\uDBFF]$/u, '').trimEnd()}…`;
}
