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
    /(?<![\p{L}\p{N}])laquelle(?: d['’]entre elles| parmi elles| des cinq)?(?![\p{L}\p{N}])/iu,
    'quelle grappe',
  ],
  [
    /(?<![\p{L}\p{N}])lesquelles(?: d['’]entre elles| parmi elles| des cinq)?(?![\p{L}\p{N}])/iu,
    'quelles grappes',
  ],
];

/** @returns the question with the cluster in place of the pronoun; as it is where not all of them were shown */
export function withCluster(text: string, last: Turn | undefined, knowledge: Knowledge): string {
  if (!last) return text;
  if (!showsAll(last, knowledge)) return text;
  return oneOfThem.reduce((so, [pronoun, cluster]) => so.replace(pronoun, cluster), text);
}

/** "Do they fund universities?", « qui les paie ? » after the list of all: the clusters. Who leads each, a table tells. */
const allOfThem: readonly (readonly [RegExp, string])[] = [
  [/^((?:and |but |so )?(?:do|are|can|have|did|were|will|must|should) )they\b/iu, '$1the clusters'],
  [/^((?:and |but |so )?who (?!leads|runs|heads|is|are)\p{L}+(?: for)? )them\b/iu, '$1the clusters'],
  [/^((?:et |mais )?qui )les (?!dirig|mèn)(\p{L}+)/iu, '$1$2 les grappes'],
  [/^((?:et |mais )?est-ce qu)['’]elles\b/iu, '$1e les grappes'],
];
/** Answers that are about all clusters as such, not about some figure or event. */
const ofAll = new Set(['list', 'compare', 'profile', 'topic', 'definition']);

/** @returns the question with the clusters in place of the pronoun; undefined where it asks nothing of all of them */
export function withAllClusters(
  text: string,
  last: Turn | undefined,
  knowledge: Knowledge,
): string | undefined {
  if (!last || !ofAll.has(last.intent) || !showsAll(last, knowledge)) return undefined;
  const asked = allOfThem.find(([pronoun]) => pronoun.test(text));
  return asked && text.replace(...asked);
}

function showsAll({ entities, language }: Turn, knowledge: Knowledge): boolean {
  return (
    entities[0] === programmeId || clustersOf(knowledge, language).every(({ id }) => entities.includes(id))
  );
}

/** "Which cluster?", "who can help me?" after one has told what one makes: for that. */
const forWhom =
  /^(?:(?:so|and|ok|then|donc|alors|et)[ ,]+)*(?:(?:which|what|quelles?) (?:super)?(?:cluster|grappe)s?(?: (?:is (?:it|that|mine)|fits|is (?:the )?(?:right|best)|est(?:-ce| la bonne)?|me convient|convient))?|who can help|who helps|who do i (?:call|contact|talk to)|qui peut (?:m['’]|nous )?aider|à qui (?:parler|m['’]adresser))(?: (?:for (?:me|us)|me|us|pour (?:moi|nous)|then|alors))?$/iu;

/**
 * @param fieldsIn the fields and places that a text names, as written there
 * @returns the question with what the one before it was about; as it is where it asks more, or that named no field
 */
export function withField(
  text: string,
  last: Turn | undefined,
  fieldsIn: (text: string) => readonly string[],
): string {
  if (!last || !forWhom.test(text.replace(/(?<![\s?!.…])[\s?!.…]+$/u, ''))) return text;
  const fields = fieldsIn(last.meaning);
  if (fields.length === 0) return text;
  const cluster = { en: 'which cluster for', fr: 'quelle grappe pour' };
  return `${cluster[last.language]} ${fields.join(', ')}`;
}
