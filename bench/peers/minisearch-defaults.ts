import MiniSearch from 'minisearch';
import { type Document, fields } from '../collections/collection.ts';
import { wrap } from './minisearch-tuned.ts';
import { defaultSettings, type Peer } from './peer.ts';

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
