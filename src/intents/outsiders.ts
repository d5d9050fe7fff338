/** "Can a Swiss firm use the CETA rate?": whoever is from a country outside of the agreement is told between whom it is. */
import { isNation, isOfMemberState } from '../search/actors.ts';
import { phraseOf, type Word } from '../search/analysis.ts';
import type { Candidate, Understanding } from './intent.ts';

const agreement = /\b(?:ceta|aecg)\b/;
/** What one has of an agreement. */
const right =
  /\b(?:rates?|tariffs?|duty|duties|duty free|preferen\w+|claim\w*|use|using|benefit\w*|profit\w*|cover\w*|apply|applies|eligible|qualif\w+|rex|declaration|declaration d origine|taux|tarifs?|droits?|franchise|admissibles?|utiliser|invoquer|beneficier|couvre|couvert\w*|applique\w*|vaut|valable)\b/;
/** Parts and materials from anywhere may go into what is made in Canada or the EU; the rules of origin tell how many. */
const ofOrigin =
  /\b(?:parts?|components?|ingredients?|inputs?|materials?|beans|fabrics?|yarns?|steel|made|make|mak(?:es|ing)|process\w*|roast\w*|assembl\w*|transform\w*|cumul\w*|through|via|origin(?:ating)?|originaires?|composants?|matieres?|pieces?|intrants?|tissus?|fabrique\w*|transite\w*)\b/;
/** What was counted, happened or is compared is no right of whoever asks. */
const other =
  /^(?:when|who|why|how (?:many|much)|quand|qui|pourquoi|combien)\b|\b(?:ratif\w+|vote\w*|compare\w*|versus|vs|than|que l aecg|brexit|uk|britain|british|britannique\w*|royaume uni|cptpp|ptpgp|efta|aele)\b/;

/** Above what the search finds of the rights of others. */
const sure = 0.92;

/** @returns undefined where nobody from elsewhere asks what the agreement gives */
export function fromElsewhere({ words }: Understanding): Candidate | undefined {
  const phrase = phraseOf(words);
  if (!agreement.test(phrase) || !right.test(phrase) || ofOrigin.test(phrase) || other.test(phrase))
    return undefined;
  if (!words.some(isElsewhere)) return undefined;
  // Beside a member of the EU or Canada's provinces the other country may be told of in passing.
  if (words.some(isOfMemberState)) return undefined;
  return {
    intent: 'attribute',
    args: { entry: 'ceta', attribute: 'parties' },
    score: sure,
    because: 'is asked of a country outside of CETA',
  };
}

function isElsewhere(word: Word): boolean {
  return isNation(word) && !isOfMemberState(word);
}
