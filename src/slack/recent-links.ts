/** Which links were shown where lately: the same preview again in one channel is noise. */

/** As long as a conversation about a link may go on. */
const quietFor = 30 * 60_000;
/** Beyond this the oldest are forgotten, at worst for a preview too many. */
const mostLinks = 5_000;

/**
 * Kept in memory: after a restart, or on another server, a link may be shown once more within the half
 * hour, which costs less than a table that is written for every link.
 */
export class RecentLinks {
  /** In the order in which they were shown. */
  readonly #shown = new Map<string, number>();

  /** Whether it was not shown in that channel within the last half hour; it counts as shown from now on. */
  isNew(team: string, channel: string, preview: string, now: Date): boolean {
    const key = `${team}/${channel}/${preview}`;
    const before = this.#shown.get(key);
    if (before !== undefined && now.getTime() - before < quietFor) return false;
    this.#shown.delete(key);
    this.#shown.set(key, now.getTime());
    const [oldest] = this.#shown.keys();
    if (this.#shown.size > mostLinks && oldest !== undefined) this.#shown.delete(oldest);
    return true;
  }
}
