import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { endsWithin } from '../src/ends-within.ts';

describe('whether work ends in time', () => {
  it('is known as soon as it ends', async () => {
    expect(await endsWithin(Promise.resolve('done'), 60_000)).toBe(true);
  });

  it('does not matter how it ends', async () => {
    expect(await endsWithin(Promise.reject(new Error('failed')), 60_000)).toBe(true);
  });

  it('is known when the time is over, and what comes later is nobody’s error', async () => {
    let fail = (_: Error) => {};
    const work = new Promise((_, reject) => {
      fail = reject;
    });
    expect(await endsWithin(work, 5)).toBe(false);
    fail(new Error('late'));
    // An error that nobody took would end the test run.
    await delay(10);
  });

  it('leaves no timer behind', async () => {
    const timers = () => process.getActiveResourcesInfo().filter((one) => one === 'Timeout').length;
    const before = timers();
    await endsWithin(Promise.resolve(), 60_000);
    expect(timers()).toBe(before);
  });
});
