/** "The cluster in Ontario", "the factory cluster": a cluster that is not named, but described by its place or field. */
import { tellsOfEvent } from '../intents/event.ts';
import { phraseOf, type Word } from '../search/analysis.ts';
import type { Mention } from '../search/mention.ts';
import type { Search } from '../search/search.ts';

type Finder = Pick<Search, 'namesCluster' | 'clustersOf'>;

/** What a cluster is called where its name is not: a hub, the organization, its bid. */
const clusterWord =
  /^(super)?(cluster|grappe|hub|pole|network|reseau)s?$|^(organi[sz]ation|organisme|body|consortium|bid|candidature|regroupement|(outfit|bunch|crowd|gang|folk|crew|club)s?|bande)$/;

const oneOfThem = new RegExp(`${clusterWord.source}|^(one|celle|celui)$`);

/**
 * "The cluster in Ontario", « la grappe de l’IA »: the one cluster that its field or place describes.
 *
 * @param entries those that are named: beside a cluster's name nothing describes another
 * @param inThread whether something was said before: "the one in Quebec" then is one of the clusters
 * @returns its id alone; empty where none or several are meant
 */
export function describedEntries(
  words: readonly Word[],
  mentions: readonly Mention[],
  entries: readonly string[],
  inThread: boolean,
  search: Finder,
): string[] {
  const wordForIt = inThread ? oneOfThem : clusterWord;
  if (search.namesCluster(entries) || !words.some((word) => wordForIt.test(word.folded))) return [];
  const hinted = [
    ...new Set(mentions.filter(({ kind, weak }) => kind === 'entry' && weak).map(({ id }) => id)),
  ].filter((id) => search.namesCluster([id]));
  if (hinted.length === 1) return hinted;
  const isElsewhere = tellsOfEvent(phraseOf(words));
  const covering = mentions.flatMap((mention) => {
    if (mention.kind === 'province' && isElsewhere) return [];
    const clusters = search.clustersOf(mention);
    return clusters.length > 0 ? [clusters] : [];
  });
  const [first = [], ...others] = covering;
  const common = first.filter((id) => others.every((clusters) => clusters.includes(id)));
  if (common.length === 1) return common;
  const closest = closestOf(words, mentions, search, wordForIt);
  return closest === undefined ? [] : [closest];
}

/**
 * "The factory-and-robots cluster": others cover these, too, but it is the closest one for each (the vocabulary names
 * it first). Asked which or whether there is one, all are meant. In English alone the field stands before the word.
 */
function closestOf(
  words: readonly Word[],
  mentions: readonly Mention[],
  search: Finder,
  wordForIt: RegExp,
): string | undefined {
  const at = words.findIndex(({ folded }) => wordForIt.test(folded));
  const fields = mentions.filter(({ kind }) => kind === 'sector' || kind === 'technology');
  const [first] = fields;
  if (!first || fields.some(({ end }) => end > at) || fields.at(-1)!.end !== at) return undefined;
  if (!definite.has(words[first.start - 1]?.folded ?? '')) return undefined;
  const closest = new Set(fields.map((field) => search.clustersOf(field)[0]));
  const [one, ...others] = closest;
  return others.length === 0 ? one : undefined;
}

const definite = new Set('the that this your their'.split(' '));
