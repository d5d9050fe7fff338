/** Whom a question is about, by its tokens. */
import type { EntryKind } from '../knowledge/types.ts';
import type { Word } from './analysis.ts';
import type { Token } from './tokens.ts';

const clusterWord = /^(super ?)?(clusters?|grappes?)$/;

/** What the question names: entries of their own, entries by an everyday word, a cluster, clusters in general. */
export function subjectsOf(
  tokens: readonly Token[],
  kinds: ReadonlyMap<string, EntryKind>,
  words: readonly Word[],
) {
  const idOf = (term: string) => (kinds.has(term.slice(1)) ? [term.slice(1)] : []);
  const ids = tokens.flatMap((token) => (token.kind === 'name' ? idOf(token.term) : []));
  const weak = tokens.flatMap((token) => token.near.flatMap((near) => idOf(near.term)));
  const isKind = (id: string, ...wanted: EntryKind[]) => wanted.some((kind) => kinds.get(id) === kind);
  const all = [...ids, ...weak];
  return {
    named: ids.filter((id) => !isKind(id, 'term')),
    hinted: weak.filter((id) => !isKind(id, 'term')),
    namesCluster: all.some((id) => isKind(id, 'cluster')),
    general:
      all.some((id) => isKind(id, 'term', 'programme')) ||
      (ids.length === 0 && words.some((word) => clusterWord.test(word.folded))),
  };
}
