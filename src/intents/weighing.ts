/** What a comparison asks for: the words that weigh entries against each other, their order and what they weigh. */
import type { Fact } from '../knowledge/types.ts';
import { phraseOf, type Word } from '../search/analysis.ts';

export const orders = ['most', 'least'] as const;
/** Which end of the scale is asked for: "largest" the most, "newest" the least of age. */
export type Order = (typeof orders)[number];

type Folded = readonly Pick<Word, 'folded'>[];

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

const least = words(
  'smallest least fewest lowest smaller less fewer lower cheapest cheaper newest newer youngest younger latest moins recente recent jeune tiniest littlest poorest skinniest thinnest puniest',
);
const most = words(
  'biggest largest most highest richest bigger larger more higher richer greatest greater oldest older eldest earliest best better fattest heftiest wealthiest deepest mightiest plus grosse grande vieille ancienne',
);
/** The words for either end of a scale. */
export const extremes: ReadonlySet<string> = new Set([...least, ...most]);
/** Words of age ask when something began, whatever else they resemble (« ancienne » is no former name). */
const age = words(
  'oldest older eldest earliest youngest younger newest newer vieille vieux ancienne ancien recente recent jeune',
);
const size = words(
  'biggest bigger largest larger smallest smaller size big large small grande grosse petite taille',
);

/** What one does with money that one is given. */
export const gotWords = words(
  'got get gets getting gotten received receive receives receiving recu recoit recoivent recevoir obtenu obtient touche touchent',
);

/** « Combien Scale AI a-t-elle reçu ? » counts money, as "how much" does by itself; « combien de projets » does not. */
export function asksWhatIsGot(question: Folded): boolean {
  const counts = question.findIndex(({ folded }) => folded === 'combien');
  if (counts < 0 || /^d[e']?$/.test(question[counts + 1]?.folded ?? '')) return false;
  return question.some(({ folded }) => gotWords.has(folded));
}

/** The words by which several entries are set side by side. */
export const weighing = words(
  'versus vs or compare compared comparing comparison than more less bigger larger smaller higher lower fewer most least difference differences differ differs different differently ' +
    'both equal equally same similar alike older newer younger richer better cheaper before after earlier later avant apres ' +
    'contre ou comparer compare comparez comparaison plus moins lequel laquelle lesquelles face entre deux difference differences different differente differe different',
);

export function weighs(question: Folded): boolean {
  return question.some(({ folded }) => weighing.has(folded));
}

/** The end of the scale that is asked for; undefined where the question does not weigh. */
export function orderOf(question: Folded): Order | undefined {
  if (question.some(({ folded }) => least.has(folded))) return 'least';
  // « La plus petite » is the least, « la moins grande » too: the adjective or the adverb tells.
  if (question.some(({ folded }) => /^petites?$/.test(folded))) return 'least';
  return question.some(({ folded }) => most.has(folded)) ? 'most' : undefined;
}

/** Whether a word of age is what the question weighs by, and where it stands. */
export function asksAge(question: Folded): boolean {
  return question.some(({ folded }) => age.has(folded));
}

export function isAge(word: Pick<Word, 'folded'> | undefined): boolean {
  return word !== undefined && age.has(word.folded);
}

export function asksSize(question: Folded): boolean {
  return question.some(({ folded }) => size.has(folded));
}

const opensWhether =
  /^(?:(?:so|and|but|then|ok|et|donc|alors) )*(?:is|are|was|were|does|do|did|has|have|had|est|sont|a|ont|est ce que|\w+ (?:a t elle|a t il|est elle|est il))\b/;
const claims =
  /\b(?:more|less|fewer|bigger|larger|smaller|higher|lower|older|newer|younger|richer|better|plus|moins)\b.{0,100}\b(?:than|que|qu)\b/;

/** Whether a question wants yes or no. */
export function asksWhether(question: Folded): boolean {
  const phrase = phraseOf(question);
  return (
    !asksOpenly.test(phrase) &&
    (opensWhether.test(phrase) || /\b(?:a|est|compte|ont|sont) (?:t )?(?:elle|il|elles|ils)\b/.test(phrase))
  );
}

const asksOpenly =
  /\b(?:how|which|what|who|where|when|why|combien|quel|quelle|qui|quand|pourquoi|laquelle|lequel)\b/;

/** "Did all five get the same?": whether nobody is ahead. */
export function asksWhetherSame(question: Folded): boolean {
  return asksWhether(question) && question.some(({ folded }) => same.has(folded));
}

const same = words('same equal equally identical meme memes egal egale egaux identique identiques autant');

/** "The largest", « la moins financée »: somebody at one end of the scale. */
export function asksExtreme(question: Folded): boolean {
  return (
    // "At least" ranks nobody.
    question.some(({ folded }, at) => superlatives.has(folded) && question[at - 1]?.folded !== 'at') ||
    /\b(?:best funded|la plus|le plus|la moins|le moins)\b|^(?:plus|moins) (?!de?\b)/.test(phraseOf(question))
  );
}

/** "Best for robots" and "the latest call" rank nobody. */
const superlatives: ReadonlySet<string> = new Set(
  [...extremes].filter(
    (word) => /(?:est|most|least)$/.test(word) && !['best', 'latest', 'earliest'].includes(word),
  ),
);

/** "The second largest": not the one at the end of the scale. */
export function asksRank(question: Folded): boolean {
  return question.some(({ folded }) => ranks.has(folded));
}

const ranks = words('second third fourth 2nd 3rd 4th deuxieme seconde troisieme quatrieme');

/** "Is NGen bigger than Ocean?": wants yes or no about the one that is named first. */
export function asksWhetherFirst(question: Folded): boolean {
  return asksWhether(question) && claims.test(phraseOf(question));
}

/**
 * What a value weighs: an amount, a count or a share; undefined where it has no order. Dates have none: those of
 * one attribute may stand for different steps (chosen, agreed, begun), and only their statements say which.
 */
export function weightOf(fact: Pick<Fact, 'value'> | undefined): number | undefined {
  const value = fact?.value;
  switch (value?.type) {
    case 'money':
      return value.amount;
    case 'count':
      return value.count;
    case 'percent':
      return value.percent;
    default:
      return undefined;
  }
}
