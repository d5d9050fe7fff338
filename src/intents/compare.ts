import { z } from 'zod';
import { compareCard } from '../cards/compare-card.ts';
import type { Entry } from '../knowledge/types.ts';
import type { Intent, Understanding } from './intent.ts';
import { clustersOf, factsAt, findAttribute } from './lookup.ts';

const comparing = new Set(
  (
    'biggest largest smallest most least highest lowest richest best funded got gets has have received big small plus moins financee finance grosse grande petite recu obtenu compare comparison compared versus vs difference differences differ different between both or and each every all biggest bigger larger largest smaller smallest most least ' +
    'five clusters superclusters cluster supercluster more oldest respective by list ' +
    'comparer compare comparez comparaison contre difference differences differents entre ou et chaque chacune toutes tous plus grande grosse petite cinq grappes supergrappes grappe supergrappe selon liste'
  ).split(' '),
);
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

const weighing = new Set(
  (
    'versus vs or compare compared comparing comparison than more less bigger larger smaller higher lower fewer most least difference both ' +
    'contre ou comparer compare comparez comparaison plus moins lequel laquelle lesquelles face entre deux difference'
  ).split(' '),
);
/** Above what the search finds of either of them. */
const certainlyCompared = 0.97;

export const compare: Intent = {
  id: 'compare',
  description: { en: 'Compares clusters', fr: 'Compare des grappes' },
  examples: {
    en: ['Compare NGen and Scale AI', 'websites of the five clusters'],
    fr: ['Compare NGen et Scale AI', 'sites Web des cinq grappes'],
  },
  args: z.strictObject({ entries: z.string(), attributes: z.string() }),
  recognise(understanding, { knowledge }) {
    const place = (id: string) => understanding.mentions.find((mention) => mention.id === id)?.start ?? 0;
    const clusters = understanding.entries
      .filter((id) => knowledge.entry(id, understanding.language)?.kind === 'cluster')
      // In the order of the question: "the first one" refers to it.
      .toSorted((a, b) => place(a) - place(b));
    const names = understanding.mentions.filter((mention) => mention.kind === 'entry');
    const attributes = understanding.mentions.filter((mention) => mention.kind === 'attribute');
    const explained = understanding.explainedBy([...names, ...attributes], comparing);
    const superlative = asksForExtreme(understanding.words);
    const all =
      clusters.length === 0 && (superlative || (attributes.length > 0 && asksForAll(understanding.words)));
    const sideBySide = clusters.length >= 2 && asksSideBySide(understanding.words);
    if ((clusters.length < 2 && !all) || explained < (sideBySide ? 0.3 : 0.7)) return [];
    const named = understanding.attributes.slice(0, 4);
    // "GDP: Ocean versus Digital" may say what is asked in words that only the search finds.
    const meant =
      sideBySide && named.length === 0 && explained < 0.95 ? nearestAttribute(understanding, clusters) : [];
    const entries = all
      ? clustersOf(knowledge, understanding.language).map((entry) => entry.id)
      : clusters.slice(0, 5);
    return [
      {
        intent: 'compare',
        args: {
          entries: entries.join(','),
          attributes: [...named, ...meant].join(',') || (superlative ? 'funding' : ''),
        },
        // Naming all of them outweighs a fact of the programme that they are; "who leads them?" after a
        // list asks of each one.
        score: Math.max(
          (all || understanding.namedEntries.length === 0 ? 1 : 0.94) * explained,
          sideBySide && named.length + meant.length > 0 ? certainlyCompared : 0,
        ),
        because: `names ${entries.join(', ')} together`,
      },
    ];
  },
  answer({ entries: entryIds = '', attributes: attributeIds = '' }, { knowledge, language, now }) {
    const entries = entryIds.split(',').flatMap((id) => knowledge.entry(id, language) ?? []);
    if (entries.length < 2) return undefined;
    const asked = attributeIds.split(',').filter((id) => id !== '');
    const usual = entries.length >= manyEntries ? fewAttributes : usualAttributes;
    const ids = (asked.length > 0 ? asked : usual).filter((id) =>
      entries.some((entry) => factsAt(entry, id, now).length > 0),
    );
    const attributes = ids.flatMap((id) => findAttribute(knowledge, id) ?? []);
    if (attributes.length === 0) return undefined;
    const sorted = attributes.length === 1 ? byValue(entries, attributes[0]!.id, now) : entries;
    const facts = attributes.flatMap((attribute) =>
      entries.flatMap((entry) => factsAt(entry, attribute.id, now)[0] ?? []),
    );
    return {
      outcome: 'answer',
      card: compareCard({
        entries: sorted,
        attributes,
        fact: (entry, attribute) => factsAt(entry, attribute.id, now)[0],
        now,
      }),
      entries: entries.map((entry) => entry.id),
      sources: facts.flatMap((fact) => fact.sources.slice(0, 1)),
    };
  },
};

/** "versus", "or", "which has more": two clusters are weighed against each other. */
function asksSideBySide(words: readonly { readonly folded: string }[]): boolean {
  return words.some(({ folded }) => weighing.has(folded));
}

/** The attribute of one of the clusters that fits the question best, by the search. */
function nearestAttribute(understanding: Understanding, clusters: readonly string[]): string[] {
  const hit = understanding.hits.find(({ entry, attribute }) => attribute && clusters.includes(entry));
  return hit?.attribute ? [hit.attribute] : [];
}

/** "the biggest cluster", « la grappe la plus financée »: all of them in order answer it. */
function asksForExtreme(words: readonly { readonly folded: string }[]): boolean {
  const phrase = words.map((word) => word.folded).join(' ');
  return (
    /\b(biggest|largest|smallest|most|least|highest|lowest|richest|best funded|la plus|le plus|la moins|le moins)\b/.test(
      phrase,
    ) && /cluster|grappe|\bwhich one\b|\blaquelle\b/.test(phrase)
  );
}

/** "each cluster", "the five superclusters", "chaque grappe": the question is about all of them. */
function asksForAll(words: readonly { readonly folded: string }[]): boolean {
  const phrase = words.map((word) => word.folded).join(' ');
  if (/\b(together|altogether|combined|in total|overall|au total|ensemble|en tout)\b/.test(phrase))
    return false;
  return (
    /\b(each|every|all|five|5|chaque|chacune|toutes|cinq|compare|comparer)\b/.test(phrase) &&
    /cluster|grappe/.test(phrase)
  );
}

/** Largest amount or count first; entries without one keep their order at the end. */
function byValue(entries: readonly Entry[], attribute: string, now: Date): Entry[] {
  const value = (entry: Entry): number => {
    const found = factsAt(entry, attribute, now)[0]?.value;
    if (found?.type === 'money') return found.amount;
    if (found?.type === 'count') return found.count;
    return found?.type === 'percent' ? found.percent : Number.NEGATIVE_INFINITY;
  };
  return entries.toSorted((a, b) => value(b) - value(a) || 0);
}
