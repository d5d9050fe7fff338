import { createRequire } from 'node:module';
import { type DestinationStream, type Logger, pino } from 'pino';
import type { Config } from './config.ts';
import { currentRequest } from './telemetry/request.ts';

/**
 * Structured logs on standard output. Callers log a code and a cause, never message text, tokens or
 * names of people; the redaction is a second net under that rule. Lines of a request carry its id.
 */
export function createLogger(
  level: Config['logLevel'],
  format: Config['logFormat'],
  destination: DestinationStream = format === 'pretty' ? prettyOutput() : standardOutput(),
): Logger {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      mixin() {
        const request = currentRequest();
        return request ? { requestId: request.id } : {};
      },
      redact: {
        paths: ['*.token', '*.authorization', '*.headers', '*.text', '*.config', '*.request', '*.response'],
        remove: true,
      },
    },
    destination,
  );
}

/**
 * Written at once: lines still waiting when the process exits are retried without end where nobody
 * reads them any more (`npm start | head -1`).
 */
function standardOutput(): DestinationStream {
  return pino.destination({ fd: process.stdout.fd, sync: true });
}

/** For people at a terminal. Loaded at the first line, so that a start that says nothing does not pay. */
function prettyOutput(): DestinationStream {
  let stream: DestinationStream | undefined;
  return {
    write(line) {
      stream ??= loadPretty();
      stream.write(line);
    },
  };
}

/** Not installed with `--omit=optional`, as in the container: the lines are then JSON. */
function loadPretty(): DestinationStream {
  try {
    const pretty = createRequire(import.meta.url)('pino-pretty') as (options: object) => DestinationStream;
    return pretty({ sync: true, translateTime: 'SYS:HH:MM:ss', singleLine: true });
  } catch {
    return standardOutput();
  }
}
