/** The thread of `content-ahead.ts`: reads and validates the content, hands its data over and ends. */
import { parentPort, workerData } from 'node:worker_threads';
import { keepCompiledCode } from './compiled-code.ts';
import type { Reading } from './content-ahead.ts';

const { directory, dataDirectory } = workerData as Reading;
keepCompiledCode(dataDirectory);
const [{ readContentDirectory }, { dataOf }, { readKnowledge }] = await Promise.all([
  import('./content-directory.ts'),
  import('./knowledge/knowledge.ts'),
  import('./knowledge/read-knowledge.ts'),
]);
const { knowledge } = readKnowledge(readContentDirectory(directory), directory);
parentPort?.postMessage(knowledge && dataOf(knowledge));
