/** Who may talk to the playground, and what its page may do in a browser. */
import type { RequestHandler } from 'express';
import { Problem } from './problems.ts';

/**
 * Everything comes from this server and nothing is inline. Images of other hosts are never loaded:
 * the renderers show their text instead, so opening an answer tells nobody that it was read.
 */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "font-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

export const securityHeaders: RequestHandler = (_request, response, next) => {
  response.set({
    'Content-Security-Policy': contentSecurityPolicy,
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
  });
  next();
};

const loopbackHost = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d{1,5})?$/i;

/**
 * Against DNS rebinding: a page of `evil.example`, whose name was made to point at 127.0.0.1, sends
 * its own name as Host.
 */
export const ownHostOnly: RequestHandler = (request, _response, next) => {
  if (!loopbackHost.test(request.headers.host ?? '')) throw new Problem('foreign-host');
  next();
};

/** Refuses what another site's page sends; a program without a browser sends neither header. */
export const sameOriginOnly: RequestHandler = (request, _response, next) => {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin') throw new Problem('foreign-origin');
  const { origin, host } = request.headers;
  // Only the host is compared: behind a proxy that ends TLS, our own scheme is not the browser's.
  if (origin !== undefined && hostOf(origin) !== host?.toLowerCase()) throw new Problem('foreign-origin');
  next();
};

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}

/** A form of another site cannot send this type without asking us first, which we never grant. */
export const jsonOnly: RequestHandler = (request, _response, next) => {
  if (request.is('application/json') === false) throw new Problem('not-json');
  next();
};

export function onlyMethod(method: 'GET' | 'POST'): RequestHandler {
  return (_request, response) => {
    response.set('Allow', method === 'GET' ? 'GET, HEAD' : method);
    throw new Problem('wrong-method');
  };
}
