/** What the product asks of tracing; `open-telemetry.ts` does it, and without an endpoint nobody. */

/** Bounded words and numbers: never message text, tokens, names, or ids of people. */
export type Attributes = Readonly<Record<string, string | number | boolean>>;

export interface Span {
  set(attributes: Attributes): void;
  /** @param cause a code or the class of an error, never its message */
  fail(cause: string): void;
  end(): void;
}

export interface SpanOptions {
  /** `server`: answers a request; `client`: calls another service; `internal`: a step of our own. */
  readonly kind: 'server' | 'client' | 'internal';
  readonly attributes?: Attributes;
  readonly parent?: Span | undefined;
}

export interface Tracer {
  start(name: string, options: SpanOptions): Span;
  /** Sends what waits. */
  close(): Promise<void>;
}

export const noSpan: Span = { set() {}, fail() {}, end() {} };

export const noTracer: Tracer = { start: () => noSpan, async close() {} };

/** Runs work under a span, which ends with it and fails with it. */
export async function traced<T>(span: Span, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    span.fail(error instanceof Error ? error.name : typeof error);
    throw error;
  } finally {
    span.end();
  }
}
