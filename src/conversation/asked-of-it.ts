/**
 * "For how much in total?", « en quelle année ? »: a follow-up that asks for a figure and says nothing of what. What
 * was told last has one of that kind, and is meant before anything that its entry has besides.
 */
import { phraseOf, type Word } from '../search/analysis.ts';
import { askedType, shows } from '../search/answer-types.ts';

const figure =
  /^(?:(?:and|but|so|ok|okay|et|mais|alors|puis) )*(?:(?:up to(?! when)|jusqu a(?! quand)|for|worth|in|of|at|by|to|on|pour|en|de|a|dans|d|sur) )?(?:how much|what (?:amount|sum|year and month|month and year|year|month|date|day|total|share|percentage|value)|which (?:year|month|date|day)(?: and (?:year|month|day))?|when|combien|quel montant|quelle (?:somme|annee|date|valeur|part)|quel (?:mois|jour|pourcentage|total)|quand)(?: (?:exactly|precisely|in total|in all|altogether|overall|all told|together|money|was (?:it|that)|is (?:it|that)|exactement|deja|again|en tout|au total|d argent|au juste|ensemble|etait ce|est ce|(?:per|for each|for every|par|pour chaque|a) (?:company|firm|project|member|year|person|entreprise|firme|societe|projet|membre|an|personne|jeune pousse|start up|startup)|each|apiece|chacune?))*$/;

/** "For how long?", "how big is the pot?": of what was told, by its name or by none. */
const ofWhatWasTold =
  /^(?:(?:and|but|so|ok|et|mais|alors) )*(?:(?:for|pendant|pour|durant|valable|valide|valid for|good for|valid) )?(?:how long|combien de temps|quelle duree|(?:how (?:big|large|much) is|what is|what s|quelle est la taille d[eu]|de combien est|c est(?: quoi)?|il est de combien|elle est de combien) (?:the|that|this|la|le|l|une?) (?:whole )?(?:pot|fund|kitty|pie|envelope|purse|facility|instrument|fonds|enveloppe|cagnotte|budget))(?: (?:de combien|exactly|in all|in total|at most|maximum|max|au maximum|au total|en tout))?$/;

/** "What was the score?", « avec quel résultat ? »: of votes and of whatever else is counted. */
const result =
  /^(?:(?:and|but|so|ok|et|mais|alors) )*(?:(?:with|by|avec|par|de) )?(?:what(?: was| were| is)?(?: the)?|which|quel(?:le)?(?: etait| est| fut)?(?: le| la| les)?) (?:scores?|results?|margin|vote count|votes|tally|resultats?|marge|ecart|decompte)$|^(?:(?:and|but|so|ok|et|mais|alors) )*(?:(?:with|by|avec|par) )?(?:how many|combien)(?: de| d)?(?: votes| voix| members| deputies| deputes| mps)?(?: (?:were|was|voted|have voted|ont vote|etaient))? (?:in favou?r|for(?: it)?|against(?: it)?|pour|contre|yes|no|abstained)$/;

/** "In which building was that?", « où exactement ? » */
const place =
  /^(?:(?:and|but|so|ok|et|mais|alors) )*(?:(?:in|at|dans|a) (?:which|what|quel|quelle) (?:building|city|town|venue|place|museum|hotel|country|batiment|ville|endroit|lieu|pays|musee)|where (?:exactly|precisely)|ou (?:exactement|precisement|au juste))(?: (?:was|is|did) (?:that|it|this)(?: happen| take place| held)?| (?:etait ce|est ce|ca s est passe|c etait))?$/;

/** "How much of that was the cluster's money?": a part of what was told. */
const partOfIt =
  /^(?:(?:and|but|so|ok|et|mais|alors) )*(?:how much|how many|what (?:share|part|portion)|combien|quelle part) (?:out )?(?:of|from|de|d|sur) (?:that|it|this|those|these|ca|cela|cette somme|ce montant|ce total|ces)\b|^(?:(?:and|so|et|alors) )*(?:what is |what s |quelle est )?(?:la part d(?:e|u|es)?|the (?:share|slice|cut) of) [\w ]{2,30} (?:la dedans|dans (?:tout )?(?:ca|cela|ce total)|of (?:that|it|this)|in (?:that|it|this))$|^(?:(?:and|so) )*(?:what is |what s )?\w+(?: \w+)? s (?:share|slice|cut) of (?:that|it|this)$|^(?:and |et )?(?:of (?:which|those|these|whom)|dont) (?!that\b)\w+/;

/**
 * @param before the words of the earlier question
 * @param told the sentences that answered it
 * @returns the earlier question with what is asked of its answer; undefined where no figure is asked, or none was told
 */
export function askedOfIt(
  words: readonly Word[],
  before: readonly Word[],
  told: () => readonly string[],
): string | undefined {
  const phrase = phraseOf(words);
  if (![figure, ofWhatWasTold, partOfIt, place, result].some((one) => one.test(phrase))) return undefined;
  const type = askedType(words) ?? ([partOfIt, result].some((one) => one.test(phrase)) ? 'count' : undefined);
  if (!type || !told().some((text) => shows(text, type))) return undefined;
  return [...before, ...words].map(({ surface }) => surface).join(' ');
}
