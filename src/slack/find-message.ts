/** Looks whether a message of ours stands: for when Slack did not say whether it took it. */
import type { WebClient } from '@slack/web-api';
import { z } from 'zod';

const historyPage = 100;
/** Pages read in search of a message; a channel with more traffic in a minute is left to a person. */
const mostPages = 5;
/** Clocks differ; Slack's `ts` is its own. */
const clockSkewSeconds = 120;

const metadataSchema = z.looseObject({
  event_type: z.string().optional(),
  event_payload: z.record(z.string(), z.unknown()).optional(),
});
const messagesSchema = z.array(z.looseObject({ ts: z.string(), metadata: metadataSchema.optional() }));

/** The metadata that a message of ours was posted with. */
export interface Mark {
  readonly type: string;
  readonly isOurs: (payload: Readonly<Record<string, unknown>>) => boolean;
}

export type Found =
  | { readonly type: 'found'; readonly messageId: string }
  | { readonly type: 'absent' }
  | { readonly type: 'too-many' };

/** Reads what was posted since, newest first, until one of ours is found. Throws when Slack does not tell. */
export async function findMessage(
  client: WebClient,
  { channel, thread }: { readonly channel: string; readonly thread?: string | undefined },
  mark: Mark,
  since: Date,
): Promise<Found> {
  const range = {
    channel,
    oldest: String(since.getTime() / 1_000 - clockSkewSeconds),
    inclusive: true,
    include_all_metadata: true,
    limit: historyPage,
  };
  let cursor: string | undefined;
  for (let page = 0; page < mostPages; page += 1) {
    const arguments_ = { ...range, ...(cursor !== undefined && { cursor }) };
    const answer =
      thread === undefined
        ? await client.conversations.history(arguments_)
        : await client.conversations.replies({ ...arguments_, ts: thread });
    const messages = messagesSchema.parse(answer.messages ?? []);
    const found = messages.find(
      ({ metadata }) => metadata?.event_type === mark.type && mark.isOurs(metadata.event_payload ?? {}),
    );
    if (found) return { type: 'found', messageId: found.ts };
    cursor = answer.response_metadata?.next_cursor;
    if (!answer.has_more || !cursor) return { type: 'absent' };
  }
  return { type: 'too-many' };
}
