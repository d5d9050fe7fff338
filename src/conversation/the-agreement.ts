/** "Is the agreement in force?", asked of none by name: the trade agreement. */
import type { Mention } from '../search/gazetteer.ts';

/** The agreement that a question means where it names none. */
const agreementId = 'ceta';

/** The noun stands without a word that makes another agreement of it: "the contribution agreement", "the agreement with …". */
const theAgreement =
  /(?:\b(?:the|this|that) (?:trade |canada eu |eu canada )?(?:agreement|treaty|deal|pact|accord)|\b(?:le|du|au|ce|un) (?:traite|pacte|deal)|\b(?:l|cet) (?:accord|entente))(?! (?:with|between|among|on|about|for|of|in principle|avec|entre|sur|de|du|d|pour)\b)/;
/** What other agreements are about: clusters, their members and their money, the arrangement of 2019. */
const ofOthers =
  /\b(?:super)?(?:clusters?|grappes?)\b|\b(?:2019|toronto|humber|arrangement|contribution|membership|projects?|projets?|members?|membres?|adhesion|eccp|platform|plateforme|horizon|minerals?|mineraux|digital|numerique|defence|defense|sign(?:ed|ing)? with|supplier)\b|\b(?:big|real|what s|whats|what is) (?:the )?deal\b/;

/**
 * @param phrase the question's words, folded
 * @param mentions the names in it: an entry of its own leaves nothing to be meant
 * @returns the trade agreement, where the question speaks of "the agreement" and names nothing that has another
 */
export function agreementMeant(phrase: string, mentions: readonly Mention[]): string[] {
  if (mentions.some(({ kind }) => kind === 'entry')) return [];
  return theAgreement.test(phrase) && !ofOthers.test(phrase) ? [agreementId] : [];
}
