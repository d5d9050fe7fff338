import { describe, expect, it } from 'vitest';
import type { Answering } from '../src/answering.ts';
import { measuredAnswering, measuredReport, measuredSender } from '../src/measured.ts';
import type { Sender } from '../src/notifications/sender.ts';
import { type Measurements, noMeasurements } from '../src/telemetry/measurements.ts';
import { currentRequest } from '../src/telemetry/request.ts';
import { noTracer } from '../src/telemetry/tracer.ts';

/** Writes down what was counted. */
function recorder() {
  const counted: unknown[][] = [];
  const note =
    (name: string) =>
    (...values: readonly unknown[]) =>
      void counted.push([name, ...values.filter((value) => typeof value !== 'number')]);
  const measurements: Measurements = {
    ...noMeasurements,
    answered: note('answered'),
    redelivered: note('redelivered'),
    attempted: note('attempted'),
    settled: note('settled'),
  };
  return { counted, telemetry: { measurements, tracer: noTracer } };
}

const unused = () => Promise.reject(new Error('not asked for'));
const answering: Answering = {
  ...{ defaultLanguage: 'en', ask: unused, overhear: unused, call: unused, firstSeen: unused },
};

describe('what is measured', () => {
  it('an answer that fails counts as an error, and fails as before', async () => {
    const { counted, telemetry } = recorder();
    const measured = measuredAnswering(answering, 'teams', telemetry);
    const place = { platform: 'teams', workspace: 't', id: 'c' } as const;
    await expect(measured.ask({ place, text: 'x' })).rejects.toThrow('not asked for');
    const answer = { platform: 'teams', language: 'none', intent: 'none', outcome: 'error' };
    expect(counted).toEqual([['answered', answer]]);
  });

  it('what was overheard and is not for the guide does not count', async () => {
    const { counted, telemetry } = recorder();
    const silent = { ...answering, overhear: async () => undefined };
    const place = { platform: 'slack', workspace: 't', id: 'c' } as const;
    expect(
      await measuredAnswering(silent, 'slack', telemetry).overhear({ place, text: 'x' }),
    ).toBeUndefined();
    expect(counted).toEqual([]);
  });

  it('an event that comes again is a redelivery; the twin of a mention is none', async () => {
    const { counted, telemetry } = recorder();
    const seen = { ...answering, firstSeen: async () => false };
    const measured = measuredAnswering(seen, 'slack', telemetry);
    await measured.firstSeen('slack:event:Ev1');
    await measured.firstSeen('slack:message:T1:C1:1.1');
    expect(counted).toEqual([['redelivered', 'slack']]);
  });

  it('a delivery counts by what the platform said, and is a request of its own', async () => {
    const { counted, telemetry } = recorder();
    const ids: (string | undefined)[] = [];
    const sender: Sender = {
      platform: 'slack',
      limits: { channel: [], workspace: [], throttled: 'channel' },
      async send() {
        ids.push(currentRequest()?.id);
        return { type: 'retry', reason: 'ratelimited' };
      },
    };
    const measured = measuredSender(sender, telemetry);
    const message = {
      channel: { platform: 'slack', workspace: 'T1', channel: 'C1' },
      deliveryIds: ['d1'],
      card: { language: 'en', summary: '', elements: [] },
    } as unknown as Parameters<Sender['send']>[0];
    await measured.send(message);
    await measured.send(message);
    expect(counted).toEqual([
      ['attempted', 'slack', 'retry'],
      ['attempted', 'slack', 'retry'],
    ]);
    expect(new Set(ids).size).toBe(2);
    // The engine asks whether a platform can look for a message: what is absent stays absent.
    expect(measured).not.toHaveProperty('find');
  });

  it('what became of deliveries counts, and is told on', () => {
    const { counted, telemetry } = recorder();
    const told: unknown[] = [];
    const report = measuredReport((event) => told.push(event), telemetry);
    report({ code: 'delivery_settled', state: 'sent' });
    report({ code: 'worker_failed' });
    expect(counted).toEqual([['settled', 'sent']]);
    expect(told).toHaveLength(2);
  });
});
