/**
 * Reads the content in a thread of its own while the first one loads the program: a start waits for the longer of
 * the two instead of both. Where the build has kept what these files were read to be, the thread only finds that
 * out and hands it over.
 */
import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import { type ReadContent, unpackContent } from './kept-content.ts';
import { createKnowledge, type KnowledgeData } from './knowledge/knowledge.ts';

/** What the thread is given. */
export interface Reading {
  readonly directory: string;
  /** Where V8 keeps compiled code. */
  readonly dataDirectory: string;
}

/** What the thread hands over: what it has read, or the bytes of what was kept; nothing where neither can be used. */
export type ReadAhead = { readonly read: KnowledgeData } | { readonly kept: Uint8Array } | undefined;

let ahead: { readonly directory: string; readonly data: Promise<ReadAhead> } | undefined;

export function readAhead(reading: Reading): void {
  const file = new URL(`./content-thread${extname(import.meta.url)}`, import.meta.url);
  const thread = new Worker(file, { workerData: reading, execArgv: [] });
  const data = new Promise<ReadAhead>((resolve) => {
    thread.once('message', resolve);
    thread.once('error', () => resolve(undefined));
    thread.once('exit', () => resolve(undefined));
  });
  ahead = { directory: reading.directory, data };
}

/**
 * @returns what was read ahead from the directory, once; undefined where nothing was, or what was is not usable:
 *   whoever reads it again is told why
 */
export async function takeReadAhead(directory: string): Promise<ReadContent | undefined> {
  const found = ahead;
  ahead = undefined;
  const data = found?.directory === directory ? await found.data : undefined;
  if (data === undefined) return undefined;
  return 'kept' in data ? unpackContent(data.kept) : { knowledge: createKnowledge(data.read) };
}
