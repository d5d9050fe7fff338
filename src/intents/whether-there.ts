/** "Is NGen in Ottawa?", « Scale AI est-elle à Toronto ? »: where it is, and not what Ottawa pays. */
import { phraseOf, type Word } from '../search/analysis.ts';
import { isPlaceInEurope } from '../search/european-places.ts';
import type { Candidate, IntentContext, Understanding } from './intent.ts';

/** What stands before the name and between it and the place, each as a whole. */
const frames: readonly { readonly before: RegExp; readonly between: RegExp }[] = [
  {
    before: /^(?:and |so )?(?:is|are|was)(?: the)?$/,
    between:
      /^(?:still |really |actually |also )?(?:based |located |headquartered |situated |from )?(?:in|at|out of|from)?(?: the)?$/,
  },
  {
    before: /^(?:et ?)?(?:est ce que ?)?(?:la|le|l|les)?$/,
    between:
      /^(?:est|est elle|est il|se trouve|se trouve t elle|se trouve t il)(?: bien| vraiment)?(?: situee?| basee?| etablie?| installee?)? (?:a|en|au|aux|dans)(?: la| le| l)?$/,
  },
];
const otherPlaces = /^(?:ottawa|gatineau|washington|boston|california|silicon)$/;
const longestPlace = 4;
/** Above the money that a government gives which is called by its town. */
const sure = 1;

/** @returns undefined where nobody asks whether one cluster is in a place */
export function whetherThere(
  { words, mentions }: Understanding,
  { knowledge, language }: Pick<IntentContext, 'knowledge' | 'language'>,
): Candidate | undefined {
  const [cluster, ...others] = mentions.filter(
    ({ kind, id }) => kind === 'entry' && knowledge.entry(id, language)?.kind === 'cluster',
  );
  if (!cluster || others.length > 0) return undefined;
  const isPlace = (word: Word, at: number) =>
    otherPlaces.test(word.folded) ||
    isPlaceInEurope(word) ||
    mentions.some(({ kind, start, end }) => kind === 'province' && start <= at && at < end);
  const start = words.findIndex((word, at) => at >= cluster.end && isPlace(word, at));
  if (start < 0 || words.length - start > longestPlace) return undefined;
  const before = phraseOf(words.slice(0, cluster.start));
  const between = phraseOf(words.slice(cluster.end, start));
  if (!frames.some((frame) => frame.before.test(before) && frame.between.test(between))) return undefined;
  const args = { entry: cluster.id, attribute: 'headquarters' };
  return { intent: 'attribute', args, score: sure, because: 'asks whether it is in a place' };
}
