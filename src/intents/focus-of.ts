import type { SentencePlace } from '../search/answering-sentence.ts';

/** The argument that brings a sentence forward. */
export function focusOf(place: SentencePlace | undefined): { readonly focus?: string } {
  if (!place) return {};
  return { focus: 'lead' in place ? `lead:${place.lead}` : `${place.block}:${place.line}` };
}
