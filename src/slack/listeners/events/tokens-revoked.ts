import type { AllMiddlewareArgs, SlackEventMiddlewareArgs } from '@slack/bolt';
import { z } from 'zod';
import { readDeparted } from '../../departed.ts';
import type { Edge } from '../../edge.ts';

type Revoked = SlackEventMiddlewareArgs<'tokens_revoked'> & AllMiddlewareArgs;

const eventSchema = z.object({ tokens: z.object({ bot: z.array(z.string()).min(1) }) });

/** The bot's token is worth nothing any more. Tokens of people (`oauth`) are none of ours. */
export function tokensRevoked(edge: Edge) {
  return async ({ body, event }: Revoked): Promise<void> => {
    if (!eventSchema.safeParse(event).success) return;
    const read = readDeparted(body);
    if (!read) return edge.log.warn({ code: 'slack_unreadable_event' }, 'slack: revocation not readable');
    await edge.installations.revoked(read.departed, read.at);
  };
}
