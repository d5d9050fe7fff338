import type { AllMiddlewareArgs, BlockAction, SlackActionMiddlewareArgs } from '@slack/bolt';
import { type Edge, tell } from '../../edge.ts';
import { strings } from '../../strings.ts';

type Click = SlackActionMiddlewareArgs<BlockAction> & AllMiddlewareArgs;

/** A button we never made, or made in another life. */
export function unknown(edge: Edge) {
  return async ({ ack, respond }: Click): Promise<void> => {
    await ack();
    await tell(edge, respond, strings.unreadableButton);
  };
}
