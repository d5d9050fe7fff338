import type { AllMiddlewareArgs, BlockAction, ButtonAction, SlackActionMiddlewareArgs } from '@slack/bolt';
import { readCall } from '../../buttons.ts';
import { readClicked } from '../../clicked.ts';
import { type Edge, tell } from '../../edge.ts';
import { describeError } from '../../log.ts';
import { toMarkdownMessage } from '../../markdown-message.ts';
import { respondWith } from '../../send.ts';
import { strings } from '../../strings.ts';

type Click = SlackActionMiddlewareArgs<BlockAction<ButtonAction>> & AllMiddlewareArgs;

/** Hands an answer as Markdown to the one person who clicks, wherever the button is. */
export function markdown(edge: Edge) {
  return async ({ ack, respond, body, action }: Click): Promise<void> => {
    await ack();
    const call = readCall(action.value);
    const clicked = readClicked(body);
    if (!call || !clicked) return tell(edge, respond, strings.unreadableButton, call?.language);
    try {
      const reply = await edge.answering.call(call);
      const thread = clicked.inThread === undefined ? {} : { thread_ts: clicked.inThread };
      await respondWith(
        respond,
        toMarkdownMessage(reply.card),
        { response_type: 'ephemeral', ...thread },
        edge.log,
      );
    } catch (error) {
      edge.log.error(describeError(error), 'slack: Markdown not delivered');
      await tell(edge, respond, strings.failed, call.language);
    }
  };
}
