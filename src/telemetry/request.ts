/** Which request the work at hand belongs to: its id stands in every log line and joins every trace. */
import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import type { Span } from './tracer.ts';

export interface RequestContext {
  /** Made here, never taken from the request: what strangers write is not logged. */
  readonly id: string;
  /** Milliseconds of `performance.now()`. */
  readonly startedAt: number;
  /** What goes on under this request hangs below it. */
  readonly span: Span;
  /** Shared by all parts of the request: whether the first message that answers it was taken. */
  readonly progress: { replied: boolean };
}

const storage = new AsyncLocalStorage<RequestContext>();

/** Undefined outside of any request: at the start, in the purge. */
export function currentRequest(): RequestContext | undefined {
  return storage.getStore();
}

/** Runs work, with all that it awaits, as a request of its own. */
export function inNewRequest<T>(span: Span, work: (context: RequestContext) => T): T {
  const context = { id: randomUUID(), startedAt: performance.now(), span, progress: { replied: false } };
  return storage.run(context, () => work(context));
}

/** Runs a part of a request below a span of its own. */
export function below<T>(span: Span, work: () => T): T {
  const context = storage.getStore();
  return context ? storage.run({ ...context, span }, work) : work();
}
