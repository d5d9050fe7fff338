import { bareLetters, foldPhrase } from '../knowledge/fold.ts';
import { isOfMemberState } from '../search/actors.ts';
import { wordsOf } from '../search/analysis.ts';

/** A word with which a new question can begin, folded. */
const begins =
  '(?:who|whos|whom|whose|what|whats|wheres|hows|when|where|which|why|how|is|are|was|were|does|do|did|can|could|may|should|must|will|has|have' +
  '|qui|que|qu|quoi|quand|ou|pourquoi|comment|combien|quel|quelle|quels|quelles|est|sont|peut|peuvent|peux|pouvez|dois|doit|faut|a[- ]t|existe|y)';
const shortWord =
  "(?:(?:in|at|on|by|with|for|from|to|since|until|en|a|au|aux|de|du|depuis|jusqu|avec|par|pour|dans|dont)[ ']+)?";
const and = 'and|et|plus|ainsi que|as well as|and also|et aussi';
const joint = new RegExp(
  // Each place of a run is tried once: the look-behinds keep a long run from being tried from its middle.
  String.raw`(?<!\s)(?:\s*(?<![?!;])[?!;]+(?:\s*(?:and|et|also|aussi))?|\s*,\s+(?:${and})|\s+(?:${and})|\s*,)\s+(?=${shortWord}${begins}\b)`,
  'giu',
);
const asks = new RegExp(
  `^(?:${begins}|name|list|tell|give|show|explain|describe|compare|nomme|nommez|liste|listez|donne|donnez|explique|expliquez|decris|dis|dites|c est|qu est)\\b|\\b(?:who|whos|whom|whose|what|whats|when|where|which|why|how|qui|quoi|quand|combien|comment|pourquoi|quel|quelle|quels|quelles)\\b`,
);
const leastWords = 2;

/**
 * The parts of a question that asks several things: "Where is NGen and how do I join?". A part begins
 * with a word that asks.
 *
 * @returns one part where the text asks one thing
 */
export function clausesOf(text: string): string[] {
  const folded = bareLetters(text);
  const parts: string[] = [];
  let from = 0;
  for (const match of folded.matchAll(joint)) {
    parts.push(text.slice(from, match.index));
    from = match.index + match[0].length;
  }
  parts.push(text.slice(from));
  const clauses = parts.map((part) => part.trim()).filter((part) => part !== '');
  const long = clauses.every((clause) => clause.split(/\s+/).length >= leastWords);
  // "I build ships, which cluster?" says first why it asks.
  return long && asks.test(foldPhrase(clauses[0] ?? '')) ? clauses : [text];
}

const joins = new Set('and et or ou in the la le l les en of by from with de du d'.split(' '));
const joining = new Set('and et or ou'.split(' '));

/**
 * The same asked of two countries: "What happened in Cyprus and in Ireland?" is asked of each.
 *
 * @returns the question of the one and of the other; undefined where it does not name two, joined
 */
export function ofTwoCountries(text: string): readonly [string, string] | undefined {
  const words = wordsOf(text);
  const named = words.flatMap((word, index) => (isOfMemberState(word) ? [index] : []));
  const [one, other] = named;
  if (one === undefined || other === undefined || named.length > 2) return undefined;
  const between = words.slice(one + 1, other).map(({ folded }) => folded);
  if (!between.some((word) => joining.has(word)) || !between.every((word) => joins.has(word)))
    return undefined;
  const [first, second] = [words[one]!, words[other]!];
  return [
    text.slice(0, first.end) + text.slice(second.end),
    text.slice(0, first.start) + text.slice(second.start),
  ];
}
