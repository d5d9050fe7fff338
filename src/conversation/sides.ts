/** The two things that a question sets against each other. */
import { bareLetters, foldPhrase } from '../knowledge/fold.ts';

/** What stands before the first side and between the two, over the text with bare letters. */
interface Form {
  readonly opens: RegExp;
  readonly between: RegExp;
}

const weighed =
  '(?:larger|bigger|smaller|higher|lower|greater|longer|shorter|older|newer|cheaper|heavier|stricter)';

const forms: readonly Form[] = [
  // "Is the cheese quota larger than the beef quota?", "what's larger, this or that?"
  { opens: /^(?:so |and |but )?(?:is|are|was|were) /iu, between: new RegExp(` ${weighed} than `, 'iu') },
  {
    opens: new RegExp(
      `^(?:so |and )?(?:what(?: is|['’]?s| are)|which(?: one)?(?: is| was)|who is) (?:the )?${weighed}[,:]? `,
      'iu',
    ),
    between: / or /iu,
  },
  {
    opens:
      /^(?:qu['’]est[- ]ce qui|lequel|laquelle|quel|quelle) est (?:le |la )?(?:plus|moins) (?:grand|gros|eleve|petit|cher|long|important|ancien|recent|bas|haut)\p{L}{0,3}(?: ?[,:])? (?:entre )?/iu,
    between: / (?:ou|et) /iu,
  },
  {
    opens: /^/u,
    between:
      /[- ](?:est|sont|etait|etaient)[- ](?:ils?|elles?) (?:plus|moins) (?:grand|gros|eleve|petit|cher|long|important|ancien|recent|bas|haut)\p{L}{0,3} qu(?:e |['’])/iu,
  },
  { opens: /\b(?:differences?|diff|distinctions?|comparisons?) (?:between|btw|btwn) /iu, between: / and /iu },
  {
    opens: /\bhow (?:does|do|did|is|are|was|were) /iu,
    between: / (?:differ|differs|different|compare|compares) (?:from|to|with) /iu,
  },
  { opens: /\bwhat (?:distinguishes|separates|sets) /iu, between: / (?:apart )?from /iu },
  {
    opens: /^(?:please |can you |could you )?compare /iu,
    between: / (?:and|with|to|against|versus|vs\.?) /iu,
  },
  { opens: /^(?:is|are) /iu, between: / the same (?:thing )?(?:as|like) /iu },
  {
    opens: /^(?:what about )?/iu,
    between: / (?:versus|vs\.?|compared (?:to|with)|as opposed to) /iu,
  },
  { opens: /\b(?:differences?|diff) (?:y a t il |il y a )?entre /iu, between: / et /iu },
  {
    opens: /\b(?:en quoi|comment) /iu,
    between:
      / (?:se distingue(?:nt)?|(?:different|differe)(?:[- ]t[- ](?:il|elle|ils|elles))?|(?:est|sont)(?:[- ](?:il|elle|ils|elles))? differente?s?) (?:de |d['’]|des |du )/iu,
  },
  { opens: /^(?:peux-tu |pouvez-vous |merci de )?compare[rz]? /iu, between: / (?:et|avec|a|au|aux) /iu },
  { opens: /^/u, between: / (?:par rapport a|par rapport au|par rapport aux) /iu },
];

/** Words before the first side in "what is NGen compared to …". */
const opening = /^(?:what is|what are|what s|quelle est|qu est ce que|c est quoi|et|and) /iu;

/**
 * "Difference between a REX number and a tariff quota", "CETA vs ECCP": what is compared, in its order.
 *
 * @returns undefined where the question sets no two things against each other
 */
export function sidesOf(text: string): readonly [string, string] | undefined {
  const bare = bareLetters(text);
  for (const { opens, between } of forms) {
    const before = opens.exec(bare);
    if (!before) continue;
    const start = before.index + before[0].length;
    const middle = between.exec(bare.slice(start));
    if (!middle) continue;
    const one = text.slice(start, start + middle.index);
    const other = text.slice(start + middle.index + middle[0].length);
    if (!one || !other) continue;
    const sides = [one, other].map((side) => side.trim().replace(/(?<![\s?!.,:;])[\s?!.,:;]+$/u, ''));
    const [first = '', second = ''] = [sides[0]?.replace(opening, ''), sides[1]];
    // A side of a hundred words is no name of a thing.
    if ([first, second].every((side) => foldPhrase(side) !== '' && side.split(/\s+/).length <= longestSide)) {
      return [first, second];
    }
  }
  return undefined;
}

const longestSide = 10;
