/** Sends what a turn says: once, and again only where Teams surely did not take it. */
import { setTimeout as delay } from 'node:timers/promises';
import type { TurnContext } from 'botbuilder';
import { resultOf } from './send-result.ts';

const attempts = 3;
/** Milliseconds before the second attempt where Teams names no time; twice as long before the third. */
const firstWait = 400;
/** Longer waits would take the turn beyond the time that Teams gives it. */
const longestWait = 4_000;

/** A gateway's 502 or 504 may come after the message was taken: it is not said again. */
const surelyNotTaken: ReadonlySet<number | undefined> = new Set([412, 429, 503, undefined]);

/** Every message of the turn goes through the table of `send-result.ts`. */
export function sendCarefully(context: TurnContext): void {
  withoutRetries(context);
  context.onSendActivities(async (_context, _activities, next) => {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await next();
      } catch (error) {
        const result = resultOf(error);
        if (result.type !== 'retry' || attempt === attempts) throw error;
        const wait = result.after ?? firstWait * 2 ** (attempt - 1);
        if (!surelyNotTaken.has(result.status) || wait > longestWait) throw error;
        await delay(wait);
      }
    }
  });
}

/** Pipelines that repeat nothing any more. */
const orderly = new WeakSet<object>();

/**
 * botbuilder's connector repeats a request after a 5xx by itself, and has no option against it: a
 * message could stand there three times.
 */
export function withoutRetries(context: TurnContext): void {
  const connector = context.turnState.get<object>(context.adapter.ConnectorClientKey);
  const client: unknown = connector && Reflect.get(connector, 'client');
  if (client instanceof Object && 'pipeline' in client) {
    const { pipeline } = client as { pipeline: { removePolicy(policy: { name: string }): unknown } };
    // To put the policies of a client into order again takes longer than to send a message through them.
    if (orderly.has(pipeline)) return;
    pipeline.removePolicy({ name: 'defaultRetryPolicy' });
    orderly.add(pipeline);
  }
}
