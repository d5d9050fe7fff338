/** Which way over the Atlantic goods go in a question: "we make jam in Laval and want to sell in Lyon". */
import { phraseOf, type Word } from '../search/analysis.ts';
import { isEuropean } from '../search/european-places.ts';
import type { Mention } from '../search/mention.ts';
import type { Hit } from '../search/search.ts';

/** As the sections are called that tell how to do it. */
export type Direction = 'canada-to-eu' | 'eu-to-canada';

const directions: ReadonlySet<string> = new Set<Direction>(['canada-to-eu', 'eu-to-canada']);

type Side = 'canada' | 'eu';

interface Place {
  readonly side: Side;
  readonly at: number;
  /** The word that leads to it. */
  readonly after: string;
}

const wordSet = (text: string): ReadonlySet<string> => new Set(text.split(' '));

const canadian = wordSet('canada canadian canadians canadien canadienne canadiens canadiennes');

const moves =
  /^(?:s[eo]ll(?:s|ing|ers?)?|sold|ship(?:s|ping|ped|pers?|ments?)?|export(?:s|ing|ed|ers?|ons|ez|e|es|ent|ations?|at(?:eurs?|rices?))?|deliver(?:s|ing|ed|y)?|sen(?:d|ds|t|ding)|suppl(?:y|ies|ying)|br(?:ing|inging|ought)|import(?:s|ing|ed|ers?|ons|ez|e|es|ent|at(?:ions?|eurs?))?|vend(?:re|s|ons|ez|ent)?|expedi(?:er|e|ons|ent|tions?)|livr(?:er|e|ons|ent|aisons?)|envo(?:yer|ie|yons|ient|is)|fournir|ecouler|distribu(?:te|ting|er)|launch|lancer|enter|entering|expand|percer|debarquer|relocate|detacher|muter|affecter|deleguer|try|crack)$/;
const brought = /^(?:import|bring|brought)/;
/** "Get our boots on the Italian market". */
const gets = /^get(?:s|ting)?$/;
const destination = wordSet('to into in toward towards on vers en a au aux dans sur for pour');
const source = wordSet('from de du d des depuis of chez');
/** « Un client de Bruxelles » is where it goes. */
const buyers = wordSet(
  'grocer grocers retailer retailers epicier epiciers detaillant detaillants client clients clientele customer customers buyer buyers shop store chain order orders acheteur acheteurs acheteuse magasin commande commandes',
);
/** Who wants some has it sent: a shop alone is a place. */
const orders =
  /^(?:clients?|customers?|buyers?|orders?|commandes?|acheteurs?|acheteuse|grocers?|retailers?|epiciers?|detaillants?)$/;
const articles = wordSet('the le la l les our notre');
/** Between the verb and its place: "ship a pallet of maple cookies over to Rotterdam". */
const reach = 10;

const persons =
  '(?:engineers?|technicians?|staff|employees?|workers?|colleagues?|managers?|executives?|consultants?|trainees?|interns?|crew|experts?|specialists?|' +
  'cadres?|ingenieure?s?|technicien(?:ne)?s?|employee?s?|salariee?s?|personnel|collegues?|gestionnaires?|stagiaires?|formateurs?|monteurs?|specialistes?|boss|chief|patron|chef|directeurs?|directrices?)';
const sendsPeople = new RegExp(
  `\\b(?:sends?|sending|transfers?|transferring|second|post|relocate|envoyer|envoie|detacher|muter|affecter|deleguer)(?: \\p{L}+){0,3} ${persons}\\b`,
  'u',
);
/** What goes over the Atlantic as no merchandise. */
const noGoods =
  /\b(?:data|emails?|mail|message|letter|money|cash|payment|loan|credit|insurance|dogs?|cats?|pets?|cv|resume|visa|house|home|shares|cannabis|weapons?|guns?|drugs|family|mother|kids|parcels?|pension|retraite|rente|argent|virement|pret|assurance|donnees|courriel|lettre|chiens?|chats?|maison|actions|armes?|drogues?|famille|mere|enfants|colis)\b/;

/**
 * @param mentions the names in the question: provinces are Canadian
 * @returns undefined where nothing is said to go over the Atlantic, or the question does not say which way
 */
export function directionOf(words: readonly Word[], mentions: readonly Mention[]): Direction | undefined {
  const verb = words.findIndex(
    ({ folded }, at) =>
      moves.test(folded) ||
      orders.test(folded) ||
      (gets.test(folded) && /^(?:my|our)$/.test(words[at + 1]?.folded ?? '')),
  );
  if (verb < 0) return undefined;
  const places = words.flatMap((word, at): Place[] => {
    const side = sideOf(word, at, mentions);
    return side ? [{ side, at, after: wordBefore(words, at) }] : [];
  });
  const brings = brought.test(words[verb]!.folded);
  const to = places.find(
    ({ at, after }) =>
      // Who brings goods in has them come to his place: "how do buyers in Holland import our pork".
      (brings && at < verb && !source.has(after)) ||
      (at > verb &&
        at - verb <= reach &&
        (destination.has(after) || moves.test(after) || buyers.has(words[at - 2]?.folded ?? ''))),
  );
  const from = places.find(
    (place) => place !== to && (source.has(place.after) || place.at < verb || !destination.has(place.after)),
  );
  // Within Canada or within Europe nothing crosses.
  if (to?.side === from?.side) return undefined;
  // "A shipper from Ontario", « une PME italienne »: who sells at home sells across.
  const origin = from?.side ?? (to?.side === 'eu' ? 'canada' : 'eu');
  return origin === 'canada' ? 'canada-to-eu' : 'eu-to-canada';
}

/** "Send an engineer to Toronto": who is sent is no merchandise. */
export function isOfPeople(words: readonly Word[]): boolean {
  return sendsPeople.test(phraseOf(words));
}

export function isOfGoods(words: readonly Word[]): boolean {
  return !isOfPeople(words) && !noGoods.test(phraseOf(words));
}

/**
 * The hits without those that tell of the other way; the right one takes the better place of the two.
 *
 * @param hits best first
 */
export function inDirection(
  hits: readonly Hit[],
  words: readonly Word[],
  mentions: readonly Mention[],
): readonly Hit[] {
  if (isOfPeople(words)) return hits.filter(({ section }) => !directions.has(section ?? ''));
  const direction = directionOf(words, mentions);
  if (!direction) return hits;
  const against: Direction = direction === 'canada-to-eu' ? 'eu-to-canada' : 'canada-to-eu';
  const wrong = hits.find(({ section }) => section === against);
  if (!wrong) return hits;
  const right = hits.find(({ entry, section }) => entry === wrong.entry && section === direction);
  const better = right && right.score >= wrong.score ? right : wrong;
  return hits.flatMap((hit) => {
    if (hit !== right && hit !== wrong) return [hit];
    if (hit !== better) return [];
    return [
      { ...better, section: direction, confidence: Math.max(wrong.confidence, right?.confidence ?? 0) },
    ];
  });
}

function sideOf(word: Word, at: number, mentions: readonly Mention[]): Side | undefined {
  if (canadian.has(word.folded)) return 'canada';
  if (isEuropean(word)) return 'eu';
  const isProvince = mentions.some(({ kind, start, end }) => kind === 'province' && start <= at && at < end);
  return isProvince ? 'canada' : undefined;
}

/** "To the German market": what leads to a place, without its article. */
function wordBefore(words: readonly Word[], at: number): string {
  const before = words[at - 1]?.folded ?? '';
  return articles.has(before) ? (words[at - 2]?.folded ?? '') : before;
}
