import type { AllMiddlewareArgs, SlackViewMiddlewareArgs } from '@slack/bolt';

type View = SlackViewMiddlewareArgs & AllMiddlewareArgs;

/** A modal we never made, or made in another life: it closes. */
export function unknown() {
  return async ({ ack }: View): Promise<void> => {
    await ack();
  };
}
