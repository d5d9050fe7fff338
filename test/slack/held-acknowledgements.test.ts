import type { App, ReceiverEvent } from '@slack/bolt';
import { describe, expect, it, vi } from 'vitest';
import { HeldAcknowledgements, patience } from '../../src/slack/held-acknowledgements.ts';

type Handle = (event: ReceiverEvent) => Promise<void>;

/** Bolt's part: acknowledges, then hands the body to the listener and waits for it. */
function boltWith(listener: (body: unknown) => Promise<void>) {
  const handle: Handle = async ({ body, ack }) => {
    await ack();
    await listener(body);
  };
  return { processEvent: handle } as unknown as App;
}

function delivered(body: Readonly<Record<string, unknown>>) {
  const ack = vi.fn(async () => {});
  return { ack, event: { body, ack } as unknown as ReceiverEvent };
}

const mention = () => delivered({ type: 'event_callback', event: { type: 'app_mention' } });

function deferred() {
  let resolve = () => {};
  let reject = (_error: Error) => {};
  const promise = new Promise<void>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  return { promise, resolve, reject };
}

describe('the acknowledgement of an event', () => {
  it.each(['resolve', 'reject'] as const)(
    'waits for what is written down (%s), and not for the answer',
    async (end) => {
      const held = new HeldAcknowledgements();
      const writing = deferred();
      const answer = deferred();
      const app = boltWith(async (body) => {
        held.until(body, writing.promise);
        await answer.promise;
      });
      held.holdFor(app);
      const { ack, event } = mention();
      const handled = app.processEvent(event);
      await new Promise(setImmediate);
      expect(ack).not.toHaveBeenCalled();
      writing[end](new Error('no disk'));
      await new Promise(setImmediate);
      expect(ack).toHaveBeenCalledOnce();
      answer.resolve();
      await handled;
      expect(ack).toHaveBeenCalledOnce();
    },
  );

  it('waits a second at most', async () => {
    vi.useFakeTimers();
    try {
      const held = new HeldAcknowledgements();
      const app = boltWith((body) => {
        const never = new Promise<void>(() => {});
        held.until(body, never);
        return never;
      });
      held.holdFor(app);
      const { ack, event } = mention();
      void app.processEvent(event);
      await vi.advanceTimersByTimeAsync(patience - 1);
      expect(ack).not.toHaveBeenCalled();
      await vi.advanceTimersByTimeAsync(1);
      expect(ack).toHaveBeenCalledOnce();
    } finally {
      vi.useRealTimers();
    }
  });

  it('comes when all is done where nothing is to be written, and before it is said to be', async () => {
    const held = new HeldAcknowledgements();
    const app = boltWith(async () => {});
    held.holdFor(app);
    const { ack, event } = mention();
    await app.processEvent(event);
    expect(ack).toHaveBeenCalledOnce();
  });

  it('does not come where Bolt gives none, and its failure is told', async () => {
    const held = new HeldAcknowledgements();
    const silent = { processEvent: async () => {} } as unknown as App;
    held.holdFor(silent);
    const { ack, event } = mention();
    await silent.processEvent(event);
    expect(ack).not.toHaveBeenCalled();

    const app = boltWith(async () => {});
    held.holdFor(app);
    const broken = mention();
    broken.ack.mockRejectedValue(new Error('the line is cut'));
    await expect(app.processEvent(broken.event)).rejects.toThrow('the line is cut');
  });

  it.each([
    ['a command', { command: '/supercluster' }],
    ['a function of a workflow', { type: 'event_callback', event: { type: 'function_executed' } }],
  ])('is left to the listener where it has something to say: %s', async (_what, body) => {
    const held = new HeldAcknowledgements();
    const listening = deferred();
    const app = boltWith(() => listening.promise);
    held.holdFor(app);
    const { ack, event } = delivered(body);
    const handled = app.processEvent(event);
    await new Promise(setImmediate);
    expect(ack).toHaveBeenCalledOnce();
    listening.resolve();
    await handled;
  });
});
