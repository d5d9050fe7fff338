/** Slack's HTTP requests: read, verify, then hand to Bolt. Nothing of an error reaches a body. */
import type { ServerResponse } from 'node:http';
import { type HTTPReceiver, verifySlackRequest } from '@slack/bolt';
import express, { type Request, type RequestHandler, type Response } from 'express';
import { isReadableCommand, isReadableEvent, isReadableInteraction } from './bolt-shape.ts';

/** Slack's own requests are a few kilobytes; a message of 40,000 characters fits as well. */
const bodyLimit = 100 * 1024;
/** Documented by Slack: older requests may be replays. Bolt checks only the past. */
const longestSkewSeconds = 5 * 60;
const formType = 'application/x-www-form-urlencoded';

const readBody = express.raw({ type: () => true, limit: bodyLimit, inflate: false });

export interface HttpOptions {
  readonly receiver: HTTPReceiver;
  readonly signingSecret: string;
  readonly path: string;
  readonly now: () => Date;
}

/** The handler of the one address Slack calls; Express must not have parsed the body before it. */
export function slackHttp(options: HttpOptions): RequestHandler {
  return (request, response) => {
    readBody(request, response, (error?: unknown) => {
      if (error !== undefined) return end(response, isTooLarge(error) ? 413 : 400);
      const body: Buffer = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
      const status = judge(request, body, options);
      if (status !== undefined) return end(response, status);
      // Bolt takes the body from here, compares the type exactly, and knows only its own path.
      Object.assign(request, { rawBody: body });
      if (mediaType(request) === formType) request.headers['content-type'] = formType;
      request.url = options.path;
      options.receiver.requestListener(request, response);
    });
  };
}

/** The status to answer at once, or `undefined` when the request goes on to Bolt. */
function judge(request: Request, body: Buffer, options: HttpOptions): number | undefined {
  const text = body.toString('utf8');
  const form = mediaType(request) === formType ? new URLSearchParams(text) : undefined;
  // Slack checks the certificate unsigned and wants nothing but this.
  if (form?.get('ssl_check') === '1') return 200;
  if (!isAuthentic(request, text, options)) return 401;
  return judgePayload(form, text);
}

function isAuthentic(request: Request, body: string, options: HttpOptions): boolean {
  const stamp = request.get('x-slack-request-timestamp') ?? '';
  const signature = request.get('x-slack-signature') ?? '';
  if (!/^\d{1,12}$/.test(stamp)) return false;
  const nowMilliseconds = options.now().getTime();
  if (Math.abs(nowMilliseconds / 1000 - Number(stamp)) > longestSkewSeconds) return false;
  try {
    verifySlackRequest({
      signingSecret: options.signingSecret,
      body,
      headers: { 'x-slack-signature': signature, 'x-slack-request-timestamp': Number(stamp) },
      nowMilliseconds,
    });
    return true;
  } catch {
    return false;
  }
}

/** Bolt leaves requests it does not know unanswered for three seconds: they are answered here. */
function judgePayload(form: URLSearchParams | undefined, text: string): number | undefined {
  if (form && !form.has('payload')) return isReadableCommand(form) ? undefined : 400;
  const payload = parseObject(form ? (form.get('payload') ?? '') : text);
  if (!payload) return 400;
  if (form) {
    return judgeInteraction(payload) ?? (isReadableInteraction(payload) ? undefined : 400);
  }
  if (payload.type === 'url_verification') return undefined;
  if (payload.type !== 'event_callback') return 200;
  return isObject(payload.event) && isReadableEvent(payload) ? undefined : 400;
}

function judgeInteraction(payload: Record<string, unknown>): number | undefined {
  switch (payload.type) {
    case 'block_actions':
      return Array.isArray(payload.actions) && isObject(payload.actions[0]) ? undefined : 400;
    case 'view_submission':
      return isObject(payload.view) && typeof payload.view.callback_id === 'string' ? undefined : 400;
    case 'message_action':
      return isObject(payload.channel) && typeof payload.callback_id === 'string' ? undefined : 400;
    case 'shortcut':
      return typeof payload.callback_id === 'string' ? undefined : 400;
    default:
      return 200;
  }
}

function parseObject(json: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(json);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function mediaType(request: Request): string {
  return (request.get('content-type') ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
}

function isTooLarge(error: unknown): boolean {
  return isObject(error) && error.status === 413;
}

function end(response: Response | ServerResponse, status: number): void {
  if (response.headersSent) return;
  // What is left of a refused body is not waited for.
  if (status === 413) response.setHeader('connection', 'close');
  response.writeHead(status).end();
}
