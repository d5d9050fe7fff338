import type { AllMiddlewareArgs, MessageShortcut, SlackShortcutMiddlewareArgs } from '@slack/bolt';
import { z } from 'zod';
import { botOf } from '../../compose-answer.ts';
import { ask, type Edge, privateMessage, slackPlace, tell } from '../../edge.ts';
import { failureSentence } from '../../failure.ts';
import { describeError } from '../../log.ts';
import { preferredLanguage } from '../../preferred-language.ts';
import { rememberRecent } from '../../recents.ts';
import { respondWith } from '../../send.ts';
import { strings } from '../../strings.ts';
import { plainUtterance, withoutOwnMention } from '../../utterance.ts';

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
    await ack();
    const parsed = shortcutSchema.safeParse(body);
    if (!parsed.success) return tell(edge, respond, strings.failed);
    const { team, user, channel, message } = parsed.data;
    const workspace = team?.id ?? user.team_id ?? '';
    const thread = message.thread_ts === undefined ? {} : { thread_ts: message.thread_ts };
    try {
      const language = await preferredLanguage(edge, workspace, user.id);
      const text = plainUtterance(withoutOwnMention(message.text, await botOf(edge, client, body)));
      if (text === '') return await tell(edge, respond, strings.nothingToAnswer, language);
      const reply = await ask(edge, slackPlace(workspace, channel.id, user.id), text, { language });
      const answer = await privateMessage(edge, workspace, reply, text);
      await respondWith(respond, answer, { response_type: 'ephemeral', ...thread }, edge.log);
      await rememberRecent(edge, workspace, user.id, reply);
    } catch (error) {
      edge.log.error(describeError(error), 'slack: message not answered');
      await tell(edge, respond, failureSentence(error));
    }
  };
}
