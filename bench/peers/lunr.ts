import lunr from 'lunr';
import french from 'lunr-languages/lunr.fr.js';
import stemmerSupport from 'lunr-languages/lunr.stemmer.support.js';
import { fields } from '../collections/collection.ts';
import { allSettings, mostResults, ourStopWords, type Peer, type PeerIndex, type Settings } from './peer.ts';

stemmerSupport(lunr);
french(lunr);
// « l'AECG » is two words.
lunr.tokenizer.separator = /[\s\-'’]+/;

const ownFilters = {
  en: lunr.generateStopWordFilter([...ourStopWords.en]),
  fr: lunr.generateStopWordFilter([...ourStopWords.fr]),
};
lunr.Pipeline.registerFunction(ownFilters.en, 'ownStopWords-en');
lunr.Pipeline.registerFunction(ownFilters.fr, 'ownStopWords-fr');
const shortestFuzzy = 4;

export const lunrPeer: Peer = {
  name: 'lunr',
  setup:
    'lunr-languages for French with its accent folding; tolerant: exact × 10, trailing wildcard, edit distance 1',
  settings: allSettings,
  build(documents, language, { boost, stopWords, tolerant }) {
    const index = lunr(function () {
      if (language === 'fr') {
        this.use(lunr.fr);
        this.pipeline.after(lunr.fr.stemmer!, lunr.fr.accentFold!);
        this.searchPipeline.after(lunr.fr.stemmer!, lunr.fr.accentFold!);
      }
      if (stopWords === 'ours') {
        const [filter, stemmer] =
          language === 'fr'
            ? [lunr.fr.stopWordFilter!, lunr.fr.stemmer!]
            : [lunr.stopWordFilter, lunr.stemmer];
        this.pipeline.remove(filter);
        this.pipeline.before(stemmer, ownFilters[language]);
        this.searchPipeline.before(stemmer, ownFilters[language]);
      }
      this.ref('id');
      for (const field of fields) this.field(field, { boost: boost[field] });
      for (const document of documents) this.add(document);
    });
    return wrap(index, tolerant);
  },
  load: (serialised, _documents, _language, settings: Settings) =>
    wrap(lunr.Index.load(JSON.parse(serialised)), settings.tolerant),
};

function wrap(index: lunr.Index & { pipeline?: lunr.Pipeline }, tolerant: boolean): PeerIndex {
  return {
    search(question) {
      const terms = lunr.tokenizer(question).flatMap((token) => index.pipeline!.run([token]).map(String));
      return index
        .query((query) => {
          for (const term of terms) {
            query.term(term, { usePipeline: false, boost: tolerant ? 10 : 1 });
            if (!tolerant) continue;
            query.term(term, { usePipeline: false, wildcard: lunr.Query.wildcard.TRAILING });
            if (term.length >= shortestFuzzy) query.term(term, { usePipeline: false, editDistance: 1 });
          }
        })
        .slice(0, mostResults)
        .map(({ ref }) => ref);
    },
    serialised: () => JSON.stringify(index),
  };
}
