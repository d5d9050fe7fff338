import type { AllMiddlewareArgs, MessageShortcut, SlackShortcutMiddlewareArgs } from '@slack/bolt';
import { z } from 'zod';
import { answerInteraction } from '../../answer-interaction.ts';
import { type Edge, tell } from '../../edge.ts';
import { strings } from '../../strings.ts';
import { readVisitor } from '../../visitor.ts';

type Shortcut = SlackShortcutMiddlewareArgs<MessageShortcut> & AllMiddlewareArgs;

const shortcutSchema = z.object({
  team: z.object({ id: z.string().min(1) }).nullish(),
  user: z.object({ id: z.string().min(1), team_id: z.string().optional() }),
  channel: z.object({ id: z.string().min(1) }),
  message: z.object({ text: z.string().default(''), thread_ts: z.string().optional() }),
});

/**
 * Somebody wants an answer to a message that anybody wrote: only they see it, and may share it. It goes
 * through the response address, which works in conversations the bot is not part of.
 */
export function answerThis(edge: Edge) {
  return async ({ ack, body, client, respond }: Shortcut): Promise<void> => {
    const parsed = shortcutSchema.safeParse(body);
    const visitor = parsed.success ? readVisitor(parsed.data) : undefined;
    if (!parsed.success || !visitor) {
      await ack();
      return tell(edge, respond, strings.failed);
    }
    const { channel, message } = parsed.data;
    const asked = { type: 'message', markup: message.text } as const;
    const to = { type: 'person', thread: message.thread_ts } as const;
    await answerInteraction(edge, { ...visitor, channel: channel.id, asked, to }, { ack, client, respond });
  };
}
