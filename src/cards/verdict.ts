/** The sentence above a comparison that says what its table shows: who comes first, who last, who is level. */
import type { Language } from '../knowledge/language.ts';
import { enumerate, string } from './strings.ts';

/** One entry of the comparison; `weight` is undefined where the content states no value that can be ranked. */
export interface Ranked {
  readonly name: string;
  /** As the table shows it. */
  readonly value: string | undefined;
  readonly weight: number | undefined;
}

export interface Verdict {
  readonly label: string;
  readonly language: Language;
  readonly ranked: readonly Ranked[];
  /** Which end of the scale is asked for; both ends are told of by who is nearest to them. */
  readonly order: 'most' | 'least';
  /** What the question claims: it is answered yes or no. */
  readonly claim?: Claim | undefined;
}

/** That one stands at that end alone, or that all are level. */
export type Claim = { readonly kind: 'ahead'; readonly name: string } | { readonly kind: 'level' };

/** @returns undefined where fewer than two values are known: there is nothing to rank */
export function verdict({ label, language, ranked, order, claim }: Verdict): string | undefined {
  const known = ranked
    .filter((item) => item.value !== undefined)
    .toSorted((a, b) => ((b.weight ?? 0) - (a.weight ?? 0)) * (order === 'most' ? 1 : -1));
  const [first, second] = known;
  if (!first || !second) return undefined;
  const names = (items: readonly Ranked[]) =>
    enumerate(
      items.map((item) => item.name),
      language,
    );
  if (known.some((item) => item.weight === undefined)) {
    // Names and places have no order; that they are the same is all there is to say.
    if (known.length < ranked.length || known.some((item) => item.value !== first.value)) return undefined;
    return string('rankSame', language, { label, names: names(known), value: first.value! });
  }
  const ahead = known.filter((item) => item.weight === first.weight);
  const sentence =
    ahead.length > 1
      ? string('rankLevel', language, {
          label,
          names: names(ahead),
          // "More than 13,500" and "13,500" rank alike and are not the same.
          value: [...new Set(ahead.map((item) => item.value))].join(' / '),
        })
      : string(wordingOf(first, order), language, {
          label,
          first: first.name,
          value: first.value!,
          next: second.name,
          nextValue: second.value!,
        });
  const unknown = ranked.filter((item) => item.value === undefined);
  const truth = claim && isTrue(claim, ahead, ranked);
  const judged = truth === undefined ? sentence : string(truth ? 'yes' : 'no', language, { sentence });
  return unknown.length === 0
    ? judged
    : `${judged} ${string('rankUnknown', language, { names: names(unknown) })}`;
}

/** What is free comes last with nothing: that it costs nothing is the point. */
function wordingOf(
  { weight, value = '' }: Ranked,
  order: Verdict['order'],
): 'rankMost' | 'rankLeast' | 'rankFree' {
  if (order === 'most') return 'rankMost';
  return weight === 0 && !/\d/.test(value) ? 'rankFree' : 'rankLeast';
}

/** @returns undefined where too little is known to tell */
function isTrue(claim: Claim, ahead: readonly Ranked[], ranked: readonly Ranked[]): boolean | undefined {
  const unknown = ranked.filter((item) => item.value === undefined);
  if (claim.kind === 'level') {
    if (ahead.length + unknown.length < ranked.length) return false;
    return unknown.length > 0 ? undefined : true;
  }
  if (unknown.some((item) => item.name === claim.name)) return undefined;
  const isAhead = ahead.length === 1 && ahead[0]?.name === claim.name;
  // Whoever is unknown may be further ahead.
  return isAhead && unknown.length > 0 ? undefined : isAhead;
}
