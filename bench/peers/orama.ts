import { create, insertMultiple, load, type Results, save, search } from '@orama/orama';
import { stemmer as english } from '@orama/stemmers/english';
import { stemmer as french } from '@orama/stemmers/french';
import { stopwords as englishStopWords } from '@orama/stopwords/english';
import { stopwords as frenchStopWords } from '@orama/stopwords/french';
import type { Language } from '../../src/knowledge/language.ts';
import { allSettings, mostResults, ourStopWords, type Peer, type PeerIndex, type Settings } from './peer.ts';

const schema = { id: 'string', title: 'string', heading: 'string', asks: 'string', body: 'string' } as const;

/** Its tokenizer folds accents by itself. */
export const orama: Peer = {
  name: 'Orama',
  setup: '`@orama/stemmers` and `@orama/stopwords`; tolerant: `tolerance: 1`',
  settings: allSettings,
  async build(documents, language, settings) {
    const database = open(language, settings);
    await insertMultiple(database, [...documents]);
    return wrap(database, settings);
  },
  load(serialised, _documents, language, settings) {
    const database = open(language, settings);
    load(database, JSON.parse(serialised));
    return wrap(database, settings);
  },
};

function open(language: Language, { stopWords }: Settings) {
  const packaged = language === 'fr' ? frenchStopWords : englishStopWords;
  return create({
    schema,
    components: {
      tokenizer: {
        language: language === 'fr' ? 'french' : 'english',
        stemming: true,
        stemmer: language === 'fr' ? french : english,
        stopWords: [...(stopWords === 'ours' ? ourStopWords[language] : packaged)],
      },
    },
  });
}

type Database = ReturnType<typeof open>;

function wrap(database: Database, { boost, tolerant }: Settings): PeerIndex {
  return {
    search(question) {
      const found = search(database, {
        term: question,
        properties: ['title', 'heading', 'asks', 'body'],
        boost,
        limit: mostResults,
        ...(tolerant && { tolerance: 1 }),
      });
      // It answers with a promise only where a plug-in does.
      return (found as Results<{ id: string }>).hits.map((hit) => String(hit.document.id));
    },
    serialised: () => JSON.stringify(save(database)),
  };
}
