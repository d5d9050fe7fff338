/** The thread of `content-ahead.ts`: reads and validates the content, hands its data over and ends. */
import { parentPort, workerData } from 'node:worker_threads';
import { keepCompiledCode } from './compiled-code.ts';
import type { ReadAhead, Reading } from './content-ahead.ts';

const { directory, dataDirectory } = workerData as Reading;
keepCompiledCode(dataDirectory);
const [{ readContentDirectory }, { versionOf }, { findKept }] = await Promise.all([
  import('./content-directory.ts'),
  import('./knowledge/content-files.ts'),
  import('./kept-content.ts'),
]);
const files = readContentDirectory(directory);
const kept = findKept(versionOf(files));
const message: ReadAhead = kept ? { kept } : await readAnew();
parentPort?.postMessage(message, kept ? [kept.buffer] : []);

async function readAnew(): Promise<ReadAhead> {
  const [{ readKnowledge }, { dataOf }] = await Promise.all([
    import('./knowledge/read-knowledge.ts'),
    import('./knowledge/knowledge.ts'),
  ]);
  const { knowledge } = readKnowledge(files, directory);
  return knowledge && { read: dataOf(knowledge) };
}
