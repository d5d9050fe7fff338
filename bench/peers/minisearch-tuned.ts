import MiniSearch, { type Options } from 'minisearch';
import { fold } from '../../src/knowledge/fold.ts';
import type { Language } from '../../src/knowledge/language.ts';
import { stem } from '../../src/search/analysis.ts';
import { type Document, fields } from '../collections/collection.ts';
import { allSettings, mostResults, ourStopWords, type Peer, type PeerIndex, type Settings } from './peer.ts';

/** MiniSearch has no stop words of its own, so "its own" are none. */
export const minisearchTuned: Peer = {
  name: 'MiniSearch, set up',
  setup: 'Snowball stems and folded accents by `processTerm`; tolerant: `fuzzy: 0.2, prefix: true`',
  settings: allSettings,
  build(documents, language, settings) {
    const index = new MiniSearch<Document>(optionsOf(language, settings));
    index.addAll(documents);
    return wrap(index);
  },
  load: (serialised, _documents, language, settings) =>
    wrap(MiniSearch.loadJSON<Document>(serialised, optionsOf(language, settings))),
};

function optionsOf(language: Language, settings: Settings): Options<Document> {
  const dropped = new Set(settings.stopWords === 'ours' ? ourStopWords[language] : []);
  return {
    fields: [...fields],
    processTerm: (term) => {
      const word = term.normalize('NFC').toLowerCase();
      return dropped.has(fold(word)) ? null : stem(word, language);
    },
    searchOptions: { boost: settings.boost, ...(settings.tolerant && { fuzzy: 0.2, prefix: true }) },
  };
}

/** What both set-ups of MiniSearch answer with. */
export function wrap(index: MiniSearch<Document>): PeerIndex {
  return {
    search: (question) =>
      index
        .search(question)
        .slice(0, mostResults)
        .map(({ id }) => String(id)),
    serialised: () => JSON.stringify(index),
  };
}
