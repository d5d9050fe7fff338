import type { Logger } from 'pino';
import type { WorkerEvent } from './notifications/worker-options.ts';

/** What the worker tells, as log lines: codes and reasons, never texts or whom they went to. */
export function logDelivery(logger: Logger): (event: WorkerEvent) => void {
  return (event) => {
    switch (event.code) {
      case 'delivery_settled': {
        const isTrouble = event.state === 'failed' || event.state === 'in-doubt';
        logger[isTrouble ? 'warn' : 'debug'](event, 'a delivery was settled');
        return;
      }
      case 'delivery_lost_lease':
        logger.warn({ code: event.code }, 'another worker has taken over a delivery');
        return;
      case 'worker_failed': {
        const { error } = event;
        const cause = error instanceof Error ? error.name : typeof error;
        logger.error({ code: event.code, cause }, 'the delivery worker met an error and goes on');
      }
    }
  };
}
