/** How many messages may leave now, per channel and per workspace; times are milliseconds since 1970. */
import type { Channel } from '../store/tenant.ts';
import type { RateLimits, RateWindow } from './sender.ts';

/** Keeps one process within a platform's limits; what other processes send shows as `Retry-After`. */
export class RateBudget {
  readonly #limits: RateLimits;
  readonly #lead: number;
  readonly #sent = new Map<string, number[]>();
  readonly #pausedUntil = new Map<string, number>();
  readonly #queueEnd = new Map<string, number>();

  /** @param lead milliseconds by which messages may come before they go, to be made ready meanwhile */
  constructor(limits: RateLimits, lead = 0) {
    this.#limits = limits;
    this.#lead = lead;
  }

  /** Milliseconds until a message for the channel may come; 0 is now. */
  wait(channel: Channel, now: number): number {
    return Math.max(this.#untilResumed(channel, now), this.#untilFree(channel, now) - this.#lead);
  }

  /** Counts a message that comes now, for when it may go. */
  take(channel: Channel, now: number): void {
    const goes = now + Math.min(this.#lead, this.#untilFree(channel, now));
    for (const { key, windows } of this.#scopes(channel)) {
      const longest = Math.max(...windows.map((window) => window.milliseconds));
      const sent = (this.#sent.get(key) ?? []).filter((time) => time > now - longest);
      sent.push(goes);
      this.#sent.set(key, sent);
    }
  }

  /**
   * When a message that cannot go now should be tried again: those of a workspace one after another, as
   * its limit lets them out, rather than all at the first free moment.
   */
  postpone(channel: Channel, now: number): number {
    const { key, windows } = this.#workspace(channel);
    const spacing = Math.max(...windows.map(({ count, milliseconds }) => milliseconds / count));
    const resumed = now + this.#untilResumed(channel, now);
    const free = now + this.#untilFree(channel, now);
    const at = Math.max(resumed, free, (this.#queueEnd.get(key) ?? 0) + spacing);
    this.#queueEnd.set(key, at);
    return Math.max(resumed, Math.ceil(at - this.#lead));
  }

  /** The platform said to wait. */
  pause(channel: Channel, until: number): void {
    const { key } = this.#limits.throttled === 'channel' ? this.#channel(channel) : this.#workspace(channel);
    this.#pausedUntil.set(key, Math.max(until, this.#pausedUntil.get(key) ?? 0));
  }

  /** Forgets what no longer counts. */
  sweep(now: number): void {
    const windows = [...this.#limits.channel, ...this.#limits.workspace];
    const longest = Math.max(...windows.map((window) => window.milliseconds));
    for (const [key, sent] of this.#sent) {
      if ((sent.at(-1) ?? 0) <= now - longest) this.#sent.delete(key);
    }
    for (const times of [this.#pausedUntil, this.#queueEnd]) {
      for (const [key, time] of times) if (time <= now) times.delete(key);
    }
  }

  /** A pause has no lead: what comes during it could leave before it is over. */
  #untilResumed(channel: Channel, now: number): number {
    const until = this.#scopes(channel).map(({ key }) => this.#pausedUntil.get(key) ?? 0);
    return Math.max(0, ...until.map((time) => time - now));
  }

  #untilFree(channel: Channel, now: number): number {
    return Math.max(...this.#scopes(channel).map(({ key, windows }) => this.#windowsFree(key, windows, now)));
  }

  #windowsFree(key: string, windows: readonly RateWindow[], now: number): number {
    const sent = this.#sent.get(key) ?? [];
    const free = windows.map(({ count, milliseconds }) => {
      const oldest = sent.at(-count);
      // What lies further ahead was counted by a clock that has been set back since: nothing waits for it.
      return oldest === undefined || oldest > now + this.#lead ? 0 : oldest + milliseconds - now;
    });
    return Math.max(0, ...free);
  }

  #scopes(channel: Channel) {
    return [this.#channel(channel), this.#workspace(channel)];
  }

  #channel({ workspace, channel }: Channel) {
    return { key: JSON.stringify([workspace, channel]), windows: this.#limits.channel };
  }

  #workspace({ workspace }: Channel) {
    return { key: JSON.stringify([workspace]), windows: this.#limits.workspace };
  }
}

/** Seconds that so many messages take at least, spread over workspaces; a message a channel. */
export function secondsToSend(perWorkspace: Iterable<number>, limits: RateLimits): number {
  const slowest = Math.max(...limits.workspace.map(({ count, milliseconds }) => milliseconds / count));
  let seconds = 0;
  for (const count of perWorkspace) seconds = Math.max(seconds, ((count - 1) * slowest) / 1000);
  return Math.max(0, Math.ceil(seconds));
}
