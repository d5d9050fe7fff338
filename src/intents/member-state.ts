/** "What's keeping the Greeks?", « l'Allemagne a-t-elle embarqué ? »: where a member of the EU stands on the agreement. */
import { isQuestionWord, isStopWord } from '../search/analysis.ts';
import { isGovernment } from '../search/european-places.ts';
import type { Candidate, Understanding } from './intent.ts';

const topic = 'ceta-ratification';
const agreement = 'ceta';

/** What is said of a country that has decided, or has yet to. */
const decides =
  /^(?:sign(?:s|ed|ing)?|board|through|done|finish(?:ed)?|keeps?|keeping|kept|hold(?:s|ing)?|held|wait(?:s|ing)?|drag(?:s|ging|ged)?|stall(?:s|ed|ing)?|budged?|cave[ds]?|agree[ds]?|sa(?:y|ys|id)|yes|vot(?:e|es|ed|ing)|ratif\w+|approv(?:e|es|ed|al)|reject(?:s|ed)?|refus(?:e|es|ed|al)|block(?:s|ed|ing)?|backed|bless(?:ed|ing)?|nod(?:ded)?|greenlit|binned|buried|trashed|killed|waved|pass(?:ed)?|balk(?:s|ed)?|dither(?:s|ing)?|hesitat(?:e|es|ed|ing)|onside|holdout|laggards?|embarque\w*|fini\w*|bouge\w*|traine\w*|attend\w*|dit|oui|ratifi\w+|approuv\w+|rejet\w+|refus\w+|bloqu\w+|plie\w*|cede\w*|coinc\w+|hesit\w+|tergivers\w+|accept\w+|enterin\w+|rallie\w*|cochon|caprices?|obstine\w*|braque\w*|flanche\w*|cale|cales|craque\w*)$/;
/** What stands beside it and says nothing else. */
const beside =
  /^(?:on|off|in|out|up|down|yet|still|already|finally|ever|far|feet|foot|heels|round|no|ok|okay|thumbs?|green|light|close|narrowly|margin|tally|result|parliaments?|senate|senators?|mps|lawmakers|deputies|chamber|house|upper|lower|government|deal|agreement|treaty|pact|accord|thing|it|non|encore|toujours|deja|enfin|feu|vert|parlement|senat|senateurs?|deputes?|chambre|gouvernement|traite|entente|marge|voix|pied|pieds|bord|finalement|end|tete|sa|leur)$/;

/** Persons and their ways: "how do I vote in France", "who signed for Germany". */
const ofOthers = /^(?:i|my|we|you|who|how|where|system|je|j|nous|vous|qui|comment|ou|systeme)$/;

/** Below this the search's own passage answers nothing, and this is all that can be meant. */
const answers = 0.5;
const atLeast = 0.6;

/** @returns undefined where the question names more than one country and its decision */
export function stanceAsked({ words, namedEntries, hits, language }: Understanding): Candidate | undefined {
  const [best] = hits;
  // What is found and does not tell what is asked is doubted.
  const isSure = best !== undefined && best.miss === 'none' && best.confidence >= answers;
  if (!best || isSure || namedEntries.some((id) => id !== agreement)) return undefined;
  const rest = words.filter((word) => !isGovernment(word));
  const isOne = rest.length === words.length - 1 && !rest.some(({ folded }) => ofOthers.test(folded));
  if (!isOne || !rest.some(({ folded }) => decides.test(folded))) return undefined;
  const saysMore = rest.some(
    ({ folded }) =>
      !decides.test(folded) &&
      !beside.test(folded) &&
      folded !== agreement &&
      !isStopWord(folded, language) &&
      !isQuestionWord(folded, language),
  );
  const told = saysMore ? undefined : hits.find(({ entry, section }) => entry === topic && section);
  if (!told?.section) return undefined;
  return {
    intent: 'section',
    args: { entry: topic, section: told.section },
    score: atLeast,
    because: 'asks of nothing but a country and its decision',
  };
}
