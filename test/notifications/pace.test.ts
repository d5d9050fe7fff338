import { setTimeout as delay } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { Batch, Pace } from '../../src/notifications/pace.ts';

test('what is to be written while the database works or rests is written at once afterwards', async () => {
  const written: (readonly number[])[] = [];
  const batch = new Batch<number, number>(new Pace(), async (items) => {
    written.push(items);
    await delay(10);
    return items.map((item) => item * 10);
  });
  const first = batch.add(1);
  await delay(2);
  const rest = [2, 3, 4].map((item) => batch.add(item));
  expect(await Promise.all([first, ...rest])).toEqual([10, 20, 30, 40]);
  expect(written).toEqual([[1], [2, 3, 4]]);
});

test('a write that fails is told to all who waited for it, and to nobody else', async () => {
  let works = false;
  const batch = new Batch<number, number>(new Pace(), async (items) => {
    if (!works) throw new Error('disk full');
    return items;
  });
  const failed = await Promise.allSettled([batch.add(1), batch.add(2)]);
  expect(failed.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  works = true;
  expect(await batch.add(3)).toBe(3);
});

test('the database rests after each write', async () => {
  const pace = new Pace();
  await pace.write(() => delay(10));
  const started = performance.now();
  await pace.write(async () => {});
  expect(performance.now() - started).toBeGreaterThan(25);
});

test('work that was asked for at once takes turns with everybody else', async () => {
  const pace = new Pace();
  const order: string[] = [];
  setTimeout(() => order.push('a question'), 0);
  await Promise.all(
    ['a', 'b', 'c'].map(async (name) => {
      await pace.turn();
      order.push(name);
      const started = performance.now();
      while (performance.now() - started < 3);
    }),
  );
  expect(order.indexOf('a question')).toBeOneOf([0, 1, 2]);
  expect(order.filter((name) => name !== 'a question')).toEqual(['a', 'b', 'c']);
});
