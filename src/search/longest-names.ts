/** Names that overlap in a text: which of them stay. */
import type { MentionKind, NamePlace } from './mention.ts';

/** Names of one group compete for the words; a longer name of the group hides a shorter one in it. */
type Group = 'name' | 'attribute' | 'unsupported';

/** Whether they stand one after the other, as in most texts of the content: none competes with another. */
function areApart(mentions: readonly NamePlace[]): boolean {
  for (let index = 1; index < mentions.length; index++) {
    if (mentions[index]!.start < mentions[index - 1]!.end) return false;
  }
  return true;
}

function groupOf(kind: MentionKind): Group {
  return kind === 'attribute' || kind === 'unsupported' ? kind : 'name';
}

/** The names among them that stay, in their order: entries and vocabulary. */
export function longestNames(mentions: readonly NamePlace[]): readonly NamePlace[] {
  const names = mentions.filter((mention) => groupOf(mention.kind) === 'name');
  return areApart(names) ? names : longestOf(names);
}

/** Those that stay, in their order: of names, attributes and what is refused. */
export function longestInGroups(mentions: readonly NamePlace[]): readonly NamePlace[] {
  if (areApart(mentions)) return mentions;
  const kept = longestOf(mentions);
  // An attribute inside a name is part of the name ("partners" in "Strategic Partnership").
  const names = kept.filter((mention) => groupOf(mention.kind) === 'name' && mention.end - mention.start > 1);
  return kept.filter(
    (mention) =>
      mention.kind !== 'attribute' ||
      !names.some((name) => name.start <= mention.start && mention.end <= name.end),
  );
}

/** Of those that overlap in their group the longest stay, those of exactly the same words among them. */
function longestOf(mentions: readonly NamePlace[]): NamePlace[] {
  const sorted = mentions.toSorted(
    (a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start || byName(a, b),
  );
  const kept: NamePlace[] = [];
  for (const mention of sorted) {
    const group = groupOf(mention.kind);
    let isHidden = false;
    let known = -1;
    for (let at = 0; at < kept.length; at++) {
      const other = kept[at]!;
      if (other.start >= mention.end || mention.start >= other.end || groupOf(other.kind) !== group) continue;
      // Names of exactly the same words are alternatives (a technology that is also a sector): all stay.
      const sameSpan = other.start === mention.start && other.end === mention.end;
      if (!sameSpan) isHidden = true;
      if (other.kind !== mention.kind || other.id !== mention.id) continue;
      isHidden = true;
      if (sameSpan) known = at;
    }
    if (known >= 0) {
      const found = kept[known]!;
      kept[known] = { ...found, languages: [...found.languages, ...mention.languages] };
    }
    if (!isHidden) kept.push(mention);
  }
  return kept.sort((a, b) => a.start - b.start || a.end - b.end);
}

/** Entries first. */
function byName(a: NamePlace, b: NamePlace): number {
  const rank = (mention: NamePlace) => (mention.kind === 'entry' ? 0 : 1);
  return rank(a) - rank(b) || (a.kind + a.id < b.kind + b.id ? -1 : 1);
}
