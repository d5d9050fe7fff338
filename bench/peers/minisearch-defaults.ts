import MiniSearch from 'minisearch';
import { type Document, fields } from '../collections/collection.ts';
import { defaultSettings, mostResults, type Peer, type PeerIndex } from './peer.ts';

const options = { fields: [...fields] };

/** The baseline: what MiniSearch does when nothing is set. */
export const minisearchDefaults: Peer = {
  name: 'MiniSearch, defaults',
  setup: 'nothing but the fields',
  settings: [defaultSettings],
  build(documents) {
    const index = new MiniSearch<Document>(options);
    index.addAll(documents);
    return wrap(index);
  },
  load: (serialised) => wrap(MiniSearch.loadJSON<Document>(serialised, options)),
};

function wrap(index: MiniSearch<Document>): PeerIndex {
  return {
    search: (question) =>
      index
        .search(question)
        .slice(0, mostResults)
        .map(({ id }) => String(id)),
    serialised: () => JSON.stringify(index),
  };
}
