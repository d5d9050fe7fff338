import { z } from 'zod';
import { compareCard, sameForAll } from '../cards/compare-card.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Entry } from '../knowledge/types.ts';
import { isQuestionWord } from '../search/analysis.ts';
import type { Search } from '../search/search.ts';
import type { Intent, Understanding } from './intent.ts';
import { clustersOf, factsAt, findAttribute, ofAskedType } from './lookup.ts';
import {
  asksShare,
  asksWhatCouldBeHad,
  asksWhatJoiningCosts,
  isPaid,
  measuredBy,
  moneyAttributes,
  ofTheYear,
} from './measured-by.ts';
import {
  asksForAll,
  asksForExtreme,
  asksWhoGotMost,
  comparesClusters,
  leavesOpenWho,
  namesSomeCluster,
} from './of-all.ts';
import { asksOutcome, isForecast } from './outcome.ts';
import {
  asksAge,
  asksExtreme,
  asksRank,
  asksSize,
  asksWhatIsGot,
  asksWhether,
  asksWhetherFirst,
  asksWhetherSame,
  extremes,
  isAge,
  type Order,
  orderOf,
  orders,
  weighing,
  weighs,
  weightOf,
} from './weighing.ts';
import { yearsOf } from './years.ts';

/** Words that a comparison is made of beside names and attributes. */
const comparing = new Set([
  ...weighing,
  ...extremes,
  ...(
    'biggest largest smallest most least fewest highest lowest richest oldest newest youngest eldest latest greatest best funded got gets getting has have received big small age old size ' +
    'between each every all five rank ranks ranked ranking order ordered sort sorted side across top one two three four second third fourth 2 3 4 same equal tied line lined put set up tie ties level clusters superclusters cluster supercluster respective by list together table overall altogether ' +
    'financee finance grosse petite recu obtenu obtiennent comparer entre chaque chacune toutes tous grande cinq grappes supergrappes grappe supergrappe selon liste ' +
    'premieres deux trois quatre deuxieme troisieme meme memes egal egale petit petits petites grand grands gros ' +
    'hub hubs consortium consortia consortiums outfit outfits pole poles comparison ranking comparez comparaison des du of ' +
    'innovation global mondiales canadian canadiennes d ' +
    'vieille vieux ancienne ancien recente recent jeune taille classe classez classer classement trie triez cote tableau'
  ).split(' '),
]);
/** Words that tell of a forecast beside the attribute that is forecast. */
const forecasting = new Set([
  ...comparing,
  ...'promised promise promising promises expected expects forecast effect promettait promettaient promis promet prevu prevue prevus attendu attendus'.split(
    ' ',
  ),
]);
/** Shown where the question names no attribute. */
const usualAttributes = [
  'headquarters',
  'region',
  'leader',
  'funding',
  'renewal',
  'members',
  'projects',
  'website',
];
/** Of many entries fewer: each figure brings its source, and a message has room for about twenty. */
const fewAttributes = ['headquarters', 'leader', 'funding', 'members'];
const manyEntries = 4;

/** A question of which hardly anything is left unexplained. */
const wholly = 0.95;
/** Less of the question than this, and the attribute that the search finds is another one. */
const leastFocus = 0.5;
/** Above what the search finds of either of them. */
const certainlyCompared = 0.97;
/** A cluster at one end of a scale that is named: a word may stay open, and no passage says it better. */
const mostly = 0.7;
const rankedByName = 0.95;

export const compare: Intent = {
  id: 'compare',
  description: { en: 'Compares clusters', fr: 'Compare des grappes' },
  examples: {
    en: ['Compare NGen and Scale AI', 'websites of the five clusters'],
    fr: ['Compare NGen et Scale AI', 'sites Web des cinq grappes'],
  },
  args: z.strictObject({
    entries: z.string(),
    attributes: z.string(),
    /** The end of the scale that is asked for; the most where nothing is said. */
    order: z.enum(orders).optional(),
    /** The entry of which it is asked whether it stands there, or `same`: whether none does. */
    claimed: z.string().optional(),
  }),
  recognise(understanding, { knowledge, search, now }) {
    const place = (id: string) => understanding.mentions.find((mention) => mention.id === id)?.start ?? 0;
    const clusters = understanding.entries
      .filter((id) => knowledge.entry(id, understanding.language)?.kind === 'cluster')
      // In the order of the question: "the first one" refers to it.
      .toSorted((a, b) => place(a) - place(b));
    const names = understanding.mentions.filter((mention) => mention.kind === 'entry');
    const attributes = understanding.mentions.filter((mention) => mention.kind === 'attribute');
    const years = yearsOf(understanding.words);
    const explained = understanding.explainedBy(
      [...names, ...attributes],
      years.length === 0 ? forecasting : new Set([...forecasting, ...years]),
    );
    const named = attributesAsked(understanding, knowledge, search);
    const superlative = asksForExtreme(understanding.words);
    const whollyNamed = named.length > 0 && explained >= wholly;
    const ofAnother = understanding.namedEntries.some((id) => {
      const kind = knowledge.entry(id, understanding.language)?.kind;
      return kind !== 'programme' && kind !== 'term';
    });
    const all =
      clusters.length === 0 &&
      !ofAnother &&
      (superlative ||
        (named.length > 0 && asksForAll(understanding.words)) ||
        (explained >= wholly && comparesClusters(understanding.words)) ||
        // "Who got the smallest budget?", "headquarters of all five": nothing else is left to ask of.
        (whollyNamed && understanding.namedEntries.length === 0 && leavesOpenWho(understanding.words)) ||
        // "Smallest membership fee", "the biggest and the smallest renewal": of them all.
        (whollyNamed &&
          understanding.entries.length === 0 &&
          asksExtreme(understanding.words) &&
          named.every((id) => id === 'membership-fee' || moneyAttributes.includes(id)) &&
          !understanding.words.some(({ folded }) => isQuestionWord(folded, understanding.language))) ||
        // "Who got the most in 2018?": money is what one gets.
        (explained >= wholly && understanding.entries.length === 0 && asksWhoGotMost(understanding.words)) ||
        // "How much money did the cluster get?" does not say which: each of them.
        (whollyNamed && understanding.entries.length === 0 && namesSomeCluster(understanding.words)));
    // What came of it is told by the search; the forecasts of 2018 side by side would pass for it.
    if (all && named.some(isForecast) && asksOutcome(understanding.words)) return [];
    // "How much could each get?" asks of the rules of the competition, not of what was granted.
    if (all && named.every((id) => moneyAttributes.includes(id)) && asksWhatCouldBeHad(understanding.words))
      return [];
    // "Is NGen the largest?": one of all five.
    const whetherOne =
      clusters.length === 1 &&
      asksWhether(understanding.words) &&
      asksExtreme(understanding.words) &&
      explained >= wholly;
    const sideBySide = clusters.length >= 2 && weighs(understanding.words);
    if (
      (clusters.length < 2 && !all && !whetherOne) ||
      explained < (sideBySide ? 0.3 : superlative && named.length > 0 ? 0.5 : 0.7)
    )
      return [];
    const order = orderOf(understanding.words);
    // "GDP: Ocean versus Digital" may say what is asked in words that only the search finds.
    const meant =
      sideBySide &&
      named.length === 0 &&
      understanding.explainedBy([...names, ...attributes], comparing) < wholly
        ? nearestAttribute(understanding, clusters, knowledge, order !== undefined)
        : [];
    const told = [...named, ...meant];
    const measured = ofTheYear(
      told.length > 0 ? told : measuredBy(understanding.words, all || whetherOne),
      years.filter((year) => year !== String(now.getUTCFullYear())),
      knowledge,
    );
    if (!measured) return [];
    const entries =
      all || whetherOne
        ? clustersOf(knowledge, understanding.language).map((entry) => entry.id)
        : clusters.slice(0, 5);
    return [
      {
        intent: 'compare',
        args: {
          entries: entries.join(','),
          attributes: measured.join(','),
          ...(order === 'least' && { order }),
          ...claimOf(understanding.words, whetherOne || sideBySide ? clusters[0] : undefined),
        },
        // Naming all of them outweighs a fact of the programme that they are; "who leads them?" after a
        // list asks of each one.
        score: Math.max(
          (all || whetherOne || understanding.namedEntries.length === 0 ? 1 : 0.94) * explained,
          sideBySide && measured.length > 0 ? certainlyCompared : 0,
          superlative && named.length > 0 && explained >= mostly ? rankedByName : 0,
        ),
        because: `names ${entries.join(', ')} together`,
      },
    ];
  },
  answer(args, { knowledge, language, now }) {
    const { entries: entryIds = '', attributes: attributeIds = '', order: asked, claimed } = args;
    const entries = entryIds.split(',').flatMap((id) => knowledge.entry(id, language) ?? []);
    if (entries.length < 2) return undefined;
    const order = orders.find((known) => known === asked) ?? 'most';
    const named = attributeIds.split(',').filter((id) => id !== '');
    const usual = entries.length >= manyEntries ? fewAttributes : usualAttributes;
    const ids = (named.length > 0 ? named : usual).filter((id) =>
      entries.some((entry) => factsAt(entry, id, now).length > 0),
    );
    const attributes = ids.flatMap((id) => findAttribute(knowledge, id) ?? []);
    if (attributes.length === 0) return undefined;
    const sorted = attributes.length === 1 ? byWeight(entries, attributes[0]!.id, order, now) : entries;
    const facts = attributes.flatMap((attribute) =>
      entries.flatMap((entry) => factsAt(entry, attribute.id, now)[0] ?? []),
    );
    return {
      outcome: 'answer',
      card: compareCard({
        entries: sorted,
        attributes,
        fact: (entry, attribute) => factsAt(entry, attribute.id, now)[0],
        weight: weightOf,
        // Of an overview the table alone is read.
        order: named.length > 0 ? order : undefined,
        claimed: claimed === sameForAll ? sameForAll : entries.find((entry) => entry.id === claimed),
        call: { intent: 'compare', args, language },
        now,
      }),
      // In the order in which they are shown: "the first one" refers to it.
      entries: sorted.map((entry) => entry.id),
      sources: facts.flatMap((fact) => fact.sources.slice(0, 1)),
    };
  },
};

/** What the question claims and wants to be told true or false. */
function claimOf(words: Understanding['words'], first: string | undefined): { readonly claimed?: string } {
  if (asksWhetherSame(words)) return { claimed: sameForAll };
  if (!first || asksRank(words)) return {};
  return asksWhetherFirst(words) || (asksWhether(words) && asksExtreme(words)) ? { claimed: first } : {};
}

/** What is asked of the clusters, the surest first: age asks for their start, whatever the word resembles. */
function attributesAsked(
  { attributes, mentions, words, language }: Understanding,
  knowledge: Knowledge,
  { gazetteer }: Search,
): string[] {
  if (asksWhatJoiningCosts(words)) return ['membership-fee'];
  // "Who got more money?" weighs the money; elsewhere more money is the renewal.
  const weighed = mentions.flatMap(({ kind, start, end }) =>
    kind === 'attribute' && end - start > 1 && orderOf([words[start]!]) !== undefined
      ? gazetteer
          .find(words.slice(start + 1, end))
          .flatMap((mention) => (mention.kind === 'attribute' ? [mention.id] : []))
      : [],
  );
  if (weighed.length > 0) return [...new Set(weighed)].slice(0, 4);
  const told = attributes.filter((id) =>
    mentions.some(
      (mention) =>
        mention.kind === 'attribute' &&
        mention.id === id &&
        !(mention.end - mention.start === 1 && isAge(words[mention.start])) &&
        !(mention.end - mention.start === 1 && asksSize([words[mention.start]!])),
    ),
  );
  if (asksAge(words) && told.length === 0) return ['start-date'];
  // "Who pays the biggest share of a project?" counts no projects.
  if (orderOf(words) && isPaid(words) && asksShare(words)) return ['cost-share'];
  // « Combien chaque grappe a-t-elle reçu ? » counts money, as "how much" does by itself.
  if (told.length === 0 && asksWhatIsGot(words)) return ['funding'];
  // "Who pays more?" asks for the share, not for the payer.
  if (told.length === 1 && told[0] === 'funder' && orderOf(words) && isPaid(words)) return ['cost-share'];
  const [cluster] = clustersOf(knowledge, language);
  return (cluster ? ofAskedType(told, words, cluster) : told).slice(0, 4);
}

/** The attribute of one of the clusters that fits the question best, by the search; one that ranks where one is asked for. */
function nearestAttribute(
  { hits, language }: Understanding,
  clusters: readonly string[],
  knowledge: Knowledge,
  ranks: boolean,
): string[] {
  const hit = hits.find(({ entry, attribute, evidence }) => {
    if (!attribute || !clusters.includes(entry) || evidence.focus < leastFocus) return false;
    const facts = knowledge.entry(entry, language)?.facts ?? [];
    return !ranks || facts.some((fact) => fact.attribute === attribute && weightOf(fact) !== undefined);
  });
  return hit?.attribute ? [hit.attribute] : [];
}

/** The end that is asked for first; entries without a value that ranks keep their order at the end. */
function byWeight(entries: readonly Entry[], attribute: string, order: Order, now: Date): Entry[] {
  const sign = order === 'most' ? 1 : -1;
  const place = (entry: Entry): number => {
    const weight = weightOf(factsAt(entry, attribute, now)[0]);
    return weight === undefined ? Number.NEGATIVE_INFINITY : sign * weight;
  };
  // The difference of two missing values is no number.
  return entries.toSorted((a, b) => place(b) - place(a) || 0);
}
