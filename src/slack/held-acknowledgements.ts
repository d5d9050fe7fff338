/** Slack is told that an event was taken once the question in it is written down: what was acknowledged never comes again. */
import type { App, ReceiverEvent } from '@slack/bolt';
import { endsWithin } from '../ends-within.ts';

/** Milliseconds. Slack waits three seconds for the acknowledgement, whatever the store does. */
export const patience = 1_000;

/**
 * Bolt acknowledges an event before any listener sees it; a process that is killed in between would lose the question.
 */
export class HeldAcknowledgements {
  readonly #release = new WeakMap<object, () => void>();

  /** Has every event of an app acknowledged here, whichever receiver it comes by. */
  holdFor(app: App): void {
    const handle = app.processEvent.bind(app);
    app.processEvent = (event) => this.#hold(event, handle);
  }

  /**
   * Called by a listener: the event is acknowledged when the work ends, well or badly. What no listener calls
   * this for is acknowledged when it is done with; either way not later than `patience`.
   *
   * @param body as Bolt hands it to the listener
   */
  until(body: unknown, work: Promise<unknown>): void {
    const release = typeof body === 'object' && body !== null ? this.#release.get(body) : undefined;
    if (release) work.then(release, release);
  }

  async #hold(event: ReceiverEvent, handle: (event: ReceiverEvent) => Promise<void>): Promise<void> {
    if (!isPlainEvent(event.body)) return handle(event);
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    this.#release.set(event.body, release);
    let acknowledged: Promise<void> | undefined;
    // Bolt goes on with the listeners at once. What it does not acknowledge is not acknowledged here either.
    const ack = async () => {
      acknowledged = endsWithin(held, patience).then(() => event.ack());
      // It is awaited below, maybe long after it failed.
      acknowledged.catch(() => undefined);
    };
    try {
      await handle({ ...event, ack });
    } finally {
      release();
      await acknowledged;
    }
  }
}

/** An event that nobody answers with its acknowledgement, as a function of a workflow does. */
function isPlainEvent({ type, event }: ReceiverEvent['body']): boolean {
  return type === 'event_callback' && event?.type !== 'function_executed';
}
