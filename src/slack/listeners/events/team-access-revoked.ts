import type { AllMiddlewareArgs, SlackEventMiddlewareArgs } from '@slack/bolt';
import { z } from 'zod';
import type { Edge } from '../../edge.ts';

type Revoked = SlackEventMiddlewareArgs<'team_access_revoked'> & AllMiddlewareArgs;

const eventSchema = z.object({ team_ids: z.array(z.string().min(1)).max(1_000) });

/** An organisation that installed the app took it away from some of its workspaces. */
export function teamAccessRevoked(edge: Edge) {
  return async ({ event }: Revoked): Promise<void> => {
    const parsed = eventSchema.safeParse(event);
    if (parsed.success) await edge.installations.left(parsed.data.team_ids);
  };
}
