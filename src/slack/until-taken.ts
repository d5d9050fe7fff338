/** Puts something before a person however long Slack is out of order. */
import type { WebClient } from '@slack/web-api';
import type { Edge } from './edge.ts';
import { findMessage, type Mark } from './find-message.ts';
import type { KeptQuestion } from './kept-questions.ts';
import type { SlackMessage } from './limits.ts';
import { describeError } from './log.ts';
import { post, type Target } from './send.ts';
import { isOutage, resultOf } from './send-result.ts';

export interface Attempt {
  /** From nought. */
  readonly number: number;
  /** Slack did not say of an earlier attempt whether it was taken. */
  readonly inDoubt: boolean;
}

/**
 * Tries again until Slack takes it.
 *
 * @throws Stopped when the process stops while it waits; otherwise what Slack refused for good, the last
 * failure once nobody waits for it any more, or the first where too many wait already
 */
export async function untilTaken<T>(
  edge: Edge,
  kept: KeptQuestion,
  attempt: (attempt: Attempt) => Promise<T>,
): Promise<T> {
  let inDoubt = kept.takenOver;
  for (let number = 0; ; number += 1) {
    try {
      return await attempt({ number, inDoubt });
    } catch (error) {
      if (!isOutage(error) || edge.kept.isLost(kept)) throw error;
      const problem = describeError(error);
      if (number === 0 && edge.kept.isFull) throw error;
      if (number === 0) edge.log.warn(problem, 'slack: answer kept until Slack takes it');
      inDoubt ||= resultOf(error).type === 'unknown';
      const { retryAfter } = problem;
      await edge.kept.pause(number, retryAfter === undefined ? undefined : retryAfter * 1_000);
    }
  }
}

/** What is to be posted once, and how it is found again. */
export interface Posting {
  readonly team: string;
  /** Names the question. */
  readonly id: string;
  readonly target: Target;
  /** Asked for at every attempt: what is said can depend on how late it is. */
  readonly message: () => SlackMessage;
}

const answerType = 'supercluster_answer';

/**
 * Posts a message that is found again, so that it stands once.
 *
 * @returns the message's `ts`; undefined where the app is not installed any more
 * @throws as `untilTaken`
 */
export function postUntilTaken(
  edge: Edge,
  kept: KeptQuestion,
  { team, id, target, message }: Posting,
): Promise<string | undefined> {
  const metadata = { event_type: answerType, event_payload: { question: id } };
  const mark: Mark = { type: answerType, isOurs: (payload) => payload.question === id };
  return untilTaken(edge, kept, async ({ inDoubt }) => {
    // The token may have been exchanged meanwhile.
    const client = await edge.clients.of(team);
    if (!client) return undefined;
    const standing = inDoubt ? await lookFor(edge, client, target, mark, kept.askedAt) : undefined;
    return standing ?? (await post(client, target, message(), edge.log, metadata));
  });
}

/** Throws when Slack is out of order. Where it may not be looked, it is sent: twice is better than never. */
async function lookFor(
  edge: Edge,
  client: WebClient,
  target: Target,
  mark: Mark,
  since: Date,
): Promise<string | undefined> {
  try {
    const found = await findMessage(client, target, mark, since);
    return found.type === 'found' ? found.messageId : undefined;
  } catch (error) {
    if (isOutage(error)) throw error;
    edge.log.error(describeError(error), 'slack: could not look whether an answer stands');
    return undefined;
  }
}
