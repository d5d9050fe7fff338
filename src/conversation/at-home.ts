/** "The boss of NGen in Hamilton", « le site de Scale AI à Montréal »: the place only says which cluster is meant. */
import type { Word } from '../search/analysis.ts';
import type { Mention } from '../search/mention.ts';
import type { Search } from '../search/search.ts';

/** What is asked of a cluster as a whole; members, money and projects may be asked of a place. */
const ofTheWhole = new Set(
  'leader chair website contact membership-fee start-date end-date official-name former-name legal-form cost-share'.split(
    ' ',
  ),
);
const before =
  /^(?:(?:based |located )?(?:in|of|from|at|out of|over in)(?: the)?|(?:basee? )?(?:a|de|en|au|du|des|dans)(?: l| la| les)?)$/;
const longestBefore = 3;

/** @returns the text without the place; undefined where it has none right after the name of the cluster of that place */
export function withoutHome(
  text: string,
  words: readonly Word[],
  mentions: readonly Mention[],
  search: Search,
): string | undefined {
  if (!mentions.some(({ kind, id }) => kind === 'attribute' && ofTheWhole.has(id))) return undefined;
  for (const cluster of mentions.filter(({ kind, id }) => kind === 'entry' && search.namesCluster([id]))) {
    const place = mentions.find(({ kind, start }) => kind === 'province' && start > cluster.end);
    if (!place || place.start - cluster.end > longestBefore) continue;
    const between = words.slice(cluster.end, place.start).map(({ folded }) => folded);
    const [home, ...others] = search.clustersOf(place);
    if (home !== cluster.id || others.length > 0 || !before.test(between.join(' '))) continue;
    return text.slice(0, words[cluster.end - 1]!.end) + text.slice(words[place.end - 1]!.end);
  }
  return undefined;
}
