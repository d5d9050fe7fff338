/** Who the bot is in a workspace: needed to know its own mention and its own messages. */
import type { WebClient } from '@slack/web-api';
import { z } from 'zod';

const authorizationsSchema = z.object({
  authorizations: z.array(z.object({ user_id: z.string(), is_bot: z.boolean().optional() })).min(1),
});

export type Identify = (client: WebClient, body: unknown) => Promise<string | undefined>;

/**
 * An event names the bot user it is delivered to; only where it does not is Slack asked, once, after
 * the event has been acknowledged.
 */
export function createIdentify(): Identify {
  let asked: Promise<string | undefined> | undefined;
  return async (client, body) => {
    const parsed = authorizationsSchema.safeParse(body);
    if (parsed.success) {
      const { authorizations } = parsed.data;
      return (authorizations.find((authorization) => authorization.is_bot) ?? authorizations[0])?.user_id;
    }
    asked ??= client.auth.test().then((result) => result.user_id);
    try {
      return await asked;
    } catch (error) {
      asked = undefined;
      throw error;
    }
  };
}
