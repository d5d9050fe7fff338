/** The longest question that is read: real ones are far shorter. */
export const longestQuestion = 1_000;

/** Control and formatting characters (bidirectional marks, zero-width) that say nothing. */
const invisible = /[\p{Cc}\p{Cf}\u2028\u2029]+/gu;

/** One line in composed form, without characters that cannot be seen. */
export function clean(text: string): string {
  return text.normalize('NFC').replace(invisible, ' ').replace(/\s+/gu, ' ').trim();
}
