/** What `bench/latency.ts --measure NAME --factor N` prints as JSON, and how it calls our own. */
export const ours = { answers: '**our answers**', search: '**our search**' };

export interface Figures {
  /** Milliseconds. */
  readonly build: number;
  /** Milliseconds; absent where an index is not kept on disk. */
  readonly load?: number;
  /** Bytes on disk. */
  readonly size?: number;
  /** Bytes in memory, without the texts. */
  readonly memory: number;
  /** Milliseconds of processor time, one figure a question. */
  readonly times: readonly number[];
}
