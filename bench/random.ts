/** Chance that can be repeated: the same seed, the same draws, on every machine. */
export interface Random {
  /** 0 to 1, 1 excluded. */
  next(): number;
  /** A whole number from 0 to `limit`, which is excluded. */
  below(limit: number): number;
  pick<T>(list: readonly T[]): T;
  /** Different members of a list, in the order drawn; all of them when it has no more. */
  sample<T>(list: readonly T[], count: number): T[];
}

/** Mulberry32 by Tommy Ettinger (public domain): 32 bits of state are plenty for picking words. */
export function seeded(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  return {
    next,
    below,
    pick: (list) => list[below(list.length)]!,
    sample(list, count) {
      const left = [...list];
      return Array.from(
        { length: Math.min(count, left.length) },
        () => left.splice(below(left.length), 1)[0]!,
      );
    },
  };
}

/** A seed made of words, so that a question's draws do not depend on the questions before it. */
export function seedOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash >>> 0;
}
