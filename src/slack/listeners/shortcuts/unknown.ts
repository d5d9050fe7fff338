import type { AllMiddlewareArgs, SlackShortcutMiddlewareArgs } from '@slack/bolt';

type Shortcut = SlackShortcutMiddlewareArgs & AllMiddlewareArgs;

/** A shortcut left in Slack's settings. */
export function unknown() {
  return async ({ ack }: Shortcut): Promise<void> => {
    await ack();
  };
}
