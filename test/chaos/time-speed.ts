/** Time runs so many times as fast, so that pauses and leases pass quickly; the same in every process. */
export const timeSpeed = 20;

/** The clock of a bot that started at `epoch`, in milliseconds since 1970. */
export function fastClock(epoch: number): () => Date {
  return () => new Date(epoch + (Date.now() - epoch) * timeSpeed);
}
