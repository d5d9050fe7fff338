/** "How many European clusters came?": of the sections of an entry, the one whose heading promises their number is meant. */

import { foldPhrase } from '../knowledge/fold.ts';
import type { Section } from '../knowledge/types.ts';
import { phraseOf, type Word, wordsOf } from '../search/analysis.ts';
import { linesOf, plain } from '../search/section-texts.ts';
import { tellsOfEvent } from './event.ts';
import type { Understanding } from './intent.ts';

interface Found {
  readonly entry: string;
  readonly found?: Section | undefined;
}

/** Over folded words: what is counted comes next, its adjective before or behind it, after « d’Europe » later still. */
const counts = /\b(?:how many|number of|combien de|combien d|nombre de|nombre d) (\w+)(?: (?:d )?(\w+))?/;
const countsThings = /\b(?:how many|number of|combien (?:d|de|sont)|nombre d|nombre de)\b/;
const tellsWhich = /^(?:the|of|de|d|du|la|le|l)$/;
/** A time is no number of the things that stand beside it. */
const ofTime = /^(?:year|years|day|days|month|months|time|times|ans|annees|jours|mois|fois)$/;
const aCluster = /^(?:super)?(?:cluster|grappe)s?$/;
/** « Européens », « européennes », "European" begin alike. */
const alike = 6;

/**
 * The section that tells the number of what a question counts, where the best passage of the same entry does not.
 *
 * @param hits best first
 */
export function countTeller<Hit extends Found>(
  words: readonly Pick<Word, 'folded'>[],
  hits: readonly Hit[],
): Hit | undefined {
  const asked = countedIn(words);
  const [best] = hits;
  if (!asked || !best?.found || countedIn(wordsOf(best.found.heading))) return undefined;
  return hits.find(({ entry, found }) => {
    const told = found && entry === best.entry ? countedIn(wordsOf(found.heading)) : undefined;
    return told !== undefined && asked.every((thing) => told.includes(thing));
  });
}

/** "How many members of NGen are in Sherbrooke?": a passage about NGen that does not name the place counts none there. */
export function countsElsewhere(
  { words, mentions }: Pick<Understanding, 'words' | 'mentions'>,
  ofCluster: boolean,
  section: Section | undefined,
): boolean {
  const phrase = phraseOf(words);
  if (!ofCluster || !section || !countsThings.test(phrase) || tellsOfEvent(phrase)) return false;
  // "The Hamilton cluster", « NGen de Hamilton » only says which.
  const places = mentions.filter(
    ({ kind, start }) => kind === 'province' && !tellsWhich.test(words[start - 1]?.folded ?? ''),
  );
  if (places.length === 0) return false;
  const text = foldPhrase([plain(section.lead), ...section.details.flatMap(linesOf)].join(' '));
  return places.some((place) => !text.includes(foldPhrase(place.words)));
}

/** What is counted, in one form for both languages; undefined where nothing is. */
function countedIn(words: readonly Pick<Word, 'folded'>[]): readonly string[] | undefined {
  const told = counts.exec(phraseOf(words))?.slice(1);
  if (!told || ofTime.test(told[0] ?? '')) return undefined;
  return told.flatMap((word) => (word ? [aCluster.test(word) ? 'cluster' : word.slice(0, alike)] : []));
}
