/** "Why not?" after a country that has not ratified, "how?" after whether one may join: what is to be explained. */
import type { Knowledge } from '../knowledge/knowledge.ts';
import { isOfMemberState } from '../search/actors.ts';
import { phraseOf, type Word } from '../search/analysis.ts';
import { type Earlier, joining } from './antecedent.ts';
import { shownFirst } from './beside-others.ts';
import type { Turn } from './types.ts';

const ratification = 'ceta-ratification';
/** Of the European platform one is a member by a profile. */
const profile = /\b(?:profiles?|profils?)\b/;
const whyNot =
  /^(?:and |but |so |et |mais |ok )*(?:why(?: not(?: yet)?)?|(?:over|because of|due to) what|on what grounds|for (?:what|which) reasons?|how come(?: not)?|why have(?: they| it)? not|why haven t they|why hasn t it|(?:what s|what is|whats) (?:holding (?:it|them|that) (?:up|back)|stopping (?:it|them)|blocking (?:it|them)|in the way|the (?:problem|obstacle|hold ?up|hitch|issue|reason|snag))|pourquoi(?: pas| non| ca| toujours pas)?|a cause de quoi|pour (?:quelle raison|quelles raisons|quel motif)|qu est ce qui (?:bloque|coince|cloche|les? (?:bloque|retient|arrete))|(?:c est )?quoi le (?:probleme|blocage|hic)|ou est le (?:probleme|blocage)|ca (?:bloque|coince) ou)$/;
const how =
  /^(?:and |so |but |ok |et |alors |mais )*(?:how(?: so| exactly| then)?|how (?:do|can|would|should) (?:i|we|you|they|one|it) (?:do|go about|manage|arrange) (?:that|it|this)|how (?:is|can) (?:that|it|this) (?:be )?done|how does (?:that|it|this|one) (?:work|do (?:that|it))|how do (?:i|we) (?:start|begin|proceed)|what(?: do i have to do|s the procedure| is the procedure| are the steps)|comment(?: ca| donc| alors)?|comment (?:on|je|nous|vous) (?:le |la |y |m y |s y |nous y )?(?:fait|faire|fais|faisons|procede|prends?|prenons)(?: ca| cela)?|comment (?:le |y |s y )?(?:faire|proceder|prendre|arriver)(?: ca| cela)?|comment (?:ca|cela) (?:marche|se passe|fonctionne)|(?:quelle est|c est quoi) la (?:procedure|demarche|marche a suivre)|(?:quelles sont|c est quoi) les etapes|(?:et )?la (?:procedure|demarche))$/;

/** "Why did they?": what the earlier question took for a fact. */
const whyDid =
  /^(?:and |but |so |ok |et |mais |alors )*(?:(?:why|how come) (?:did|do|does|was|were|is|are|has|have|had) (?:it|they|he|she|that|this|those)(?: (?:so|that|then|happen|do (?:it|that|so)))?|pourquoi (?:(?:ont|a t) (?:ils|elles|il|elle|on) fait (?:ca|cela)|l (?:ont|a t) (?:ils|elles|il|elle|on) fait))$/;
const isItSo =
  /,? (?:is (?:that|it) (?:right|true|so|correct)|right|correct|no|non|c['’]est (?:[çc]a|vrai|exact)|n['’]est[- ]ce pas) ?\??$/iu;

/** "Where are they?" of a cluster. */
const where =
  /^(?:and |so |et |alors )*(?:where (?:is|are) (?:it|they)(?: (?:based|located|at))?|(?:ou (?:est|sont) (?:elle|il|elles|ils)|elle est ou|ils sont ou|c est ou)(?: (?:basee?s?|situee?s?|etablie?s?))?)$/;

/** @returns the question in full; undefined where it asks for neither, or of something else */
export function whyOrHow(
  words: readonly Word[],
  last: Turn,
  earlier: Earlier,
  knowledge: Knowledge,
): string | undefined {
  const phrase = phraseOf(words);
  const { entities, language } = last;
  if (shownFirst(last).args.entry === ratification && whyNot.test(phrase)) {
    const [country, ...others] = earlier.words.filter(isOfMemberState);
    if (!country || others.length > 0) return undefined;
    return language === 'fr'
      ? `pourquoi ${country.surface} n’a pas ratifié l’AECG`
      : `why has ${country.surface} not ratified CETA`;
  }
  if (whyDid.test(phrase)) {
    const fact = last.meaning.replace(isItSo, '');
    return language === 'fr' ? `pourquoi ${fact}` : `why ${fact}`;
  }
  const before = phraseOf(earlier.words);
  const joins = joining.test(before) || profile.test(before);
  const [entity, ...others] = entities;
  const about = entity && others.length === 0 ? knowledge.entry(entity, language) : undefined;
  if (about?.kind === 'cluster' && where.test(phrase)) {
    return /\bou\b/.test(phrase) ? `où est située ${about.shortTitle}` : `where is ${about.shortTitle} based`;
  }
  if (!about || !joins || !how.test(phrase)) return undefined;
  return language === 'fr' ? `comment s’inscrire : ${about.title}` : `how to join ${about.title}`;
}
