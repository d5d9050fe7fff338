/** "A Spanish SME wants to take part in a cluster project": whether firms from abroad may is asked, whatever the country. */
import { isNation, isOfMemberState } from '../search/actors.ts';
import { phraseOf, type Word } from '../search/analysis.ts';
import type { Candidate, Understanding } from './intent.ts';
import { programmeId } from './lookup.ts';

const firm =
  /^(?:smes?|firms?|compan(?:y|ies)|business(?:es)?|start ?ups?|startups?|manufacturers?|makers?|corporations?|multinationals?|pme|entreprises?|societes?|compagnies?|fabricants?|jeunes? pousses?)$/;
/** "European", "foreign": of no one country. */
const foreign = new Set(
  'european eu foreign overseas europeen europeenne europeens europeennes ue etranger etrangere etrangers etrangeres'.split(
    ' ',
  ),
);
const takesPart =
  /\b(?:join(?:s|ing)?|take part|takes? part|taking part|participat\w+|get involved|become a (?:member|partner)|be (?:a )?(?:member|partner)|get in(?:to)?|enter|particip\w+|adherer|joindre|rejoindre|devenir membre|prendre part|s impliquer|embarquer)\b/;
const inCluster =
  /\b(?:(?:super)?clusters?|(?:super)?grappes?|projects?|projets?|consorti(?:um|a)|programs?|programmes?)\b/;
/** Trade, research and public contracts have rules of their own, and so has who already takes part. */
const other =
  /\b(?:ceta|aecg|export\w*|tariffs?|duty|duties|tenders?|procurement|contracts?|appels? d offres|marches publics|horizon|eureka|eurostars|eccp|eurocluster\w*|matchmaking|jumelage|how many|combien|which|who|quels?|quelles?|qui|when|quand|did|has|have|had|a t elle|ont elles|took|joint|with an?|avec une?|safe)\b/;
/** How far from the firm its country stands: "a small Spanish family firm", « une PME espagnole ». */
const near = 2;

/** Below an answer to the very words of the question. */
const sure = 0.75;

/** @returns undefined where no firm from abroad wants in */
export function foreignFirm({ words, namedEntries }: Understanding): Candidate | undefined {
  const phrase = phraseOf(words);
  if (namedEntries.length > 0 || !takesPart.test(phrase) || !inCluster.test(phrase) || other.test(phrase))
    return undefined;
  const isOf = (word: Word | undefined) =>
    word !== undefined && (isOfMemberState(word) || isNation(word) || foreign.has(word.folded));
  const isForeign = words.some(
    ({ folded }, at) => firm.test(folded) && words.slice(Math.max(0, at - near), at + near + 1).some(isOf),
  );
  if (!isForeign) return undefined;
  return {
    intent: 'section',
    args: { entry: programmeId, section: 'foreign-companies' },
    score: sure,
    because: 'asks whether a firm from abroad may take part',
  };
}
