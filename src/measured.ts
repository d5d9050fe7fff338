/** Doors that count, time and trace what goes through them; what is behind them knows nothing of it. */
import type { Answering } from './answering.ts';
import type { Reply } from './conversation/types.ts';
import type { Sender } from './notifications/sender.ts';
import type { WorkerEvent } from './notifications/worker-options.ts';
import type { Measurements } from './telemetry/measurements.ts';
import { below, currentRequest, inNewRequest } from './telemetry/request.ts';
import { type Tracer, traced } from './telemetry/tracer.ts';

interface Telemetry {
  readonly measurements: Measurements;
  readonly tracer: Tracer;
}

/** Keys of events as the platforms make them; the others tell twins apart, not redeliveries. */
const eventKey = /^(slack:event|teams:activity):/;

/** @param platform through whose door the questions come */
export function measuredAnswering(
  answering: Answering,
  platform: 'slack' | 'teams' | 'playground',
  { measurements, tracer }: Telemetry,
): Answering {
  /** Where there is nothing to say, nothing is counted. */
  async function measured<R extends Reply | undefined>(name: string, answer: () => Promise<R>): Promise<R> {
    const startedAt = performance.now();
    const seconds = () => (performance.now() - startedAt) / 1_000;
    const span = tracer.start(name, { kind: 'internal', parent: currentRequest()?.span });
    try {
      const reply = await traced(span, () =>
        below(span, async () => {
          const reply = await answer();
          if (!reply) return reply;
          const { language, intent, outcome } = reply;
          span.set({ 'guide.language': language, 'guide.intent': intent, 'guide.outcome': outcome });
          return reply;
        }),
      );
      if (!reply) return reply;
      const { language, intent, outcome } = reply;
      measurements.answered({ platform, language, intent, outcome }, seconds());
      return reply;
    } catch (error) {
      measurements.answered({ platform, language: 'none', intent: 'none', outcome: 'error' }, seconds());
      throw error;
    }
  }
  return {
    defaultLanguage: answering.defaultLanguage,
    ask: (question) => measured('answer question', () => answering.ask(question)),
    overhear: (question) => measured('overhear', () => answering.overhear(question)),
    call: (call, place) => measured('answer button', () => answering.call(call, place)),
    async firstSeen(key) {
      const first = await answering.firstSeen(key);
      if (!first && eventKey.test(key)) measurements.redelivered(platform);
      return first;
    },
  };
}

/** Each message of the outbox is a request of its own: nobody's question is under way. */
export function measuredSender(sender: Sender, { measurements, tracer }: Telemetry): Sender {
  const { platform, find, edit } = sender;
  const alone = <T>(name: string, work: () => Promise<T>): Promise<T> => {
    const span = tracer.start(`${name} ${platform}`, { kind: 'internal' });
    return inNewRequest(span, () => traced(span, work));
  };
  return {
    platform,
    limits: sender.limits,
    async send(message) {
      const result = await alone('deliver to', () => sender.send(message));
      measurements.attempted(platform, result.type);
      return result;
    },
    ...(find && {
      find: (message, since) => alone('look for delivery in', () => find.call(sender, message, since)),
    }),
    ...(edit && {
      edit: (channel, id, message) =>
        alone('edit delivery in', () => edit.call(sender, channel, id, message)),
    }),
  };
}

/** @param report what is told of the worker besides */
export function measuredReport(
  report: (event: WorkerEvent) => void,
  { measurements }: Pick<Telemetry, 'measurements'>,
): (event: WorkerEvent) => void {
  return (event) => {
    if (event.code === 'delivery_settled') measurements.settled(event.state);
    report(event);
  };
}
