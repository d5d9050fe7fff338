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
  /** The name of whom the question claims to be at that end: it is answered yes or no. */
  readonly claimed?: string | undefined;
}

/** @returns undefined where fewer than two values are known: there is nothing to rank */
export function verdict({ label, language, ranked, order, claimed }: Verdict): string | undefined {
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
      ? string('rankLevel', language, { label, names: names(ahead), value: first.value! })
      : string(order === 'most' ? 'rankMost' : 'rankLeast', language, {
          label,
          first: first.name,
          value: first.value!,
          next: second.name,
          nextValue: second.value!,
        });
  const unknown = ranked.filter((item) => item.value === undefined);
  const judged =
    claimed === undefined || unknown.some((item) => item.name === claimed)
      ? sentence
      : string(ahead.length === 1 && first.name === claimed ? 'yes' : 'no', language, { sentence });
  return unknown.length === 0
    ? judged
    : `${judged} ${string('rankUnknown', language, { names: names(unknown) })}`;
}
