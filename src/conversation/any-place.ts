/**
 * Who may bid for public contracts under CETA is the same for a firm of any member of the EU and for a buyer of any
 * province: "Can a Danish firm bid on a Toronto contract?" asks that of a European firm and a Canadian contract.
 */
import type { Language } from '../knowledge/language.ts';
import { phraseOf, type Word } from '../search/analysis.ts';
import { isEuropean } from '../search/european-places.ts';
import type { Mention } from '../search/mention.ts';

/** The entry that tells of it. */
export const publicContracts = 'ceta-procurement';

/** Over the folded words: somebody wants to sell to the public. */
const biddings =
  /\b(?:bid|bids|bidding|bidders?|tender|tenders|tendering|procurement|(?:public|government|municipal|city|provincial|school|hospital) (?:contracts?|works)|(?:win|get|land) (?:\w+ ){0,3}contracts?|soumission\w*|appels? d offres?|marches? publics?|contrats? publics?)\b/;
/** What is longer is several questions, and reading it twice would take long. */
const mostWords = 25;
/** Whether somebody may, must or can: of which, who, when and how much, the place is what is asked. */
const allowed =
  /^(?!(?:and |so |et |alors )?(?:which|who|whom|whose|what|when|where|why|how (?:much|many|big|long|often)|quels?|quelles?|qui|quand|ou|pourquoi|combien)\b)/;
/** The clusters were chosen among bids, too; from which sum on contracts are open depends on who buys. */
const ofOthers =
  /\b(?:superclusters?|clusters?|hubs?|supergrappes?|grappes?|bid and its partners|(?:winning|losing|unsuccessful|successful|shortlisted) bids?|candidatures?|won|lost|2017|2018|thresholds?|seuils?)\b/;

/** What is called so without being a place of its own. */
const names = /^(?:canada|canadian|canadians|canadien(?:ne)?s?|eu|ue|europe|europeans?|europeen(?:ne)?s?)$/;
/** Bought by a city; by its name it is a matter of daily life that no content of ours tells of. */
const transport = /^(?:metro|tramway)$/;

const beforePlace =
  /^(?:in|to|into|from|of|at|near|for|on|by|a|au|aux|en|de|du|d|des|pour|par|dans|chez|vers|depuis|through|via|the|la|le|l)$/;

const words: Readonly<
  Record<Language, Readonly<Record<'canada' | 'eu', readonly [place: string, of: string]>>>
> = {
  en: { canada: ['Canada', 'Canadian'], eu: ['the EU', 'European'] },
  fr: { canada: ['Canada', 'canadien'], eu: ['UE', 'européen'] },
};

/** @returns the question of any place; undefined where it asks no such thing, or names no place */
export function ofAnyPlace(
  question: readonly Word[],
  mentions: readonly Mention[],
  language: Language,
): string | undefined {
  if (question.length > mostWords) return undefined;
  const phrase = phraseOf(question);
  if (!biddings.test(phrase) || !allowed.test(phrase) || ofOthers.test(phrase)) return undefined;
  const provinces = mentions.filter(({ kind }) => kind === 'province');
  let found = false;
  const said = question.flatMap(({ folded, surface }, at): string[] => {
    if (language === 'fr' && transport.test(folded)) return ['marché', 'public'];
    const province = provinces.find(({ start, end }) => start <= at && at < end);
    if (names.test(folded) || !(province || isEuropean({ folded }))) return [surface];
    found = true;
    // "New Brunswick" is one place.
    if (province && at > province.start) return [];
    const [place, of] = words[language][province ? 'canada' : 'eu'];
    const next = question[province?.end ?? at + 1]?.folded;
    const stands = beforePlace.test(question[at - 1]?.folded ?? '') && isLast(next);
    return [stands ? place : of];
  });
  return found ? said.join(' ') : undefined;
}

/** What comes after the name of a place that stands by itself. */
function isLast(next: string | undefined): boolean {
  return (
    next === undefined ||
    beforePlace.test(next) ||
    /^(?:and|or|et|ou|under|with|without|sous|avec|sans|bid|bids|tender|can|may|is|are|peut|est)$/.test(next)
  );
}
