/** "Is the agreement in force?", asked of none by name: the trade agreement. */
import { phraseOf, type Word } from '../search/analysis.ts';
import type { Mention } from '../search/mention.ts';

/** The agreement that a question means where it names none. */
const agreementId = 'ceta';
/** What is said of it without making another of it. */
const ofIt = /^(?:transatlantique|transatlantic|commercial|itself|meme)$/;
const ofParties = /^(?:ue|eu|canada|canado|euro|usa|us|uk|mercosur|japon|coree|chine|mexique)$/;
/** How the sentence names it instead, by the words that stand for it. */
const names: readonly (readonly [RegExp, string])[] = [
  [/^(?:the|this|that) /, 'CETA'],
  [/^(?:le|ce|un|l|cet) /, 'l’AECG'],
  [/^du /, 'de l’AECG'],
  [/^au /, 'à l’AECG'],
];
/** The one on clusters, by its year or the place where it was signed. */
const arrangementId = 'arrangement-2019';

/** The noun stands without a word that makes another agreement of it: "the contribution agreement", "the agreement with …". */
const theAgreement =
  /(?:\b(?:the|this|that) (?:trade |canada eu |eu canada )?(?:agreement|treaty|deal|pact|accord)|\b(?:le|du|au|ce|un) (?:traite|pacte|deal)|\b(?:l|cet) (?:accord|entente))(?! (?:with|between|among|on|about|for|of|in principle|avec|entre|sur|de|du|d|pour)\b)/;
/** What other agreements are about: clusters, their members and their money, the arrangement of 2019. */
const ofOthers =
  /\b(?:super)?(?:clusters?|grappes?)\b|\b(?:2019|toronto|humber|arrangement|contribution|membership|projects?|projets?|members?|membres?|adhesion|eccp|platform|plateforme|horizon|minerals?|mineraux|digital|numerique|defence|defense|sign(?:ed|ing)? with|supplier)\b|\b(?:big|real|what s|whats|what is) (?:the )?deal\b/;

/** "The 2019 Toronto thing", "what they signed in Toronto in 2019", "what does the agreement say about clusters". */
const theArrangement = [
  /\b(?:the|that|this|le|la|l|cet|cette) (?:(?:june|juin|2019|toronto|humber|college|eu|ue) ){1,3}(?:thing|thingy|deal|agreement|accord|entente|paper|text|texte|document|memo|mou|pact|pacte|truc|affaire|papier)\b/,
  /\b(?:thing|thingy|deal|agreement|accord|entente|paper|text|texte|document|memo|mou|pact|pacte|truc|papier|signed|inked|signe) (?:(?:of|from|in|at|that|was|signed|made|de|a|au|en|signe) ){1,3}(?:(?:june|juin) )?(?:2019|toronto|humber)\b/,
  /\b(?:the|that|this) (?:super)?clusters? (?:deal|agreement|pact|accord)\b/,
  /\b(?:the|l|cet) (?:agreement|accord|entente|deal)\b.{0,30}\b(?:about|on|for|to|sur|pour|des) (?:the )?(?:super)?(?:clusters|grappes)\b/,
];

/**
 * @param phrase the question's words, folded
 * @param mentions the names in it: an entry of its own leaves nothing to be meant
 * @returns the trade agreement, or the arrangement on clusters, where the question speaks of "the agreement" and names
 *   nothing that has another
 */
export function agreementMeant(phrase: string, mentions: readonly Mention[]): string[] {
  if (mentions.some(({ kind }) => kind === 'entry')) return [];
  if (theArrangement.some((meant) => meant.test(phrase))) return [arrangementId];
  return theAgreement.test(phrase) && !ofOthers.test(phrase) ? [agreementId] : [];
}

/**
 * "Who signed the deal?": its name stands for those words, which are looked for nowhere else then.
 *
 * @param words those of the text
 * @returns the text with the name of the trade agreement; undefined where it is not meant
 */
export function withAgreementNamed(
  text: string,
  words: readonly Word[],
  mentions: readonly Mention[],
): string | undefined {
  const phrase = phraseOf(words);
  if (!agreementMeant(phrase, mentions).includes(agreementId)) return undefined;
  const found = theAgreement.exec(phrase);
  const name = found && names.find(([said]) => said.test(found[0]))?.[1];
  if (!found || !name) return undefined;
  const from = phrase.slice(0, found.index).split(' ').length - 1;
  let to = from + found[0].split(' ').length;
  while (ofIt.test(words[to]?.folded ?? '')) to += 1;
  const next = words[to];
  // « L’accord UE-Mercosur » is another one.
  if (next && (ofParties.test(next.folded) || /^\p{Lu}/u.test(text.slice(next.start)))) return undefined;
  return text.slice(0, words[from]!.start) + name + text.slice(words[to - 1]!.end);
}
