import type { AllMiddlewareArgs, BlockAction, ButtonAction, SlackActionMiddlewareArgs } from '@slack/bolt';
import { mayAnswerIn } from '../../allowed-channels.ts';
import { toSlackMessage } from '../../blocks.ts';
import { readShare } from '../../buttons.ts';
import { readClicked } from '../../clicked.ts';
import { type Edge, tell } from '../../edge.ts';
import { failureSentence } from '../../failure.ts';
import { footer } from '../../footer.ts';
import { homeStrings } from '../../home-strings.ts';
import { describeError } from '../../log.ts';
import { respondWith } from '../../send.ts';
import { strings } from '../../strings.ts';

type Click = SlackActionMiddlewareArgs<BlockAction<ButtonAction>> & AllMiddlewareArgs;

/**
 * Shows a private answer to the channel, with the question and the name of who shares it. It goes
 * through the response address, which works in channels the bot has not been invited to.
 */
export function share(edge: Edge) {
  return async ({ ack, respond, body, action }: Click): Promise<void> => {
    await ack();
    const shared = readShare(action.value);
    const clicked = readClicked(body);
    if (!shared || !clicked) return tell(edge, respond, strings.unreadableButton, shared?.call.language);
    try {
      if (!(await mayAnswerIn(edge, clicked.team, clicked.channel))) {
        return await tell(edge, respond, homeStrings.elsewhere, shared.call.language);
      }
      const reply = await edge.answering.call(shared.call);
      const message = toSlackMessage(reply.card, {
        asked: shared.asked ?? reply.turn.question,
        sharedBy: clicked.user,
        footer: await footer(edge, clicked.team, reply),
      });
      const thread = clicked.thread === undefined ? {} : { thread_ts: clicked.thread };
      await respondWith(respond, message, { response_type: 'in_channel', ...thread }, edge.log);
    } catch (error) {
      edge.log.error(describeError(error), 'slack: answer not shared');
      await tell(edge, respond, failureSentence(error), shared.call.language);
    }
  };
}
