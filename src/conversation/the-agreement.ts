/** "Is the agreement in force?", asked of none by name: the trade agreement. */
import type { Mention } from '../search/mention.ts';

/** The agreement that a question means where it names none. */
const agreementId = 'ceta';
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
