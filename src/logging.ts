import { type Logger, pino } from 'pino';
import type { Config } from './config.ts';

/**
 * Structured logs on standard output. Callers log a code and a cause, never message text, tokens or
 * names of people; the redaction is a second net under that rule.
 */
export function createLogger(level: Config['logLevel']): Logger {
  return pino({
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: {
      paths: ['*.token', '*.authorization', '*.headers', '*.text', '*.config', '*.request', '*.response'],
      remove: true,
    },
  });
}
