/** A moment, in minutes after an arbitrary start. */
export const minutes = (count: number) => new Date(Date.UTC(2027, 0, 1) + count * 60_000);
export const days = (count: number) => minutes(count * 24 * 60);
