/** Who the bot is in a workspace: needed to know its own mention and its own messages. */
import type { WebClient } from '@slack/web-api';
import { z } from 'zod';

const authorizationsSchema = z.object({
  authorizations: z.array(z.object({ user_id: z.string(), is_bot: z.boolean().optional() })).min(1),
});

/** Tokens that are exchanged leave their answers behind. */
const mostKept = 1_000;

export type Identify = (client: WebClient, body: unknown) => Promise<string | undefined>;

/**
 * An event names the bot user it is delivered to; only where it does not is Slack asked, once for each
 * token, after the event has been acknowledged.
 */
export function createIdentify(): Identify {
  const asked = new Map<string | undefined, Promise<string | undefined>>();
  return async (client, body) => {
    const parsed = authorizationsSchema.safeParse(body);
    if (parsed.success) {
      const { authorizations } = parsed.data;
      return (authorizations.find((authorization) => authorization.is_bot) ?? authorizations[0])?.user_id;
    }
    const { token } = client;
    let answer = asked.get(token);
    if (!answer) {
      answer = client.auth.test().then((result) => result.user_id);
      if (asked.size >= mostKept) asked.clear();
      asked.set(token, answer);
    }
    try {
      return await answer;
    } catch (error) {
      asked.delete(token);
      throw error;
    }
  };
}
