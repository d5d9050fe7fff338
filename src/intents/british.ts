/** "Can a Glasgow distillery still use CETA?": whatever somebody from Britain asks of CETA, it has left it. */
import { phraseOf } from '../search/analysis.ts';
import { isBritish } from '../search/european-places.ts';
import type { Candidate, Understanding } from './intent.ts';

const told = { entry: 'ceta-brexit', section: 'status' };
const country = /^(?:uk|britain|british|england|scottish|welsh|brits)$/;
/** There is a London in Ontario, too: who ships to Canada is not there. */
const london = /^london$/;
const inCanada =
  /\b(?:ontario|ont)\b|\b(?:to|into|in) (?:the )?(?:eu|europe|germany|france|italy|spain|hamburg|rotterdam|paris)\b/;

/** What one asks of an agreement: its rates, its use, its papers. */
const ofAgreement =
  /\b(?:ceta|agreement|deal|accord|treaty|pact|tariffs?|duty|duties|duty free|customs|preference\w*|preferential|rex|origin declaration|declaration of origin|origin statement|short term visitors?)\b/;
/** What is counted or told of the past is no right of whoever asks. */
const other =
  /^(?:when|who|why)\b|\b(?:how many|how much|percent\w*|loans?|grants?|clusters?|superclusters?|ngen|digital|ocean|scale ai|protein|innovate uk|ratif\w+|vote\w*|brexit|talks|halted|india|usa|japan|australia|20(?:0|1)\d)\b/;
const askers = new Set('a an our my any we i us as'.split(' '));
const before = 4;

/** Above what the search finds of the rights of others. */
const sure = 0.92;

/** @returns undefined where nobody from Britain asks what the agreement gives him */
export function fromBritain({ words, language }: Understanding): Candidate | undefined {
  if (language !== 'en') return undefined;
  const phrase = phraseOf(words);
  if (!ofAgreement.test(phrase) || other.test(phrase)) return undefined;
  const place = words.findIndex(
    (word) =>
      country.test(word.folded) || (london.test(word.folded) ? !inCanada.test(phrase) : isBritish(word)),
  );
  if (place < 0) return undefined;
  const isAsker =
    askers.has(words[place - 1]?.folded ?? '') ||
    (/^(?:in|from|near|outside|of)$/.test(words[place - 1]?.folded ?? '') &&
      words.slice(Math.max(0, place - before), place).some(({ folded }) => askers.has(folded)));
  if (!isAsker) return undefined;
  return {
    intent: 'section',
    args: told,
    score: sure,
    because: 'is asked from Britain, which has left CETA',
  };
}
