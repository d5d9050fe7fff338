import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fold } from '../../src/knowledge/fold.ts';
import type { Language } from '../../src/knowledge/language.ts';
import { fields } from '../collections/collection.ts';
import { allSettings, mostResults, ourStopWords, type Peer, type PeerIndex, type Settings } from './peer.ts';

const shortestPrefix = 4;

/** FTS5 has neither stop words nor misspelt words; porter is its only stemmer, for French as well. */
export const sqlite: Peer = {
  name: 'SQLite FTS5',
  setup: '`porter unicode61 remove_diacritics 2`, words joined by OR, weighted `bm25()`; tolerant: prefixes',
  settings: allSettings,
  build(documents, language, settings) {
    const database = new DatabaseSync(':memory:');
    database.exec(
      `CREATE VIRTUAL TABLE documents USING fts5(
        id UNINDEXED, ${fields.join(', ')}, tokenize = 'porter unicode61 remove_diacritics 2', prefix = '4'
      )`,
    );
    const insert = database.prepare('INSERT INTO documents VALUES (?, ?, ?, ?, ?)');
    database.exec('BEGIN');
    for (const document of documents) insert.run(document.id, ...fields.map((field) => document[field]));
    database.exec('COMMIT');
    return wrap(database, language, settings);
  },
  load(serialised, _documents, language, settings) {
    // It would be a file anyway; a copy in memory is what the other systems hold, too.
    const directory = mkdtempSync(join(tmpdir(), 'bench-'));
    const file = join(directory, 'index.sqlite');
    writeFileSync(file, serialised, 'latin1');
    const database = new DatabaseSync(file);
    rmSync(directory, { recursive: true });
    return wrap(database, language, settings);
  },
};

function wrap(
  database: DatabaseSync,
  language: Language,
  { boost, stopWords, tolerant }: Settings,
): PeerIndex {
  const dropped = new Set(stopWords === 'ours' ? ourStopWords[language] : []);
  const weights = [0, ...fields.map((field) => boost[field])].join(', ');
  const query = database.prepare(
    `SELECT id FROM documents WHERE documents MATCH ? ORDER BY bm25(documents, ${weights}) LIMIT ${mostResults}`,
  );
  return {
    search(question) {
      const words = (fold(question).match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => !dropped.has(word));
      if (words.length === 0) return [];
      const terms = words.map((word) => `"${word}"${tolerant && word.length >= shortestPrefix ? '*' : ''}`);
      return query.all(terms.join(' OR ')).map(({ id }) => String(id));
    },
    serialised() {
      const directory = mkdtempSync(join(tmpdir(), 'bench-'));
      const file = join(directory, 'index.sqlite');
      database.exec(`VACUUM INTO '${file}'`);
      const bytes = readFileSync(file, 'latin1');
      rmSync(directory, { recursive: true });
      return bytes;
    },
    outside: () => {
      const pragma = (name: string) =>
        Number(Object.values(database.prepare(`PRAGMA ${name}`).get() ?? {})[0]);
      return pragma('page_count') * pragma('page_size');
    },
  };
}
