import { Charset, Encoder, Index } from 'flexsearch';
import englishPack from 'flexsearch/lang/en';
import frenchPack from 'flexsearch/lang/fr';
import type { Language } from '../../src/knowledge/language.ts';
import type { Document } from '../collections/collection.ts';
import { allSettings, mostResults, ourStopWords, type Peer, type PeerIndex, type Settings } from './peer.ts';

/**
 * Its documents of several fields, merged or joined by its Resolver, rank worse here (nDCG@10 0.56 and 0.22
 * against 0.63), so it gets the fields as one text: what stands earlier counts more.
 */
export const flexsearch: Peer = {
  name: 'FlexSearch',
  setup:
    'its language packs, `suggest: true`, one text with the questions first; tolerant: `tokenize: "tolerant"`',
  settings: allSettings.filter(({ boost }) => boost === allSettings[0]!.boost),
  build(documents, language, settings) {
    const index = open(language, settings);
    for (const [number, { asks, heading, title, body }] of documents.entries()) {
      index.add(number, [asks, heading, title, body].join(' '));
    }
    return wrap(index, documents);
  },
  load(serialised, documents, language, settings) {
    const index = open(language, settings);
    for (const [key, data] of JSON.parse(serialised) as [string, string][]) index.import(key, data);
    return wrap(index, documents);
  },
};

function open(language: Language, { stopWords, tolerant }: Settings): Index {
  const encoder = new Encoder(Charset.Normalize).assign(language === 'fr' ? frenchPack : englishPack);
  if (stopWords === 'ours') encoder.assign({ filter: new Set(ourStopWords[language]) });
  return new Index({ encoder, tokenize: tolerant ? 'tolerant' : 'strict' });
}

function wrap(index: Index, documents: readonly Document[]): PeerIndex {
  return {
    search: (question) =>
      (index.search(question, { suggest: true, limit: mostResults }) as number[]).map(
        (number) => documents[number]!.id,
      ),
    async serialised() {
      const parts: [string, string][] = [];
      await index.export((key, data) => {
        parts.push([key, data]);
      });
      return JSON.stringify(parts);
    },
  };
}
