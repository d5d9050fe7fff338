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
