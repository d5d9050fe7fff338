/**
 * Questions from their arrival until their answer stands. While Slack cannot be reached they wait here,
 * and in the store, so that they outlive the process.
 */
import { setTimeout as delay } from 'node:timers/promises';
import type { Logger } from 'pino';
import { z } from 'zod';
import type { PendingQuestions } from '../workspace.ts';
import { type Incoming, incomingSchema } from './incoming.ts';
import { type Interaction, interactionSchema } from './interaction.ts';
import { describeError } from './log.ts';

/** Longer than a request may take; a killed process's questions are taken over after it. */
const leaseFor = 30_000;
const beatEvery = 10_000;
/** After this an answer is worth nothing any more: the person is told that it did not come. */
const answeredWithin = 10 * 60_000;
/** And after this nobody is told either. */
const keptFor = 24 * 60 * 60_000;
/** After this a way that does not work is left for another one. */
const oneWayFor = 60_000;
const firstPause = 1_000;
const longestPause = 30_000;

interface Taken {
  readonly askedAt: Date;
  /** A question taken over from another process, whose answer may stand already. */
  readonly takenOver: boolean;
}

/** Asked with a message. */
export interface KeptMessage extends Taken {
  readonly incoming: Incoming;
  /** The part of the event that names the bot. */
  readonly body: unknown;
}

/** Asked with a command, a shortcut, a button or a modal. */
export interface KeptInteraction extends Taken {
  readonly interaction: Interaction;
}

export type KeptQuestion = KeptMessage | KeptInteraction;

export interface KeptQuestionsOptions {
  readonly pending: PendingQuestions;
  readonly clock: () => Date;
  readonly log: Logger;
  /** Unique per process start. */
  readonly holder: string;
  /** So many wait for Slack at most. */
  readonly mostPausing?: number;
}

const questionSchema = z.union([
  z.object({ incoming: incomingSchema, body: z.unknown() }),
  z.object({ interaction: interactionSchema }),
]);

/** The process stops: what waits is left to the next one. */
export class Stopped extends Error {
  override readonly name = 'Stopped';
}

export class KeptQuestions {
  readonly #options: KeptQuestionsOptions;
  readonly #stopping = new AbortController();
  readonly #left = new Set<string>();
  #beating: NodeJS.Timeout | undefined;
  #pausing = 0;

  constructor(options: KeptQuestionsOptions) {
    this.#options = options;
  }

  /** @returns undefined when the question is kept already: it came twice */
  async take(incoming: Incoming, authorizations: unknown): Promise<KeptMessage | undefined> {
    const kept = { incoming, body: { authorizations }, ...this.#now() };
    return (await this.#add(kept)) ? kept : undefined;
  }

  async takeInteraction(interaction: Interaction): Promise<KeptInteraction> {
    const kept = { interaction, ...this.#now() };
    await this.#add(kept);
    return kept;
  }

  async done(kept: KeptQuestion): Promise<void> {
    await this.#options.pending.remove(keyOf(kept));
  }

  /** For what could not be written down. */
  unwritten<T extends object>(question: T): T & Taken {
    return { ...question, ...this.#now() };
  }

  isLate({ askedAt }: Taken): boolean {
    return this.#age(askedAt) > answeredWithin;
  }

  isLost({ askedAt }: Taken): boolean {
    return this.#age(askedAt) > keptFor;
  }

  /** Whether it is time to try another way to the person, where there is one. */
  isSlow({ askedAt }: Taken): boolean {
    return this.#age(askedAt) > oneWayFor;
  }

  /** Whether so many wait for Slack already that no more may. */
  get isFull(): boolean {
    return this.#pausing >= (this.#options.mostPausing ?? 1_000);
  }

  /**
   * Waits before another attempt.
   * @param after milliseconds that Slack asked for
   * @throws Stopped when the process stops meanwhile
   */
  async pause(attempt: number, after: number | undefined): Promise<void> {
    const pause = after ?? Math.min(firstPause * 2 ** attempt, longestPause);
    this.#pausing += 1;
    try {
      await delay(pause, undefined, { signal: this.#stopping.signal });
    } catch {
      throw new Stopped();
    } finally {
      this.#pausing -= 1;
    }
  }

  /** Keeps what is held, and takes over what a lost process held, in the order in which it was asked. */
  start(answer: (question: KeptQuestion) => Promise<void>): void {
    const beat = () => {
      this.#beat(answer).catch((error: unknown) => {
        this.#options.log.error(describeError(error), 'slack: kept questions not looked after');
      });
    };
    beat();
    this.#beating = setInterval(beat, beatEvery);
    this.#beating.unref();
  }

  /** A question of this place is left to the next process, and with it what comes after. */
  leave(place: string): void {
    this.#left.add(place);
  }

  isLeft(place: string): boolean {
    return this.#left.has(place);
  }

  /** Ends all waiting. */
  stop(): void {
    this.#stopping.abort();
    clearInterval(this.#beating);
  }

  /** After everything under way has ended: what is left is for the next process. */
  async release(): Promise<void> {
    await this.#options.pending.release(this.#options.holder);
  }

  async #beat(answer: (question: KeptQuestion) => Promise<void>): Promise<void> {
    const { pending, clock, log } = this.#options;
    await pending.renew(this.#lease());
    for (const { question, askedAt, ...key } of await pending.claim('slack', this.#lease(), clock())) {
      const parsed = questionSchema.safeParse(JSON.parse(question));
      if (!parsed.success) {
        // Written by another version.
        log.error({ code: 'slack_question_unreadable' }, 'slack: a kept question could not be read');
        await pending.remove(key);
        continue;
      }
      void answer({ ...parsed.data, askedAt, takenOver: true });
    }
  }

  #now(): Taken {
    return { askedAt: this.#options.clock(), takenOver: false };
  }

  #add(kept: KeptQuestion): Promise<boolean> {
    const { askedAt, takenOver: _, ...question } = kept;
    const row = { ...keyOf(kept), question: JSON.stringify(question), askedAt };
    return this.#options.pending.add(row, this.#lease());
  }

  #lease() {
    const { holder, clock } = this.#options;
    return { holder, until: new Date(clock().getTime() + leaseFor) };
  }

  #age(askedAt: Date): number {
    return this.#options.clock().getTime() - askedAt.getTime();
  }
}

function keyOf(kept: KeptQuestion) {
  const { team, channel, id } =
    'incoming' in kept ? { ...kept.incoming, id: kept.incoming.ts } : kept.interaction;
  return { platform: 'slack', workspace: team, channel, questionId: id } as const;
}
