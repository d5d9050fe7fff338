/**
 * Whether work ends, well or badly, within some milliseconds; known as soon as it does. Keeps no process alive.
 *
 * A timer, because each delay of `node:timers/promises` that is called off makes two errors with their stacks.
 */
export function endsWithin(work: Promise<unknown>, milliseconds: number): Promise<boolean> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds, false).unref();
    const ended = () => {
      clearTimeout(timer);
      resolve(true);
    };
    work.then(ended, ended);
  });
}
