/** "Is NGen in Ottawa?", « Scale AI est-elle à Toronto ? »: where it is, and not what Ottawa pays. */
import { phraseOf, type Word } from '../search/analysis.ts';
import { isPlaceInEurope } from '../search/european-places.ts';
import type { Candidate, Understanding } from './intent.ts';

const opensWhether = /^(?:is|are|was|isn|aren|wasn|est ce que|est|n est ce pas|n est)\b|\best (?:il|elle)\b/;
/** Words between which nothing but an entry and a place stands. */
const frame =
  'is are was isn aren wasn t in at out of from based located headquartered situated still really est situe situee base basee a au en etabli etablie installee ce que trouve'.split(
    ' ',
  );
/** Where none of the clusters is at home, Ottawa first: it stands for the government elsewhere. */
const otherPlaces = /^(?:ottawa|gatineau|washington|boston|california)$/;
const wholeQuestion = 0.95;
/** As sure as of what the money is that a government gives which is called by its town. */
const sure = 1;

/** Where it is, is the reason for any yes or no. */
export function whetherThere(entryId: string, understanding: Understanding): Candidate[] {
  const { words, mentions } = understanding;
  if (!opensWhether.test(phraseOf(words))) return [];
  const named = mentions.filter(({ kind }) => kind === 'entry' || kind === 'province');
  const isNamed = (at: number) => named.some(({ start, end }) => start <= at && at < end);
  const isOther = (word: Word) => otherPlaces.test(word.folded) || isPlaceInEurope(word);
  const others = words.filter((word, at) => !isNamed(at) && isOther(word)).map(({ folded }) => folded);
  const there = [...mentions.filter(({ kind }) => kind === 'province').map((one) => one.words), ...others];
  if (there.length === 0) return [];
  if (understanding.explainedBy(named, new Set([...frame, ...others])) < wholeQuestion) return [];
  return [
    {
      intent: 'attribute',
      args: { entry: entryId, attribute: 'headquarters,region' },
      score: sure,
      because: `asks whether ${entryId} is in ${there[0]}`,
    },
  ];
}
