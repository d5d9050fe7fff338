/** `POST /api/notifications`: programs send announcements. Off without a token. */
import { createHash, timingSafeEqual } from 'node:crypto';
import express, { type Express, type NextFunction, type Request, type Response } from 'express';
import type { Logger } from 'pino';
import { z } from 'zod';
import { readMessage } from '../knowledge/message.ts';
import { problemText } from '../knowledge/problems.ts';
import { approvalNotice, personId } from '../notifications/approval.ts';
import { type Preflight, type Previews, preflight } from '../notifications/preflight.ts';
import type { Published, Publisher } from '../notifications/publisher.ts';
import type { Topics } from '../notifications/topics.ts';
import type { Channel } from '../store/tenant.ts';

export interface NotificationsApiOptions {
  /** Absent: the address does not exist. */
  readonly token: string | undefined;
  readonly publisher: Publisher;
  readonly topics: () => Topics;
  readonly previews: Previews;
  /** Where proposals are decided: whoever proposes must be known there. */
  readonly approvalChannel: Channel | undefined;
  readonly clock: () => Date;
  readonly logger: Logger;
}

export const notificationsPath = '/api/notifications';
const longestBody = '64kb';
/** Requests within a minute with the token, and without it: nobody floods, and nobody guesses. */
const requestsPerMinute = 30;
const createdBy = 'api';

const bodySchema = z.strictObject({
  /** Markdown with a part for each language, as in a message file. */
  message: z.string().max(20_000),
  /** Words for topics: ids or names. */
  topics: z.array(z.string().max(200)).min(1).max(50),
  dry_run: z.boolean().default(false),
  /** Id of the person behind it, in the approval channel's Slack workspace or Teams directory. */
  proposed_by: z.string().max(100).optional(),
});

/** Absent where a program sends it once only; the same key is the same notification for ever. */
const keySchema = z
  .string()
  .regex(/^[\x21-\x7e]{1,200}$/)
  .optional();

export function mountNotificationsApi(app: Express, options: NotificationsApiOptions): void {
  const { token, logger } = options;
  if (token === undefined) return;
  // Counted apart: whoever only guesses must not keep out whoever has the token.
  const limits = { known: rateLimit(options.clock), unknown: rateLimit(options.clock) };
  const authorize = (request: Request, response: Response, next: NextFunction) => {
    const isKnown = hasToken(request, token);
    const wait = isKnown ? limits.known() : limits.unknown();
    if (wait > 0) {
      response.set('Retry-After', String(wait)).status(429).json({ error: 'too_many_requests' });
    } else if (!isKnown) {
      logger.warn({ code: 'notifications_api_refused' }, 'a request without the token was refused');
      response.set('WWW-Authenticate', 'Bearer').status(401).json({ error: 'unauthorized' });
    } else next();
  };
  app.post(notificationsPath, authorize, express.json({ limit: longestBody }), (request, response) =>
    handle(request, response, options),
  );
}

/** The library throws where a block with a `length` stands in a text's place: that is no body either. */
function readBody(body: unknown) {
  try {
    return bodySchema.safeParse(body);
  } catch {
    return bodySchema.safeParse(undefined);
  }
}

async function handle(request: Request, response: Response, options: NotificationsApiOptions) {
  const { publisher, topics, previews, clock } = options;
  const body = readBody(request.body);
  const key = keySchema.safeParse(request.get('idempotency-key'));
  if (!body.success || !key.success) {
    const fields = [
      ...(body.error?.issues.map((issue) => issue.path.join('.') || 'body') ?? []),
      ...(key.success ? [] : ['Idempotency-Key']),
    ];
    response.status(400).json({ error: 'bad_request', fields });
    return;
  }
  const { message, problems } = readMessage(body.data.message, 'message');
  const named = body.data.topics.map((words) => topics().resolve(words));
  const unknown = named.flatMap((one) => one.unknown);
  const about = [...new Set(named.flatMap((one) => one.topics))];
  if (!message || unknown.length > 0 || about.length === 0) {
    const complaints = problems.map(problemText);
    response.status(422).json({ error: 'unusable', problems: complaints, unknown_topics: unknown });
    return;
  }
  const draft = publisher.draftMessage(message, about, key.data);
  if (body.data.dry_run) {
    const planned = publisher.plan(draft.content);
    const result = await preflight({
      ...{ content: draft.content, kind: draft.kind, planned, previews, topics: topics() },
      now: clock(),
    });
    const approval = approvalJson(result.audience, publisher.approvalAbove);
    response.json({ state: 'dry-run', ...preflightJson(result), approval });
    return;
  }
  const { approvalChannel } = options;
  const person = approvalChannel && personId(approvalChannel.platform, body.data.proposed_by ?? '');
  if (approvalChannel && person === undefined) {
    // Who may approve is anybody else.
    response.status(400).json({ error: 'bad_request', fields: ['proposed_by'] });
    return;
  }
  const published = await publisher.publish(draft, person ?? createdBy);
  answer(response, published);
}

/** The same key with the same message gets the same again, as it stands now; with another one it is refused. */
function answer(response: Response, published: Published): void {
  const { state, id } = published;
  if (state === 'key-taken') {
    const message =
      'This Idempotency-Key was used for another message before: send this one with a key of its own.';
    response.status(422).json({ error: 'idempotency_key_reused', message, id });
  } else if (state === 'exists') {
    const { standing, audience } = published;
    response.set('Idempotency-Replayed', 'true').json({ state: standing, id, audience });
  } else response.status(201).json(published);
}

function preflightJson(result: Preflight) {
  const { audience, skipped, seconds, payloads } = result;
  return {
    audience,
    by_zone: Object.fromEntries(result.byZone),
    by_platform: Object.fromEntries(result.byPlatform),
    by_cadence: Object.fromEntries(result.byCadence),
    skipped,
    seconds,
    payloads,
  };
}

function approvalJson(recipients: number, threshold: number) {
  const message = approvalNotice(recipients, threshold);
  return { needed: message !== undefined, recipients, threshold, ...(message !== undefined && { message }) };
}

/** Hashes have the same length, so that the comparison takes the same time for every guess. */
function hasToken(request: Request, token: string): boolean {
  const [, given = ''] = /^Bearer (\S{1,500})$/.exec(request.get('authorization') ?? '') ?? [];
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(token));
}

/** @returns a function that counts a request and says how many seconds it has to wait, 0 for none */
function rateLimit(clock: () => Date): () => number {
  let window = { from: 0, count: 0 };
  return () => {
    const now = clock().getTime();
    if (now - window.from >= 60_000) window = { from: now, count: 0 };
    window.count += 1;
    return window.count > requestsPerMinute ? Math.ceil((window.from + 60_000 - now) / 1_000) : 0;
  };
}
