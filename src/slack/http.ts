/** Slack's HTTP requests: read, verify, then hand to Bolt. Nothing of an error reaches a body. */
import { createHmac, createSecretKey, type KeyObject, timingSafeEqual } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { parse as parseForm } from 'node:querystring';
import express, { type Request, type RequestHandler, type Response } from 'express';
import { isReadableCommand, isReadableEvent, isReadableInteraction } from './bolt-shape.ts';
import type { Payload, VerifiedReceiver } from './receiver.ts';

/** Slack's own requests are a few kilobytes; a message of 40,000 characters fits as well. */
const bodyLimit = 100 * 1024;
/** Documented by Slack: older requests may be replays. */
const longestSkewSeconds = 5 * 60;
const formType = 'application/x-www-form-urlencoded';

const readBody = express.raw({ type: () => true, limit: bodyLimit, inflate: false });

export interface HttpOptions {
  readonly receiver: VerifiedReceiver;
  readonly signingSecret: string;
  readonly now: () => Date;
}

/** The handler of the one address Slack calls; Express must not have parsed the body before it. */
export function slackHttp(options: HttpOptions): RequestHandler {
  const verifying = { key: createSecretKey(options.signingSecret, 'utf8'), now: options.now };
  return (request, response) => {
    readBody(request, response, (error?: unknown) => {
      if (error !== undefined) return end(response, isTooLarge(error) ? 413 : 400);
      const body: Buffer = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
      const judged = judge(request, body, verifying);
      if (typeof judged === 'number') return end(response, judged);
      if (judged.type === 'url_verification') return response.json({ challenge: judged.challenge });
      return options.receiver.receive(judged, request.headers, response);
    });
  };
}

/** The status to answer at once, or what goes on to Bolt. */
function judge(request: Request, body: Buffer, verifying: Verifying): number | Payload {
  const text = body.toString('utf8');
  const form = mediaType(request) === formType ? parseForm(text) : undefined;
  // Slack checks the certificate unsigned and wants nothing but this.
  if (form?.ssl_check === '1') return 200;
  if (!isAuthentic(request, body, verifying)) return 401;
  return form ? judgeForm(form) : judgeEvent(parseObject(text));
}

interface Verifying {
  readonly key: KeyObject;
  readonly now: () => Date;
}

/**
 * https://docs.slack.dev/authentication/verifying-requests-from-slack: the SHA-256 HMAC of version, time and
 * body. Bolt's own `verifySlackRequest` makes three of them for one, which cost more than our listeners.
 */
function isAuthentic(request: Request, body: Buffer, { key, now }: Verifying): boolean {
  const stamp = request.get('x-slack-request-timestamp') ?? '';
  const signature = request.get('x-slack-signature') ?? '';
  if (!/^\d{1,12}$/.test(stamp) || !/^v0=[\da-f]{64}$/.test(signature)) return false;
  if (Math.abs(now().getTime() / 1000 - Number(stamp)) > longestSkewSeconds) return false;
  const ours = createHmac('sha256', key).update(`v0:${stamp}:`).update(body).digest();
  return timingSafeEqual(ours, Buffer.from(signature.slice('v0='.length), 'hex'));
}

/** A slash command is the form itself; clicks, forms and shortcuts are in its field `payload`. */
function judgeForm(form: Payload): number | Payload {
  if (form.payload === undefined) return isReadableCommand(form) ? form : 400;
  const payload = typeof form.payload === 'string' ? parseObject(form.payload) : undefined;
  if (!payload) return 400;
  return judgeInteraction(payload) ?? (isReadableInteraction(payload) ? payload : 400);
}

function judgeEvent(payload: Payload | undefined): number | Payload {
  if (!payload) return 400;
  if (payload.type === 'url_verification') return payload;
  if (payload.type !== 'event_callback') return 200;
  return isObject(payload.event) && isReadableEvent(payload) ? payload : 400;
}

/** The status of what no listener could read. */
function judgeInteraction(payload: Payload): number | undefined {
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
