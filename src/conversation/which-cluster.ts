/** "Which one is in the Prairies?", after all of them were shown: which cluster. */
import { clustersOf, programmeId } from '../intents/lookup.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Turn } from './types.ts';

const oneOfThem: readonly (readonly [RegExp, string])[] = [
  [
    /\bwhich (?:ones?|of (?:them|those|these|the five))(?: of (?:them|those|these))?(?: five)?(?![\p{L}\p{N}])/iu,
    'which cluster',
  ],
  [
    /(?<![\p{L}\p{N}])(?:lesquelles|laquelle)(?: d['’]entre elles| parmi elles| des cinq)?(?![\p{L}\p{N}])/iu,
    'quelle grappe',
  ],
];

/** @returns the question with the cluster in place of the pronoun; as it is where not all of them were shown */
export function withCluster(text: string, last: Turn | undefined, knowledge: Knowledge): string {
  if (!last) return text;
  const all = clustersOf(knowledge, last.language);
  const shown = last.entities[0] === programmeId || all.every(({ id }) => last.entities.includes(id));
  if (!shown) return text;
  return oneOfThem.reduce((so, [pronoun, cluster]) => so.replace(pronoun, cluster), text);
}
