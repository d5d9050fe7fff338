/** What is weighed in a comparison that names no attribute, or a year. */
import type { Knowledge } from '../knowledge/knowledge.ts';
import { phraseOf } from '../search/analysis.ts';
import type { Understanding } from './intent.ts';
import { asksExtreme, asksSize, asksWhetherSame, gotWords, orderOf } from './weighing.ts';

/** What "bigger" may mean; the first decides. */
const sizeAttributes = ['funding', 'members', 'projects'];
/** What somebody may have got; the sum decides. */
export const moneyAttributes: readonly string[] = ['funding', 'award', 'renewal'];
/** What joining costs, and what a cluster pays of a project. */
const priceWords = new Set(
  'cheap cheaper cheapest expensive dear dearer costly pricey pricier cher chere cheres chers'.split(' '),
);
const payWords = new Set(
  'pay pays paying reimburse reimburses cover covers covering foot foots bear bears shoulder shoulders paie paient paye payent rembourse remboursent couvre couvrent'.split(
    ' ',
  ),
);
const sequence = new Set('before after earlier later avant apres'.split(' '));

/** What is weighed where no attribute is named: money among all, the sizes of two. */
export function measuredBy(words: Understanding['words'], all: boolean): readonly string[] {
  if (all && asksExtreme(words)) return ['funding'];
  if (!all && words.some(({ folded }) => sequence.has(folded))) return ['start-date'];
  if (orderOf(words) === undefined && !asksWhetherSame(words)) return [];
  if (words.some(({ folded }) => gotWords.has(folded))) return moneyAttributes;
  if (words.some(({ folded }) => priceWords.has(folded))) return ['membership-fee'];
  if (isPaid(words)) return ['cost-share'];
  return asksSize(words) ? sizeAttributes : [];
}

/** "The same in 2018?": of the money, what was granted that year; undefined where nothing tells of it. */
export function ofTheYear(
  attributes: readonly string[],
  [year, ...others]: readonly string[],
  { vocabulary }: Knowledge,
): readonly string[] | undefined {
  if (year === undefined || others.length > 0 || !attributes.includes('funding')) return attributes;
  const granted = vocabulary.attributes.filter(
    ({ id, label }) => moneyAttributes.includes(id) && label.en.includes(year),
  );
  return granted.length > 0 ? granted.map(({ id }) => id) : undefined;
}

/** Over the folded words: somebody joins. */
const joins =
  /\b(?:join|joins|joining|memberships?|members?|sign(?:ing)? up|adhesions?|adherer|adhere|inscriptions?|inscrire|affiliation|(?:devenir|etre) membres?|membres?|cartes? de membre|embarquer)\b/;
/** What it costs; to be had for a price is no share of a project. */
const costs =
  /\b(?:costs?|prices?|expensive|cheap(?:er|est)?|dear(?:er|est)?|pric(?:ey|ier|iest)|costl(?:y|ier|iest)|fees?|dues|charges?|cout|couts|coute|coutent|couter|couterait|prix|tarifs?|cotisations?|cher|chere|payant|payante|gratuite?)\b/;
const countsMembers = /\b(?:how many|number of|combien de|nombre de) (?:\w+ )?(?:members?|membres?)\b/;
const ofProjects =
  /\b(?:projects?|projets?|eligible|admissibles?|reimburse\w*|rembours\w*|startup|demarrage)\b/;

/** "Membership: NGen or Protein, at what cost?": what joining costs, however far its words stand apart. */
export function asksWhatJoiningCosts(words: Understanding['words']): boolean {
  const phrase = phraseOf(words);
  return joins.test(phrase) && costs.test(phrase) && !countsMembers.test(phrase) && !ofProjects.test(phrase);
}

const could = new Set('could pouvait pouvaient'.split(' '));

/** Whether it asks what there was to be got: a range, and no sum. */
export function asksWhatCouldBeHad(words: Understanding['words']): boolean {
  return words.some(({ folded }) => could.has(folded)) && words.some(({ folded }) => gotWords.has(folded));
}

/** Whether it asks for a part of what something costs. */
export function asksShare(words: Understanding['words']): boolean {
  return words.some(({ folded }) =>
    /^(?:shares?|portions?|percentages?|parts?|slices?|costs?|expenses|pourcentages?|taux|couts?|depenses|frais)$/.test(
      folded,
    ),
  );
}

/** Whether it asks what is paid. */
export function isPaid(words: Understanding['words']): boolean {
  return words.some(({ folded }) => payWords.has(folded));
}
