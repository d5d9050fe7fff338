import Fuse, { type IFuseOptions } from 'fuse.js';
import { fold } from '../../src/knowledge/fold.ts';
import type { Language } from '../../src/knowledge/language.ts';
import { type Document, fields } from '../collections/collection.ts';
import { allSettings, mostResults, ourStopWords, type Peer, type PeerIndex, type Settings } from './peer.ts';

/** It has no stop words of its own. */
export const fuse: Peer = {
  name: 'Fuse.js',
  setup: '`useTokenSearch`, `ignoreLocation`, `ignoreDiacritics`; tolerant: `threshold: 0.3`, otherwise 0.1',
  // It is slow: fewer settings are tried.
  settings: allSettings.filter(({ boost, stopWords }) => stopWords === 'ours' && boost.title !== 4),
  build: (documents, language, settings) => wrap(new Fuse(documents, optionsOf(language, settings))),
  load: (serialised, documents, language, settings) =>
    wrap(new Fuse(documents, optionsOf(language, settings), Fuse.parseIndex(JSON.parse(serialised)))),
};

function optionsOf(language: Language, { boost, stopWords, tolerant }: Settings): IFuseOptions<Document> {
  const dropped = new Set(stopWords === 'ours' ? ourStopWords[language] : []);
  return {
    keys: fields.map((name) => ({ name, weight: boost[name] })),
    useTokenSearch: true,
    ignoreLocation: true,
    ignoreDiacritics: true,
    threshold: tolerant ? 0.3 : 0.1,
    tokenize: (text) => (text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).filter((word) => !dropped.has(fold(word))),
  };
}

function wrap(index: Fuse<Document>): PeerIndex {
  return {
    search: (question) => index.search(question, { limit: mostResults }).map(({ item }) => item.id),
    serialised: () => JSON.stringify(index.getIndex().toJSON()),
  };
}
