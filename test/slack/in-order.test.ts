import { setTimeout as delay } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { InOrder } from '../../src/slack/in-order.ts';

test('work of one key runs one by one in its order, also after a failure; other keys do not wait', async () => {
  const order = new InOrder();
  const done: string[] = [];
  let open = () => {};
  const gate = new Promise<void>((resolve) => {
    open = resolve;
  });
  const first = order.run('a', async () => {
    await gate;
    done.push('a1');
    throw new Error('a1');
  });
  const second = order.run('a', async () => done.push('a2'));
  await order.run('b', async () => done.push('b1'));
  expect(done).toEqual(['b1']);
  open();
  await expect(first).rejects.toThrow('a1');
  await second;
  expect(done).toEqual(['b1', 'a1', 'a2']);
  expect(await order.run('a', async () => 'later')).toBe('later');
});

/** Work that does not end before it is told to. */
function held(): { readonly work: () => Promise<void>; readonly end: () => void } {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { work: () => promise, end: () => resolve() };
}

test('what does not end keeps the next one waiting for so long, and not all that come after it', async () => {
  const order = new InOrder({ patience: 30 });
  const { work, end } = held();
  const endless = order.run('a', work);
  const started = performance.now();
  const begun: number[] = [];
  const next = (number: number) =>
    order.run('a', async () => {
      begun.push(number);
      return performance.now() - started;
    });
  const waits = await Promise.all([next(1), next(2), next(3)]);
  expect(begun).toEqual([1, 2, 3]);
  expect(waits[0]).toBeGreaterThan(25);
  // All of them after one patience, not each after one of its own.
  expect((waits[2] ?? 0) - (waits[0] ?? 0)).toBeLessThan(25);
  end();
  await endless;
});

test('no more wait than may, whatever their keys: what comes then is begun at once', async () => {
  const order = new InOrder({ mostWaiting: 2 });
  const [first, second] = [held(), held()];
  const under = [order.run('a', first.work), order.run('b', second.work)];
  const begun: string[] = [];
  const begin = (key: string, name: string) => order.run(key, async () => begun.push(name));
  const waiting = [begin('a', 'a2'), begin('b', 'b2')];
  await begin('a', 'a3');
  await delay(0);
  expect(begun).toEqual(['a3']);
  first.end();
  await waiting[0];
  // One place is free again.
  const fourth = begin('b', 'b3');
  await delay(0);
  expect(begun).toEqual(['a3', 'a2']);
  second.end();
  await Promise.all([...under, ...waiting, fourth]);
  expect(begun).toEqual(['a3', 'a2', 'b2', 'b3']);
});
