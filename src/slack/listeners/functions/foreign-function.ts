import type { AllMiddlewareArgs, SlackEventMiddlewareArgs } from '@slack/bolt';

type Executed = SlackEventMiddlewareArgs<'function_executed'> & AllMiddlewareArgs;

/**
 * A function that the app does not have, or no longer. Of all events this kind alone Bolt leaves to its
 * listeners to acknowledge: without any, Slack would wait and send it again.
 */
export function foreignFunction(ours: string) {
  return async ({ ack, payload }: Executed): Promise<void> => {
    // What is missing in Slack's types may be missing in what arrives.
    const called: { readonly callback_id?: string } | undefined = payload.function;
    if (called?.callback_id !== ours) await ack();
  };
}
