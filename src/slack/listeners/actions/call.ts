import type { AllMiddlewareArgs, BlockAction, ButtonAction, SlackActionMiddlewareArgs } from '@slack/bolt';
import { toSlackMessage } from '../../blocks.ts';
import { readCall } from '../../buttons.ts';
import { callInView } from '../../call-in-view.ts';
import { readClicked } from '../../clicked.ts';
import { type Edge, privateMessage, rememberAnswer, tell } from '../../edge.ts';
import { failureSentence } from '../../failure.ts';
import { footer } from '../../footer.ts';
import { describeError } from '../../log.ts';
import { post, respondWith } from '../../send.ts';
import { strings } from '../../strings.ts';

type Click = SlackActionMiddlewareArgs<BlockAction<ButtonAction>> & AllMiddlewareArgs;

/** Where the bot may not write, although its message is there: shared answers reach such channels. */
const closedToUs = new Set(['not_in_channel', 'channel_not_found', 'is_archived', 'restricted_action']);

/** A button that asks: its answer comes where the button is, seen by whoever sees the button. */
export function call(edge: Edge) {
  return async ({ ack, respond, body, action, client }: Click): Promise<void> => {
    await ack();
    const intentCall = readCall(action.value);
    if (intentCall && (await callInView(edge, client, body, intentCall))) return;
    const clicked = readClicked(body);
    if (!intentCall || !clicked) return tell(edge, respond, strings.unreadableButton, intentCall?.language);
    try {
      const reply = await edge.answering.call(intentCall, clicked.place);
      const privately = async () =>
        respondWith(
          respond,
          await privateMessage(edge, clicked.team, reply, reply.turn.question),
          { response_type: 'ephemeral' },
          edge.log,
        );
      if (clicked.isPrivate) return await privately();
      try {
        const message = toSlackMessage(reply.card, { footer: await footer(edge, clicked.team, reply) });
        const ts = await post(client, clicked, message, edge.log);
        await rememberAnswer(edge, reply, clicked, ts);
      } catch (error) {
        if (!closedToUs.has(describeError(error).cause ?? '')) throw error;
        await privately();
      }
    } catch (error) {
      edge.log.error(describeError(error), 'slack: button not answered');
      await tell(edge, respond, failureSentence(error), intentCall.language);
    }
  };
}
