/** Puts an answer before the person, once, however long Slack is out of order. */
import type { WebClient } from '@slack/web-api';
import type { Edge } from './edge.ts';
import { sentence } from './edge.ts';
import { findMessage, type Mark } from './find-message.ts';
import type { KeptQuestion } from './kept-questions.ts';
import type { SlackMessage } from './limits.ts';
import { describeError } from './log.ts';
import { post, type Target } from './send.ts';
import { isOutage, resultOf } from './send-result.ts';
import { strings } from './strings.ts';

const answerType = 'supercluster_answer';

/**
 * @returns the message's `ts`; undefined where Slack refused it for good or nobody waits for it any more
 * @throws Stopped when the process stops while it waits
 */
export async function deliverAnswer(
  edge: Edge,
  question: KeptQuestion,
  target: Target,
  message: SlackMessage,
): Promise<string | undefined> {
  const { incoming, askedAt } = question;
  const metadata = { event_type: answerType, event_payload: { question: incoming.ts } };
  const mark: Mark = { type: answerType, isOurs: (payload) => payload.question === incoming.ts };
  let maybeStanding = question.takenOver;
  for (let attempt = 0; ; attempt += 1) {
    // The token may have been exchanged meanwhile.
    const client = await edge.clients.of(incoming.team);
    if (!client) return undefined;
    try {
      const standing = maybeStanding ? await lookFor(edge, client, target, mark, askedAt) : undefined;
      if (standing !== undefined) return standing;
      const now = edge.kept.isLate(question) ? sentence(strings.tooLate) : message;
      return await post(client, target, now, edge.log, metadata);
    } catch (error) {
      const problem = describeError(error);
      if (!isOutage(error) || edge.kept.isLost(question)) {
        edge.log.error(problem, 'slack: answer not delivered');
        return undefined;
      }
      if (attempt === 0) edge.log.warn(problem, 'slack: answer kept until Slack takes it');
      const { type } = resultOf(error);
      maybeStanding ||= type === 'unknown';
      const { retryAfter } = problem;
      await edge.kept.pause(attempt, retryAfter === undefined ? undefined : retryAfter * 1_000);
    }
  }
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
