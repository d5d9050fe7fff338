/** Whether a question is asked of all clusters, though it names none. */
import { phraseOf, type Word } from '../search/analysis.ts';
import { asksExtreme, gotWords } from './weighing.ts';

type Folded = readonly Pick<Word, 'folded'>[];

/** What a cluster is called. */
const aCluster = /cluster|grappe|\b(?:hubs?|consorti(?:um|ums|a)|outfits?|poles?)\b/;

/** What they have together is no figure of each. */
const total =
  /\b(?:together|altogether|combined|in total|total|sum of|overall|totaux|somme des|somme totale|au total|ensemble|en tout)\b|\b(?:how many|number of|headcount|combien de|nombre de)\b.{1,60}\b(?:across|in|over|dans) (?:all|toutes) (?:the |of the |les )?(?:five|cinq)\b/;

/** "the biggest cluster", « la grappe la plus financée »: all of them in order answer it. */
export function asksForExtreme(words: Folded): boolean {
  const phrase = phraseOf(words);
  return (
    (asksExtreme(words) || /\btop \w+ /.test(phrase)) &&
    (aCluster.test(phrase) || /\bwhich one\b|\blaquelle\b|\b(?:the|all|les|des) (?:five|cinq)\b/.test(phrase))
  );
}

/** "The cluster", « la grappe » : one of them, whichever. */
export function namesSomeCluster(words: Folded): boolean {
  return /\b(?:the|la|le) (?:super)?(?:cluster|grappe)\b/.test(phraseOf(words));
}

/** "Who has the fewest members?", "compare budgets": asked of no one in particular, it is asked of all. */
export function leavesOpenWho(words: Folded): boolean {
  const phrase = phraseOf(words);
  if (total.test(phrase)) return false;
  return (
    (/^(who|which|qui|laquelle|lequel)\b/.test(phrase) && asksExtreme(words)) ||
    setsSideBySide.test(phrase) ||
    /\b(all (of )?(the )?five|the five by|(the|all) five|each of them|every one of them|side by side|les cinq|chacune|cote a cote)\b/.test(
      phrase,
    )
  );
}

const setsSideBySide =
  /^(?:(?:can you|could you|please|peux tu|pouvez vous) )?(?:compar(?:e[rz]?|ison of)|rank(?:ing)?(?: of| by)?|table of|comparaison d(?:es|u)|class(?:e[rz]?|ement)(?: des| par)?|tableau des)\b/;

/** "Compare the five clusters", « comparer toutes les grappes »: where nothing else is said, by what is known of all. */
export function comparesClusters(words: Folded): boolean {
  const phrase = phraseOf(words);
  return setsSideBySide.test(phrase) && aCluster.test(phrase);
}

/** "each cluster", "the five superclusters", "chaque grappe": the question is about all of them. */
export function asksForAll(words: Folded): boolean {
  const phrase = phraseOf(words);
  if (total.test(phrase)) return false;
  return (
    // Asked by cluster, or clusters by number, it is asked of each; what was done by the clusters is not.
    /\b(?:by|par) (?:super)?(?:cluster|grappe|hub|pole)\b|\b(?:super)?(?:clusters|grappes) (?:by|par) (?!the|les?|la|l|un|une|a|an)\w/.test(
      phrase,
    ) ||
    (/\b(each|every|all|five|5|rank|chaque|chacune|toutes|cinq|compare|comparer|classe|classez|classer|classement)\b/.test(
      phrase,
    ) &&
      aCluster.test(phrase))
  );
}

/** "Who got the most?", « qui a reçu le plus ? » */
export function asksWhoGotMost(words: Folded): boolean {
  const phrase = phraseOf(words);
  return (
    /^(?:who|which|qui|laquelle|lequel)\b/.test(phrase) &&
    asksExtreme(words) &&
    words.some(({ folded }) => gotWords.has(folded))
  );
}
