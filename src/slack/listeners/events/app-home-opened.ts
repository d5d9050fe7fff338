import type { AllMiddlewareArgs, SlackEventMiddlewareArgs } from '@slack/bolt';
import { z } from 'zod';
import type { Edge } from '../../edge.ts';
import { publishHome } from '../../home.ts';
import { welcome } from '../../welcome.ts';

type Opened = SlackEventMiddlewareArgs<'app_home_opened'> & AllMiddlewareArgs;

const openedSchema = z.object({
  team_id: z.string().min(1),
  event: z.object({ user: z.string().min(1), channel: z.string().optional(), tab: z.string() }),
});

/**
 * Somebody looks at the app: the Home tab is drawn as things stand now; in the Messages tab questions are
 * suggested.
 */
export function appHomeOpened(edge: Edge) {
  return async ({ body, client }: Opened): Promise<void> => {
    const parsed = openedSchema.safeParse(body);
    if (!parsed.success) return;
    const { team_id: team, event } = parsed.data;
    const { user, channel, tab } = event;
    if (tab === 'home') await publishHome(edge, client, team, user);
    if (tab === 'messages' && channel !== undefined) await welcome(edge, client, { team, user, channel });
  };
}
