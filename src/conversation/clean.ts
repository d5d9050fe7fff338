/** The longest question that is read: real ones are far shorter. */
export const longestQuestion = 1_000;
/** What comes after so many characters is not even looked at: no platform's messages are longer. */
export const longestRead = 40_000;

/** Control and formatting characters (bidirectional marks, zero-width) that say nothing. */
const invisible = /[\p{Cc}\p{Cf}\u2028\u2029]+/gu;

/** Pasted markup says nothing; what it encloses does. */
const tag = /<\/?[a-z][^<>]{0,200}>/giu;

/** One line in composed form, without markup and characters that cannot be seen. */
export function clean(text: string): string {
  return text.normalize('NFC').replace(invisible, ' ').replace(tag, ' ').replace(/\s+/gu, ' ').trim();
}
