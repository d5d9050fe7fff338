/** Sends the running bot what Slack sends, and again, as Slack does, until it is acknowledged. */
import { setTimeout as delay } from 'node:timers/promises';
import { envelopeOf, mention } from '../slack/harness.ts';
import { signedHeaders } from '../slack/signing.ts';

export interface Acknowledged {
  readonly ts: string;
  /** How often it was delivered. */
  readonly deliveries: number;
}

/** @param address of the bot at this moment: it changes with a restart */
export class Asker {
  readonly #address: () => string;
  #count = 0;

  constructor(address: () => string) {
    this.#address = address;
  }

  /** A mention in a channel of its own thread. @returns the body as Slack signs it, with its `ts` */
  question(text: string, channel = 'C1'): { readonly ts: string; readonly body: string } {
    this.#count += 1;
    const ts = `17000${String(this.#count).padStart(5, '0')}.000100`;
    const event = { ...mention({ text: `<@UBOT> ${text}`, ts }), channel };
    return { ts, body: JSON.stringify(envelopeOf(event, { event_id: `Ev${this.#count}` })) };
  }

  /** One delivery. @returns the status; undefined when the line was cut or nobody listened */
  async deliver(body: string, contentType = 'application/json'): Promise<number | undefined> {
    try {
      const response = await fetch(`${this.#address()}/slack/events`, {
        method: 'POST',
        body,
        headers: signedHeaders(body, contentType),
        signal: AbortSignal.timeout(3_000),
      });
      await response.arrayBuffer();
      return response.status;
    } catch {
      return undefined;
    }
  }

  /** Delivers until it is acknowledged, with pauses much shorter than Slack's. */
  async ask(text: string, channel?: string): Promise<Acknowledged> {
    const { ts, body } = this.question(text, channel);
    for (let deliveries = 1; deliveries < 200; deliveries += 1) {
      if ((await this.deliver(body)) === 200) return { ts, deliveries };
      await delay(250);
    }
    throw new Error('never acknowledged');
  }
}
