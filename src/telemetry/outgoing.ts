/**
 * Sees every request that leaves for Slack or Microsoft, whichever library sends it: Node tells of them
 * on its diagnostics channels (https://nodejs.org/api/diagnostics_channel.html#built-in-channels).
 */
import { type ChannelListener, subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { Logger } from 'pino';
import type { Measurements, OutgoingCall } from './measurements.ts';
import { currentRequest, type RequestContext } from './request.ts';
import type { Span, Tracer } from './tracer.ts';

export interface OutgoingOptions {
  readonly measurements: Measurements;
  readonly tracer: Tracer;
  readonly logger: Logger;
  /** Where the Web API of Slack is: a local double in tests; absent where Slack is not set up. */
  readonly slackApiUrl: string | undefined;
}

interface Pending {
  readonly service: string;
  readonly operation: string;
  readonly startedAt: number;
  readonly span: Span;
  readonly context: RequestContext | undefined;
}

/** The operations that put the first word of an answer before somebody. */
const replies = new Set(['chat.postMessage', 'response', 'views.open', 'send']);
const signInHosts = new Set(['login.microsoftonline.com', 'login.botframework.com']);

/** @returns a function that ends the watch */
export function watchOutgoing(options: OutgoingOptions): () => void {
  const { measurements, tracer, logger } = options;
  const underWay = new WeakMap<object, Pending>();

  function begin(request: object, method: string, url: URL | undefined): void {
    const called = url && operationOf(method, url, options.slackApiUrl);
    if (!called) return;
    const context = currentRequest();
    const attributes = { 'http.request.method': method, 'server.address': url.hostname };
    const span = tracer.start(`${called.service} ${called.operation}`, {
      ...{ kind: 'client', attributes, parent: context?.span },
    });
    underWay.set(request, { ...called, startedAt: performance.now(), span, context });
  }

  function finish(request: object, status: number | undefined, cause?: unknown): void {
    const pending = underWay.get(request);
    if (!pending) return;
    underWay.delete(request);
    const { service, operation, startedAt, span, context } = pending;
    const milliseconds = performance.now() - startedAt;
    const call = { service, operation, ...(status !== undefined && { status }) };
    measurements.called(call, milliseconds / 1_000);
    if (status !== undefined) span.set({ 'http.response.status_code': status });
    if (status === undefined || status >= 400)
      span.fail(status === undefined ? codeOf(cause) : String(status));
    span.end();
    noteReply(call, context, measurements);
    logger.debug(
      {
        ...{ code: 'outgoing_call', ...call, milliseconds: Math.round(milliseconds) },
        ...(status === undefined && { cause: codeOf(cause) }),
        ...(context && { requestId: context.id }),
      },
      'a request left',
    );
  }

  const listeners: readonly (readonly [string, ChannelListener])[] = [
    [
      'undici:request:create',
      (message) => {
        const { request } = message as { request: { origin: unknown; path: string; method: string } };
        begin(request, request.method, parse(`${String(request.origin)}${request.path}`));
      },
    ],
    [
      'undici:request:headers',
      (message) => {
        const { request, response } = message as { request: object; response: { statusCode: number } };
        finish(request, response.statusCode);
      },
    ],
    [
      'undici:request:error',
      (message) => {
        const { request, error } = message as { request: object; error: unknown };
        finish(request, undefined, error);
      },
    ],
    [
      'http.client.request.start',
      (message) => {
        const { request } = message as { request: NodeRequest };
        // `host` is without the port.
        const host = String(request.getHeader('host') ?? request.host);
        begin(request, request.method, parse(`${request.protocol}//${host}${request.path}`));
      },
    ],
    [
      'http.client.response.finish',
      (message) => {
        const { request, response } = message as { request: object; response: { statusCode?: number } };
        finish(request, response.statusCode);
      },
    ],
    [
      'http.client.request.error',
      (message) => {
        const { request, error } = message as { request: object; error: unknown };
        finish(request, undefined, error);
      },
    ],
  ];
  for (const [name, listener] of listeners) subscribe(name, listener);
  return () => {
    for (const [name, listener] of listeners) unsubscribe(name, listener);
  };
}

/** What of `http.ClientRequest` is looked at. */
interface NodeRequest {
  readonly method: string;
  readonly protocol: string;
  readonly host: string;
  readonly path: string;
  getHeader(name: string): unknown;
}

/** The first message that was taken for a question ends the wait of who asked it. */
function noteReply(
  { service, operation, status = 0 }: OutgoingCall,
  context: RequestContext | undefined,
  measurements: Measurements,
): void {
  if (!context || context.progress.replied || !replies.has(operation) || status < 200 || status >= 300)
    return;
  context.progress.replied = true;
  measurements.replied(service, (performance.now() - context.startedAt) / 1_000);
}

/** @returns undefined for what is neither Slack's nor Microsoft's, such as the collector of the traces */
export function operationOf(
  method: string,
  url: URL,
  slackApiUrl: string | undefined,
): { readonly service: string; readonly operation: string } | undefined {
  const { host, hostname, pathname } = url;
  if (signInHosts.has(hostname)) return { service: 'microsoft', operation: 'sign-in' };
  // Teams names its own host in each activity; this path is the connector's on all of them.
  if (/^\/(?:[\w-]+\/)?v3\/conversations(?:\/|$)/.test(pathname)) {
    return { service: 'teams', operation: connectorOperation(method, pathname) };
  }
  if (slackApiUrl === undefined) return undefined;
  const slack = new URL(slackApiUrl);
  if (host !== slack.host && !hostname.endsWith('.slack.com')) return undefined;
  const isMethod = host === slack.host && pathname.startsWith(slack.pathname);
  return { service: 'slack', operation: isMethod ? pathname.slice(slack.pathname.length) : 'response' };
}

function connectorOperation(method: string, path: string): string {
  if (method === 'PUT') return 'update';
  if (method === 'DELETE') return 'delete';
  if (method !== 'POST') return 'look';
  return /\/activities(?:\/|$)/.test(path) ? 'send' : 'create-conversation';
}

function parse(url: string): URL | undefined {
  return URL.canParse(url) ? new URL(url) : undefined;
}

function codeOf(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code;
  return error instanceof Error ? error.name : 'no answer';
}
