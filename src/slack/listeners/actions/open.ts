import type { AllMiddlewareArgs, BlockAction, SlackActionMiddlewareArgs } from '@slack/bolt';

type Click = SlackActionMiddlewareArgs<BlockAction> & AllMiddlewareArgs;

/** A button with an address: the client opens it, and Slack still wants to hear that we know. */
export function open() {
  return async ({ ack }: Click): Promise<void> => {
    await ack();
  };
}
