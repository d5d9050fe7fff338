/** The two things that a question sets against each other. */
import { foldPhrase } from '../knowledge/fold.ts';

/** Over the text with bare letters; each has the two sides as its groups. */
const forms: readonly RegExp[] = [
  /\b(?:differences?|distinctions?|comparisons?) between (?<one>.+?) and (?<other>.+)/iu,
  /\bhow (?:does|do|did|is|are|was|were) (?<one>.+?) (?:differ|differs|different|compare|compares) (?:from|to|with) (?<other>.+)/iu,
  /\bwhat (?:distinguishes|separates|sets) (?<one>.+?) (?:apart )?from (?<other>.+)/iu,
  /^(?:please |can you |could you )?compare (?<one>.+?) (?:and|with|to|against|versus|vs\.?) (?<other>.+)/iu,
  /^(?:is|are) (?<one>.+?) the same (?:thing )?(?:as|like) (?<other>.+)/iu,
  /^(?:what about )?(?<one>.+?) (?:versus|vs\.?|compared (?:to|with)|as opposed to) (?<other>.+)/iu,
  /\bdifferences? (?:y a t il |il y a )?entre (?<one>.+?) et (?<other>.+)/iu,
  /\b(?:en quoi|comment) (?<one>.+?) (?:se distingue(?:nt)?|(?:different|differe)(?:[- ]t[- ](?:il|elle|ils|elles))?|(?:est|sont)(?:[- ](?:il|elle|ils|elles))? differente?s?) (?:de |d['’]|des |du )(?<other>.+)/iu,
  /^(?:peux-tu |pouvez-vous |merci de )?compare[rz]? (?<one>.+?) (?:et|avec|a|au|aux) (?<other>.+)/iu,
  /^(?<one>.+?) (?:par rapport a|par rapport au|par rapport aux) (?<other>.+)/iu,
];

/** Words before the first side in "what is NGen compared to …". */
const opening = /^(?:what is|what are|what s|quelle est|qu est ce que|c est quoi|et|and) /iu;

/**
 * "Difference between a REX number and a tariff quota", "CETA vs ECCP": what is compared, in its order.
 *
 * @returns undefined where the question sets no two things against each other
 */
export function sidesOf(text: string): readonly [string, string] | undefined {
  // Each character keeps its place: an accented one is replaced by its bare letter.
  const bare = [...text].map((char) => (char.normalize('NFD')[0] ?? char).padEnd(char.length)).join('');
  for (const form of forms) {
    const found = new RegExp(form.source, `${form.flags}d`).exec(bare)?.indices?.groups;
    const [one, other] = [found?.one, found?.other].map((span) => span && text.slice(...span));
    if (!one || !other) continue;
    const sides = [one, other].map((side) => side.trim().replace(/[\s?!.,:;]+$/u, ''));
    const [first = '', second = ''] = [sides[0]?.replace(opening, ''), sides[1]];
    // A side of a hundred words is no name of a thing.
    if ([first, second].every((side) => foldPhrase(side) !== '' && side.split(/\s+/).length <= longestSide)) {
      return [first, second];
    }
  }
  return undefined;
}

const longestSide = 10;
