/**
 * What the build has read of the content, for starts that would come to the same again from the same files. It bears
 * their version, and counts for nothing where they are others.
 */
import { readFileSync } from 'node:fs';
import { deserialize, serialize } from 'node:v8';
import { createKnowledge, dataOf, type Knowledge, type KnowledgeData } from './knowledge/knowledge.ts';
import type { SearchData } from './search/search-data.ts';

/** Knowledge, and what it was read to be for the search where that was kept. */
export interface ReadContent {
  readonly knowledge: Knowledge;
  readonly searchData?: SearchData;
}

interface Kept {
  readonly knowledge: KnowledgeData;
  readonly searchData: SearchData;
}

/** Beside the built program; there is none beside the sources, which change more often than they are started. */
export const keptFile = new URL('./content.kept', import.meta.url);

/** @returns what the file holds: the version in a line, then what V8 makes of the data */
export function packContent({ knowledge, searchData }: Required<ReadContent>): Uint8Array {
  const kept: Kept = { knowledge: dataOf(knowledge), searchData };
  return Buffer.concat([headOf(knowledge.version), serialize(kept)]);
}

/** @returns the bytes for `unpackContent`; undefined where none of this version were kept */
export function findKept(version: string, file = keptFile): Uint8Array<ArrayBuffer> | undefined {
  const head = headOf(version);
  const bytes = contentsOf(file);
  return bytes && head.equals(bytes.subarray(0, head.length)) ? bytes.subarray(head.length) : undefined;
}

/** @returns undefined where V8 cannot read it, as when another Node has written it: the files are read then */
export function unpackContent(bytes: Uint8Array): ReadContent | undefined {
  try {
    const { knowledge, searchData } = deserialize(bytes) as Kept;
    return { knowledge: createKnowledge(knowledge), searchData };
  } catch {
    return undefined;
  }
}

function headOf(version: string): Buffer {
  return Buffer.from(`${version}\n`);
}

function contentsOf(file: URL): Buffer<ArrayBuffer> | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}
