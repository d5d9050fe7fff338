/** What sort of thing a question asks to be told: "which hall", "what daily allowance", « sur quels serveurs ». */
import { anybody } from './amounts.ts';
import type { Word } from './analysis.ts';

type Asked = Pick<Word, 'folded'>;

const asksWhich = new Set('which what quel quelle quels quelles'.split(' '));
const counted = new Map([
  ['how', 'many'],
  ['combien', 'de'],
]);
const verbs = new Set(
  'is are was were do does did has have had can could will would should must may might est sont etait a ont avait peut peuvent doit doivent'.split(
    ' ',
  ),
);
const mostBefore = 1;
const mostOfSort = 5;

/** "Which accounting software do the clusters use?": the last word before the verb; "how many computers …": the next. */
export function sortAsked<Of extends Asked>(words: readonly Of[]): Of | undefined {
  const opens = words.findIndex(({ folded }) => asksWhich.has(folded));
  const counts = words.findIndex(({ folded }, at) => at > 0 && folded === counted.get(words[at - 1]!.folded));
  if (counts > 0 && counts <= mostBefore + 1) {
    const sort = words[counts + 1];
    return sort && anybody.has(sort.folded) ? undefined : sort;
  }
  if (opens < 0 || opens > mostBefore) return undefined;
  const verb = words.findIndex(({ folded }, at) => at > opens && verbs.has(folded));
  return verb > opens + 1 && verb <= opens + mostOfSort ? words[verb - 1] : undefined;
}

/** What a passage shows without a word for it: "in what year", "which kinds of goods", « de quelle façon ». */
const shownUnnamed = new Set(
  (
    'year years month months day days date dates time times moment week season quarter decade hour annee annees mois jour jours heure ' +
    'kind kinds type types sort sorts category categories genre genres sorte sortes nature categorie categories ' +
    'topic topics subject subjects theme themes matter matters issue issues point points sujet sujets question questions ' +
    'thing things item items stuff chose choses aspect aspects part parts area areas field fields volet volets ' +
    'way ways manner means method methods facon facons maniere manieres moyen moyens step steps demarche demarches etape etapes ' +
    'body bodies organisation organisations organization organizations organisme organismes outfit institution institutions entity instance instances ' +
    'person people persons man woman men women someone guy guys personne personnes gens homme femme official officials representative ' +
    'place places spot city cities town towns country countries region regions province state states lieu lieux endroit ville villes pays ' +
    'amount amounts sum sums number numbers figure figures percentage percent share shares portion fraction proportion level levels size ratio montant montants somme sommes nombre chiffre chiffres pourcentage part proportion niveau taux ' +
    'name names word words term terms title titles nom noms mot mots terme termes titre titres ' +
    'reason reasons cause causes purpose goal goals aim aims raison raisons motif motifs but buts objectif objectifs ' +
    'role roles position job post poste fonction condition conditions requirement requirements rule rules criteria criterion critere criteres exigence exigences regle regles ' +
    'difference differences effect effects impact impacts result results outcome consequence consequences resultat resultats effet effets ' +
    'option options choice choices other others else one ones autre autres choix product products good goods produit produits company companies firm firms entreprise entreprises ' +
    'cut worry worries concern concerns complaint crop crops culture cultures project projects projet projets event events ' +
    'minister ministre extent mesure rank order ordre'
  ).split(' '),
);
/** Ends the phrase: what comes next is no part of the name of the thing. */
const ends = new Set([
  ...verbs,
  ...'of in at on for from to by with about under between after before during and or that who which the a an its their your our my'.split(
    ' ',
  ),
  ...'de du des d en au aux a pour par sur dans sous entre apres avant pendant et ou que qui l le la les un une ce cette se s ne n'.split(
    ' ',
  ),
]);
const mostAhead = 3;
const mostInPhrase = 3;

/**
 * The words for what is to be told; none where a passage shows such a thing without naming it, or where what
 * follows may be a verb ("what happened to", "what separates").
 */
export function wantedIn<Of extends Asked>(words: readonly Of[]): readonly Of[] {
  const opens = words.findIndex(({ folded }) => asksWhich.has(folded));
  if (opens < 0 || opens > mostAhead) return [];
  const from = opens + 1;
  const length = words.slice(from).findIndex(({ folded }) => ends.has(folded));
  const phrase = words.slice(from, length < 0 ? undefined : from + length);
  if (phrase.some(({ folded }) => shownUnnamed.has(folded))) return [];
  const { folded: opener } = words[opens]!;
  const next = words[from + phrase.length]?.folded;
  // Nothing tells a verb from a noun after "what", unless a verb follows.
  if (opener === 'what' && !(next !== undefined && verbs.has(next))) return [];
  // A French noun comes first.
  return phrase.slice(0, opener.startsWith('quel') ? 1 : mostInPhrase);
}
