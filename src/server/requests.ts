/** Follows each request: gives it an id, times it, and traces it. */
import type { RequestHandler } from 'express';
import type { Measurements } from '../telemetry/measurements.ts';
import { inNewRequest } from '../telemetry/request.ts';
import type { Tracer } from '../telemetry/tracer.ts';

export interface RequestsOptions {
  readonly measurements: Measurements;
  readonly tracer: Tracer;
}

/** Nothing else of a path is counted or traced: strangers may write anything there. */
const routes: readonly (readonly [RegExp, string])[] = [
  [/^\/slack\//, 'slack'],
  [/^\/api\/messages$/, 'teams'],
  [/^\/api\/notifications$/, 'notifications'],
  [/^\/(?:healthz|readyz)$/, 'health'],
  [/^\/(?:playground\/.*)?$/, 'playground'],
];

export function followRequests({ measurements, tracer }: RequestsOptions): RequestHandler {
  return (request, response, next) => {
    const route = routes.find(([pattern]) => pattern.test(request.path))?.[1] ?? 'other';
    const method = methodOf(request.method);
    const span = tracer.start(`${method} ${route}`, {
      ...{ kind: 'server', attributes: { 'http.request.method': method, 'http.route': route } },
    });
    inNewRequest(span, ({ id, startedAt }) => {
      // For whoever reports a failure, and for the log of a proxy.
      response.set('X-Request-Id', id);
      response.once('close', () => {
        const { statusCode } = response;
        measurements.received(route, statusCode, (performance.now() - startedAt) / 1_000);
        span.set({ 'http.response.status_code': statusCode, 'guide.request_id': id });
        if (statusCode >= 500) span.fail(String(statusCode));
        span.end();
      });
      next();
    });
  };
}

/** Node takes any word for a method. */
function methodOf(method: string): string {
  return ['GET', 'HEAD', 'POST', 'OPTIONS'].includes(method) ? method : '_OTHER';
}
