import { expect, test } from 'vitest';
import { InFlight } from '../../src/slack/in-flight.ts';

test('drains when everything has settled, failures and late comers included', async () => {
  const inFlight = new InFlight();
  const order: string[] = [];
  const late = async () => {
    await new Promise((resolve) => setTimeout(resolve, 5));
    order.push('late');
  };
  const first = inFlight.track(
    (async () => {
      await new Promise((resolve) => setTimeout(resolve, 5));
      order.push('first');
      inFlight.track(late());
      throw new Error('failed');
    })(),
  );
  const failed = expect(first).rejects.toThrow('failed');
  await inFlight.drained();
  order.push('drained');
  await failed;
  expect(order).toEqual(['first', 'late', 'drained']);
});
