import type { AllMiddlewareArgs, SlackEventMiddlewareArgs } from '@slack/bolt';
import { z } from 'zod';
import type { Edge } from '../../edge.ts';

type Stopped = SlackEventMiddlewareArgs<'agent_session_stopped'> & AllMiddlewareArgs;

const stoppedSchema = z.object({
  team_id: z.string().min(1),
  event: z.object({ channel: z.string().min(1), thread_ts: z.string().min(1) }),
});

/** Somebody stops the bot at a question it is still at. */
export function agentSessionStopped(edge: Edge) {
  return async ({ body, client }: Stopped): Promise<void> => {
    const parsed = stoppedSchema.safeParse(body);
    if (!parsed.success) return;
    const { team_id: team, event } = parsed.data;
    await edge.sessions.stop(client, { team, channel: event.channel, thread: event.thread_ts });
  };
}
