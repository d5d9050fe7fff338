/** Where one sentence ends and the next begins: "St. John's" and "U.S." go on. */
const boundary = /(?<=[.!?;][»”"]?)(?<!\b(?:St|Mr|Ms|Dr|No|art|[A-Z])\.)\s+(?=[\p{Lu}\d«“"(])/u;

/** The sentences of a paragraph, without the spaces between them. */
export function sentencesOf(text: string): string[] {
  return text.split(boundary).filter((sentence) => sentence.trim() !== '');
}
