/** "Which province exports the most lobster?": who comes first among things of a sort is told as such, or not at all. */
import { formsIn, phraseOf, type Word } from './analysis.ts';

const most =
  'most|largest|biggest|highest|smallest|lowest|fewest|longest|shortest|oldest|youngest|greatest|heaviest|fastest|slowest';
const plus =
  '(?:le|la|les|des|aux?|ses|son|sa) (?:plus|moins)|plus (?:gros|grand|petit|haut|bas|ancien|eleve)\\w{0,3}';

/** The clusters are compared by what each of them tells. */
const asked = new RegExp(
  `^(?:\\w{1,30} )?(?:which|what|quels?|quelles?) (?!(?:of|one|two|(?:super)?clusters?|(?:super)?grappes?|est|sont|is|are|was|were|did|does|do|has|have|had|can|will|would|should)\\b)(?:.{0,120} )?(?:${most}|${plus})\\b`,
);
/** "Who got the most meetings?", « qui a décroché le plus de rendez-vous » */
const askedOfWhom =
  /^(?:who|qui) (?!(?:is|are|was|were|est|sont) )(?:\w{1,20} ){1,2}(?:the most|le plus) (?:of |de |d )?\w{3}/;
/** "At most", « le plus souvent », and what says which of two. */
const other =
  /\bat (?:most|least)\b|\bmost of\b|\b(?:or|ou|lequel|laquelle)\b|\b(?:au|le) (?:plus|moins) (?:tard|tot|souvent)\b/;
const told = new RegExp(
  `\\b(?:${most}|${plus}|top|leading|ahead|more than any|principal\\w{0,3}|premiers? rang|en tete|devant)\\b`,
);

export function asksSuperlative(words: readonly Pick<Word, 'folded'>[]): boolean {
  const phrase = phraseOf(words);
  return (asked.test(phrase) || askedOfWhom.test(phrase)) && !other.test(phrase);
}

export function tellsSuperlative(text: string): boolean {
  return told.test(phraseOf(formsIn(text)));
}

/** Of the sentences of each passage, found out when first asked: reading them takes longest of all. */
const anyTells = new WeakMap<readonly { readonly text: string }[], boolean>();

/** @param sentences those of one passage; always the same list for it */
export function anyTellsSuperlative(sentences: readonly { readonly text: string }[]): boolean {
  const known = anyTells.get(sentences);
  if (known !== undefined) return known;
  const tells = sentences.some(({ text }) => tellsSuperlative(text));
  anyTells.set(sentences, tells);
  return tells;
}
