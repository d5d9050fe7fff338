import type { AllMiddlewareArgs, SlackEventMiddlewareArgs } from '@slack/bolt';
import { z } from 'zod';
import type { Edge } from '../../edge.ts';
import { publishHome } from '../../home.ts';

type Opened = SlackEventMiddlewareArgs<'app_home_opened'> & AllMiddlewareArgs;

const openedSchema = z.object({
  team_id: z.string().min(1),
  event: z.object({ user: z.string().min(1), tab: z.string() }),
});

/** Somebody looks at the Home tab: it is drawn as things stand now. */
export function appHomeOpened(edge: Edge) {
  return async ({ body, client }: Opened): Promise<void> => {
    const parsed = openedSchema.safeParse(body);
    if (!parsed.success || parsed.data.event.tab !== 'home') return;
    await publishHome(edge, client, parsed.data.team_id, parsed.data.event.user);
  };
}
