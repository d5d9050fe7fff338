/** Hands what was read and verified to Bolt, and its acknowledgement back to Slack. */
import type { IncomingHttpHeaders, ServerResponse } from 'node:http';
import type { AckFn, App, Receiver } from '@slack/bolt';
import type { Logger } from 'pino';
import { describeError } from './log.ts';

export type Payload = Readonly<Record<string, unknown>>;

/**
 * Bolt's own receiver would verify and parse everything a second time, and hold a request that no
 * listener acknowledges for three to five seconds.
 */
export class VerifiedReceiver implements Receiver {
  readonly #log: Logger;
  #app: App | undefined;

  constructor(log: Logger) {
    this.#log = log;
  }

  init(app: App): void {
    this.#app = app;
  }
  async start(): Promise<void> {}
  async stop(): Promise<void> {}

  /** @param body verified, and of a shape that Bolt can read */
  async receive(body: Payload, headers: IncomingHttpHeaders, response: ServerResponse): Promise<void> {
    const retryNum = Number(headers['x-slack-retry-num']);
    const retryReason = headers['x-slack-retry-reason'];
    try {
      await this.#app?.processEvent({
        body,
        ack: acknowledgement(response),
        ...(Number.isInteger(retryNum) && { retryNum }),
        ...(typeof retryReason === 'string' && { retryReason }),
      });
      // No listener wanted it, or the one that did failed before it acknowledged.
      if (!response.headersSent) response.writeHead(404).end();
    } catch (error) {
      this.#log.error(describeError(error), 'slack: request failed');
      if (!response.headersSent) response.writeHead(500).end();
    }
  }
}

/** What a listener says with it (errors of a form's fields) is the body of the response. */
function acknowledgement(response: ServerResponse): AckFn<unknown> {
  return async (body) => {
    if (response.headersSent) throw new Error('acknowledged twice');
    if (body === undefined || body === '') response.writeHead(200).end();
    else if (typeof body === 'string') response.writeHead(200).end(body);
    else response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  };
}
