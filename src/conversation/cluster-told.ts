/** "Who leads it?" after "which cluster was first to announce projects?": the one that the answer names. */
import { sentencesOf } from '../knowledge/sentences.ts';
import type { Section } from '../knowledge/types.ts';
import { type Form, formsIn, phraseOf, type Word, wordsOf } from '../search/analysis.ts';
import type { Search } from '../search/search.ts';
import { linesOf, plain } from '../search/section-texts.ts';

const asksWhich =
  /\b(?:(?:which|what) (?:one )?(?:of the )?(?:five |canadian |innovation )*(?:super)?(?:clusters?|five|hubs?)|quelles? (?:est la )?(?:super)?grappes?|laquelle des (?:cinq|(?:super)?grappes))\b/;
const ofSeveral = /\b(?:they|them|their|each|others|all|ils|elles|leurs?|chacune|autres|toutes)\b/;
const pointsBack =
  /\b(?:it|its|he|she|his|her|him|that|there|this|il|elle|son|sa|ses|lui|cette|celle ci|la bas)\b|^(?:et )?(?:qui|ou|quand|comment) (?:l|la|le) /;

/**
 * @param words the follow-up
 * @param earlier the question that was answered
 * @param frames whether a word only frames a question
 */
export function clusterTold(
  words: readonly Word[],
  earlier: readonly Word[],
  shown: Section,
  frames: (word: Word) => boolean,
  search: Pick<Search, 'gazetteer' | 'lexicon' | 'namesCluster'>,
): string | undefined {
  const phrase = phraseOf(words);
  // "Which clusters share the quantum money? How much is it?" asks of that money.
  if (howMuchIsIt.test(phrase) && ofMoney.test(phraseOf(earlier))) return undefined;
  if (!asksWhich.test(phraseOf(earlier)) || !pointsBack.test(phrase) || ofSeveral.test(phrase))
    return undefined;
  const stem = (word: Form) => search.lexicon.stem(word, shown.language);
  const asked = earlier.filter((word) => !frames(word)).map(stem);
  const named = search.gazetteer
    .find(wordsOf(answeringClause(shown, asked, stem)))
    .filter(({ kind, id, weak }) => kind === 'entry' && !weak && search.namesCluster([id]))
    .map(({ id }) => id);
  const [cluster, ...others] = new Set(named);
  return others.length === 0 ? cluster : undefined;
}

const howMuchIsIt =
  /^(?:and |so |et )?(?:how (?:much|big) (?:is|was) (?:it|that|there)|(?:c est |ca fait )?combien|how much)(?: (?:in total|in all|altogether|overall|exactly|au total|en tout))?$/;
const ofMoney = /\b(?:money|cash|funds?|funding|pot|envelope|award|grants?|argent|fonds|enveloppe|somme)\b/;

/** The clause that has the most of what was asked; empty where two have as much. */
function answeringClause(
  { lead, details }: Section,
  asked: readonly string[],
  stem: (word: Form) => string,
): string {
  const clauses = [...sentencesOf(plain(lead)), ...details.flatMap(linesOf)]
    .flatMap((sentence) => sentence.split('; '))
    .map((text) => {
      const has = new Set(formsIn(text).map(stem));
      return { text, held: asked.filter((word) => has.has(word)).length };
    })
    .sort((a, b) => b.held - a.held);
  const [best, second] = clauses;
  return best && best.held > (second?.held ?? 0) ? best.text : '';
}
